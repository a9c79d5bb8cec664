namespace FoodSecurity.Charts.Layout;

/// <summary>What stands around a chart and how large it is drawn. The height follows from the content.</summary>
public sealed record ChartFrame
{
    /// <summary>Below this width the chart is drawn for a phone: larger text, fewer ticks, labels inside the plot.</summary>
    public const int NarrowBelow = 520;

    private readonly int width = 760;
    private readonly int scale = 1;

    /// <summary>Width in CSS pixels, 320 to 2400; what lies outside is brought to the nearest of them.</summary>
    public int Width
    {
        get => width;
        init => width = Math.Clamp(value, 320, 2400);
    }

    /// <summary>Inside a page, or a picture that stands alone.</summary>
    public ChartForm Form { get; init; } = ChartForm.Page;

    /// <summary>Device pixels per CSS pixel of a PNG: 1 or 2. An SVG has none.</summary>
    public int Scale
    {
        get => scale;
        init => scale = Math.Clamp(value, 1, 2);
    }

    /// <summary>Height of the plot between lowest and highest grid line; null: what suits the width.</summary>
    public int? PlotHeight { get; init; }

    /// <summary>True for the drawing made for a phone.</summary>
    public bool IsNarrow => Width < NarrowBelow;
}

/// <summary>What surrounds a chart.</summary>
public enum ChartForm
{
    /// <summary>The plot with axis, labels and pins; the page says title, excerpts and sources in HTML around it.</summary>
    Page,

    /// <summary>Stands alone: title, subtitle, plot, numbered excerpts, notes, sources and address in one picture.</summary>
    Picture,
}
