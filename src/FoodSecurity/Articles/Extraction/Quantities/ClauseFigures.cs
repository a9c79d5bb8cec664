using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Quantities;

/// <summary>The figures of a clause, with lists dealt out to what they count: "maize and rice rose by 4 and 2 per cent".</summary>
internal static class ClauseFigures
{
    /// <summary>"Ukraine (minus 18 per cent)": words between a subject and its own figure.</summary>
    private const int Near = 2;

    /// <summary>Those of a clause; in a clause without a verb a bare number has the unit of the figure before it.</summary>
    public static List<QuantityMark> Of(Sentence sentence, Clause clause)
    {
        var own = sentence.Quantities.FindAll(q => clause.Holds(q.First));
        var whole = clause.IsGapped ? sentence.Quantities.FindLast(q => q.First < clause.First && q.Quantity.Unit.Length > 0) : null;
        return whole is null
            ? own
            : own.ConvertAll(q =>
                q.IsPartOf(whole) ? q with { Quantity = q.Quantity with { Unit = whole.Quantity.Unit } } : Like(q, whole)
            );
    }

    /// <summary>The figures that hold for one of several subjects: the one behind its own words, or of each list with as many members as there are subjects the one at its place.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="all">Figures of the clause.</param>
    /// <param name="ends">Where the words of each subject end; -1 where the sentence has none.</param>
    /// <param name="subject">Which of them.</param>
    public static List<QuantityMark> InTurn(Sentence sentence, List<QuantityMark> all, IReadOnlyList<int> ends, int subject)
    {
        var subjects = ends.Count;
        if (subjects < 2 || all.Count < subjects)
        {
            return all;
        }

        var beside = ends.Select(e => all.FindAll(q => e >= 0 && q.First >= e && q.First - e <= Near)).ToList();
        if (beside.TrueForAll(b => b.Count == 1) && beside.Select(b => b[0]).Distinct().Count() == subjects)
        {
            return [.. beside[subject], .. all.Where(q => !beside.Exists(b => b[0] == q))];
        }

        var own = new List<QuantityMark>();
        for (var i = 0; i < all.Count; )
        {
            var last = i;
            while (last + 1 < all.Count && IsList(sentence, all[last], all[last + 1]))
            {
                last++;
            }

            if (last - i + 1 == subjects)
            {
                own.Add(Like(all[i + subject], all[last]));
            }
            else
            {
                own.AddRange(all[i..(last + 1)]);
            }

            i = last + 1;
        }

        return own;
    }

    /// <summary>A number without unit beside one with a unit: "4 and 2 per cent", "3 and 1 million tonnes".</summary>
    public static QuantityMark Like(QuantityMark bare, QuantityMark whole)
    {
        if (bare.Quantity.Unit.Length > 0 || whole.Quantity.Unit.Length == 0)
        {
            return bare;
        }

        var scale = bare.Scale == 1 && whole.Scale > 1 && bare.Quantity.Value < 1000 ? whole.Scale : 1;
        var q = bare.Quantity;
        var step = whole.Quantity.Unit == "percent" && q.Step >= 1 ? 1 : q.Step * scale;
        return bare with
        {
            Scale = scale,
            Quantity = q with { Value = q.Value * scale, Upper = q.Upper * scale, Unit = whole.Quantity.Unit, Step = step },
        };
    }

    private static bool IsList(Sentence sentence, QuantityMark a, QuantityMark b)
    {
        for (var i = a.End; i < b.First; i++)
        {
            if (!sentence.IsComma(i) && !sentence.Is(i, WordUse.List | WordUse.By | WordUse.To))
            {
                return false;
            }
        }

        return b.First > a.End && b.First - a.End <= 3 && (a.Quantity.Unit == b.Quantity.Unit || a.Quantity.Unit.Length == 0);
    }
}
