using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>
/// All grains of one source added up, each on the basis it is published on. USDA counts rice as milled, the other grains as harvested.
/// </summary>
public static class GrainsTotal
{
    public static readonly IndicatorCard Card = new(
        "grains-total",
        "All grains of one source",
        "1000 t or 1000 ha",
        "Sum over the grains the source publishes for the area: rice as milled, wheat, maize, barley, rye, oats, millet, sorghum and mixed grain.",
        "USDA FAS, Production, Supply and Distribution database: grains, marketing years as published.",
        "A year counts where every grain that is published both before and after it is there; a grain that the source does not publish for the area is not part of the sum."
    );

    public static readonly Indicator Indicator = new(Card, input => IndicatorResult.Of(Sum([.. input.Series.Select(s => s.Series)])));

    /// <summary>Adds series of one source, element and unit; the result names the items that went in.</summary>
    /// <param name="grains">One series for each grain, same dataset, element and unit.</param>
    public static TimeSeries? Sum(IReadOnlyList<TimeSeries> grains) =>
        SumOf.Years(
            Card,
            grains.Where(g => !g.IsEmpty).Select(g => new SummandSeries(g, 1m, "")).ToList(),
            "cereals",
            grains.Any(g => g.Key.Basis == "milled") ? "rice-milled" : ""
        );
}
