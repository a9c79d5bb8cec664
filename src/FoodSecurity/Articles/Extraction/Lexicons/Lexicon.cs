using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>
/// Everything the program knows of one language: the tables of <c>seeds/claims/LANGUAGE/</c>, with those of <c>seeds/claims/</c> that have a column of language.
/// Read once, unchanged afterwards.
/// </summary>
internal sealed class Lexicon : ISlotReader
{
    private static readonly string[] PhraseTables =
    [
        "traps",
        "speakers",
        "periods",
        "indicators",
        "items",
        "relations",
        "modality",
        "speech",
        "causes",
        "borders",
        "context",
        "scopes",
        "hedges",
        "units",
    ];
    private readonly Dictionary<string, PhraseTrie> _tries = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (int Month, bool HasCapital)> _months = [];
    private readonly Dictionary<int, NumberWord> _numbers = [];
    private readonly WordList _words = new();
    private readonly List<LexiconRow> _rows = [];
    private readonly Dictionary<string, (LexiconRow Row, string Needs)> _implied = new(StringComparer.Ordinal);
    private LexiconRow? _price;

    public Lexicon(string folder, string language, Vocabulary words)
    {
        Language = language;
        Uses = new WordUses(Path.Combine(folder, language), _words);
        foreach (var table in PhraseTables)
        {
            _tries.Add(table, Phrases(Path.Combine(folder, language), table));
        }

        foreach (var r in SeedTable.Read(Path.Combine(folder, language), "months.csv", "word", "month"))
        {
            _months[_words.Add(r["word"])] = ((int)(r.Number("month") ?? 0), r["word"] is [var first, ..] && char.IsUpper(first));
        }

        foreach (var r in SeedTable.Read(Path.Combine(folder, language), "numbers.csv", "word", "value", "kind"))
        {
            _numbers[_words.Add(r["word"])] = new NumberWord((decimal)(r.Number("value") ?? 0), r["kind"]);
        }

        var abbreviations = SeedTable
            .Read(Path.Combine(folder, language), "abbreviations.csv", "word", "may_end")
            .ToDictionary(r => r["word"], r => r["may_end"] == "yes");
        var starters = SeedTable.Read(Path.Combine(folder, language), "starters.csv", "word").Select(r => r["word"]).ToHashSet();
        Sentences = new SentenceSplitter(abbreviations, starters);
        Areas = new Gazetteer(folder, language, words, _words);
    }

    public string Language { get; }

    public SentenceSplitter Sentences { get; }

    /// <summary>What a sum of money beside a food means where no word says it ("Maize has gone up to 5,000 won"); null where the tables have no word for a price.</summary>
    public LexiconRow? Price => _price ??= _rows.Find(r => r.Is("indicator", "price") && r.Is("strength", "verb"));

    /// <summary>What a unit alone says a figure is of ("one meal a day"), and the kind of word of the context it needs; null where it says nothing.</summary>
    public (LexiconRow Row, string Needs)? Implied(string unit) => _implied.TryGetValue(unit, out var found) ? found : null;

    public Gazetteer Areas { get; }

    public WordUses Uses { get; }

    public Spelling Spelling => _words.Spelling;

    public PhraseTrie this[string table] => _tries[table];

    public List<Token> Tokens(string text, int start, int end)
    {
        var tokens = new List<Token>((end - start) / 5 + 1);
        Tokenizer.Cut(text, start, end, _words.Spelling, _words.Find, tokens);
        return tokens;
    }

    public int Month(in Token token) => _months.GetValueOrDefault(token.Word).Month;

    public NumberWord? NumberWord(in Token token) =>
        token.Kind == TokenKind.Word && token.Word >= 0 && _numbers.TryGetValue(token.Word, out var number) ? number : null;

    /// <summary>The number of a word, for comparison with tokens; -1 where no table has it.</summary>
    public int Word(string word) => _words.Find(word);

    public bool Fits(Slot slot, in Token token) =>
        slot switch
        {
            // "May" is a month, "may" is none; other languages write them small
            Slot.Month => _months.TryGetValue(token.Word, out var month) && (!month.HasCapital || token.Letters != Letters.Small),
            Slot.Count when token.Kind == TokenKind.Word => NumberWord(token) is { Kind: "unit" or "ten" },
            _ => token is { Kind: TokenKind.Number, Letters: Letters.Small }
                && (token.End - token.Start, slot) is (4, Slot.Year) or (2, Slot.ShortYear) or (<= 2, Slot.Day) or (<= 3, Slot.Count),
        };

