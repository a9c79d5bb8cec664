using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>What indicators that turn one series into another, year by year, have in common.</summary>
internal static class YearlySteps
{
    /// <summary>The series with new points under an indicator's name; what was published keeps its key inside the parts.</summary>
    public static TimeSeries Computed(IndicatorCard card, TimeSeries from, string unit, IEnumerable<SeriesPoint> points) =>
        new()
        {
            Key = from.Key with { Unit = unit, Dimensions = With(from.Key.Dimensions, card.Id), Native = "" },
            Points = [.. points],
            AsOf = from.AsOf,
        };

    /// <summary>A computed point: value, and the points it was made from; its status is the least certain of theirs.</summary>
    public static SeriesPoint Point(SeriesPoint at, decimal? value, IReadOnlyList<Part> parts) =>
        new()
        {
            Period = at.Period,
            Value = value,
            Status = value is null ? Observations.ObservationStatus.Missing : SumOf.LeastCertain(parts.Select(p => p.Point.Status)),
            IsBreak = at.IsBreak,
            IsDerived = parts.Any(p => p.Point.IsDerived),
            PublishedOn = parts.Select(p => p.Point.PublishedOn).Max(StringComparer.Ordinal) ?? "",
            Parts = parts,
        };

    /// <summary>The points with a value by year; of several of one year the last.</summary>
    public static Dictionary<int, SeriesPoint> ByYear(TimeSeries series)
    {
        var years = new Dictionary<int, SeriesPoint>();
        foreach (var point in series.Points.Where(p => p.Value is not null))
        {
            years[point.Period.Year] = point;
        }

        return years;
    }

    /// <summary>Dimensions with the indicator's name; one that was there goes before it ("grains-total|per-head").</summary>
    private static string With(string dimensions, string indicator)
    {
        var pairs = dimensions.Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        var at = pairs.FindIndex(p => p.StartsWith("indicator=", StringComparison.Ordinal));
        if (at >= 0)
        {
            pairs[at] += "|" + indicator;
        }
        else
        {
            pairs.Add("indicator=" + indicator);
        }

        return string.Join(';', pairs.Order(StringComparer.Ordinal));
    }
}
