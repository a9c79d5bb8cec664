using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>Every indicator, one line each.</summary>
public static class IndicatorCatalog
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        GrainsTotal.Indicator,
        CerealsRiceAsPaddy.Indicator,
        YearOnYear.Indicator,
        SourceSpread.Indicator,
        CerealDeficit.Indicator,
        PerHead.Indicator,
        IndexOn.Indicator,
        ShareOf.Indicator,
        MovingMean.Indicator,
        OnBasis.Indicator,
        ImportDependency.Indicator,
        StocksToUse.Indicator,
    ];

    public static IReadOnlyList<IndicatorCard> Cards { get; } = [.. All.Select(i => i.Card)];

    /// <summary>Those that are measures of their own, as elements to ask for.</summary>
    public static IEnumerable<Element> Measures => All.Select(i => i.Measure).OfType<Element>();

    /// <summary>The indicator of an id, or null.</summary>
    public static Indicator? Find(string id) => All.FirstOrDefault(i => i.Card.Id == id);

    /// <summary>The indicator an element is computed by; null for a published element.</summary>
    public static Indicator? Computing(string element) => All.FirstOrDefault(i => i.Measure?.Code == element);

    /// <summary>A measure of one area from published series: once for each source, item and basis that has all it needs.</summary>
    /// <param name="indicator">One with needs.</param>
    /// <param name="published">Series of its needs, of one area.</param>
    public static IReadOnlyList<TimeSeries> Compute(Indicator indicator, IEnumerable<TimeSeries> published) =>
        [
            .. published
                .GroupBy(s => (s.Key.Dataset, s.Key.Item, s.Key.Basis, s.Key.Unit, s.Key.Frequency))
                .SelectMany(g => indicator.Compute(IndicatorInput.Of(g.OrderBy(s => s.Key.Dimensions.Length))).Series),
        ];

    /// <summary>The method note of an indicator (<c>Notes/id.md</c> beside the code), paragraph by paragraph; none where its card says all.</summary>
    public static IReadOnlyList<string> Note(string id)
    {
        using var stream = typeof(IndicatorCatalog).Assembly.GetManifestResourceStream($"FoodSecurity.Indicators.Notes.{id}.md");
        if (stream is null)
        {
            return [];
        }

        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Trim().Split("\n\n")];
    }
}
