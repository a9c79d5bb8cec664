namespace FoodSecurity.Charts.Kinds;

/// <summary>All kinds, in the order of the gallery.</summary>
public static class ChartKindCatalog
{
    public static IReadOnlyList<IChartKind> All { get; } =
    [
        new LineKind(),
    ];

    /// <summary>The kind of an id, or null.</summary>
    public static IChartKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);
}
