namespace FoodSecurity.Charts.Kinds;

/// <summary>All kinds, in the order of the gallery.</summary>
public static class ChartKindCatalog
{
    public static IReadOnlyList<IChartKind> All { get; } =
    [
        new LineKind(),
        new SpreadKind(),
        new StackKind(),
        new BarKind(),
        new GroupedBarKind(),
        new StackedBarKind(),
        new DumbbellKind(),
        new SlopeKind(),
        new MultiplesKind(),
        new ScatterKind(),
        new SeasonKind(),
        new HeatKind(),
        new PhaseKind(),
        new BalanceKind(),
        new TornadoKind(),
        new VintageKind(),
        new CoverageKind(),
        new MapKind(),
    ];

    /// <summary>What any kind understands beyond the common address, in order of name.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [.. All.SelectMany(k => k.Card.Options).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The card of a kind's id; the plainest for an id that is none.</summary>
    public static ChartKindCard CardOf(string id) => Find(id)?.Card ?? new ChartKindCard(id);

    /// <summary>The kind of an id, or null.</summary>
    public static IChartKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);
}
