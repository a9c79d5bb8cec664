using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places small charts in rows, as many beside each other as stay readable.</summary>
internal sealed class FacetsPlaces(PlacedChart chart, FacetsBody body)
{
    private readonly ChartSizes sizes = chart.Sizes;

    public double Place(double top)
    {
        double y = KeyRow.Place(chart, body.Key, top);
        double width = chart.Width - 2 * sizes.Margin,
            gap = sizes.Round(sizes.Narrow ? 14 : 22);
        int columns = Columns(width);
        double each = (width - (columns - 1) * gap) / columns,
            height = Math.Round(each * (columns == 1 ? 0.45 : 0.62));
        ValueAxis shared = Axis(body.Panels.SelectMany(panel => panel.Lines), height);
        for (int start = 0; start < body.Panels.Count; start += columns)
        {
            FacetPanel[] row = [.. body.Panels.Skip(start).Take(columns)];
            double title =
                row.Max(panel => TextLines.Wrap(panel.Title, each, sizes.Label, true).Count) * sizes.Label * 1.2
                + (row.Any(p => p.Note.Length > 0) ? sizes.EndNote * 1.25 : 0);
            for (int i = 0; i < row.Length; i++)
            {
                PlacePanel(
                    row[i],
                    sizes.Margin + i * (each + gap),
                    y,
                    each,
                    title,
                    height,
                    body.SharesScale ? shared : Axis(row[i].Lines, height)
                );
            }
            y += title + sizes.Round(10) + height + sizes.Round(6) + sizes.Axis * 1.3 + sizes.Round(14);
        }
        return y - sizes.Round(12);
    }

    private int Columns(double width)
    {
        int most = sizes.Narrow ? 2 : (int)Math.Clamp(width / sizes.Round(170), 2, 5);
        int count = body.Panels.Count;
        if (count <= most)
        {
            return Math.Max(count, sizes.Narrow ? 1 : 2);
        }
        // The number of columns that leaves the last row least empty.
        return Enumerable
            .Range(Math.Max(2, most - 2), Math.Min(3, most - 1))
            .Where(n => n <= most)
            .OrderBy(n => (n - count % n) % n)
            .ThenByDescending(n => n)
            .First();
    }

    private ValueAxis Axis(IEnumerable<ChartLine> lines, double height) =>
        ValueAxis.For(
            lines.SelectMany(line => line.Points).Where(mark => mark.Y is not null).Select(mark => mark.Y!.Value),
            body.FromZero,
            (int)Math.Clamp(height / sizes.Round(26), 2, 4),
            body.AxisNumber
        );

    private void PlacePanel(FacetPanel panel, double left, double top, double width, double title, double height, ValueAxis axis)
    {
        double y = top + sizes.Label * 0.95;
        foreach (string line in TextLines.Wrap(panel.Title, width, sizes.Label, true))
        {
            chart.Texts.Add(new(left, y, line, sizes.Label, ChartPalette.Ink) { Bold = true });
            y += sizes.Label * 1.2;
        }
        if (panel.Note.Length > 0)
        {
            chart.Texts.Add(new(left, y - sizes.Label * 0.05, panel.Note, sizes.EndNote, ChartPalette.Muted));
        }
        double plotTop = Math.Ceiling(top + title + sizes.Round(10));
        Pane pane = new(chart, new Box(left + Pane.NumbersWidth(axis, sizes), plotTop, left + width, plotTop + height), axis);
        pane.AddLevelGrid();
        PlotScale scale = PlotScale.For(pane.Box, body.From, body.To, sizes.Round(4), axis, 0);
        foreach (ChartLine line in panel.Lines.OrderByDescending(line => line.Color))
        {
            PlaceLine(line, scale);
        }
        double years = pane.Box.Bottom + sizes.Round(5) + sizes.Axis;
        IReadOnlyList<ChartTick> ends = chart.Spec.Ticks
            ?? [new(body.From, SpecParts.Year((int)Math.Ceiling(body.From))), new(body.To, SpecParts.Year((int)Math.Floor(body.To)))];
        ChartTick first = ends[0],
            last = ends[^1];
        if (ChartFonts.Width(first.Label, sizes.Axis) + ChartFonts.Width(last.Label, sizes.Axis) + sizes.Round(8) <= pane.Box.Width)
        {
            chart.Texts.Add(new(pane.Box.Left, years, first.Label, sizes.Axis, ChartPalette.Muted));
        }
        chart.Texts.Add(new(pane.Box.Right, years, last.Label, sizes.Axis, ChartPalette.Muted, TextAnchor.End));
    }

    private void PlaceLine(ChartLine line, PlotScale scale)
    {
        LineParts parts = LineParts.Of(line, body.From, body.To);
        ChartInk ink = ChartPalette.Slot(line.Color);
        Paths(parts.Faint, 1, ShapeDash.None);
        foreach ((double from, double to, double y) in parts.Levels)
        {
            chart.Shapes.Add(PlacedShape.Line([scale.At(from, y), scale.At(to, y)], ink, sizes.LineWidth));
        }
        Paths(parts.Solid, sizes.LineWidth * 0.85, ShapeDash.None);
        Paths(parts.Dotted, sizes.LineWidth * 0.85, ShapeDash.Dots);
        // Only figures that stand alone need a mark here; the last one gets a dot.
        HashSet<double> inLines = [.. parts.Solid.Concat(parts.Dotted).SelectMany(path => path).Select(spot => spot.X)];
        foreach (Spot spot in parts.Values.Where((value, i) => !inLines.Contains(value.X) || i == parts.Values.Count - 1))
        {
            chart.Shapes.Add(PlacedShape.Dot(scale.At(spot.X, spot.Y), sizes.Round(2), ink));
        }

        void Paths(IEnumerable<IReadOnlyList<Spot>> paths, double width, ShapeDash dash)
        {
            foreach (IReadOnlyList<Spot> path in paths.Where(path => path.Count > 1))
            {
                chart.Shapes.Add(PlacedShape.Line([.. path.Select(spot => scale.At(spot.X, spot.Y))], ink, width, dash));
            }
        }
    }
}
