using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;
using ScottPlot;
using ScottPlot.Plottables;
using SkiaSharp;
using Box = FoodSecurity.Charts.Layout.Box;

namespace FoodSecurity.Charts.Rendering;

/// <summary>
/// The placed chart as a ScottPlot plot. PNG and PDF are rendered from it, the SVG is written from the same plottables,
/// so that all show the same picture.
/// </summary>
internal sealed class ChartPlot : IDisposable
{
    private readonly PlacedChart chart;
    private readonly Surroundings surroundings;

    public ChartPlot(PlacedChart chart)
    {
        this.chart = chart;
        surroundings = new(chart);
        // The canvas comes empty. Clearing it once more makes a PDF hold the drawing twice, the second behind a mask.
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        Plot.FigureBackground.Color = ChartColors.Of(ChartPalette.Paper);
        Plot.DataBackground.Color = Colors.Transparent;
        Box area = chart.Scale.Area;
        Plot.Layout.Fixed(new PixelRect((float)area.Left, (float)area.Right, (float)area.Bottom, (float)area.Top));
        Plot.Axes.SetLimits(chart.Scale.MinX, chart.Scale.MaxX, chart.Scale.MinY, chart.Scale.MaxY);
        SetAxes();
        if (chart.Spec.Body is not null)
        {
            // A body is placed whole, in pixels.
            Plot.RenderManager.RenderActions.Add(surroundings);
            return;
        }
        foreach (PlacedBand band in chart.Bands)
        {
            Bands.Add(AddBand(band));
        }
        if (chart.Spec.Spread is { Points.Count: > 1 } spread)
        {
            Spread = AddSpread(spread);
        }
        if (chart.Values.Low <= 0 && chart.Values.High >= 0 && chart.Spec.ValueTicks is null)
        {
            Zero = Plot.Add.HorizontalLine(0, 1, ChartColors.Of(ChartPalette.Base));
        }
        if (chart.Spec.Kind == ChartKind.Bar)
        {
            Bars = AddBars();
        }
        foreach (LineParts line in chart.Lines.OrderByDescending(line => line.Line.IsReference).ThenByDescending(line => line.Line.Color))
        {
            Lines.Add((line.Line, LinePlottables.Add(Plot, line, chart)));
        }
        Plot.RenderManager.RenderActions.Add(surroundings);
    }

    public Plot Plot { get; } = new();
    public List<IPlottable> Bands { get; } = [];
    public FillY? Spread { get; }
    public HorizontalLine? Zero { get; }
    public BarPlot? Bars { get; }
    public List<(ChartLine Line, IReadOnlyList<IPlottable> Plottables)> Lines { get; } = [];

    /// <summary>Draws on a canvas of pixels.</summary>
    /// <param name="canvas">Where to draw, in CSS pixels.</param>
    /// <param name="pixels">Device pixels per CSS pixel.</param>
    public void RenderPixels(SKCanvas canvas, double pixels)
    {
        surroundings.Pixels = pixels;
        Render(canvas);
    }

    /// <summary>Draws on a canvas that keeps vectors and embeds typefaces: with those that hold the glyphs of this chart alone.</summary>
    /// <returns>The typefaces, to be disposed once the file is written.</returns>
    public SubsetFaces RenderVectors(SKCanvas canvas)
    {
        surroundings.Faces = new(surroundings.Lines);
        Render(canvas);
        return surroundings.Faces;
    }

    /// <summary>ScottPlot's own steps, once: its Render repeats them all whenever the limits of an axis are new, as ours always are.</summary>
    private void Render(SKCanvas canvas)
    {
        RenderPack pack = new(Plot, new PixelRect(0, (float)chart.Width, (float)chart.Height, 0), canvas);
        foreach (IRenderAction action in Plot.RenderManager.RenderActions)
        {
            canvas.Save();
            action.Render(pack);
            canvas.Restore();
        }
    }

    public void Dispose() => Plot.Dispose();

    private void SetAxes()
    {
        IAxis bottom = Plot.Axes.Bottom,
            left = Plot.Axes.Left;
        foreach (IAxis axis in Plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.TickLabelStyle.IsVisible = false;
            axis.MajorTickStyle.Length = axis.MajorTickStyle.Width = 0;
            axis.MinorTickStyle.Length = axis.MinorTickStyle.Width = 0;
        }
        bottom.TickGenerator = Ticks(chart.YearTicks);
        bottom.MajorTickStyle.Length = (float)chart.Sizes.Round(4);
        bottom.MajorTickStyle.Width = 1;
        bottom.MajorTickStyle.Color = ChartColors.Of(ChartPalette.Base);
        left.TickGenerator = Ticks(chart.IsEmpty ? [] : chart.Values.Ticks);
        Plot.Grid.XAxisStyle.IsVisible = false;
        Plot.Grid.YAxisStyle.MajorLineStyle.Color = ChartColors.Of(ChartPalette.Hair);
        Plot.Grid.YAxisStyle.MajorLineStyle.Width = 1;
    }

    private static ScottPlot.TickGenerators.NumericManual Ticks(IReadOnlyList<double> positions) =>
        new([.. positions], [.. positions.Select(_ => "")]);

    private IPlottable AddBand(PlacedBand band)
    {
        if (band.FadesLeft || band.FadesRight)
        {
            FadingSpan fading = new(band, chart.Sizes.Round(44));
            Plot.PlottableList.Add(fading);
            return fading;
        }
        HorizontalSpan span = Plot.Add.HorizontalSpan(band.From, band.To, ChartColors.Of(band.Ink, band.Opacity));
        span.LineWidth = 0;
        return span;
    }

    private FillY AddSpread(ChartSpread spread)
    {
        (double, double, double)[] points =
        [
            .. spread
                .Points.Where(point =>
                    point.X >= chart.Spec.From - 0.5
                    && point.X <= chart.Spec.To + 0.5
                    && double.IsFinite(point.Low)
                    && double.IsFinite(point.High)
                )
                .Select(point => (point.X, point.Low, point.High)),
        ];
        FillY fill = new()
        {
            LineWidth = 0,
            MarkerShape = MarkerShape.None,
            FillColor = ChartColors.Of(ChartPalette.Spread, 0.13),
        };
        fill.SetDataSource(points);
        Plot.PlottableList.Add(fill);
        return fill;
    }

    private BarPlot AddBars()
    {
        List<Bar> bars = [];
        foreach (ChartBar bar in BarPlaces.InView(chart.Spec).Where(bar => BarPlaces.Value(bar) is not null))
        {
            ChartInk ink = ChartPalette.Slot(bar.Color);
            bool hollow = bar.Status is MarkStatus.Estimated or MarkStatus.Forecast;
            bars.Add(
                new()
                {
                    Position = bar.X,
                    Value = bar.Y!.Value,
                    Size = chart.BarWidth,
                    FillColor = ChartColors.Of(ink, hollow ? 0.12 : 1),
                    LineColor = ChartColors.Of(ink),
                    LineWidth = hollow ? (float)chart.Sizes.Round(1.5) : 0,
                    LinePattern = bar.Status == MarkStatus.Forecast ? ChartColors.Dashes(chart.Sizes) : LinePattern.Solid,
                }
            );
        }
        return Plot.Add.Bars(bars);
    }
}
