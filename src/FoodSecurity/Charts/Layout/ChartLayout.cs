using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>
/// The placing step: from a chart in data units to one in which every stroke, word and pin has its place.
/// Needs the width of words, draws nothing, and gives the same places every time.
/// </summary>
internal static class ChartLayout
{
    /// <summary>A single bar is no wall.</summary>
    private const double WidestBar = 110;

    public static PlacedChart Place(ChartSpec spec, ChartFrame frame)
    {
        PlacedChart chart = new(spec, frame);
        ChartSizes sizes = chart.Sizes;
        double top = PictureText.AddHeading(chart);
        if (spec.Body is { } body)
        {
            return BodyLayout.Place(chart, body, top);
        }

        chart.Lines = [.. spec.Lines.Select(line => LineParts.Of(line, spec.From, spec.To))];
        double[] values = [.. ValuesInView(chart)];
        chart.IsEmpty = values.Length == 0;
        int most = (int)Math.Clamp(sizes.PlotHeight / sizes.Round(sizes.Narrow ? 48 : 52), 2, 6);
        chart.Values =
            spec.ValueTicks is { Count: > 1 } given && !chart.IsEmpty
                ? ValueAxis.At(given, spec.AxisNumber)
                : ValueAxis.For(
                    chart.IsEmpty ? [] : values.Concat(PinnedValues(spec)),
                    spec.FromZero || spec.Kind == ChartKind.Bar,
                    most,
                    spec.AxisNumber
                );

        double left = sizes.Margin + chart.Values.Labels.Max(label => ChartFonts.Width(label, sizes.Axis)) + sizes.Round(8);
        LabelPlaces labels = new(chart);
        double right =
            frame.Width
            - sizes.Margin
            - labels.ColumnWidth
            - sizes.Round(
                labels.ColumnWidth > 0 ? 0
                : sizes.Narrow ? 4
                : 8
            );
        double plotHeight = Math.Ceiling(Math.Max(sizes.PlotHeight, labels.ColumnHeight));
        // Grid lines on whole rows of pixels are crisp.
        double gaps = Math.Max(1, chart.Values.Ticks.Count - 1);
        plotHeight = Math.Ceiling(plotHeight / gaps) * gaps;

        PinPlaces pins = new(chart);
        Obstacles obstacles;
        do
        {
            chart.Scale = Scale(chart, new(left, top, right, top + plotHeight), 0);
            double lane = Math.Ceiling(Math.Max(pins.FillLane(), Reaches(chart, chart.Values.High) ? sizes.Round(5) : 0));
            double head = Math.Ceiling(top + UnitRow(chart, pins, lane)) + 0.5 - top;
            chart.Scale = Scale(chart, new(left, top + head, right, top + head + lane + plotHeight), lane);
            chart.PlotTop = chart.Scale.Area.Top + lane;
            obstacles = Ink(chart);
            if (Unit(chart, pins) is { } unit)
            {
                obstacles.Add(unit.Box);
            }
        } while (!pins.Settle(obstacles));

        AddBands(chart);
        AddBreaks(chart);
        AddAxes(chart, pins);
        BarPlaces.AddValues(chart, obstacles);
        pins.Finish();
        labels.Place(obstacles);
        SpreadLabel.Place(chart, obstacles);
        PictureText.AddFoot(chart, AddPositions(chart));
        return chart;
    }

    private static IEnumerable<double> ValuesInView(PlacedChart chart)
    {
        ChartSpec spec = chart.Spec;
        bool InView(double x) => x >= spec.From - 0.5 && x <= spec.To + 0.5;
        return chart
            .Lines.SelectMany(line => line.Values.Select(value => value.Y))
            .Concat(BarPlaces.InView(spec).Where(bar => bar.Y is not null).Select(bar => bar.Y!.Value))
            .Concat(spec.Spread?.Points.Where(point => InView(point.X)).SelectMany(point => new[] { point.Low, point.High }) ?? [])
            .Where(double.IsFinite);
    }

    /// <summary>Values that pins point at stretch the axis too, but do not make a chart of themselves.</summary>
    private static IEnumerable<double> PinnedValues(ChartSpec spec) =>
        spec.Pins.Where(pin => pin.Y is not null && pin.X >= spec.From - 0.5 && pin.X <= spec.To + 0.5).Select(pin => pin.Y!.Value);

    private static PlotScale Scale(PlacedChart chart, Box area, double lane)
    {
        ChartSpec spec = chart.Spec;
        if (spec.Kind != ChartKind.Bar)
        {
            return PlotScale.For(
                area,
                spec.From,
                spec.To,
                chart.Sizes.Round(7),
                chart.Values,
                lane,
                Reaches(chart, chart.Values.Low) ? chart.Sizes.Round(4) : 0
            );
        }
        double spacing = BarPlaces.Spacing(spec);
        PlotScale scale = PlotScale.For(area, spec.From - spacing * 0.55, spec.To + spacing * 0.55, 0, chart.Values, lane);
        chart.BarWidth = Math.Min(spacing * 0.72, chart.Sizes.Round(WidestBar) / scale.Area.Width * (scale.MaxX - scale.MinX));
        return scale;
    }

    /// <summary>True where a line touches the outermost grid line: its marks need room beyond it.</summary>
    private static bool Reaches(PlacedChart chart, double edge)
    {
        double near = (chart.Values.High - chart.Values.Low) * 0.008;
        return chart.Lines.Any(line => line.Values.Any(value => Math.Abs(value.Y - edge) <= near));
    }

