using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places dots and as many names as stay apart, those of greater weight first.</summary>
internal sealed class ScatterPlaces(PlacedChart chart, ScatterBody body)
{
    private readonly ChartSizes sizes = chart.Sizes;

    public double Place(double top)
    {
        double y = top;
        foreach (string line in TextLines.Wrap("↑ " + body.YTitle, chart.Width - 2 * sizes.Margin, sizes.Axis))
        {
            chart.Texts.Add(new(sizes.Margin, y + sizes.Axis, line, sizes.Axis, ChartPalette.Muted));
            y += sizes.Axis * 1.35;
        }
        y += sizes.Round(8);
        double height = sizes.PlotHeight * (sizes.Narrow ? 1.15 : 1.05);
        ValueAxis upright = ValueAxis.For(
            body.Dots.Select(dot => dot.Y),
            body.FromZero,
            (int)Math.Clamp(height / sizes.Round(56), 2, 6),
            null
        );
        double left = sizes.Margin + Pane.NumbersWidth(upright, sizes),
            right = chart.Width - sizes.Margin - sizes.Round(8);
        ValueAxis level = ValueAxis.For(
            body.Dots.Select(dot => dot.X),
            body.FromZero,
            (int)Math.Clamp((right - left) / sizes.Round(90), 2, 7),
            null
        );
        Pane pane = new(chart, new Box(left, Math.Ceiling(y), right, Math.Ceiling(y + height)), upright);
        pane.AddLevelGrid();
        PlotScale scale = new(pane.Box, level.Low, level.High, upright.Low, upright.High);
        PlaceDots(pane.Box, scale);
        double numbers = pane.Box.Bottom + sizes.Round(6) + sizes.Axis;
        foreach ((double value, string label) in level.Ticks.Zip(level.Labels))
        {
            double x = Pane.Crisp(scale.X(value)),
                half = ChartFonts.Width(label, sizes.Axis) / 2;
            chart.Shapes.Insert(
                0,
                PlacedShape.Line([new(x, pane.Box.Top), new(x, pane.Box.Bottom)], value == 0 ? ChartPalette.Base : ChartPalette.Hair, 1)
            );
            chart.Texts.Add(new(Math.Min(x, chart.Width - half), numbers, label, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle));
        }
        double title = numbers + sizes.Axis * 0.4;
        foreach (string line in TextLines.Wrap(body.XTitle + " →", right - left, sizes.Axis))
        {
            title += sizes.Axis * 1.3;
            chart.Texts.Add(new(right, title, line, sizes.Axis, ChartPalette.Muted, TextAnchor.End));
        }
        return title + sizes.Axis * 0.3;
    }

    private void PlaceDots(Box plot, PlotScale scale)
    {
        double radius = sizes.Round(body.Dots.Count > 40 ? 3 : 4);
        Obstacles obstacles = new(plot);
        if (body.IsPath)
        {
            Spot[] path = [.. body.Dots.Select(dot => scale.At(dot.X, dot.Y))];
            chart.Shapes.Add(PlacedShape.Line(path, FillInks.Quiet, sizes.Round(1.5)));
            foreach ((Spot a, Spot b) in path.Zip(path.Skip(1)))
            {
                obstacles.AddInk(a, b);
            }
        }
        foreach (ScatterDot dot in body.Dots)
        {
            Spot at = scale.At(dot.X, dot.Y);
            chart.Shapes.Add(
                PlacedShape.Dot(at, radius, FillInks.Of(dot.Fill).Ground) with
                {
                    Text = dot.Text,
                    Stroke = ChartPalette.Paper,
                    StrokeWidth = 1,
                }
            );
            obstacles.Add(Box.Around(at.X, at.Y, radius + 1));
        }
        foreach (ScatterDot dot in body.Dots.Where(dot => dot.Label.Length > 0).OrderByDescending(dot => dot.Weight))
        {
            PlaceName(dot, scale.At(dot.X, dot.Y), radius, plot, obstacles);
        }
    }

    private void PlaceName(ScatterDot dot, Spot at, double radius, Box plot, Obstacles obstacles)
    {
        double width = ChartFonts.Width(dot.Label, sizes.EndNote) * 1.02,
            size = sizes.EndNote,
            away = radius + sizes.Round(3);
        (double X, double Y)[] corners =
        [
            (at.X + away, at.Y + size * 0.36),
            (at.X - away - width, at.Y + size * 0.36),
            (at.X - width / 2, at.Y - away - size * 0.2),
            (at.X - width / 2, at.Y + away + size * 0.85),
            (at.X + away * 0.8, at.Y - away * 0.8),
            (at.X + away * 0.8, at.Y + away * 0.8 + size * 0.7),
            (at.X - away * 0.8 - width, at.Y - away * 0.8),
            (at.X - away * 0.8 - width, at.Y + away * 0.8 + size * 0.7),
        ];
        foreach ((double x, double y) in corners)
        {
            Box box = new(x, y - size * 0.85, x + width, y + size * 0.25);
            if (
                box.Left >= plot.Left - 1
                && box.Right <= chart.Width - 2
                && box.Top >= plot.Top - size * 0.5
                && box.Bottom <= plot.Bottom
                && obstacles.IsFree(box)
            )
            {
                chart.Texts.Add(new(x, y, dot.Label, size, ChartPalette.Ink) { Halo = true });
                obstacles.Add(box);
                return;
            }
        }
    }
}
