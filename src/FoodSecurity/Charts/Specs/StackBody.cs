namespace FoodSecurity.Charts.Specs;

/// <summary>Parts of a whole over time, one on top of the other, the first at the bottom.</summary>
public sealed record StackBody : ChartBody
{
    /// <summary>Positions in order, in years.</summary>
    public required IReadOnlyList<double> X { get; init; }
    public required IReadOnlyList<StackLayer> Layers { get; init; }
    public Func<double, string>? AxisNumber { get; init; }
}

/// <summary>One part; where any layer lacks a figure the whole stack is left open.</summary>
public sealed record StackLayer(string Label, string EndNote, ChartFill Fill, IReadOnlyList<double?> Values);
