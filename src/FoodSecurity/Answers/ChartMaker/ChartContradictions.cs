using System.Globalization;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Contradictions that stand in the question itself, before any figure is read.</summary>
internal static class ChartContradictions
{
    private const int MostEvents = 4;

    /// <summary>The question, unless it contradicts itself.</summary>
    public static ChartQuestion None(ChartQuestion q)
    {
        var t = Texts.English;
        if (q.From > q.To)
        {
            throw Refused(t["make.refused.from-to", Say(q.From), Say(q.To)], t["make.instead.turned"], q with { From = q.To, To = q.From });
        }

        if (q.BaseYear is not null && q.Scale != AskedScale.Index)
        {
            throw Refused(t["make.refused.base"], t["make.instead.index"], q with { Scale = AskedScale.Index });
        }

        if (q.BaseYear < q.From || q.BaseYear > q.To)
        {
            throw Refused(t["make.refused.base-outside", Say(q.BaseYear)], t["make.instead.no-base"], q with { BaseYear = null });
        }

        if (q.Align.Count > 0 && (q.Align.Count > MostEvents || q.Align.Distinct().Count() < q.Align.Count))
        {
            throw Refused(
                t["make.refused.align-many", MostEvents],
                t["make.instead.first-events"],
                q with
                {
                    Align = [.. q.Align.Distinct().Take(MostEvents)],
                }
            );
        }

        if (q.Align.Count > 0 && (q.Areas.Count > 1 || q.Elements.Count > 1))
        {
            throw Refused(
                t["make.refused.align-one"],
                t["make.instead.one-place"],
                q with
                {
                    Areas = [.. q.Areas.Take(1)],
                    Elements = [.. q.Elements.Take(1)],
                }
            );
        }

        if (q.Align.Count > 0 && q.Kind != ChartQuestion.DefaultKind)
        {
            throw Refused(t["make.refused.align-kind"], t["make.instead.line"], q with { Kind = ChartQuestion.DefaultKind });
        }

        return q;
    }

    private static string Say(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static RefusedException Refused(string reason, string name, ChartQuestion instead) =>
        RefusedException.Because(reason, (name, instead));
}
