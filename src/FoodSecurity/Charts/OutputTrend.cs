using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts;

/// <summary>The one sentence over an output chart, computed from its longest series.</summary>
public static class OutputTrend
{
    /// <summary>
    /// A collapse, where output fell by half or more within ten years in view, and whether it was regained; else the change between the mean of the
    /// first and of the last five years.
    /// </summary>
    public static string Heading(IReadOnlyList<LabelledSeries> sources, int from, int to, Texts t)
    {
        foreach (var source in sources)
        {
            var points = source.Series.Points.Where(p => p.Value is > 0 && p.Period.Year >= from && p.Period.Year <= to).ToList();
            if (Collapse(points) is { } fall)
            {
                var regained = points.Any(p => p.Period.Year > fall.Low.Period.Year && p.Value >= fall.High.Value);
                var share = (decimal)(1 - fall.Low.Value!.Value / fall.High.Value!.Value);
                return t[
                    regained ? "trend.collapse-regained" : "trend.collapse",
                    How(share, t),
                    fall.High.Period.Label,
                    fall.Low.Period.Label
                ];
            }
        }

        var longest = sources.OrderByDescending(s => s.Series.Last!.Period.Year).ThenByDescending(s => s.Series.Points.Count).First();
        var view = longest.Series.Points.Where(p => p.Value is not null && p.Period.Year >= from && p.Period.Year <= to).ToList();
        if (view.Count < 10)
        {
            return t[
                "trend.short",
                view.Count > 0 ? view[0].Period.Label : SpecParts.Year(from),
                view.Count > 0 ? view[^1].Period.Label : SpecParts.Year(to)
            ];
        }

        decimal early = view.Take(5).Average(p => p.Value!.Value),
            late = view.TakeLast(5).Average(p => p.Value!.Value);
        var span = new object[] { $"{view[0].Period.Year}–{view[4].Period.Year}", $"{view[^5].Period.Year}–{view[^1].Period.Year}" };
        if (early <= 0)
        {
            return t["trend.began", span];
        }

        var ratio = late / early;
        return ratio switch
        {
            >= 3m => t["trend.times", [Numbers.Fixed(ratio, 1), .. span]],
            >= 1.95m => t["trend.doubled", span],
            >= 1.05m => t["trend.rose", [Numbers.Percent((ratio - 1) * 100, 0), .. span]],
            <= 0.95m => t["trend.fell", [Numbers.Percent((1 - ratio) * 100, 0), .. span]],
            _ => t["trend.level", span],
        };
    }

    private static (SeriesPoint High, SeriesPoint Low)? Collapse(IReadOnlyList<SeriesPoint> points)
    {
        (SeriesPoint High, SeriesPoint Low)? worst = null;
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count && points[j].Period.Year <= points[i].Period.Year + 10; j++)
            {
                if (
                    points[j].Value <= points[i].Value / 2
                    && (worst is null || points[j].Value / points[i].Value < worst.Value.Low.Value / worst.Value.High.Value)
                )
                {
                    worst = (points[i], points[j]);
                }
            }
        }

        return worst;
    }

    private static string How(decimal share, Texts t) =>
        share switch
        {
            >= 0.9m => t["trend.by-nine-tenths"],
            >= 0.75m => t["trend.by-three-quarters"],
            > 0.667m => t["trend.by-two-thirds"],
            > 0.5m => t["trend.by-more-than-half"],
            _ => t["trend.by-half"],
        };
}
