namespace FoodSecurity.Charts.Specs;

/// <summary>Level bars or dots, one row each: ranks, two moments, phases, balances, sensitivities.</summary>
public sealed record RowsBody : ChartBody
{
    public required IReadOnlyList<ChartRow> Rows { get; init; }
    public IReadOnlyList<ChartKeyEntry> Key { get; init; } = [];

    /// <summary>Upright lines with words: a threshold, a central value.</summary>
    public IReadOnlyList<RowRule> Rules { get; init; } = [];

    /// <summary>True where bars stand on zero; dots need not.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>Fixed end of the axis (100 for shares); null: from the values.</summary>
    public double? Highest { get; init; }

    /// <summary>Title of the column at the right; empty: no column.</summary>
    public string SideTitle { get; init; } = "";
    public Func<double, string>? AxisNumber { get; init; }
}

/// <summary>One row.</summary>
public sealed record ChartRow(string Label)
{
    public IReadOnlyList<RowSegment> Segments { get; init; } = [];
    public IReadOnlyList<RowDot> Dots { get; init; } = [];

    /// <summary>Words in the column at the right.</summary>
    public string Side { get; init; } = "";

    /// <summary>True for sums: bold, with a hairline above.</summary>
    public bool IsTotal { get; init; }

    /// <summary>True for a line of words that begins a group.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Says why there is nothing ("no figure"); empty where there is something.</summary>
    public string Missing { get; init; } = "";
}

/// <summary>A stretch of bar between two values.</summary>
public sealed record RowSegment(double From, double To, ChartFill Fill)
{
    /// <summary>Bars beneath each other in one row are counted from 0.</summary>
    public int Lane { get; init; }

    /// <summary>Printed inside where it fits.</summary>
    public string Inside { get; init; } = "";

    /// <summary>Printed beyond <see cref="To"/>, away from <see cref="From"/>.</summary>
    public string Beyond { get; init; } = "";
    public bool IsHollow { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>A dot at a value; the dots of a row are joined.</summary>
public sealed record RowDot(double X, ChartFill Fill)
{
    public string Label { get; init; } = "";
    public bool IsHollow { get; init; }
    public string Text { get; init; } = "";
}

public sealed record RowRule(double X, string Label);
