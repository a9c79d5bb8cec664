using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>Areas, paths or dots in pixels, with one style.</summary>
internal sealed record PlacedShape(IReadOnlyList<IReadOnlyList<Spot>> Paths)
{
    /// <summary>True for areas; their rings are filled by the even-odd rule.</summary>
    public bool IsClosed { get; init; } = true;
    public ChartInk? Fill { get; init; }
    public double FillOpacity { get; init; } = 1;
    public ShapeHatch Hatch { get; init; }
    public ChartInk? Stroke { get; init; }
    public double StrokeWidth { get; init; } = 1;
    public ShapeDash Dash { get; init; }

    /// <summary>Larger than 0: every spot is a dot of this radius instead of a corner of a path.</summary>
    public double DotRadius { get; init; }

    /// <summary>Read-out shown by a browser over the shape.</summary>
    public string Text { get; init; } = "";

    public static PlacedShape Of(Box box) =>
        new([
            [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)],
        ]);

    /// <summary>A surface in the colour or hatching of its meaning.</summary>
    public static PlacedShape Of(Box box, ChartFill fill)
    {
        (ChartInk ground, ShapeHatch hatch) = FillInks.Of(fill);
        return Of(box) with { Fill = ground, Hatch = hatch };
    }

    public static PlacedShape Line(IReadOnlyList<Spot> path, ChartInk ink, double width, ShapeDash dash = ShapeDash.None) =>
        new([path])
        {
            IsClosed = false,
            Stroke = ink,
            StrokeWidth = width,
            Dash = dash,
        };

    public static PlacedShape Dot(Spot at, double radius, ChartInk ink, bool hollow = false) =>
        new([
            [at],
        ])
        {
            DotRadius = radius,
            Fill = hollow ? ChartPalette.Paper : ink,
            Stroke = ink,
            StrokeWidth = hollow ? radius * 0.5 : 0,
        };
}

internal enum ShapeHatch
{
    None,
    Slanted,
    Crossed,
    Dotted,
}

internal enum ShapeDash
{
    None,
    Dashes,
    Dots,
}
