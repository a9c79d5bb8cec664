using FoodSecurity.Articles.Extraction.Lexicons;

namespace FoodSecurity.Articles.Extraction.Sentences;

/// <summary>
/// Clauses that leave out their verb because the clause before has it: "maize output rose by 4 per cent and rice output by 2", "3 million tonnes of maize and 1 million
/// of wheat", "4 per cent in Kenya and 2 per cent in Uganda". Such a part is a figure with a food, an area or a time of a kind the part before has as well.
/// </summary>
internal static class GappedClauses
{
    private const int Near = 5;

    /// <param name="sentence">The sentence.</param>
    /// <param name="from">Where the clause before begins.</param>
    /// <param name="border">Where it ends.</param>
    /// <param name="first">Where the gapped clause would begin.</param>
    /// <param name="end">Where it would end.</param>
    public static bool Is(Sentence sentence, int from, int border, int first, int end)
    {
        var figure = sentence.Quantities.Find(q => q.First >= first && q.First < end);
        if (
            figure is null
            || figure.First - first > Near + 3
            || sentence
                .Of(Layer.Relation, first, end)
                .Any(m =>
                    m.Row["role"]
                        is "verb"
                            or "noun"
                            or "transitive"
                            or "destroys"
                            or "compare"
                            or "adjective"
                            or "adverb"
                            or "level"
                            or "copula"
                )
            || sentence.Of(Layer.Speech, first, end).Any()
            || sentence.Of(Layer.Indicator, first, end).Any(m => m.Row.Is("strength", "verb"))
        )
        {
            return false;
        }

        var before = sentence.Quantities.FindLast(q => q.First >= from && q.First < border && q.Quantity.Unit.Length > 0);
        if (
            before is null
            || !figure.IsLike(before)
            || sentence.Is(figure.First - 1, WordUse.From | WordUse.Than | WordUse.ThanCompared)
            || !sentence.Of(Layer.Indicator, from, border).Any()
        )
        {
            return false;
        }

        // only what stands beside the figure tells the two parts apart
        return Pair(Foods(sentence, from, border), Foods(sentence, first, end), figure)
            || Pair(Areas(sentence, from, border), Areas(sentence, first, end), figure)
            || Pair(Times(sentence, from, border), Times(sentence, first, end), figure);
    }

    private static bool Pair(
        List<(int First, int End, string What)> before,
        List<(int First, int End, string What)> own,
        QuantityMark figure
    ) =>
        before.Count > 0
        && own.Exists(o =>
            !before.Exists(b => b.What == o.What) && (o.End <= figure.First ? figure.First - o.End <= Near : o.First - figure.End <= Near)
        );

    private static List<(int, int, string)> Foods(Sentence sentence, int first, int end) =>
        [.. sentence.Of(Layer.Item, first, end).Where(m => m.Row["item"].Length > 0).Select(m => (m.First, m.End, m.Row["item"]))];

    /// <summary>Where it happens: "in Uganda", "Uganda's", not "from Uganda".</summary>
    private static List<(int, int, string)> Areas(Sentence sentence, int first, int end) =>
        [
            .. sentence
                .Areas.Where(a =>
                    a.First >= first
                    && a.First < end
                    && a.Area.Length > 0
                    && (a.First == first || sentence.Is(a.First - 1, WordUse.Place | WordUse.Article))
                )
                .Select(a => (a.First, a.End, a.Area)),
        ];

    private static List<(int, int, string)> Times(Sentence sentence, int first, int end) =>
        [
            .. sentence
                .Periods.Where(p => p.First >= first && p.First < end && !p.IsBase && p.Row["role"].Length == 0)
                .Select(p => (p.First, p.End, p.Period.From + "/" + p.Period.To)),
        ];
}
