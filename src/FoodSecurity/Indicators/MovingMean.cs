using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>A mean over three or five years that moves along: centred on its year, or of the year and those before it.</summary>
public static class MovingMean
{
    public static readonly IndicatorCard Card = new(
        "moving-mean",
        "Moving mean",
        "as the series",
        "mean of 3 or 5 neighbouring years: centred, or trailing (the year and those before it)",
        "Arithmetic.",
        "A year counts only where every year of its window has a value; windows are never shortened at the ends."
    );

    public static readonly Indicator Indicator = new(Card, input =>
        IndicatorResult.Of(input.Series.Select(s => Of(s.Series, input.Years, input.IsTrailing)))
    );

    /// <param name="series">Yearly values.</param>
    /// <param name="years">3 or 5.</param>
    /// <param name="isTrailing">True: the year and those before it.</param>
    public static TimeSeries Of(TimeSeries series, int years, bool isTrailing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 2);
        var byYear = YearlySteps.ByYear(series);
        return YearlySteps.Computed(
            Card,
            series,
            series.Key.Unit,
            series.Points.Select(p =>
            {
                var first = isTrailing ? p.Period.Year - years + 1 : p.Period.Year - years / 2;
                var window = Enumerable.Range(first, years).Select(y => byYear.GetValueOrDefault(y)).ToList();
                if (window.Any(w => w is null))
                {
                    return YearlySteps.Point(p, null, []);
                }

                var parts = window.Select(w => new Part(series.Key, w!, 1m / years, $"÷ {years}")).ToList();
                return YearlySteps.Point(p, parts.Sum(part => part.Point.Value!.Value) / years, parts);
            })
        );
    }
}
