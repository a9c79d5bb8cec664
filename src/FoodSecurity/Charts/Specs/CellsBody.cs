namespace FoodSecurity.Charts.Specs;

/// <summary>A table of coloured cells: heat map, coverage.</summary>
public sealed record CellsBody : ChartBody
{
    public required IReadOnlyList<string> Columns { get; init; }
    public required IReadOnlyList<CellRow> Rows { get; init; }
    public IReadOnlyList<ChartKeyEntry> Key { get; init; } = [];

    /// <summary>True where columns are months or other few words that are never thinned to round years.</summary>
    public bool HasWords { get; init; }

    /// <summary>Title of the column at the right; empty: no column.</summary>
    public string SideTitle { get; init; } = "";
}

public sealed record CellRow(string Label, IReadOnlyList<Cell> Cells)
{
    public string Side { get; init; } = "";
}

/// <summary>One cell; <see cref="Inside"/> is printed where it fits.</summary>
public sealed record Cell(ChartFill? Fill)
{
    public string Inside { get; init; } = "";
    public string Text { get; init; } = "";
    public bool IsHollow { get; init; }

    /// <summary>Columns it covers.</summary>
    public int Span { get; init; } = 1;
}