    private PhraseTrie Phrases(string folder, string table)
    {
        var trie = new PhraseTrie();
        foreach (var r in SeedTable.Read(folder, table + ".csv", "phrase"))
        {
            var cells = r.Columns.ToDictionary(c => c, c => r[c], StringComparer.Ordinal);
            var row = new LexiconRow(table, r["phrase"], cells) { OfShare = OfShare(table, r, cells) };
            _rows.Add(row);
            if (table == "units" && row["implies"].Split(' ') is [{ Length: > 0 } indicator, .. var needs])
            {
                _implied[row["unit"]] = (Implied(row, indicator), needs.Length > 0 ? needs[0] : "");
            }

            trie.Add(PhrasePattern.Read(r["phrase"], _words, table + ".csv", r.Line), row);
        }

        return trie;
    }

    private static LexiconRow Implied(LexiconRow unit, string indicator) =>
        new(
            "units",
            unit.Phrase,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["indicator"] = indicator, ["strength"] = "strong" }
        );

    private static LexiconRow? OfShare(string table, SeedRow row, Dictionary<string, string> cells) =>
        row["share"].Split(' ') is [var indicator, var relation]
            ? new LexiconRow(
                table,
                row["phrase"],
                new Dictionary<string, string>(cells, StringComparer.Ordinal)
                {
                    ["indicator"] = indicator,
                    ["relation"] = relation,
                    ["strength"] = "verb",
                    ["kind"] = "loss",
                }
            )
            : null;

    /// <summary>Whether every code the tables of this language point at is there.</summary>
    /// <exception cref="DataFormatException">One is not.</exception>
    public void Check(ClaimTables tables, Vocabulary words)
    {
        foreach (var row in _rows)
        {
            Require(
                row,
                "indicator",
                row.Table != "indicators" || row.Is("kind", "none") || tables.Indicators.ContainsKey(row["indicator"]),
                "a code of claims/indicators.csv"
            );
            Require(
                row,
                "kind",
                row.Table != "scopes"
                    || row.Is("kind", "before")
                    || Enum.TryParse<ClaimScopeKind>(row["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _),
                "place, partner, part-of-year, actor, group or before"
            );
            Require(
                row,
                "share",
                row.OfShare is not { } other
                    ? row["share"].Length == 0
                    : tables.Indicators.ContainsKey(other["indicator"]) && Enum.TryParse<ClaimRelation>(other["relation"], out _),
                "a code of claims/indicators.csv and a relation"
            );
            Require(
                row,
                "area",
                row.Table != "indicators" || row["area"].Length == 0 || words.Areas.ContainsKey(row["area"]),
                "a code of areas.csv"
            );
            Require(row, "item", row["item"].Length == 0 || words.Items.ContainsKey(row["item"]), "a code of items.csv");
            Require(
                row,
                "relation",
                row["relation"] is "" or "Better" or "Worse" or "Best" or "Worst" || Enum.TryParse<ClaimRelation>(row["relation"], out _),
                "a relation"
            );
            Require(row, "modality", row["modality"] is "" or "Aim" || Enum.TryParse<ClaimModality>(row["modality"], out _), "a modality");
            Require(
                row,
                "provider",
                row["provider"].Length == 0 || row["provider"].Split('|').All(words.Providers.ContainsKey),
                "a code of providers.csv"
            );
            Require(
                row,
                "event",
                row["event"].Length == 0 || tables.Events.Exists(e => e.Event == row["event"]),
                "an event of claims/events.csv"
            );
        }
    }

    private void Require(LexiconRow row, string column, bool holds, string expected)
    {
        if (!holds)
        {
            throw new DataFormatException(new DataProblem($"claims/{Language}/{row.Table}.csv", 0, column, row[column], expected));
        }
    }
}

/// <summary>A word that means a number: unit (one to nineteen), ten, hundred, scale (thousand, million), fraction (half, third), article (a).</summary>
internal readonly record struct NumberWord(decimal Value, string Kind);
