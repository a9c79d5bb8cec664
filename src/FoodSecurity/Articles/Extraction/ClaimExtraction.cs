using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Statements;
using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction;

/// <summary>
/// Proposes the passages of an article that say something of harvests or hunger, each with the claim it makes (METHODS 9.2). Works by the reviewed tables of
/// <c>seeds/claims/</c> alone; the same text gives the same proposals. Safe to use from several threads.
/// </summary>
public sealed class ClaimExtraction
{
    private readonly Dictionary<string, Lexicon> _languages;
    private readonly ClaimTables _tables;

    private ClaimExtraction(Dictionary<string, Lexicon> languages, ClaimTables tables)
    {
        _languages = languages;
        _tables = tables;
    }

    /// <summary>Languages that have tables, as the two letters of their folders.</summary>
    public IReadOnlyCollection<string> Languages => _languages.Keys;

    /// <summary>What claims can be about.</summary>
    public IReadOnlyDictionary<string, ClaimIndicator> Indicators => _tables.Indicators;

    /// <summary>Events that articles name instead of dates.</summary>
    public IReadOnlyList<ClaimEvent> Events => _tables.Events;

    /// <summary>Reads <c>claims/</c> of a seeds folder, every language that has a folder there.</summary>
    /// <exception cref="DataFormatException">A table is missing or malformed, or a row points at a code that is not there.</exception>
    public static ClaimExtraction Load(string seedsFolder, Vocabulary words)
    {
        var folder = Path.Combine(seedsFolder, "claims");
        var tables = new ClaimTables(folder, words);
        var languages = Directory
            .EnumerateDirectories(folder)
            .Select(d => Path.GetFileName(d))
            .Order(StringComparer.Ordinal)
            .ToDictionary(l => l, l => new Lexicon(folder, l, words), StringComparer.OrdinalIgnoreCase);
        foreach (var lexicon in languages.Values)
        {
            lexicon.Check(tables, words);
        }

        return new ClaimExtraction(languages, tables);
    }

    /// <summary>Reads a few sentences whose proposals nobody sees, so that the first article a person gives need not wait until the reading is compiled.</summary>
    public void WarmUp()
    {
        const string sentences = """
            SEOUL, Dec. 28 (Wire) -- The agency said on Tuesday that Kenya's maize output fell by 12 per cent to 2.8 million tonnes in 2022, the lowest since 2010, owing to drought.
            “Food prices have doubled since March,” a Nairobi official warned, while rice and wheat imports rose by 4 and 2 per cent respectively; it was 20 per cent above the
            five-year average, and that of sorghum by 3. Two to three million people, or one in five, may need food aid next year unless the rains, which failed in the 1990s, return.
            """;
        foreach (var language in _languages.Keys)
        {
            Propose(new ArticleText(sentences, new DateOnly(2023, 12, 28), "Food in Kenya", Language: language));
        }
    }

    /// <summary>The proposals in the order of the text; none where the language has no tables.</summary>
    public IReadOnlyList<Proposal> Propose(ArticleText text)
    {
        if (!_languages.TryGetValue(text.Language.Split('-')[0], out var lexicon))
        {
            return [];
        }

        var found = new List<Proposal>();
        var spans = lexicon.Sentences.Split(text.Text);
        var tokens = spans.ConvertAll(s => lexicon.Tokens(text.Text, s.Start, s.End));
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var title = text.Title ?? "";
        var titleTokens = lexicon.Tokens(title, 0, title.Length);
        SentenceScan.Known(titleTokens, lexicon, known);
        tokens.ForEach(t => SentenceScan.Known(t, lexicon, known));

        var context = new ArticleContext(text.PublishedOn, known, _tables);
        context.SetTitle(SentenceScan.Read(title, new SentenceSpan(0, title.Length, -1), titleTokens, lexicon, text.PublishedOn, known));
        tokens.ForEach(t => SentenceScan.Providers(t, lexicon, context.Providers));
        var points = new CodePoints(text.Text);
        for (var i = 0; i < spans.Count; i++)
        {
            var sentence = SentenceScan.Read(text.Text, spans[i], tokens[i], lexicon, text.PublishedOn, known, context.LastYear);
            new ClaimReader(sentence, _tables, context).Read(
                (start, end, kind, claim, because, open) =>
                    found.Add(
                        new Proposal
                        {
                            Exact = text.Text[start..end],
                            Start = points.Of(start),
                            End = points.Of(end),
                            Kind = kind,
                            Claim = claim,
                            Because = because,
                            NotUnderstood = open,
                            Prefix = points.Before(start, 32),
                            Suffix = points.After(end, 32),
                        }
                    )
            );
            context.Pass(sentence);
        }

        return found;
    }
}
