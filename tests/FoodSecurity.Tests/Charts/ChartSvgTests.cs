using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

public class ChartSvgTests
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    private static XElement Svg(ChartSpec spec, ChartFrame frame) => XDocument.Parse(ChartPicture.Svg(spec, frame)).Root!;

    public static TheoryData<string, int, ChartForm> Every
    {
        get
        {
            TheoryData<string, int, ChartForm> all = [];
            foreach (string id in new[] { "output", "gap", "undernourished" })
            {
                foreach (int width in new[] { 360, 760, 1200 })
                {
                    all.Add(id, width, ChartForm.Page);
                    all.Add(id, width, ChartForm.Picture);
                }
            }
            return all;
        }
    }

    private static ChartSpec Named(string id) =>
        new[] { ChartSamples.Output, ChartSamples.Gap, ChartSamples.Undernourished }.First(spec => spec.Id == id);

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_drawing_is_named_described_plain_and_the_same_each_time(string id, int width, ChartForm form)
    {
        ChartSpec spec = Named(id);
        ChartFrame frame = new() { Width = width, Form = form };
        string text = ChartPicture.Svg(spec, frame);
        XElement svg = XDocument.Parse(text).Root!;
        svg.Elements().First().Name.ShouldBe(Ns + "title");
        svg.Elements().First().Value.ShouldBe(spec.Title);
        svg.Elements().ElementAt(1).Name.ShouldBe(Ns + "desc");
        svg.Elements().ElementAt(1).Value.ShouldBe(spec.AltText);
        ((string?)svg.Attribute("aria-labelledby")).ShouldBe((string?)svg.Elements().First().Attribute("id"));
        ((string?)svg.Attribute("viewBox")).ShouldStartWith($"0 0 {width} ");
        svg.Descendants()
            .Select(element => element.Name.LocalName)
            .Intersect(["script", "style", "foreignObject", "image"])
            .ShouldBeEmpty();
        svg.Descendants()
            .Attributes("id")
            .Select(attribute => attribute.Value)
            .ShouldAllBe(value => value.StartsWith(id + "-", StringComparison.Ordinal));
        text.ShouldNotContain("NaN");
        ChartPicture.Svg(spec, frame).ShouldBe(text);
    }

    [Fact]
    public void Ids_differ_between_charts_forms_and_widths()
    {
        string[] ids =
        [
            .. new[] { ChartSamples.Output, ChartSamples.Gap, ChartSamples.Undernourished }
                .SelectMany(spec =>
                    new[] { ChartSamples.Page(), ChartSamples.Page(360), ChartSamples.Picture() }.Select(frame => Svg(spec, frame))
                )
                .SelectMany(svg => svg.Descendants().Attributes("id"))
                .Select(attribute => attribute.Value),
        ];
        ids.ShouldBeUnique();
    }

    [Fact]
    public void A_page_links_its_pins_and_a_picture_does_not()
    {
        XElement page = Svg(ChartSamples.Output, ChartSamples.Page());
        page.Descendants(Ns + "a").Select(link => (string?)link.Attribute("href")).ShouldBe(["#excerpt-1", "#excerpt-2", "#excerpt-3"]);
        XElement picture = Svg(ChartSamples.Output, ChartSamples.Picture());
        picture.Descendants(Ns + "a").ShouldBeEmpty();
        ((string?)picture.Attribute("role")).ShouldBe("img");
    }

    [Fact]
    public void A_picture_stands_alone()
    {
        string text = string.Join(
            ' ',
            Svg(ChartSamples.Output, ChartSamples.Picture()).Descendants(Ns + "text").Select(line => line.Value)
        );
        text.ShouldContain(ChartSamples.Output.Title);
        text.ShouldContain(ChartSamples.Output.Subtitle);
        text.ShouldContain("“The closure of borders during the COVID-19 pandemic");
        text.ShouldContain(ChartSamples.Output.Notes[0]);
        text.ShouldContain(ChartSamples.Output.SourceLine);
        text.ShouldContain("/areas/PRK/output.svg");
        string page = string.Join(' ', Svg(ChartSamples.Output, ChartSamples.Page()).Descendants(Ns + "text").Select(line => line.Value));
        page.ShouldNotContain(ChartSamples.Output.Title);
        page.ShouldContain("FAO, cereals, paddy");
    }

    [Fact]
    public void Colours_of_a_page_can_be_restyled_and_those_of_a_picture_are_plain()
    {
        ChartPicture.Svg(ChartSamples.Output, ChartSamples.Page()).ShouldContain("var(--s0,#c2410c)");
        ChartPicture.Svg(ChartSamples.Output, ChartSamples.Picture()).ShouldNotContain("var(");
    }

    [Fact]
    public void Grid_base_line_and_ticks_are_drawn()
    {
        PlacedChart chart = ChartLayout.Place(ChartSamples.Output, ChartSamples.Page());
        XElement svg = Svg(ChartSamples.Output, ChartSamples.Page());
        string Stroke(string token) =>
            (string)svg.Elements(Ns + "path").First(path => ((string?)path.Attribute("stroke"))?.Contains(token) == true).Attribute("d")!;
        Stroke("--hair").Count(c => c == 'H').ShouldBe(chart.Values.Ticks.Count - 1);
        Stroke("--base").Count(c => c == 'v').ShouldBe(chart.YearTicks.Count);
    }

    [Fact]
    public void Words_with_markup_are_escaped()
    {
        ChartSpec spec = ChartSamples.Output with
        {
            Id = "a\"b<c",
            Title = "<b>\"Rice\" & 'maize'</b>\u0001",
            Excerpts = [new(1, "</text><script>alert(1)</script>", "&amp;") { Address = "\"><script>" }],
            Periods =
            [
                new()
                {
                    From = 1990,
                    To = 2000,
                    Number = 1,
                    Label = "<i>",
                },
            ],
        };
        foreach (ChartFrame frame in new[] { ChartSamples.Page(), ChartSamples.Picture() })
        {
            XElement svg = Svg(spec, frame);
            svg.Elements().First().Value.ShouldBe("<b>\"Rice\" & 'maize'</b>");
            svg.Descendants(Ns + "script").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("output", 2500, 6000)]
    [InlineData("gap", 2500, 6000)]
    [InlineData("undernourished", 2500, 6000)]
    public void A_drawing_is_light(string id, int page, int picture)
    {
        Compressed(ChartPicture.Svg(Named(id), ChartSamples.Page())).ShouldBeLessThanOrEqualTo(page);
        Compressed(ChartPicture.Svg(Named(id), ChartSamples.Picture())).ShouldBeLessThanOrEqualTo(picture);
    }

    [Fact]
    public void Narrow_and_wide_are_two_drawings()
    {
        string narrow = ChartPicture.Svg(ChartSamples.Output, ChartSamples.Page(360));
        narrow.ShouldContain("font-size=\"13\"");
        narrow.ShouldContain(">2010<");
        narrow.ShouldNotContain(">2015<");
        ChartPicture.Svg(ChartSamples.Output, ChartSamples.Page(1200)).ShouldContain(">2015<");
    }

    [Fact]
    public void A_chart_without_figures_says_so()
    {
        foreach (ChartKind kind in new[] { ChartKind.Line, ChartKind.Bar })
        {
            ChartSpec spec = ChartSamples.With() with { Kind = kind, NoFigures = "No figures published" };
            Svg(spec, ChartSamples.Page()).Value.ShouldContain("No figures published");
            Svg(spec, ChartSamples.Picture()).Value.ShouldContain("No figures published");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(1e17)]
    [InlineData(1e-12)]
    [InlineData(double.MaxValue / 4)]
    public void A_single_value_of_any_size_is_drawn(double value)
    {
        ChartSpec spec = ChartSamples.With(ChartSamples.Line("a", "A", "", 0, [ChartSamples.Mark(2000, value)])) with
        {
            From = 2000,
            To = 2000,
        };
        foreach (ChartFrame frame in new[] { ChartSamples.Page(), ChartSamples.Page(360), ChartSamples.Picture() })
        {
            Svg(spec, frame)
                .Descendants(Ns + "g")
                .Single(group => (string?)group.Attribute("data-line") == "a")
                .Descendants(Ns + "path")
                .Count()
                .ShouldBe(1);
            ChartPicture.Png(spec, frame).Length.ShouldBeGreaterThan(500);
        }
    }

    [Fact]
    public async Task Many_threads_draw_the_same()
    {
        string expected = ChartPicture.Svg(ChartSamples.Output, ChartSamples.Picture());
        byte[] png = ChartPicture.Png(ChartSamples.Gap, ChartSamples.Page());
        (string Svg, byte[] Png)[] drawn = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(_ =>
                    Task.Run(() =>
                        (
                            ChartPicture.Svg(ChartSamples.Output, ChartSamples.Picture()),
                            ChartPicture.Png(ChartSamples.Gap, ChartSamples.Page())
                        )
                    )
                )
        );
        drawn.ShouldAllBe(pair => pair.Svg == expected && pair.Png.SequenceEqual(png));
    }

    private static int Compressed(string svg)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(svg),
            target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        BrotliEncoder.TryCompress(bytes, target, out int length, quality: 11, window: 22).ShouldBeTrue();
        return length;
    }
}
