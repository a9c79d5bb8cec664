using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places rows: names at the left (above the bars on a phone where they are long), the axis above, values beyond the bars.</summary>
internal sealed class RowsPlaces
{
    /// <summary>Rounded shares may add up to a little more than the whole; that is no reason for a longer axis.</summary>
    private const double RoundedOver = 1.03;

    private readonly PlacedChart chart;
    private readonly RowsBody body;
    private readonly ChartSizes sizes;
    private readonly bool above;
    private readonly double labelWidth,
        thick,
        pad;
    private readonly List<(double From, double To)> bars = [];

    public RowsPlaces(PlacedChart chart, RowsBody body)
    {
        (this.chart, this.body, sizes) = (chart, body, chart.Sizes);
        double longest =
            body.Rows.Where(row => !row.IsHeading)
                .Select(row => ChartFonts.Width(row.Label, sizes.Label, row.IsTotal))
                .DefaultIfEmpty(0)
                .Max() * 1.06;
        above = sizes.Narrow && longest > chart.Width * 0.3;
        labelWidth = above ? 0 : Math.Min(longest, chart.Width * 0.32) + sizes.Round(10);
        thick = sizes.Round(body.Rows.Count > 24 ? 13 : 17);
        pad = sizes.Round(body.Rows.Count > 24 ? 5 : 8);
    }

    /// <returns>Where the body ends.</returns>
    public double Place(double top)
    {
        double y = KeyRow.Place(chart, body.Key, top) + sizes.Round(2);
        double sideWidth =
            body.SideTitle.Length == 0
                ? 0
                : body.Rows.Select(row => ChartFonts.Width(row.Side, sizes.EndNote, true))
                    .Append(ChartFonts.Width(body.SideTitle, sizes.Axis))
                    .Max() * 1.03
                    + sizes.Round(12);
        (double before, double after) = Overhang();
        double left = sizes.Margin + labelWidth + before,
            right = chart.Width - sizes.Margin - sideWidth - Math.Max(after, sizes.Round(10));
        ValueAxis axis = Axis(right - left);
        if (body.Rules.Count > 0)
        {
            y += sizes.Axis * 1.5;
        }
        double numbers = y + sizes.Axis;
        double first = numbers + sizes.Round(7);
        double bottom = first + body.Rows.Sum(Height) + sizes.Round(2);
        Pane pane = new(chart, new Box(left, first, right, bottom), axis);
        pane.AddUprightGrid(numbers);
        if (body.SideTitle.Length > 0)
        {
            chart.Texts.Add(new(chart.Width - sizes.Margin, numbers, body.SideTitle, sizes.Axis, ChartPalette.Muted, TextAnchor.End));
        }
        double at = first;
        foreach (ChartRow row in body.Rows)
        {
            PlaceRow(row, pane, at);
            at += Height(row);
        }
        PlaceRules(pane, numbers - sizes.Axis * 1.5);
        return bottom;
    }

    private ValueAxis Axis(double width)
    {
        IEnumerable<double> values = body
            .Rows.SelectMany(row => row.Segments.SelectMany(s => new[] { s.From, s.To }).Concat(row.Dots.Select(d => d.X)))
            .Concat(body.Rules.Select(rule => rule.X));
        if (body.Highest is { } highest)
        {
            values = values.Select(v => v > highest && v < highest * RoundedOver ? highest : v).Append(highest);
        }
        return ValueAxis.For(values, body.FromZero, (int)Math.Clamp(width / sizes.Round(sizes.Narrow ? 60 : 90), 2, 6), body.AxisNumber);
    }

    /// <summary>Room for the words beyond the outermost bars and dots.</summary>
    private (double Before, double After) Overhang()
    {
        double before = 0,
            after = 0;
        foreach (ChartRow row in body.Rows)
        {
            foreach (RowSegment segment in row.Segments.Where(s => s.Beyond.Length > 0))
            {
                double width = ChartFonts.Width(segment.Beyond, sizes.EndNote, true) + sizes.Round(8);
                (before, after) = segment.To >= segment.From ? (before, Math.Max(after, width)) : (Math.Max(before, width), after);
            }
            if (row.Dots.Count > 0)
            {
                RowDot low = row.Dots.MinBy(d => d.X)!,
                    high = row.Dots.MaxBy(d => d.X)!;
                before = Math.Max(before, row.Dots.Count > 1 ? ChartFonts.Width(low.Label, sizes.EndNote) + sizes.Round(14) : 0);
                after = Math.Max(after, ChartFonts.Width(high.Label, sizes.EndNote, true) + sizes.Round(14));
            }
        }
        return (before, after);
    }

