using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>One ingredient of a ratio: the element it is published as, and its part in the formula.</summary>
public sealed record RatioNeed(string Element, string Step);

/// <summary>Measures in per cent from several elements of one source, item and basis, year by year.</summary>
public static class RatioOf
{
    /// <summary>An indicator whose wrapper sets the years beside one another, so that its formula sees only years that have every figure.</summary>
    /// <param name="card">Its card; id and title name the measure.</param>
    /// <param name="needs">Its ingredients.</param>
    /// <param name="formula">Per cent from the values in the order of the needs, in one unit; null where they give none.</param>
    public static Indicator Measure(IndicatorCard card, IReadOnlyList<RatioNeed> needs, Func<IReadOnlyList<decimal>, decimal?> formula) =>
        new(card, input => IndicatorResult.Of(Series(card, needs, formula, input.Series)))
        {
            Needs = [.. needs.Select(n => n.Element)],
            Measure = new Element(card.Id, card.Title, "share", "percent", card.Formula),
        };

    private static TimeSeries? Series(
        IndicatorCard card,
        IReadOnlyList<RatioNeed> needs,
        Func<IReadOnlyList<decimal>, decimal?> formula,
        IReadOnlyList<SummandSeries> given
    )
    {
        var parts = needs.Select(n => given.FirstOrDefault(g => g.Series.Key.Element == n.Element)).OfType<SummandSeries>().ToList();
        if (parts.Count < needs.Count)
        {
            return null;
        }

        var byYear = parts.Select(p => YearlySteps.ByYear(p.Series)).ToList();
        var periods = parts.SelectMany(p => p.Series.Points).GroupBy(p => p.Period.Year).OrderBy(g => g.Key);
        var first = parts[0].Series;
        return YearlySteps.Computed(
            card,
            first with
            {
                Key = first.Key with { Element = card.Id },
            },
            "percent",
            periods.Select(g =>
            {
                var there = byYear.Select(y => y.GetValueOrDefault(g.Key)).ToList();
                var ingredients = there
                    .Zip(needs, parts)
                    .Where(p => p.First is not null)
                    .Select(p => new Part(p.Third.Series.Key, p.First!, p.Third.Factor, p.Second.Step))
                    .ToList();
                var whole = ingredients.Count == needs.Count && ingredients.Select(i => i.Point.Period).Distinct().Count() == 1;
                return YearlySteps.Point(
                    g.First(),
                    whole ? formula([.. ingredients.Select(i => i.Point.Value!.Value * i.Factor)]) : null,
                    ingredients
                );
            })
        ) with
        {
            AsOf = first.AsOf,
        };
    }
}
