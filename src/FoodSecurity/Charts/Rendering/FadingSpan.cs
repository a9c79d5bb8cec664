using FoodSecurity.Charts.Layout;
using ScottPlot;
using SkiaSharp;

namespace FoodSecurity.Charts.Rendering;

/// <summary>A band whose period has no beginning or no end: it fades out towards that edge.</summary>
internal sealed class FadingSpan(PlacedBand band, double fade) : IPlottable
{
    public PlacedBand Band { get; } = band;
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.HorizontalOnly(Band.From, Band.To);

    public void Render(RenderPack rp)
    {
        float left = Axes.GetPixelX(Band.From),
            right = Axes.GetPixelX(Band.To);
        (double Offset, double Opacity)[] stops = Stops(right - left);
        using SKShader shader = SKShader.CreateLinearGradient(
            new(left, 0),
            new(right, 0),
            [.. stops.Select(stop => new SKColor(Band.Ink.Red, Band.Ink.Green, Band.Ink.Blue, (byte)Math.Round(stop.Opacity * 255)))],
            [.. stops.Select(stop => (float)stop.Offset)],
            SKShaderTileMode.Clamp
        );
        using SKPaint paint = new() { Shader = shader };
        rp.Canvas.DrawRect(left, rp.DataRect.Top, right - left, rp.DataRect.Height, paint);
    }

    /// <summary>Stops of the gradient from left (0) to right (1).</summary>
    public (double Offset, double Opacity)[] Stops(double width)
    {
        double part = Math.Round(Math.Min(0.45, fade / Math.Max(1, width)), 2);
        List<(double, double)> stops = [(0, Band.FadesLeft ? 0 : Band.Opacity)];
        if (Band.FadesLeft)
        {
            stops.Add((part, Band.Opacity));
        }
        if (Band.FadesRight)
        {
            stops.Add((1 - part, Band.Opacity));
        }
        stops.Add((1, Band.FadesRight ? 0 : Band.Opacity));
        return [.. stops];
    }
}
