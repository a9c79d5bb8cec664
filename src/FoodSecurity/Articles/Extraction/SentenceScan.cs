using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Places;
using FoodSecurity.Articles.Extraction.Quantities;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Times;

namespace FoodSecurity.Articles.Extraction;

/// <summary>Finds in a sentence everything the tables know, in the order in which one reading rules out another.</summary>
internal static class SentenceScan
{
    /// <summary>Counts the areas of a sentence that need no other area beside them in the article; capitals, which mostly speak, count less.</summary>
    public static void Known(List<Token> tokens, Lexicon lexicon, Dictionary<string, int> known)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (
                (
                    lexicon["traps"].Match(tokens, at, tokens.Count, lexicon)
                    ?? lexicon["speakers"].Match(tokens, at, tokens.Count, lexicon)
                ) is
                { } other
            )
            {
                at = other.End - 1;
                continue;
            }

            if (lexicon.Areas.Names.Match(tokens, at, tokens.Count, lexicon) is { } match)
            {
                if (
                    !AreaReader.IsPerson(tokens, match.Row, at, match.End)
                    && match.Row["needs"].Length == 0
                    && match.Row["area"].Length > 0
                    && !match.Row.Is("kind", "weak")
                )
                {
                    foreach (var area in match.Row["area"].Split('|'))
                    {
                        known[area] = known.GetValueOrDefault(area) + (match.Row.Is("kind", "capital") ? 1 : 3);
                    }
                }

                at = match.End - 1;
            }
        }
    }

    /// <summary>Adds the providers a sentence names.</summary>
    public static void Providers(List<Token> tokens, Lexicon lexicon, HashSet<string> into)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (lexicon["speakers"].Match(tokens, at, tokens.Count, lexicon) is { } match)
            {
                if (match.Row["provider"] is { Length: > 0 } provider && !provider.Contains('|'))
                {
                    into.Add(provider);
                }

                at = match.End - 1;
            }
        }
    }

    public static Sentence Read(
        string text,
        SentenceSpan span,
        List<Token> tokens,
        Lexicon lexicon,
        DateOnly? published,
        IReadOnlyDictionary<string, int> known,
        int? lastYear = null
    )
    {
        var sentence = new Sentence(text, span, tokens, lexicon.Uses, lexicon.Spelling);
        sentence.Find(Layer.Scope, lexicon["scopes"], lexicon, take: false);
        sentence.Find(Layer.Trap, lexicon["traps"], lexicon, take: true);
        sentence.Find(Layer.Speaker, lexicon["speakers"], lexicon, take: true);
        PeriodReader.Read(sentence, lexicon, published, lastYear);
        sentence.Find(Layer.Relation, lexicon["relations"], lexicon, take: false);
        QuantityReader.Read(sentence, lexicon);
        sentence.Marks.RemoveAll(m =>
            m.Layer == Layer.Relation
            && (
                !IsInPlace(sentence, m)
                || sentence.Quantities.Exists(q => m.First >= q.First && m.End < q.End && m.Row["amount"].Length == 0)
            )
        );
        sentence.Find(Layer.Speech, lexicon["speech"], lexicon, take: false);
        AreaReader.Read(sentence, lexicon, known);
        sentence.Find(Layer.Indicator, lexicon["indicators"], lexicon, take: false);
        sentence.FindInFigures(Layer.Indicator, lexicon["indicators"], lexicon);
        sentence.Marks.RemoveAll(m =>
            m.Layer == Layer.Indicator
            && !m.Row.Is("strength", "strong")
            && sentence.Quantities.Exists(q => m.First >= q.First && m.End <= q.End)
        );
        Shares(sentence);
        if (
            lexicon.Price is { } price
            && !sentence.Marks.Exists(m => m.Layer is Layer.Indicator or Layer.Trap)
            && sentence.Quantities.Find(q => q.IsMoney) is { } money
        )
        {
            sentence.Marks.Add(new Mark(Layer.Indicator, money.First, money.End, price, []));
        }

        sentence.Find(Layer.Item, lexicon["items"], lexicon, take: false);
        sentence.FindInFigures(Layer.Item, lexicon["items"], lexicon);
        sentence.Find(Layer.Modality, lexicon["modality"], lexicon, take: false);
        // "(May/April)": the month
        sentence.Marks.RemoveAll(m =>
            m.Layer == Layer.Modality && m.First > 0 && tokens[m.First].Letters == Letters.Capital && lexicon.Month(tokens[m.First]) > 0
        );
        sentence.Find(Layer.Cause, lexicon["causes"], lexicon, take: false);
        sentence.Find(Layer.Border, lexicon["borders"], lexicon, take: false);
        sentence.Find(Layer.Context, lexicon["context"], lexicon, take: false);
        Implied(sentence, lexicon);
        // "Anita Rice said": a surname
        sentence.Marks.RemoveAll(m => m.Layer == Layer.Item && AreaReader.IsSpeakersName(sentence, m.First, m.End));
        return sentence;
    }

    /// <summary>"Families eat one meal a day", "killed 2.6 million livestock": the unit says of what, where no other word does.</summary>
    private static void Implied(Sentence sentence, Lexicon lexicon)
    {
        if (sentence.Marks.Exists(m => m.Layer == Layer.Indicator && m.Row["strength"] is "strong"))
        {
            return;
        }

        foreach (var q in sentence.Quantities)
        {
            if (
                lexicon.Implied(q.Quantity.Unit) is { } implied
                && (implied.Needs.Length == 0 || sentence.Marks.Exists(m => m.Layer == Layer.Context && m.Row.Is("kind", implied.Needs)))
            )
            {
                sentence.Marks.Add(new Mark(Layer.Indicator, q.First, q.End, implied.Row, []));
                return;
            }
        }
    }

    /// <summary>Words that mean a change only in one place: behind a figure ("27 per cent less"), behind a share ("a third below"), before what is compared with ("half that of last year"), before a part ("took a third of").</summary>
    private static bool IsInPlace(Sentence sentence, Mark m) =>
        m.Row["place"] switch
        {
            "behind" => sentence.Quantities.Exists(q => q.End == m.First) && !IsWish(sentence, m.End),
            "share" => sentence.Quantities.Exists(q => q.End == m.First && q.Quantity.Unit == "percent") && !IsWish(sentence, m.End),
            "base" => sentence.Periods.Exists(p => p.IsBase && p.First == m.End),
            "part" => sentence.Quantities.Exists(q => q.First == m.End && q.Quantity.Unit == "percent" && sentence.Is(q.End, WordUse.Of)),
            _ => true,
        };

    /// <summary>"200,000 tonnes more than the ministry had hoped for"</summary>
    private static bool IsWish(Sentence sentence, int at)
    {
        while (at < sentence.Tokens.Count && !sentence.IsPause(at))
        {
            if (sentence.Is(at++, WordUse.Hoped))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"cost farmers a third of their potatoes" speaks of the crop, "cost 5,200 won" of the price.</summary>
    private static void Shares(Sentence sentence)
    {
        for (var i = 0; i < sentence.Marks.Count; i++)
        {
            var mark = sentence.Marks[i];
            if (
                mark.Row.OfShare is { } other
                && sentence.Quantities.Exists(q =>
                    q.Quantity.Unit is "percent" or "t" or "bags"
                    && q.First >= mark.End
                    && q.First - mark.End <= 4
                    && sentence.Is(q.End, WordUse.Of)
                )
            )
            {
                sentence.Marks[i] = mark with { Row = other };
            }
        }
    }
}
