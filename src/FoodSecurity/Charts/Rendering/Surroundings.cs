using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;
using ScottPlot;
using SkiaSharp;

namespace FoodSecurity.Charts.Rendering;

/// <summary>Draws what ScottPlot does not place: words, leaders and pins, in pixels, after everything else.</summary>
internal sealed class Surroundings(PlacedChart chart) : IRenderAction
{
    /// <summary>Device pixels per CSS pixel of the canvas; 0 where it keeps vectors.</summary>
    public double Pixels { get; set; }

    /// <summary>What stands for the typefaces in a file that embeds them.</summary>
    public SubsetFaces? Faces { get; set; }

    public void Render(RenderPack rp)
    {
        SKCanvas canvas = rp.Canvas;
        using SKPaint paint = new() { IsAntialias = true };
        SkiaShapes.Draw(canvas, paint, chart);
        foreach (PlacedStroke stroke in chart.Strokes)
        {
            Stroke(canvas, paint, stroke.From, stroke.To, Color(stroke.Ink), stroke.Width);
        }
        foreach (PlacedPin pin in chart.Pins.Where(pin => pin.Target is not null))
        {
            for (int i = 1; i < pin.Stem.Count; i++)
            {
                Stroke(canvas, paint, pin.Stem[i - 1], pin.Stem[i], Color(pin.StemInk), chart.Sizes.Round(1));
            }
        }
        foreach (PlacedText text in chart.Texts)
        {
            Words(canvas, paint, text);
        }
        foreach (PlacedPin pin in chart.Pins)
        {
            paint.Style = SKPaintStyle.Fill;
            paint.Color = Color(ChartPalette.Pin);
            canvas.DrawCircle((float)pin.X, (float)pin.Y, (float)pin.Radius, paint);
            Words(canvas, paint, PinText(pin, chart.Sizes));
        }
    }

    /// <summary>Every line that is drawn, with whether it is bold.</summary>
    public IEnumerable<(string Text, bool Bold)> Lines =>
        chart.Texts.Concat(chart.Pins.Select(pin => PinText(pin, chart.Sizes))).Select(text => (text.Text, text.Bold));

    /// <summary>The number in a pin; three digits are set smaller.</summary>
    public static PlacedText PinText(PlacedPin pin, ChartSizes sizes)
    {
        double size = pin.Number > 99 ? sizes.PinText * 0.8 : sizes.PinText;
        string number = pin.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(pin.X, pin.Y + size * 0.36, number, size, ChartPalette.PinText, TextAnchor.Middle) { Bold = true };
    }

    private static void Stroke(SKCanvas canvas, SKPaint paint, Spot from, Spot to, SKColor color, double width)
    {
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)width;
        paint.Color = color;
        canvas.DrawLine((float)from.X, (float)from.Y, (float)to.X, (float)to.Y, paint);
    }

    private void Words(SKCanvas canvas, SKPaint paint, PlacedText text)
    {
        canvas.Save();
        if (text.Turn != 0)
        {
            canvas.RotateDegrees((float)text.Turn, (float)text.X, (float)text.Y);
        }
        if (text.Halo)
        {
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = (float)(text.Size * 0.25);
            paint.StrokeJoin = SKStrokeJoin.Round;
            paint.Color = Color(ChartPalette.Paper);
            ChartFonts.Draw(canvas, text.Text, text.Box.Left, text.Y, text.Size, text.Bold, paint, text.Turn == 0 ? Pixels : 0, Faces);
        }
        paint.Style = SKPaintStyle.Fill;
        paint.Color = Color(text.Ink);
        ChartFonts.Draw(canvas, text.Text, text.Box.Left, text.Y, text.Size, text.Bold, paint, text.Turn == 0 ? Pixels : 0, Faces);
        canvas.Restore();
    }

    private static SKColor Color(ChartInk ink) => new(ink.Red, ink.Green, ink.Blue);
}
