using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;
using ScottPlot;
using ScottPlot.Plottables;

namespace FoodSecurity.Charts.Rendering;

/// <summary>
/// Writes the SVG of a chart from the plottables of its plot: text stays text, one element per line; styles are said once
/// per group; nothing depends on the typefaces of the server, and there is no script and no style sheet in it.
/// </summary>
/// <remarks>
/// In page form colours are <c>var(--s0,#c2410c)</c>, so that a page may restyle them (see <see cref="ChartPalette"/>), and
/// <c>data-plot</c> tells a script where the data stand: left, top, right, bottom in pixels, then X at left and right and
/// Y at bottom and top.
/// </remarks>
internal sealed class ChartSvg
{
    private readonly PlacedChart chart;
    private readonly ChartPlot plot;
    private readonly SvgBuilder svg;
    private readonly bool page;
    private readonly string prefix;
    private int gradients;

    public ChartSvg(PlacedChart chart, ChartPlot plot)
    {
        (this.chart, this.plot) = (chart, plot);
        page = chart.Frame.Form == ChartForm.Page;
        svg = new(page);
        string id = string.Concat(chart.Spec.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        prefix =
            $"{(id.Length > 0 && char.IsAsciiLetter(id[0]) ? id : "c" + id)}-{(page ? "page" : "picture")}{(page && chart.Frame.IsNarrow ? "-narrow" : "")}";
    }

    public string Write()
    {
        Open();
        new SvgShapes(chart, svg, prefix).Write();
        WriteGrid();
        WriteBands();
        WriteSpread();
        WriteBars();
        WriteZero();
        foreach ((ChartLine line, IReadOnlyList<IPlottable> plottables) in plot.Lines)
        {
            WriteLine(line, plottables);
        }
        new SvgSurroundings(chart, svg).Write();
        svg.Raw("</svg>");
        return svg.ToString();
    }

    private void Open()
    {
        // A role of img hides what is inside from assistive technology; a chart with links is a group.
        bool links = page && chart.Pins.Any(pin => pin.Address.Length > 0);
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
            .Attribute("viewBox", $"0 0 {SvgBuilder.Number(chart.Width)} {SvgBuilder.Number(chart.Height)}")
            .Attribute("width", chart.Width)
            .Attribute("height", chart.Height)
            .Attribute("role", links ? "group" : "img")
            .Attribute("aria-labelledby", $"{prefix}-t")
            .Attribute("aria-describedby", $"{prefix}-d")
            .Attribute("lang", chart.Spec.Language)
            .Attribute("font-family", ChartFonts.Families);
        if (page && !chart.IsEmpty)
        {
            PlotScale scale = chart.Scale;
            double[] where =
            [
                scale.Area.Left,
                chart.PlotTop,
                scale.Area.Right,
                scale.Y(chart.Values.Low),
                scale.MinX,
                scale.MaxX,
                chart.Values.Low,
                chart.Values.High,
            ];
            svg.Attribute(
                "data-plot",
                string.Join(
                    ' ',
                    where.Select(
                        (value, i) =>
                            i < 4 ? SvgBuilder.Number(value) : value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)
                    )
                )
            );
        }
        svg.Raw("><title")
            .Attribute("id", $"{prefix}-t")
            .Raw(">")
            .Text(chart.Spec.Title)
            .Raw("</title><desc")
            .Attribute("id", $"{prefix}-d")
            .Raw(">")
            .Text(chart.Spec.AltText)
            .Raw("</desc>");
        if (!page)
        {
            svg.Raw("<path")
                .Attribute("d", $"M0 0h{SvgBuilder.Number(chart.Width)}v{SvgBuilder.Number(chart.Height)}H0z")
                .Attribute("fill", ChartPalette.Paper)
                .Raw("/>");
        }
    }

    private double X(double x) => plot.Plot.Axes.Bottom.GetPixel(x, DataRect);

    private double Y(double y) => plot.Plot.Axes.Left.GetPixel(y, DataRect);

    private PixelRect DataRect =>
        new((float)chart.Scale.Area.Left, (float)chart.Scale.Area.Right, (float)chart.Scale.Area.Bottom, (float)chart.Scale.Area.Top);

