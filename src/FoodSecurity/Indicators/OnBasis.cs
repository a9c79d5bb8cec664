using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>One crop of one source brought from its published basis to another by that source's own published factor.</summary>
public static class OnBasis
{
    public static readonly IndicatorCard Card = new(
        "on-basis",
        "Brought to another basis",
        "as the series",
        "value × factor from the published basis to the other (÷ where the factor goes the other way)",
        "Factors with their sources: seeds/factors.csv.",
        "Missing where the published value is. Without a published factor of that source nothing is converted."
    );

    public static readonly Indicator Indicator = new(Card, input =>
        IndicatorResult.Of(
            input.Series.Select(s =>
                Of(
                    s.Series,
                    input.Basis,
                    input.Factor ?? throw new ArgumentException("Another basis needs a factor.", nameof(input)),
                    input.IsDivided
                )
            )
        )
    );

    /// <param name="series">Series on its published basis.</param>
    /// <param name="basis">Code of the basis wanted.</param>
    /// <param name="factor">Its factor with the citation.</param>
    /// <param name="isDivided">True where the factor goes from the wanted basis to the published one.</param>
    public static TimeSeries Of(TimeSeries series, string basis, Factor factor, bool isDivided)
    {
        var times = isDivided ? 1m / factor.Value : factor.Value;
        var note = System.FormattableString.Invariant($"{(isDivided ? "÷" : "×")} {factor.Value} ({factor.Citation})");
        var made = YearlySteps.Computed(
            Card,
            series,
            series.Key.Unit,
            series.Points.Select(p =>
                p.Value is { } value
                    ? YearlySteps.Point(p, value * times, [new Part(series.Key, p, times, note)])
                    : YearlySteps.Point(p, null, [])
            )
        );
        return made with { Key = made.Key with { Basis = basis } };
    }
}
