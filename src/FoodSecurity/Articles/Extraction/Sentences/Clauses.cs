using FoodSecurity.Articles.Extraction.Lexicons;

namespace FoodSecurity.Articles.Extraction.Sentences;

/// <summary>A part of a sentence that may hold a claim of its own: tokens from First up to End.</summary>
/// <remarks>A gapped clause leaves out what the one before it says: "and rice by 2".</remarks>
internal sealed record Clause(int First, int End, bool IsGapped = false)
{
    public bool Holds(int token) => token >= First && token < End;
}

/// <summary>
/// Cuts a sentence where one claim ends and another begins: at a comma, an "and" or a "while", and only if both sides say something of their own. Clauses that give a
/// reason, a time or a description stay with what they belong to.
/// </summary>
internal static class Clauses
{
    private const int MostBorders = 60;

    public static List<Clause> Cut(Sentence sentence)
    {
        var count = sentence.Tokens.Count;
        var borders = sentence.Marks.Where(m => m.Layer == Layer.Border).OrderBy(m => m.First).ToList();
        var cuts = new List<Clause>();
        if (borders.Count > MostBorders)
        {
            // a list or noise, not clauses
            return [new Clause(0, count)];
        }

        var (from, gapped) = (0, false);
        for (var i = 0; i < borders.Count; i++)
        {
            var border = borders[i];
            if (border.First <= from)
            {
                continue;
            }

            var kind = border.Row["kind"];
            // ", but" and ", and" are one border; so is ", with", which belongs to what stands before it
            var last = i;
            while (kind == "comma" && last + 1 < borders.Count && borders[last + 1].First == borders[last].End)
            {
                kind = borders[++last].Row["kind"];
            }

            // ", including 2.6 million tonnes of wheat"
            var isPart = kind == "attached" && borders[last].Row.Is("role", "part");
            if (
                (kind == "attached" && !isPart)
                || InsideParentheses(sentence, border.First)
                || (kind == "comma" && i > 0 && Opens(sentence, borders[i - 1]))
            )
            {
                continue;
            }

            var end = NextCandidate(borders, last, count, kind);
            var start = borders[last].Row.Is("keep", "yes") ? borders[last].First : borders[last].End;
            if (
                !isPart
                && (Says(sentence, from, border.First, kind) || (cuts.Count > 0 && Adds(sentence, from, border.First)))
                && SaysMore(sentence, start, end, kind)
            )
            {
                Add(border.First);
                from = start;
                i = last;
                gapped = false;
            }
            else if (
                (kind is "and" or "comma" || isPart)
                && GappedClauses.Is(
                    sentence,
                    cuts.Count > 0 && gapped ? cuts.FindLast(c => !c.IsGapped)!.First : from,
                    border.First,
                    start,
                    NextOfAnyKind(borders, last, count)
                )
            )
            {
                Add(border.First);
                from = start;
                i = last;
                gapped = true;
            }
        }

        Add(count);
        return cuts;

        void Add(int end) => cuts.Add(new Clause(from, end, gapped));
    }

    private static int NextOfAnyKind(List<Mark> borders, int last, int count) =>
        borders.Skip(last + 1).FirstOrDefault(b => b.Row["kind"] is "clause" or "and" or "comma")?.First ?? count;

    /// <summary>The far side is looked at up to the next word that begins a clause; behind a bare comma only up to the next one.</summary>
    private static int NextCandidate(List<Mark> borders, int last, int count, string kind)
    {
        for (var i = last + 1; i < borders.Count; i++)
        {
            if (borders[i].Row.Is("kind", "clause") || (kind == "comma" && borders[i].Row.Is("kind", "comma")))
            {
                return borders[i].First;
            }
        }

        return count;
    }

    private static bool Says(Sentence sentence, int first, int end, string kind)
    {
        var indicators = Indicators(sentence, first, end);
        var moves = Moves(sentence, first, end);
        return (indicators && (moves || sentence.Quantities.Any(q => q.First >= first && q.First < end)))
            || (
                kind != "and"
                && sentence.Of(Layer.Indicator, first, end).Any(m => m.Row["relation"].Length > 0 && m.Row["strength"] == "strong")
            );
    }