    private int Lanes(ChartRow row) => row.Segments.Select(segment => segment.Lane + 1).DefaultIfEmpty(1).Max();

    private double LaneThick(ChartRow row) => Lanes(row) == 1 ? thick : thick * 0.8;

    private IReadOnlyList<string> Label(ChartRow row) =>
        above || row.IsHeading
            ? TextLines.Wrap(row.Label, chart.Width - 2 * sizes.Margin, sizes.Label, row.IsTotal || row.IsHeading)
            : TextLines.Wrap(row.Label, labelWidth - sizes.Round(8), sizes.Label, row.IsTotal);

    private double Height(ChartRow row)
    {
        double words = Label(row).Count * sizes.Label * 1.2;
        if (row.IsHeading)
        {
            return words + pad * 1.5;
        }
        double bars = Lanes(row) * LaneThick(row);
        return (above ? words + sizes.Round(2) + bars : Math.Max(words, bars)) + pad;
    }

    private void PlaceRow(ChartRow row, Pane pane, double top)
    {
        IReadOnlyList<string> label = Label(row);
        double words = label.Count * sizes.Label * 1.2,
            inner = Height(row) - pad;
        double y = (above || row.IsHeading ? top + (row.IsHeading ? pad : 0) : top + pad / 2 + (inner - words) / 2) + sizes.Label * 0.95;
        foreach (string line in label)
        {
            chart.Texts.Add(
                new(sizes.Margin, y, line, sizes.Label, ChartPalette.Ink) { Bold = row.IsTotal || row.IsHeading, Halo = above }
            );
            y += sizes.Label * 1.2;
        }
        if (row.IsHeading)
        {
            return;
        }
        double lane = LaneThick(row),
            height = Lanes(row) * lane;
        double at = above ? top + words + sizes.Round(2) : top + pad / 2 + (inner - height) / 2,
            middle = at + height / 2;
        bars.Add((at - sizes.Round(1), at + height + sizes.Round(1)));
        if (row.IsTotal)
        {
            chart.Shapes.Add(
                PlacedShape.Line(
                    [new(sizes.Margin, Pane.Crisp(top)), new(chart.Width - sizes.Margin, Pane.Crisp(top))],
                    ChartPalette.Base,
                    1
                )
            );
        }
        foreach (RowSegment segment in row.Segments)
        {
            PlaceSegment(segment, pane, at + segment.Lane * lane, lane * (Lanes(row) == 1 ? 1 : 0.9));
        }
        PlaceDots(row, pane, middle);
        if (row.Missing.Length > 0)
        {
            // Where all figures are below zero the axis begins at the right.
            double begin = pane.X(Math.Max(0, pane.Axis.Low)),
                beside = sizes.Round(6);
            bool isRight = begin + beside + ChartFonts.Width(row.Missing, sizes.EndNote) * 1.03 > chart.Width - sizes.Margin;
            chart.Texts.Add(
                new(
                    begin + (isRight ? -beside : beside),
                    middle + sizes.EndNote * 0.36,
                    row.Missing,
                    sizes.EndNote,
                    ChartPalette.Muted,
                    isRight ? TextAnchor.End : TextAnchor.Start
                )
            );
        }
        if (row.Side.Length > 0)
        {
            chart.Texts.Add(
                new(chart.Width - sizes.Margin, middle + sizes.EndNote * 0.36, row.Side, sizes.EndNote, ChartPalette.Ink, TextAnchor.End)
                {
                    Bold = true,
                }
            );
        }
    }

