namespace FoodSecurity.Charts.Specs;

/// <summary>Small charts side by side on one scale.</summary>
public sealed record FacetsBody : ChartBody
{
    public required IReadOnlyList<FacetPanel> Panels { get; init; }
    public IReadOnlyList<ChartKeyEntry> Key { get; init; } = [];
    public required double From { get; init; }
    public required double To { get; init; }

    /// <summary>False where every panel has a scale of its own.</summary>
    public bool SharesScale { get; init; } = true;
    public bool FromZero { get; init; } = true;
    public Func<double, string>? AxisNumber { get; init; }
}

/// <summary>One small chart.</summary>
public sealed record FacetPanel(string Title, IReadOnlyList<ChartLine> Lines)
{
    /// <summary>Quieter words beside the title: the last value.</summary>
    public string Note { get; init; } = "";
}
