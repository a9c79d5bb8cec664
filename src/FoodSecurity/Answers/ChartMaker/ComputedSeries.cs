using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The series of a computed measure of one area: of each crop, and of all cereals of a source that publishes its grains.</summary>
internal static class ComputedSeries
{
    /// <param name="indicator">One with needs.</param>
    /// <param name="read">The published series of an element.</param>
    /// <param name="words">What its sources publish.</param>
    /// <param name="t">Texts for what is left out.</param>
    public static IReadOnlyList<TimeSeries> Of(Indicator indicator, Func<string, IReadOnlyList<TimeSeries>> read, Vocabulary words, Texts t)
    {
        var published = indicator.Needs.SelectMany(read).ToList();
        var basis = new BasisSteps(words, "", t);
        var sums = published
            .GroupBy(s => (s.Key.Dataset, s.Key.Element))
            .Where(g => words.Datasets[g.Key.Dataset].Cereals == CerealsFrom.Grains)
            .SelectMany(g => basis.Cereals(g.Key.Dataset, [.. g]));
        return IndicatorCatalog.Compute(indicator, published.Concat(sums));
    }
}
