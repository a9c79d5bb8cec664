using FoodSecurity.Charts.Layout;
using ScottPlot;
using ScottPlot.Plottables;

namespace FoodSecurity.Charts.Rendering;

/// <summary>One source's line as ScottPlot plottables: strokes first, marks above them.</summary>
internal static class LinePlottables
{
    public static IReadOnlyList<IPlottable> Add(Plot plot, LineParts line, PlacedChart chart)
    {
        Color color = ChartColors.Of(ChartPalette.Of(line.Line));
        float width = (float)chart.Sizes.WidthOf(line.Line);
        List<IPlottable> all = [];
        all.AddRange(line.Faint.Select(path => Stroke(plot, path, color.WithAlpha(115), (float)chart.Sizes.Round(1))));
        all.AddRange(line.Levels.Select(level => Stroke(plot, [new(level.From, level.Y), new(level.To, level.Y)], color, width * 1.3f)));
        foreach (IReadOnlyList<Spot> path in line.Solid)
        {
            Scatter solid = Stroke(plot, path, color, width);
            solid.LinePattern = line.Line.IsReference ? ChartColors.Dashes(chart.Sizes) : LinePattern.Solid;
            all.Add(solid);
        }
        foreach (IReadOnlyList<Spot> path in line.Dotted)
        {
            Scatter dotted = Stroke(plot, path, color, width);
            dotted.LinePattern = ChartColors.Dots(chart.Sizes);
            all.Add(dotted);
        }
        float radius = Radius(line, chart);
        AddMarks(plot, all, line.Filled, color, color, radius);
        AddMarks(plot, all, line.Hollow, ChartColors.Of(ChartPalette.Paper), color, radius);
        return all;
    }

    private static Scatter Stroke(Plot plot, IReadOnlyList<Spot> path, Color color, float width)
    {
        Scatter scatter = plot.Add.ScatterLine(path.Select(spot => spot.X).ToArray(), path.Select(spot => spot.Y).ToArray(), color);
        scatter.LineWidth = width;
        scatter.LineStyle.Rounded = true;
        return scatter;
    }

    private static void AddMarks(Plot plot, List<IPlottable> all, List<Spot> spots, Color fill, Color edge, float radius)
    {
        if (spots.Count == 0)
        {
            return;
        }
        Markers markers = plot.Add.Markers(
            spots.Select(spot => spot.X).ToArray(),
            spots.Select(spot => spot.Y).ToArray(),
            MarkerShape.FilledCircle,
            radius * 2,
            edge
        );
        markers.MarkerStyle.FillColor = fill;
        markers.MarkerStyle.OutlineColor = edge;
        markers.MarkerStyle.OutlineWidth = fill == edge ? 0 : radius * 0.6f;
        all.Add(markers);
    }

    /// <summary>Marks shrink where values stand close together, so that they never melt into a band.</summary>
    private static float Radius(LineParts line, PlacedChart chart)
    {
        double least = line.Values.Zip(line.Values.Skip(1), (a, b) => chart.Scale.X(b.X) - chart.Scale.X(a.X)).DefaultIfEmpty(100).Min();
        return (float)Math.Clamp(least * 0.36, chart.Sizes.MarkRadius * 0.5, chart.Sizes.MarkRadius);
    }
}