    /// <summary>Room above the plot's area: for the unit where the lane has none, else for half a number.</summary>
    private static double UnitRow(PlacedChart chart, PinPlaces pins, double lane)
    {
        ChartSizes sizes = chart.Sizes;
        double row = sizes.Axis * 1.6;
        bool fits = chart.Spec.Unit.Length == 0 || (lane >= row && pins.LaneBegins > UnitEnds(chart));
        return fits ? sizes.Round(lane >= sizes.Axis * 0.5 ? 2 : 7) : row + sizes.Round(3);
    }

    private static double UnitEnds(PlacedChart chart) =>
        chart.Sizes.Margin + ChartFonts.Width(chart.Spec.Unit, chart.Sizes.Axis) + chart.Sizes.Round(8);

    private static Obstacles Ink(PlacedChart chart)
    {
        PlotScale scale = chart.Scale;
        Obstacles obstacles = new(scale.Area);
        foreach (LineParts line in chart.Lines)
        {
            foreach (IReadOnlyList<Spot> path in line.Solid.Concat(line.Dotted).Concat(line.Faint))
            {
                for (int i = 1; i < path.Count; i++)
                {
                    obstacles.AddInk(scale.At(path[i - 1].X, path[i - 1].Y), scale.At(path[i].X, path[i].Y));
                }
            }
            foreach ((double from, double to, double y) in line.Levels)
            {
                obstacles.AddInk(scale.At(from, y), scale.At(to, y));
            }
            foreach (Spot mark in line.Filled.Concat(line.Hollow))
            {
                Box dot = Box.Around(scale.X(mark.X), scale.Y(mark.Y), chart.Sizes.MarkRadius);
                obstacles.AddInk(new(dot.Left, dot.Top), new(dot.Right, dot.Bottom));
                obstacles.AddInk(new(dot.Left, dot.Bottom), new(dot.Right, dot.Top));
            }
        }
        BarPlaces.AddTo(chart, obstacles);
        return obstacles;
    }

    private static void AddBands(PlacedChart chart)
    {
        PlotScale scale = chart.Scale;
        foreach (ChartPeriod period in PinPlaces.InView(chart.Spec, scale))
        {
            ChartInk ink = period.Tone == 0 ? ChartPalette.Warm : ChartPalette.Cool;
            (double from, double to) = PinPlaces.Extent(period, scale);
            chart.Bands.Add(new(from, to, ink, period.Tone == 0 ? 0.09 : 0.12, period.From is null, period.To is null));
        }
    }

    private static void AddBreaks(PlacedChart chart)
    {
        double half = chart.Sizes.Round(7);
        foreach (LineParts line in chart.Lines)
        {
            foreach (Spot spot in line.Breaks.Select(at => chart.Scale.At(at.X, at.Y)))
            {
                chart.Strokes.Add(
                    new(
                        spot with
                        {
                            Y = spot.Y - half,
                        },
                        spot with
                        {
                            Y = spot.Y + half,
                        },
                        ChartPalette.Slot(line.Line.Color),
                        chart.Sizes.Round(1.5)
                    )
                );
            }
        }
    }

    private static void AddAxes(PlacedChart chart, PinPlaces pins)
    {
        ChartSizes sizes = chart.Sizes;
        Box plot = chart.Plot;
        foreach ((double tick, string label) in chart.Values.Ticks.Zip(chart.Values.Labels))
        {
            if (!chart.IsEmpty)
            {
                chart.Texts.Add(
                    new(
                        plot.Left - sizes.Round(7),
                        chart.Scale.Y(tick) + sizes.Axis * 0.36,
                        label,
                        sizes.Axis,
                        ChartPalette.Muted,
                        TextAnchor.End
                    )
                );
            }
        }
        if (Unit(chart, pins) is { } unit)
        {
            chart.Texts.Add(unit);
        }
        if (chart.IsEmpty)
        {
            chart.Texts.Add(new(plot.MiddleX, plot.MiddleY, chart.Spec.NoFigures, sizes.Subtitle, ChartPalette.Muted, TextAnchor.Middle));
        }
    }

    /// <summary>The unit, above the highest number: in the lane where nothing else stands there.</summary>
    private static PlacedText? Unit(PlacedChart chart, PinPlaces pins)
    {
        if (chart.Spec.Unit.Length == 0 || chart.IsEmpty)
        {
            return null;
        }
        ChartSizes sizes = chart.Sizes;
        bool inLane = chart.PlotTop - chart.Scale.Area.Top >= sizes.Axis * 1.6 && pins.LaneBegins > UnitEnds(chart);
        double y = (inLane ? chart.PlotTop : chart.Scale.Area.Top) - sizes.Axis * 0.95;
        return new(sizes.Margin, y, chart.Spec.Unit, sizes.Axis, ChartPalette.Muted);
    }

    /// <summary>Years or categories under the plot.</summary>
    /// <returns>Where they end.</returns>
    private static double AddPositions(PlacedChart chart)
    {
        ChartSizes sizes = chart.Sizes;
        if (chart.Spec.Kind == ChartKind.Bar)
        {
            return BarPlaces.AddCategories(chart);
        }
        IReadOnlyList<ChartTick> ticks = YearAxis.For(chart.Spec, chart.Scale, sizes);
        chart.YearTicks = [.. ticks.Select(tick => tick.X)];
        double y = chart.Plot.Bottom + sizes.Round(6) + sizes.Axis;
        foreach (ChartTick tick in ticks)
        {
            double half = ChartFonts.Width(tick.Label, sizes.Axis) / 2 + 1;
            double x = Math.Clamp(chart.Scale.X(tick.X), half, Math.Max(half, chart.Width - half));
            chart.Texts.Add(new(x, y, tick.Label, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle));
        }
        return y + sizes.Axis * 0.3;
    }
}
