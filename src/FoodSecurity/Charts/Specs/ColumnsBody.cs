namespace FoodSecurity.Charts.Specs;

/// <summary>Upright bars of several series over years or other categories: side by side or on top of each other.</summary>
public sealed record ColumnsBody : ChartBody
{
    public required IReadOnlyList<string> Categories { get; init; }
    public required IReadOnlyList<ColumnSeries> Series { get; init; }
    public bool IsStacked { get; init; }
    public Func<double, string>? AxisNumber { get; init; }

    /// <summary>How a value is printed above a single column or a whole stack; null: not.</summary>
    public Func<double, string>? ValueNumber { get; init; }
}

/// <summary>One colour of columns; a null value is missing and leaves its place open.</summary>
public sealed record ColumnSeries(string Label, ChartFill Fill, IReadOnlyList<double?> Values)
{
    /// <summary>Whether each value is an estimate or forecast; empty: none.</summary>
    public IReadOnlyList<bool> Hollow { get; init; } = [];
}
