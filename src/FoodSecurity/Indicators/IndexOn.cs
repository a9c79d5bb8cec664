using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>A series with one of its years set to 100.</summary>
public static class IndexOn
{
    public static readonly IndicatorCard Card = new(
        "index", "Index on a base year", "index, base year = 100", "100 × value ÷ value of the base year", "Arithmetic.",
        "Refused where the base year has no value or none above zero; other years are missing where the value is.");

    /// <summary>True where the series can have this year as its base.</summary>
    public static bool CanStandOn(TimeSeries series, int year) => YearlySteps.ByYear(series).TryGetValue(year, out var point) && point.Value > 0;

    /// <exception cref="ArgumentException">The base year has no value above zero.</exception>
    public static TimeSeries Of(TimeSeries series, int year)
    {
        if (!CanStandOn(series, year))
        {
            throw new ArgumentException("An index needs a value above zero in its base year.", nameof(year));
        }

        var on = YearlySteps.ByYear(series)[year];
        return YearlySteps.Computed(Card, series, "index", series.Points.Select(p => p.Value is { } value
            ? YearlySteps.Point(p, 100m * value / on.Value!.Value, [new Part(series.Key, p, 100m, ""), new Part(series.Key, on, 1m, "divides")])
            : YearlySteps.Point(p, null, [])));
    }
}