    private string Rectangle(double left, double top, double right, double bottom) =>
        $"M{SvgBuilder.Number(left)} {SvgBuilder.Number(top)}H{SvgBuilder.Number(right)}V{SvgBuilder.Number(bottom)}H{SvgBuilder.Number(left)}z";

    private void WriteBands()
    {
        foreach (IPlottable band in plot.Bands)
        {
            if (band is HorizontalSpan span)
            {
                svg.Raw("<path")
                    .Attribute("d", Rectangle(X(span.Left), DataRect.Top, X(span.Right), DataRect.Bottom))
                    .Attribute("fill", ChartColors.InkOf(span.FillColor))
                    .Attribute("fill-opacity", SvgBuilder.Number(ChartColors.OpacityOf(span.FillColor), 2))
                    .Raw("/>");
            }
            else if (band is FadingSpan fading)
            {
                WriteFading(fading);
            }
        }
    }

    private void WriteFading(FadingSpan fading)
    {
        double left = X(fading.Band.From),
            right = X(fading.Band.To);
        string id = $"{prefix}-g{++gradients}";
        svg.Raw("<linearGradient").Attribute("id", id).Raw(">");
        foreach ((double offset, double opacity) in fading.Stops(right - left))
        {
            svg.Raw("<stop")
                .Attribute("offset", SvgBuilder.Number(offset, 2))
                .Attribute("stop-color", fading.Band.Ink)
                .Attribute("stop-opacity", SvgBuilder.Number(opacity, 2))
                .Raw("/>");
        }
        svg.Raw("</linearGradient><path")
            .Attribute("d", Rectangle(left, DataRect.Top, right, DataRect.Bottom))
            .Attribute("fill", $"url(#{id})")
            .Raw("/>");
    }

    private void WriteGrid()
    {
        string grid = string.Concat(
            (chart.IsEmpty ? [] : chart.Values.Ticks)
                .Where(value => value != 0 || plot.Zero is null)
                .Select(value => $"M{SvgBuilder.Number(DataRect.Left)} {SvgBuilder.Number(Y(value))}H{SvgBuilder.Number(DataRect.Right)}")
        );
        if (grid.Length > 0)
        {
            svg.Raw("<path").Attribute("d", grid).Attribute("stroke", ChartPalette.Hair).Raw("/>");
        }
    }

    private void WriteZero()
    {
        string ticks = string.Concat(
            chart.YearTicks.Select(year =>
                $"M{SvgBuilder.Number(X(year))} {SvgBuilder.Number(DataRect.Bottom)}v{SvgBuilder.Number(plot.Plot.Axes.Bottom.MajorTickStyle.Length)}"
            )
        );
        string zero = plot.Zero is null
            ? ""
            : $"M{SvgBuilder.Number(DataRect.Left)} {SvgBuilder.Number(Y(plot.Zero.Y))}H{SvgBuilder.Number(DataRect.Right)}";
        if (zero.Length + ticks.Length > 0)
        {
            svg.Raw("<path").Attribute("d", zero + ticks).Attribute("stroke", ChartPalette.Base).Raw("/>");
        }
    }

    private void WriteSpread()
    {
        if (plot.Spread is null || chart.Spec.Spread is not { } spread)
        {
            return;
        }
        ChartSpreadPoint[] points =
        [
            .. spread.Points.Where(point =>
                point.X >= chart.Spec.From - 0.5
                && point.X <= chart.Spec.To + 0.5
                && double.IsFinite(point.Low)
                && double.IsFinite(point.High)
            ),
        ];
        IEnumerable<Spot> outline = points
            .Select(point => new Spot(X(point.X), Y(point.High)))
            .Concat(points.Reverse().Select(point => new Spot(X(point.X), Y(point.Low))));
        svg.Raw("<path")
            .Attribute("d", SvgBuilder.Path(outline) + "z")
            .Attribute("fill", ChartPalette.Spread)
            .Attribute("fill-opacity", SvgBuilder.Number(ChartColors.OpacityOf(plot.Spread.FillColor), 2))
            .Raw("/>");
    }

