using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Wording;
using SkiaSharp;

namespace FoodSecurity.Charts.Rendering;

/// <summary>Draws a chart: the one door to SVG, PNG and PDF. Safe to use from many threads; the same input gives the same bytes.</summary>
public static class ChartPicture
{
    /// <summary>SVG of the chart: in page form to be put into a page, in picture form a file of its own.</summary>
    public static string Svg(ChartSpec spec, ChartFrame frame)
    {
        PlacedChart chart = ChartLayout.Place(spec, frame);
        using ChartPlot plot = new(chart);
        return new ChartSvg(chart, plot).Write();
    }

    /// <summary>
    /// Draws a file that shows letters by the typefaces of this machine: where none has some of them, the picture says so.
    /// </summary>
    private static byte[] Drawn(ChartSpec spec, ChartFrame frame, Func<PlacedChart, byte[]> draw)
    {
        PlacedChart chart = ChartLayout.Place(spec, frame);
        string[] missing =
        [
            .. chart.Texts.SelectMany(text => ChartFonts.Missing(text.Text, text.Bold)).Distinct().Order(StringComparer.Ordinal),
        ];
        if (missing.Length == 0)
        {
            return draw(chart);
        }
        Texts texts = Texts.For(spec.Language);
        spec = spec with { Notes = [.. spec.Notes, texts["picture.note.no-typeface", texts.List(missing)]] };
        return ChartFonts.With(ChartFonts.Faces.ForFiles, () => draw(ChartLayout.Place(spec, frame)));
    }

    /// <summary>PNG of the chart with up to 256 colours; <see cref="ChartFrame.Scale"/> gives its resolution.</summary>
    public static byte[] Png(ChartSpec spec, ChartFrame frame) => Drawn(spec, frame, chart =>
        {
            using ChartPlot plot = new(chart);
            SKImageInfo size = new(frame.Width * frame.Scale, (int)chart.Height * frame.Scale, SKColorType.Rgba8888, SKAlphaType.Premul);
            using SKBitmap bitmap = new(size);
            using (SKCanvas canvas = new(bitmap))
            {
                canvas.Clear(SKColors.White);
                canvas.Scale(frame.Scale);
                plot.RenderPixels(canvas, frame.Scale);
            }
            return PalettePng.Encode(bitmap.GetPixelSpan(), size.Width, size.Height, 144 * frame.Scale / 2);
        });

    /// <summary>PDF of the chart on a page of its own size, as vectors, with the glyphs it uses embedded so that its text can be selected and searched.</summary>
    public static byte[] Pdf(ChartSpec spec, ChartFrame frame) => Drawn(spec, frame, chart =>
        {
            using ChartPlot plot = new(chart);
            using MemoryStream stream = new();
            SKDocumentPdfMetadata about = new()
            {
                Title = spec.Title,
                Subject = spec.AltText,
                Creator = "FoodSecurity",
                RasterDpi = 300,
                EncodingQuality = 101,
            };
            using (SKDocument document = SKDocument.CreatePdf(stream, about))
            {
                const float points = 0.75f; // 96 CSS pixels to 72 points
                SKCanvas canvas = document.BeginPage((float)chart.Width * points, (float)chart.Height * points);
                canvas.Scale(points);
                using SubsetFaces faces = plot.RenderVectors(canvas);
                document.EndPage();
                document.Close();
            }
            return stream.ToArray();
        });
}
