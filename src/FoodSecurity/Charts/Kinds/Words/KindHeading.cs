using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>Headings computed from the numbers: what rose or fell, who is first, how wide sources lie apart.</summary>
internal static class KindHeading
{
    private const int Months = 12;

    /// <summary>What is special to say of a measure; else, of one series its change from the first to the last five years in view. Several: the one with the largest last figure.</summary>
    public static string Trend(KindParts parts)
    {
        if (Measures.WordsFor(parts)?.Heading(parts) is { } said)
        {
            return said;
        }

        var t = parts.Texts;
        if (parts.Series.Count > 1)
        {
            return First(parts);
        }

        var points = parts.Points(parts.Series[0]).ToList();
        if (parts.Input.Scale == ChartScale.Change || points.Count < 2)
        {
            return t["kind.heading.lines", parts.Input.Subject, parts.Span];
        }

        // Of months whole years are compared: a season is no trend.
        var isMonthly = points.Any(p => p.Point.Period.Kind is PeriodKind.Month or PeriodKind.Day);
        if (isMonthly && points.Count < 2 * Months)
        {
            return t["kind.heading.lines", parts.Input.Subject, parts.Span];
        }

        var window = isMonthly ? Months : Math.Clamp(points.Count / 3, 1, 5);
        decimal early = points.Take(window).Average(p => p.Value),
            late = points.TakeLast(window).Average(p => p.Value);
        string first = Name(points.Take(window).ToList()),
            last = Name(points.TakeLast(window).ToList());
        if (early <= 0)
        {
            return t["kind.heading.lines", parts.Input.Subject, parts.Span];
        }

        var ratio = late / early;
        return ratio switch
        {
            >= 1.95m => t["kind.heading.times", parts.Input.Subject, Numbers.Fixed(ratio, 1), first, last],
            >= 1.03m => t["kind.heading.rose", parts.Input.Subject, Numbers.Percent((ratio - 1) * 100, 0), first, last],
            <= 0.97m => t["kind.heading.fell", parts.Input.Subject, Numbers.Percent((1 - ratio) * 100, 0), first, last],
            _ => t["kind.heading.level", parts.Input.Subject, first, last],
        };
    }

    /// <summary>Who has the highest figure of the last moment.</summary>
    private static string First(KindParts parts)
    {
        var year = parts.Moment;
        var highest = Highest(parts, year);
        return
            highest is null
            || !parts.HasRank
            || parts.Input.Scale is ChartScale.Index or ChartScale.Change
            || parts.Series.Select(s => s.Series.Key.Element).Distinct().Skip(1).Any()
            ? parts.Texts["kind.heading.lines", parts.Input.Subject, parts.Span]
            : parts.Texts[
                "kind.heading.rank",
                parts.Input.Subject,
                parts.Name(highest),
                parts.SayAt(highest, year),
                parts.PeriodName(year)
            ];
    }

    /// <summary>The one series that stands above all others at a year; null where fewer than two have a figure or the first are equal.</summary>
    public static LabelledSeries? Highest(KindParts parts, int year)
    {
        var order = parts.Series.Where(s => KindParts.At(s, year) is not null).OrderByDescending(s => KindParts.At(s, year)).ToList();
        return order.Count < 2 || KindParts.At(order[0], year) == KindParts.At(order[1], year) ? null : order[0];
    }

    private static string Name(List<(Series.SeriesPoint Point, decimal Value)> points) =>
        points.Count == 1 || points[0].Point.Period.Year == points[^1].Point.Period.Year
            ? points[0].Point.Period.Kind is PeriodKind.Month or PeriodKind.Day
                ? KindParts.Year(points[0].Point.Period.Year)
                : points[0].Point.Period.Label
            : $"{points[0].Point.Period.Year}–{points[^1].Point.Period.Year}";
}