    private void WriteBars()
    {
        if (plot.Bars is null)
        {
            return;
        }
        ChartBar[] bars = [.. BarPlaces.InView(chart.Spec).Where(bar => BarPlaces.Value(bar) is not null)];
        for (int i = 0; i < bars.Length; i++)
        {
            Bar bar = plot.Bars.Bars[i];
            ChartInk ink = ChartColors.InkOf(bar.LineColor);
            double opacity = ChartColors.OpacityOf(bar.FillColor),
                bottom = Y(bar.ValueBase),
                top = Y(bar.Value);
            svg.Raw("<path")
                .Attribute("d", Rectangle(X(bar.Position - bar.Size / 2), top, X(bar.Position + bar.Size / 2), bottom))
                .Attribute("fill", ink);
            if (opacity < 1)
            {
                svg.Attribute("fill-opacity", SvgBuilder.Number(opacity, 2))
                    .Attribute("stroke", ink)
                    .Attribute("stroke-width", bar.LineWidth);
            }
            if (bar.LinePattern.Name == "dashes")
            {
                svg.Attribute("stroke-dasharray", string.Join(' ', bar.LinePattern.Intervals.Select(part => SvgBuilder.Number(part))));
            }
            bool told = page && bars[i].Text.Length > 0;
            svg.Raw(told ? "><title>" : "/>");
            if (told)
            {
                svg.Text(bars[i].Text).Raw("</title></path>");
            }
        }
    }

    private void WriteLine(ChartLine line, IReadOnlyList<IPlottable> plottables)
    {
        if (plottables.Count == 0)
        {
            return;
        }
        svg.Raw("<g")
            .Attribute("data-line", line.Key)
            .Attribute("stroke", ChartPalette.Of(line))
            .Raw(" fill=\"none\" stroke-linejoin=\"round\"")
            .Attribute("stroke-width", chart.Sizes.WidthOf(line));
        if (line.IsReference)
        {
            svg.Attribute(
                "stroke-dasharray",
                string.Join(' ', ChartColors.Dashes(chart.Sizes).Intervals.Select(part => SvgBuilder.Number(part)))
            );
        }
        svg.Raw(">");
        if (page)
        {
            svg.Raw("<title>").Text(line.EndNote.Length == 0 ? line.Label : $"{line.Label}: {line.EndNote}").Raw("</title>");
        }
        foreach (
            var strokes in plottables
                .OfType<Scatter>()
                .GroupBy(scatter => (scatter.LineWidth, scatter.LineColor.A, Dots: scatter.LinePattern.Name == "dots"))
        )
        {
            string path = string.Concat(
                strokes.Select(stroke => SvgBuilder.Path(stroke.Data.GetScatterPoints().Select(point => new Spot(X(point.X), Y(point.Y)))))
            );
            svg.Raw("<path").Attribute("d", path);
            if (Math.Abs(strokes.Key.LineWidth - chart.Sizes.WidthOf(line)) > 0.05)
            {
                svg.Attribute("stroke-width", strokes.Key.LineWidth);
            }
            if (strokes.Key.A < 255)
            {
                svg.Attribute("stroke-opacity", SvgBuilder.Number(strokes.Key.A / 255.0, 2));
            }
            if (strokes.Key.Dots)
            {
                svg.Attribute(
                        "stroke-dasharray",
                        string.Join(' ', ChartColors.Dots(chart.Sizes).Intervals.Select(part => SvgBuilder.Number(part)))
                    )
                    .Raw(" stroke-linecap=\"round\"");
            }
            svg.Raw("/>");
        }
        WriteMarks([.. plottables.OfType<Markers>()]);
        svg.Raw("</g>");
    }

    /// <summary>Marks as strokes without length and round ends: a wide one, and for hollow marks a narrow one of paper above it.</summary>
    private void WriteMarks(Markers[] all)
    {
        if (all.Length == 0)
        {
            return;
        }
        svg.Raw("<g stroke-linecap=\"round\">");
        foreach (Markers marks in all)
        {
            string dots = SvgBuilder.Dots(marks.Data.GetScatterPoints().Select(point => new Spot(X(point.X), Y(point.Y))));
            float edge = marks.MarkerStyle.OutlineWidth;
            svg.Raw("<path").Attribute("d", dots).Attribute("stroke-width", marks.MarkerSize + edge).Raw("/>");
            if (edge > 0)
            {
                svg.Raw("<path")
                    .Attribute("d", dots)
                    .Attribute("stroke", ChartPalette.Paper)
                    .Attribute("stroke-width", marks.MarkerSize - edge)
                    .Raw("/>");
            }
        }
        svg.Raw("</g>");
    }
}
