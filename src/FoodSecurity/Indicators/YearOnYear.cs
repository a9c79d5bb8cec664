using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>Change on the year before.</summary>
public static class YearOnYear
{
    public static readonly IndicatorCard Card = new(
        "change-on-year-before",
        "Change on the year before",
        "ratio",
        "value ÷ value of the year before − 1",
        "Arithmetic.",
        "Missing where either year is missing or the earlier one is not above zero; years are never skipped."
    );

    public static readonly Indicator Indicator = new(Card, input => IndicatorResult.Of(input.Series.Select(s => Of(s.Series))));

    /// <summary>The change of one year, or null; 0.0687 is +6.87 %.</summary>
    public static decimal? At(TimeSeries series, int year) =>
        series.At(year)?.Value is { } now && series.At(year - 1)?.Value is { } before && before > 0 ? now / before - 1 : null;

    /// <summary>The change of every year in per cent.</summary>
    public static TimeSeries Of(TimeSeries series)
    {
        // Months are compared with the same month: a season is no change.
        static (int, int) Of(SeriesPoint p, int back) =>
            (
                p.Period.Year - back,
                p.Period.Kind is Observations.PeriodKind.Month or Observations.PeriodKind.Day ? p.Period.Start.Month : 0
            );
        var years = new Dictionary<(int, int), SeriesPoint>();
        foreach (var point in series.Points.Where(p => p.Value is not null))
        {
            years[Of(point, 0)] = point;
        }

        return YearlySteps.Computed(
            Card,
            series,
            "percent",
            series.Points.Select(p =>
                p.Value is { } now && years.TryGetValue(Of(p, 1), out var before) && before.Value > 0
                    ? YearlySteps.Point(
                        p,
                        100m * (now / before.Value.Value - 1),
                        [new Part(series.Key, p, 1m, ""), new Part(series.Key, before, 1m, "the year before")]
                    )
                    : YearlySteps.Point(p, null, [])
            )
        );
    }
}
