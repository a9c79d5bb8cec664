using System.Buffers.Binary;
using System.Text;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;

namespace FoodSecurity.Tests.Charts;

public class ChartFilesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_png_has_the_size_asked_for_and_a_palette(int scale)
    {
        byte[] png = ChartPicture.Png(ChartSamples.Gap, ChartSamples.Picture(800) with { Scale = scale });
        png.AsSpan(0, 8).ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(800 * scale);
        png[25].ShouldBe((byte)3, "colour type 3 is a palette");
    }

    [Fact]
    public void A_png_of_1200_pixels_is_light()
    {
        ChartFrame frame = ChartSamples.Picture() with { PlotHeight = 330 };
        ChartPicture.Png(ChartSamples.Output with { Excerpts = [], Notes = [] }, frame).Length.ShouldBeLessThan(60_000);
        ChartPicture.Png(ChartSamples.Gap, frame).Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public void A_png_is_the_same_each_time() =>
        ChartPicture
            .Png(ChartSamples.Output, ChartSamples.Picture())
            .ShouldBe(ChartPicture.Png(ChartSamples.Output, ChartSamples.Picture()));

    [Fact]
    public void A_pdf_is_one_page_of_vectors()
    {
        byte[] pdf = ChartPicture.Pdf(ChartSamples.Output, ChartSamples.Picture());
        string text = Encoding.Latin1.GetString(pdf);
        text.ShouldStartWith("%PDF-");
        text.ShouldContain("/Count 1");
        text.ShouldNotContain("/Subtype /Image");
        ChartPicture.Pdf(ChartSamples.Output, ChartSamples.Picture()).ShouldBe(pdf);
    }

    [Fact]
    public void The_palette_keeps_few_colours_exactly_and_brings_many_to_256()
    {
        byte[] few = PalettePng.Encode([255, 0, 0, 255, 0, 0, 255, 255], 2, 1, 72);
        Encoding.Latin1.GetString(few).ShouldContain("PLTE");
        byte[] many =
        [
            .. Enumerable.Range(0, 64 * 64).SelectMany(i => new byte[] { (byte)(i % 64 * 4), (byte)(i / 64 * 4), (byte)(i * 7), 255 }),
        ];
        int at = Encoding.Latin1.GetString(PalettePng.Encode(many, 64, 64, 72)).IndexOf("PLTE", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
    }
}
