using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;
using SkiaSharp;

namespace FoodSecurity.Charts.Rendering;

/// <summary>Draws shapes on a canvas, hatchings as strokes clipped to their area so that a PDF keeps them as vectors.</summary>
internal static class SkiaShapes
{
    public static void Draw(SKCanvas canvas, SKPaint paint, PlacedChart chart)
    {
        foreach (PlacedShape shape in chart.Shapes)
        {
            if (shape.DotRadius > 0)
            {
                Dots(canvas, paint, shape);
                continue;
            }
            using SKPath path = Path(shape);
            if (shape.Fill is { } fill)
            {
                Fill(paint, fill, shape.FillOpacity);
                canvas.DrawPath(path, paint);
                Hatch(canvas, paint, shape, path, chart.Sizes);
            }
            if (shape.Stroke is { } stroke && shape.StrokeWidth > 0)
            {
                paint.Style = SKPaintStyle.Stroke;
                paint.StrokeWidth = (float)shape.StrokeWidth;
                paint.StrokeJoin = SKStrokeJoin.Round;
                paint.StrokeCap = shape.Dash == ShapeDash.Dots ? SKStrokeCap.Round : SKStrokeCap.Butt;
                paint.Color = Color(stroke);
                float[]? dashes = Dashes(shape.Dash, chart.Sizes);
                using SKPathEffect? effect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
                paint.PathEffect = effect;
                canvas.DrawPath(path, paint);
                paint.PathEffect = null;
                paint.StrokeCap = SKStrokeCap.Butt;
            }
        }
    }

    /// <summary>Lengths of dashes and gaps; null for a whole line.</summary>
    public static float[]? Dashes(ShapeDash dash, ChartSizes sizes) =>
        dash switch
        {
            ShapeDash.Dashes => [(float)sizes.Round(4), (float)sizes.Round(3)],
            ShapeDash.Dots => [(float)sizes.Round(0.5), (float)sizes.Round(4.5)],
            _ => null,
        };

    /// <summary>Distance between the strokes of a hatching.</summary>
    public static double HatchStep(ChartSizes sizes) => sizes.Round(5);

    private static void Dots(SKCanvas canvas, SKPaint paint, PlacedShape shape)
    {
        foreach (Spot spot in shape.Paths.SelectMany(path => path))
        {
            if (shape.Fill is { } fill)
            {
                Fill(paint, fill, shape.FillOpacity);
                canvas.DrawCircle((float)spot.X, (float)spot.Y, (float)shape.DotRadius, paint);
            }
            if (shape.Stroke is { } stroke && shape.StrokeWidth > 0)
            {
                paint.Style = SKPaintStyle.Stroke;
                paint.StrokeWidth = (float)shape.StrokeWidth;
                paint.Color = Color(stroke);
                canvas.DrawCircle((float)spot.X, (float)spot.Y, (float)shape.DotRadius, paint);
            }
        }
    }

    private static void Hatch(SKCanvas canvas, SKPaint paint, PlacedShape shape, SKPath path, ChartSizes sizes)
    {
        if (shape.Hatch == ShapeHatch.None)
        {
            return;
        }
        canvas.Save();
        canvas.ClipPath(path, SKClipOperation.Intersect, true);
        SKRect box = path.Bounds;
        float step = (float)HatchStep(sizes),
            size = (float)sizes.Round(0.75);
        paint.Color = Color(FillInks.Hatch);
        paint.Style = shape.Hatch == ShapeHatch.Dotted ? SKPaintStyle.Fill : SKPaintStyle.Stroke;
        paint.StrokeWidth = size;
        if (shape.Hatch == ShapeHatch.Dotted)
        {
            for (float y = MathF.Floor(box.Top / step) * step + step / 2; y < box.Bottom + step; y += step)
            {
                for (float x = MathF.Floor(box.Left / step) * step + step / 2; x < box.Right + step; x += step)
                {
                    canvas.DrawCircle(x, y, size, paint);
                }
            }
        }
        else
        {
            // Strokes of x + y = n·step, and x − y = n·step for the crossed kind: the same lattice as the SVG's pattern.
            for (float sum = MathF.Floor((box.Left + box.Top) / step) * step; sum < box.Right + box.Bottom + step; sum += step)
            {
                canvas.DrawLine(sum - box.Top, box.Top, sum - box.Bottom, box.Bottom, paint);
            }
            for (
                float gap = MathF.Floor((box.Left - box.Bottom) / step) * step;
                shape.Hatch == ShapeHatch.Crossed && gap < box.Right - box.Top + step;
                gap += step
            )
            {
                canvas.DrawLine(gap + box.Top, box.Top, gap + box.Bottom, box.Bottom, paint);
            }
        }
        canvas.Restore();
    }

    private static SKPath Path(PlacedShape shape)
    {
        SKPath path = new() { FillType = SKPathFillType.EvenOdd };
        foreach (IReadOnlyList<Spot> ring in shape.Paths.Where(ring => ring.Count > 1))
        {
            path.AddPoly([.. ring.Select(spot => new SKPoint((float)spot.X, (float)spot.Y))], shape.IsClosed);
        }
        return path;
    }

    private static void Fill(SKPaint paint, ChartInk ink, double opacity)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = Color(ink).WithAlpha((byte)Math.Round(opacity * 255));
    }

    private static SKColor Color(ChartInk ink) => new(ink.Red, ink.Green, ink.Blue);
}
