using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>Total crop output by source: what the picture shows of its fall or rise, and by whose figures.</summary>
internal sealed class OutputWords : MeasureWords
{
    private const int Fewest = 10;
    private const int Window = 5;

    public override bool SpeaksOf(IReadOnlyList<LabelledSeries> series) =>
        AreOf(series, "production")
        && series.All(s => s.Series.Key.Item is "cereals" or "food-crops")
        && series.All(s => !s.Series.IsMonthly)
        && series.Select(s => s.Key).Distinct().Count() == series.Count;

    /// <summary>
    /// A collapse, where output fell by half or more within ten years in view, and whether it was regained; else the change between the mean of the
    /// first and of the last five years of the source that reaches furthest.
    /// </summary>
    public override string Heading(KindParts parts)
    {
        var t = parts.Texts;
        foreach (var source in parts.Series)
        {
            var points = parts.Points(source).Where(p => p.Value > 0).Select(p => p.Point).ToList();
            if (Collapse(points) is { } fall)
            {
                var regained = points.Any(p => p.Period.Year > fall.Low.Period.Year && p.Value >= fall.High.Value);
                var share = 1 - fall.Low.Value!.Value / fall.High.Value!.Value;
                var said = t[
                    regained ? "trend.collapse-regained" : "trend.collapse",
                    How(share, t),
                    fall.High.Period.Label,
                    fall.Low.Period.Label
                ];
                return BySource(said, source, parts);
            }
        }

        var longest = parts
            .Series.OrderByDescending(s => parts.Points(s).Last().Point.Period.Year)
            .ThenByDescending(s => parts.Points(s).Count())
            .First();
        var view = parts.Points(longest).ToList();
        if (view.Count < Fewest)
        {
            return t["trend.short", view[0].Point.Period.Label, view[^1].Point.Period.Label];
        }

        decimal early = view.Take(Window).Average(p => p.Value),
            late = view.TakeLast(Window).Average(p => p.Value);
        string first = Years(view.Take(Window)),
            last = Years(view.TakeLast(Window));
        if (early <= 0)
        {
            return BySource(t["trend.began", first, last], longest, parts);
        }

        var ratio = late / early;
        return BySource(
            ratio switch
            {
                >= 3m => t["trend.times", Numbers.Fixed(ratio, 1), first, last],
                >= 1.95m => t["trend.doubled", first, last],
                >= 1.05m => t["trend.rose", Numbers.Percent((ratio - 1) * 100, 0), first, last],
                <= 0.95m => t["trend.fell", Numbers.Percent((1 - ratio) * 100, 0), first, last],
                _ => t["trend.level", first, last],
            },
            longest,
            parts
        );
    }

    private static string Years(IEnumerable<(SeriesPoint Point, decimal Value)> points) =>
        $"{points.First().Point.Period.Year}–{points.Last().Point.Period.Year}";

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
