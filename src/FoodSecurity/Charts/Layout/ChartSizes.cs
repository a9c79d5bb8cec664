using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>Type sizes and spaces of one drawing, in CSS pixels. A wide picture is not a narrow one blown up, and the reverse.</summary>
internal sealed class ChartSizes
{
    public ChartSizes(ChartFrame frame)
    {
        bool picture = frame.Form == ChartForm.Picture;
        Narrow = frame.IsNarrow;
        Unit = Narrow ? 1 : Math.Clamp(frame.Width / (picture ? 860.0 : 1000.0), 1, 2.6);
        Axis = Round(Narrow ? 13 : 12);
        Label = Round(Narrow ? 13.5 : 13);
        EndNote = Round(Narrow ? 12.5 : 12);
        Title = Round(Narrow ? 20 : 21);
        Subtitle = Round(14.5);
        Excerpt = Round(14);
        Small = Round(12);
        PinRadius = Round(Narrow ? 11 : 10);
        PinText = Round(12);
        LineWidth = Round(2.2);
        MarkRadius = Round(2.8);
        Margin = picture ? Round(Narrow ? 16 : 22) : 0;
        PlotHeight = frame.PlotHeight ?? Math.Round(Narrow ? frame.Width * 0.76 : frame.Width * (picture ? 0.42 : 0.45));
    }

    public bool Narrow { get; }

    /// <summary>What one pixel of the 760 px drawing measures here.</summary>
    public double Unit { get; }
    public double Axis { get; }
    public double Label { get; }
    public double EndNote { get; }
    public double Title { get; }
    public double Subtitle { get; }
    public double Excerpt { get; }
    public double Small { get; }
    public double PinRadius { get; }
    public double PinText { get; }
    public double LineWidth { get; }

    /// <summary>References are lighter than data.</summary>
    public double WidthOf(ChartLine line) => line.IsReference ? Round(1) : LineWidth;

    public double MarkRadius { get; }
    public double Margin { get; }
    public double PlotHeight { get; }

    /// <summary>A length of the 760 px drawing in this one, to the half pixel.</summary>
    public double Round(double length) => Math.Round(length * Unit * 2, MidpointRounding.AwayFromZero) / 2;
}