    /// <summary>"barley down 11 per cent" behind "the harvest: wheat up 4 per cent": a food and a move, of what was said before.</summary>
    private static bool Adds(Sentence sentence, int first, int end) =>
        sentence.Of(Layer.Item, first, end).Any() && sentence.Of(Layer.Relation, first, end).Any(m => m.Row["role"] is "verb" or "adverb");

    private static bool SaysMore(Sentence sentence, int first, int end, string kind)
    {
        if (first >= end)
        {
            return false;
        }

        if (
            kind == "clause"
            && sentence.Of(Layer.Relation, first, end).FirstOrDefault() is { } taken
            && taken.Row["role"] is "level"
            && sentence.Is(taken.First - 1, WordUse.It)
            && sentence.Quantities.Exists(q => q.First >= taken.End && q.First - taken.End <= 1)
        )
        {
            return true;
        }

        // ", 39 percent above the poor harvest of the year before"
        if (kind == "comma" && sentence.Quantities.Exists(q => q.First == first && q.Quantity.Unit is "percent" or "times"))
        {
            return false;
        }

        var implied = sentence.Of(Layer.Indicator, first, end).Any(m => m.Row["relation"].Length > 0 && m.Row["strength"] == "strong");
        var own = Indicators(sentence, first, end) || sentence.Of(Layer.Item, first, end).Any();
        var move = sentence
            .Of(Layer.Relation, first, end)
            .FirstOrDefault(m => m.Row["role"] is "verb" or "transitive" or "destroys" or "compare");
        var quantity = sentence.Quantities.Any(q => q.First >= first && q.First < end);
        if (
            own
            && (
                move is not null
                || (quantity && sentence.Of(Layer.Relation, first, end).Any())
                || sentence.Of(Layer.Indicator, first, end).Any(m => m.Row.Is("strength", "verb") && quantity)
            )
        )
        {
            // "rose 3 percent, to 2.1 million tonnes of rice" says nothing new: the second part needs its verb
            return kind != "comma" || move is null || move.First > first || own;
        }

        return (implied && kind is "clause" or "comma") || (kind is "clause" or "and" && move is not null && move.First - first <= 2);
    }

    private static bool Indicators(Sentence sentence, int first, int end) =>
        sentence.Of(Layer.Indicator, first, end).Any(m => m.Row["strength"] != "aim");

    private static bool Moves(Sentence sentence, int first, int end) =>
        sentence
            .Of(Layer.Relation, first, end)
            .Any(m => m.Row["role"] is "verb" or "noun" or "transitive" or "destroys" or "compare" or "rank" or "level");

    /// <summary>Inside ", which had doubled in 2021,": true of what it describes, but not what the sentence says.</summary>
    public static bool IsAside(Sentence sentence, int token)
    {
        var opening = sentence.Marks.FindLast(m =>
            m.Layer == Layer.Border && m.Row.Is("role", "relative") && m.First < token && sentence.IsComma(m.First - 1)
        );
        if (opening is null)
        {
            return false;
        }

        var closing = sentence.Marks.Find(m => m.Layer == Layer.Border && m.Row.Is("kind", "comma") && m.First > opening.First);
        return closing is not null && token < closing.First;
    }

    /// <summary>Begins an aside, which the next comma closes.</summary>
    private static bool Opens(Sentence sentence, Mark border) => border.Row.Is("role", "relative") && sentence.IsComma(border.First - 1);

    private static bool InsideParentheses(Sentence sentence, int token)
    {
        var depth = 0;
        for (var i = Math.Max(0, token - 60); i < token; i++)
        {
            var word = sentence.Word(i);
            depth +=
                word is "(" ? 1
                : word is ")" ? -1
                : 0;
        }

        return depth > 0;
    }
}
