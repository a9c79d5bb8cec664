namespace FoodSecurity.Charts.Specs;

/// <summary>Two measures of many things: one dot each, named.</summary>
public sealed record ScatterBody : ChartBody
{
    public required IReadOnlyList<ScatterDot> Dots { get; init; }

    /// <summary>What stands on each axis, with its unit.</summary>
    public required string XTitle { get; init; }
    public required string YTitle { get; init; }
    public bool FromZero { get; init; } = true;

    /// <summary>True where the dots are moments of one thing and are joined in order.</summary>
    public bool IsPath { get; init; }
}

public sealed record ScatterDot(double X, double Y, string Label, ChartFill Fill)
{
    public string Text { get; init; } = "";

    /// <summary>Labels of higher weight are placed first.</summary>
    public double Weight { get; init; }
}
