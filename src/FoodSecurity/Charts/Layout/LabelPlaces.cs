using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>
/// Direct labels: in a column at the right where the line ends there, else at a free place near the line; where even
/// that is taken, in rows of a key under the plot.
/// </summary>
internal sealed class LabelPlaces
{
    private readonly PlacedChart chart;
    private readonly List<Label> labels = [];

    private sealed record Label(LineParts Line, IReadOnlyList<string> Name, IReadOnlyList<string> Note, double Width, double Height);

    public LabelPlaces(PlacedChart chart)
    {
        this.chart = chart;
        ChartSizes sizes = chart.Sizes;
        double most = sizes.Narrow ? chart.Width * (chart.Spec.NamesAtEnds ? 0.36 : 0.55) : Math.Min(chart.Width * 0.27, sizes.Round(190));
        foreach (LineParts line in chart.Lines.Where(line => line.End is not null && line.Line.Label.Length > 0))
        {
            labels.Add(Measure(line, most));
        }
        List<Label> column = [.. labels.Where(InColumn)];
        ColumnWidth = column.Count == 0 ? 0 : column.Max(label => label.Width) * 1.03 + Indent;
        ColumnHeight = column.Sum(label => label.Height + Gap);
    }

    /// <summary>Width to keep free at the right of the plot.</summary>
    public double ColumnWidth { get; }

    /// <summary>What the labels of the column need beneath each other.</summary>
    public double ColumnHeight { get; }
    private double Indent => chart.Sizes.Round(12);
    private double Gap => chart.Sizes.Round(5);

    public void Place(Obstacles obstacles)
    {
        PlaceColumn();
        List<Label> homeless = [];
        foreach (Label label in labels.Where(label => !InColumn(label)))
        {
            if (!PlaceFree(label, obstacles))
            {
                homeless.Add(label);
            }
        }
        PlaceBelow(homeless);
    }

    private bool InColumn(Label label)
    {
        double reach = (chart.Spec.To - chart.Spec.From) * 0.05;
        return (!chart.Sizes.Narrow || chart.Spec.NamesAtEnds) && label.Line.End!.Value.X >= chart.Spec.To - reach;
    }

    private Label Measure(LineParts line, double most)
    {
        ChartSizes sizes = chart.Sizes;
        if (line.Line.IsReference)
        {
            // One quiet text: "mean 2019–2023, RDA: 4.70 Mt".
            IReadOnlyList<string> quiet = TextLines.Balanced(Joined(line.Line, ": "), most, sizes.EndNote);
            return new(line, [], quiet, TextLines.Width(quiet, sizes.EndNote), quiet.Count * LineOf(sizes.EndNote));
        }
        IReadOnlyList<string> name = TextLines.Balanced(line.Line.Label, most, sizes.Label, bold: true);
        IReadOnlyList<string> note = TextLines.Balanced(line.Line.EndNote, most, sizes.EndNote);
        double width = Math.Max(TextLines.Width(name, sizes.Label, true), TextLines.Width(note, sizes.EndNote));
        return new(line, name, note, width, name.Count * LineOf(sizes.Label) + note.Count * LineOf(sizes.EndNote));
    }

    private static double LineOf(double size) => size * 1.2;

    private Spot End(Label label) => chart.Scale.At(label.Line.End!.Value.X, label.Line.End.Value.Y);

    private void PlaceColumn()
    {
        Label[] column = [.. labels.Where(InColumn)];
        Box plot = chart.Plot;
        double[] tops = LabelColumn.Place(
            [.. column.Select(label => End(label).Y)],
            [.. column.Select(label => label.Height)],
            plot.Top - chart.Sizes.Round(4),
            plot.Bottom + chart.Sizes.Round(4),
            Gap
        );
        for (int i = 0; i < column.Length; i++)
        {
            Label label = column[i];
            Spot end = End(label);
            double x = plot.Right + Indent,
                middle = tops[i] + label.Height / 2;
            Write(label, x, tops[i], halo: false);
            if (Math.Abs(middle - end.Y) > label.Height * 0.45 + chart.Sizes.Round(2))
            {
                double y = tops[i] + LineOf(chart.Sizes.Label) / 2;
                Leader(label, new(end.X + chart.Sizes.MarkRadius + 2, end.Y), new(x - chart.Sizes.Round(2), y));
            }
        }
    }

    private bool PlaceFree(Label label, Obstacles obstacles)
    {
        double pad = chart.Sizes.Round(4);
        if (new LabelSearch(chart, obstacles, label.Line).Find(label.Width * 1.03, label.Height, pad) is not { } found)
        {
            return false;
        }
        bool overBand = chart.Bands.Any(band => chart.Scale.X(band.From) < found.Box.Right && chart.Scale.X(band.To) > found.Box.Left);
        Write(label, found.Box.Left, found.Box.Top, halo: !overBand);
        obstacles.Add(found.Box.Grow(pad));
        if (found.Leader is { } stroke)
        {
            Leader(label, stroke.From, stroke.To);
            obstacles.AddStem(stroke.From, stroke.To);
        }
        return true;
    }

    /// <summary>Rows under the plot for labels that found no place in it, each with a stroke of its line's colour.</summary>
    private void PlaceBelow(List<Label> homeless)
    {
        chart.KeyRows.AddRange(
            homeless.Select(label => (ChartPalette.Of(label.Line.Line), Joined(label.Line.Line, " · "), label.Line.Line.IsReference))
        );
    }

    private static string Joined(ChartLine line, string between) =>
        line.EndNote.Length == 0 ? line.Label : line.Label + between + line.EndNote;

    private void Write(Label label, double x, double top, bool halo)
    {
        ChartSizes sizes = chart.Sizes;
        double y = top + (label.Name.Count > 0 ? sizes.Label : sizes.EndNote) * 0.95;
        foreach (string line in label.Name)
        {
            chart.Texts.Add(new(x, y, line, sizes.Label, ChartPalette.Slot(label.Line.Line.Color)) { Bold = true, Halo = halo });
            y += LineOf(sizes.Label);
        }
        foreach (string line in label.Note)
        {
            chart.Texts.Add(new(x, y, line, sizes.EndNote, ChartPalette.Muted) { Halo = halo });
            y += LineOf(sizes.EndNote);
        }
    }

    private void Leader(Label label, Spot from, Spot to) =>
        chart.Strokes.Add(new(from, to, ChartPalette.Of(label.Line.Line), chart.Sizes.Round(label.Line.Line.IsReference ? 0.5 : 0.75)));
}
