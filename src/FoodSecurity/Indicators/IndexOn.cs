using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>A series with one of its years set to 100.</summary>
public static class IndexOn
{
    public static readonly IndicatorCard Card = new(
        "index",
        "Index on a base year",
        "index, base year = 100",
        "100 × value ÷ value of the base year; of months ÷ the mean of its months",
        "Arithmetic.",
        "Refused where the base year has no value or none above zero; other years are missing where the value is."
    );

    public static readonly Indicator Indicator = new(Card, input =>
        IndicatorResult.Of(input.Series.Select(s => Of(s.Series, input.BaseYear)))
    );

    /// <summary>True where the series can have this year as its base.</summary>
    public static bool CanStandOn(TimeSeries series, int year) =>
        Base(series, year) is { Count: > 0 } on && on.Average(p => p.Value!.Value) > 0;

    /// <exception cref="ArgumentException">The base year has no value above zero.</exception>
    public static TimeSeries Of(TimeSeries series, int year)
    {
        if (!CanStandOn(series, year))
        {
            throw new ArgumentException("An index needs a value above zero in its base year.", nameof(year));
        }

        var on = Base(series, year);
        var value100 = on.Average(p => p.Value!.Value);
        var divisors = on.Select(p => new Part(series.Key, p, 1m / on.Count, on.Count == 1 ? "divides" : $"÷ {on.Count}, divides"))
            .ToList();
        return YearlySteps.Computed(
            Card,
            series,
            "index",
            series.Points.Select(p =>
                p.Value is { } value
                    ? YearlySteps.Point(p, 100m * value / value100, [new Part(series.Key, p, 100m, ""), .. divisors])
                    : YearlySteps.Point(p, null, [])
            )
        );
    }

    /// <summary>What is 100: the value of the year; of months the mean of those of the year that have a figure, because one month is no year.</summary>
    private static List<SeriesPoint> Base(TimeSeries series, int year) =>
        series.IsMonthly ? [.. series.Points.Where(p => p.Value is not null && p.Period.Year == year)]
        : YearlySteps.ByYear(series).TryGetValue(year, out var point) ? [point]
        : [];
}
