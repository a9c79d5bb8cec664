using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>A quantity divided by the people of the same year.</summary>
public static class PerHead
{
    public static readonly IndicatorCard Card = new(
        "per-head",
        "Per head",
        "kg per person and year; m² per person",
        "value ÷ population of the same year",
        "Population: FAO annual population (OA) or the World Bank's SP.POP.TOTL, one of them for a whole picture and named on it.",
        "Missing where the value or the year's population is; population is never carried forward. A marketing year takes the population of its first year."
    );

    public static readonly Indicator Indicator = new(Card, input =>
        IndicatorResult.Of(
            input.Series.Select(s =>
                Of(
                    s.Series,
                    s.Factor,
                    input.PerBase,
                    input.Unit,
                    input.People ?? throw new ArgumentException("Per head needs people.", nameof(input)),
                    input.Persons
                )
            )
        )
    );

    /// <summary>Kilograms or square metres a person and year.</summary>
    /// <param name="series">A quantity; times <paramref name="factor"/> it is in tonnes or hectares.</param>
    /// <param name="factor">To tonnes or hectares.</param>
    /// <param name="perBase">1000 kg to the tonne, 10,000 m² to the hectare.</param>
    /// <param name="unit">Unit code of the result.</param>
    /// <param name="population">People of the same area.</param>
    /// <param name="persons">Factor to persons.</param>
    public static TimeSeries Of(TimeSeries series, decimal factor, decimal perBase, string unit, TimeSeries population, decimal persons)
    {
        var people = YearlySteps.ByYear(population);
        return YearlySteps.Computed(
            Card,
            series,
            unit,
            series.Points.Select(p =>
            {
                if (p.Value is not { } value || !people.TryGetValue(p.Period.Year, out var count) || count.Value is not > 0)
                {
                    return YearlySteps.Point(p, null, []);
                }

                return YearlySteps.Point(
                    p,
                    value * factor * perBase / (count.Value.Value * persons),
                    [new Part(series.Key, p, factor * perBase, ""), new Part(population.Key, count, persons, "divides")]
                );
            })
        );
    }
}
