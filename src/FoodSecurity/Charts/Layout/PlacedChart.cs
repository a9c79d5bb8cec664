using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>A chart whose every part has its place in pixels: all that is left to do is to draw it.</summary>
internal sealed class PlacedChart(ChartSpec spec, ChartFrame frame)
{
    public ChartSpec Spec { get; } = spec;
    public ChartFrame Frame { get; } = frame;
    public ChartSizes Sizes { get; } = new(frame);
    public double Width => Frame.Width;
    public double Height { get; set; }
    public ValueAxis Values { get; set; } = new(0, 1, [0], [""]);
    public PlotScale Scale { get; set; } = new(default, 0, 1, 0, 1);

    /// <summary>The highest grid line; above it is the lane of pins.</summary>
    public double PlotTop { get; set; }
    public IReadOnlyList<double> YearTicks { get; set; } = [];

    /// <summary>Width of a bar in units of X.</summary>
    public double BarWidth { get; set; }
    public IReadOnlyList<LineParts> Lines { get; set; } = [];
    public List<PlacedBand> Bands { get; } = [];

    /// <summary>Areas, paths and dots of a body, drawn in this order before everything else.</summary>
    public List<PlacedShape> Shapes { get; } = [];
    public List<PlacedStroke> Strokes { get; } = [];
    public List<PlacedText> Texts { get; } = [];
    public List<PlacedPin> Pins { get; } = [];

    /// <summary>Labels that found no place in the plot: a key under it.</summary>
    public List<(ChartInk Ink, string Text, bool IsThin)> KeyRows { get; } = [];

    /// <summary>True when no value at all is in view.</summary>
    public bool IsEmpty { get; set; }
    public Box Plot => Scale.Area with { Top = PlotTop };
}

internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>One line of text; Y is its base line.</summary>
internal sealed record PlacedText(double X, double Y, string Text, double Size, ChartInk Ink, TextAnchor Anchor = TextAnchor.Start)
{
    public bool Bold { get; init; }

    /// <summary>BCP 47, of words in another language than the picture's; else "".</summary>
    public string Language { get; init; } = "";

    /// <summary>True for words that run from right to left; the anchor still says which side X is.</summary>
    public bool FromRight { get; init; }

    /// <summary>True for words that stand over the grid: they get a thin margin of paper.</summary>
    public bool Halo { get; init; }

    /// <summary>Degrees, clockwise, about the anchor.</summary>
    public double Turn { get; init; }

    public Box Box
    {
        get
        {
            double width = ChartFonts.Width(Text, Size, Bold);
            double left = Anchor switch
            {
                TextAnchor.Middle => X - width / 2,
                TextAnchor.End => X - width,
                _ => X,
            };
            return new(left, Y - Size * 0.8, left + width, Y + Size * 0.24);
        }
    }
}

/// <summary>A numbered pin with the spot it points at; null: it stands on its band. It marks a year where it points at no value.</summary>
internal sealed record PlacedPin(int Number, double X, double Y, double Radius)
{
    public Spot? Target { get; init; }

    /// <summary>Where the stem of a pin above the plot turns down to its target, so that it meets its year upright.</summary>
    public Spot? Elbow { get; init; }

    /// <summary>The stem, drawn behind the pin.</summary>
    public IReadOnlyList<Spot> Stem =>
        Target is not { } target ? []
        : Elbow is { } elbow ? [new(X, Y), elbow, target]
        : [new(X, Y), target];
    public bool IsYear { get; init; }
    public ChartInk StemInk { get; init; } = ChartPalette.Pin;
    public string Address { get; init; } = "";
    public bool IsPeriod { get; init; }
    public Box Box => Box.Around(X, Y, Radius);
}

/// <summary>A straight stroke: a leader from line to label, a break, a mark for a missing bar.</summary>
internal sealed record PlacedStroke(Spot From, Spot To, ChartInk Ink, double Width);

/// <summary>A band in units of X, already clipped to the view; it fades where the period has no end.</summary>
internal sealed record PlacedBand(double From, double To, ChartInk Ink, double Opacity, bool FadesLeft, bool FadesRight);
