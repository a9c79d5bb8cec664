using FoodSecurity.Articles.Extraction.Quantities;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Times;

/// <summary>Chooses when a claim speaks of, and what it compares with.</summary>
internal static class PeriodChoice
{
    public static (PeriodMark? Period, PeriodMark? Base) Read(
        Sentence sentence,
        Clause clause,
        ClaimRelation relation,
        QuantityRoles quantities,
        int at
    )
    {
        PeriodMark? period = null,
            compared = null;
        var best = double.MaxValue;
        foreach (var p in sentence.Periods)
        {
            var inside = clause.Holds(p.First);
            var isBase =
                p.IsBase
                || (quantities.Before is { } b && p.First == b.End)
                || (relation is ClaimRelation.Highest or ClaimRelation.Lowest && p.Period.Kind == "open" && p.Row["role"] is "" or "rank")
                || p.Row.Is("role", "rank");
            if (isBase)
            {
                compared = inside ? compared ?? p : compared;
                continue;
            }

            if (Clauses.IsAside(sentence, p.First) && !Clauses.IsAside(sentence, at))
            {
                continue;
            }

            // "still rising" says nothing of when; a day beside "said" is when it was said
            if (
                (p.Row.Is("role", "lasting") && relation is ClaimRelation.Rise or ClaimRelation.Fall)
                || (
                    p.Row.Is("role", "day") && sentence.Marks.Exists(m => m.Layer == Layer.Speech && (m.End == p.First || m.First == p.End))
                )
            )
            {
                continue;
            }

            var weak = p.Row["role"] is "weak" or "lasting" or "day";
            // a date of the clause, what lasts in the clause, a date elsewhere in the sentence
            var cost = (inside, weak) switch
            {
                (true, false) => 0,
                (true, true) => 1000,
                (false, false) => 2000,
                _ => 9000,
            };
            var near = quantities.Reached is { } r && p.First >= r.End && p.First - r.End <= 2 ? -50 : 0;
            var total = cost + near + Math.Abs(p.First - at);
            if (cost < 9000 && total < best)
            {
                (period, best) = (p, total);
            }
        }

        // "up from 2022" with no other date: the sentence leaves its own time open
        return (period, compared);
    }
}
