using FoodSecurity.Charts.Layout.Type;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>A value axis in a box: upright (values upwards) or level (values to the right).</summary>
internal sealed class Pane(PlacedChart chart, Box box, ValueAxis axis)
{
    public Box Box { get; } = box;
    public ValueAxis Axis { get; } = axis;

    public double Y(double value) => Box.Bottom - (value - Axis.Low) / (Axis.High - Axis.Low) * Box.Height;

    public double X(double value) => Box.Left + (value - Axis.Low) / (Axis.High - Axis.Low) * Box.Width;

    /// <summary>Width that the numbers beside an upright axis take.</summary>
    public static double NumbersWidth(ValueAxis axis, ChartSizes sizes) =>
        axis.Labels.Max(label => ChartFonts.Width(label, sizes.Axis)) + sizes.Round(8);

    /// <summary>Level hairlines with their numbers at the left; the line at zero is darker.</summary>
    public void AddLevelGrid(bool numbers = true)
    {
        ChartSizes sizes = chart.Sizes;
        foreach ((double value, string label) in Axis.Ticks.Zip(Axis.Labels))
        {
            double y = Crisp(Y(value));
            chart.Shapes.Add(
                PlacedShape.Line([new(Box.Left, y), new(Box.Right, y)], value == 0 ? ChartPalette.Base : ChartPalette.Hair, 1)
            );
            if (numbers)
            {
                chart.Texts.Add(
                    new(Box.Left - sizes.Round(7), y + sizes.Axis * 0.36, label, sizes.Axis, ChartPalette.Muted, TextAnchor.End)
                );
            }
        }
    }

    /// <summary>Upright hairlines with their numbers above.</summary>
    public void AddUprightGrid(double numbersAt)
    {
        ChartSizes sizes = chart.Sizes;
        double last = double.NegativeInfinity;
        foreach ((double value, string label) in Axis.Ticks.Zip(Axis.Labels))
        {
            double x = Crisp(X(value)),
                half = ChartFonts.Width(label, sizes.Axis) / 2;
            chart.Shapes.Add(
                PlacedShape.Line([new(x, Box.Top), new(x, Box.Bottom)], value == 0 ? ChartPalette.Base : ChartPalette.Hair, 1)
            );
            double at = Math.Clamp(x, half, Math.Max(half, chart.Width - half));
            if (at - half > last + sizes.Round(5))
            {
                chart.Texts.Add(new(at, numbersAt, label, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle));
                last = at + half;
            }
        }
    }

    /// <summary>A line one pixel wide is sharp on the middle of a pixel.</summary>
    public static double Crisp(double place) => Math.Floor(place) + 0.5;
}