    private void PlaceSegment(RowSegment segment, Pane pane, double top, double height)
    {
        double from = pane.X(segment.From),
            to = pane.X(segment.To),
            middle = top + height / 2 + sizes.EndNote * 0.36;
        Box box = new(Math.Min(from, to), top, Math.Max(from, to), top + height);
        PlacedShape shape = PlacedShape.Of(box, segment.Fill) with { Text = segment.Text };
        if (box.Width > 0)
        {
            chart.Shapes.Add(segment.IsHollow ? KeyRow.Hollow(shape, sizes) : shape);
        }
        if (
            segment.Inside.Length > 0
            && ChartFonts.Width(segment.Inside, sizes.EndNote) + sizes.Round(6) < box.Width
            && sizes.EndNote < height
        )
        {
            chart.Texts.Add(
                new(
                    BesideRules(box, segment.Inside, pane),
                    middle,
                    segment.Inside,
                    sizes.EndNote,
                    FillInks.WordsOn(segment.Fill),
                    TextAnchor.Middle
                )
            );
        }
        if (segment.Beyond.Length > 0)
        {
            bool right = segment.To >= segment.From;
            chart.Texts.Add(
                new(
                    to + (right ? 1 : -1) * sizes.Round(5),
                    middle,
                    segment.Beyond,
                    sizes.EndNote,
                    ChartPalette.Ink,
                    right ? TextAnchor.Start : TextAnchor.End
                )
                {
                    Bold = true,
                    Halo = true,
                }
            );
        }
    }

    /// <summary>The middle of a number in its bar; beside a rule that would strike it through, where the bar has room.</summary>
    private double BesideRules(Box box, string words, Pane pane)
    {
        double half = ChartFonts.Width(words, sizes.EndNote) / 2 + sizes.Round(3);
        bool IsFree(double at) => body.Rules.All(rule => Math.Abs(pane.X(rule.X) - at) >= half);
        IEnumerable<double> places = body
            .Rules.SelectMany(rule => new[] { pane.X(rule.X) - half, pane.X(rule.X) + half })
            .Where(at => at - half >= box.Left && at + half <= box.Right)
            .OrderBy(at => Math.Abs(at - box.MiddleX));
        return places.Prepend(box.MiddleX).Where(IsFree).DefaultIfEmpty(box.MiddleX).First();
    }

    private void PlaceDots(ChartRow row, Pane pane, double y)
    {
        if (row.Dots.Count == 0)
        {
            return;
        }
        RowDot low = row.Dots.MinBy(d => d.X)!,
            high = row.Dots.MaxBy(d => d.X)!;
        if (row.Dots.Count > 1)
        {
            chart.Shapes.Add(PlacedShape.Line([new(pane.X(low.X), y), new(pane.X(high.X), y)], FillInks.Quiet, sizes.Round(2.5)));
        }
        double radius = sizes.Round(5),
            away = radius + sizes.Round(5);
        foreach (RowDot dot in row.Dots)
        {
            ChartInk ink = FillInks.Of(dot.Fill).Ground;
            chart.Shapes.Add(PlacedShape.Dot(new(pane.X(dot.X), y), radius, ink, dot.IsHollow) with { Text = dot.Text });
        }
        double text = y + sizes.EndNote * 0.36;
        chart.Texts.Add(
            new(pane.X(high.X) + away, text, high.Label, sizes.EndNote, FillInks.Of(high.Fill).Ground) { Bold = true, Halo = true }
        );
        if (row.Dots.Count > 1)
        {
            chart.Texts.Add(
                new(pane.X(low.X) - away, text, low.Label, sizes.EndNote, FillInks.Of(low.Fill).Ground, TextAnchor.End) { Halo = true }
            );
        }
    }

    private void PlaceRules(Pane pane, double y)
    {
        foreach (RowRule rule in body.Rules)
        {
            double x = Pane.Crisp(pane.X(rule.X)),
                half = ChartFonts.Width(rule.Label, sizes.Axis, true) / 2;
            // Names above the bars stand in the way of a rule: it crosses the bars alone.
            foreach ((double from, double to) in above ? bars : [(pane.Box.Top - sizes.Round(3), pane.Box.Bottom)])
            {
                chart.Strokes.Add(new(new(x, from), new(x, to), ChartPalette.Ink, sizes.Round(1.25)));
            }
            double at = Math.Clamp(x, sizes.Margin + half, Math.Max(sizes.Margin + half, chart.Width - sizes.Margin - half));
            chart.Texts.Add(new(at, y, rule.Label, sizes.Axis, ChartPalette.Ink, TextAnchor.Middle) { Bold = true });
        }
    }
}
