using System.IO.Compression;
using System.Text;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Charts;

/// <summary>What a picture weighs that somebody waits for over a poor link or pastes into a report.</summary>
public class FormSizeTests(ShippedArchive shipped, ITestOutputHelper output)
{
    private const int MostSvg = 15_000,
        MostPng = 60_000,
        MostPdf = 100_000;

    /// <summary>The size the bound of a PNG is stated for; a picture with many excerpts is taller and may weigh more by its area.</summary>
    private const double StatedArea = 1200 * 675;

    public static TheoryData<string> Areas => ["PRK", "KOR", "AFG", "KEN", "IND", "NGA"];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Charts_of_a_country_are_light_in_every_form(string area)
    {
        foreach (var chart in shipped.Area(area).Charts)
        {
            Check($"{area} {chart.Id}", chart.Spec, MostPdf);
            foreach (var frame in new[] { ChartSamples.Page(), ChartSamples.Page(360), ChartSamples.Picture() })
            {
                Compressed(ChartPicture.Svg(chart.Spec, frame)).ShouldBeLessThanOrEqualTo(MostSvg, $"{area} {chart.Id} {frame}");
            }
        }
    }

    [Fact]
    public void Pictures_of_the_gallery_are_light()
    {
        foreach (var entry in GalleryAnswer.All(shipped.Archive).Where(e => e.Drawn is not null))
        {
            // A map of the world is twenty thousand strokes of coast.
            Check(entry.Id, entry.Drawn!.Spec, entry.Kind.Id == "map" ? 130_000 : MostPdf);
        }
    }

    private void Check(string name, ChartSpec spec, int mostPdf)
    {
        byte[] png = ChartPicture.Png(spec, ChartSamples.Picture()),
            pdf = ChartPicture.Pdf(spec, ChartSamples.Picture());
        double area = ChartLayout.Place(spec, ChartSamples.Picture()) is var placed ? placed.Width * placed.Height : 0;
        output.WriteLine($"{name}: png {png.Length:N0} at 1200 × {area / 1200:0}, pdf {pdf.Length:N0}");
        ((double)png.Length).ShouldBeLessThanOrEqualTo(MostPng * Math.Max(1, area / StatedArea), name);
        png.Length.ShouldBeLessThanOrEqualTo(70_000, name);
        pdf.Length.ShouldBeLessThanOrEqualTo(mostPdf, name);
        string text = Encoding.Latin1.GetString(pdf);
        text.ShouldContain("/ToUnicode", Case.Sensitive, name);
        text.ShouldNotContain("/Type3", Case.Sensitive, name);
    }

    private static int Compressed(string svg)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(svg),
            target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        BrotliEncoder.TryCompress(bytes, target, out int length, quality: 5, window: 22).ShouldBeTrue();
        return length;
    }
}
