using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>Every kind drawn from shipped data or from recorded figures: golden drawings, nothing cut off, nothing on top of each other.</summary>
public class GalleryTests(ShippedArchive shipped)
{
    private static IReadOnlyList<GalleryEntry>? entries;

    private IReadOnlyList<GalleryEntry> Entries => entries ??= GalleryAnswer.All(shipped.Archive);

    /// <summary>Every picture by name: those of the gallery and those of data that are not shipped.</summary>
    private IEnumerable<(string Name, ChartSpec Spec)> Pictures =>
        Entries
            .Where(e => e.Drawn is not null)
            .Select(e => (e.Id, e.Drawn!.Spec))
            .Concat(
                new[] { ("season", KindSamples.Season), ("heat", KindSamples.Markets), ("phases", KindSamples.Phases) }.Select(s =>
                    ("recorded-" + s.Item1, ChartKindCatalog.Find(s.Item1)!.Build(s.Item2).ShouldBeOfType<ChartDrawn>().Spec)
                )
            );

    [Fact]
    public void Every_kind_has_a_card_and_an_entry_drawn_from_what_is_shipped()
    {
        Entries.Select(e => e.Kind.Id).Distinct().Order().ShouldBe(ChartKindCatalog.All.Select(k => k.Id).Order());
        Entries.Where(e => e.Drawn is null).Select(e => $"{e.Id}: {e.Reason}").ShouldBeEmpty();
        Entries.Select(e => e.Id).ShouldBeUnique();
        Entries.ShouldAllBe(e =>
            e.Kind.Card.Title(shipped.Archive.Texts).Length > 2
            && e.Kind.Card.WhenToUse(shipped.Archive.Texts).EndsWith('.')
            && e.Kind.Card.Needs(shipped.Archive.Texts).EndsWith('.')
        );
    }

    [Fact]
    public void Every_picture_is_as_it_was()
    {
        foreach (var (name, spec) in Pictures)
        {
            GoldenDrawing.Check("kind-" + name, spec, ChartSamples.Page());
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(760)]
    [InlineData(1200)]
    public void No_word_is_cut_off_or_stands_on_another(int width)
    {
        foreach (var (name, spec) in Pictures)
        {
            foreach (ChartFrame frame in new[] { ChartSamples.Page(width), ChartSamples.Picture(width) })
            {
                PlacedChart chart = ChartLayout.Place(spec, frame);
                Box all = new(-1, -1, chart.Width + 1, chart.Height + 1);
                foreach (PlacedText text in chart.Texts)
                {
                    all.Holds(text.Box).ShouldBeTrue($"{name} at {width}: “{text.Text}” is cut off");
                }

                Box[] boxes = [.. chart.Texts.Select(t => t.Box.Grow(-1.5))];
                for (int i = 0; i < boxes.Length; i++)
                {
                    for (int k = i + 1; k < boxes.Length; k++)
                    {
                        boxes[i]
                            .Overlaps(boxes[k])
                            .ShouldBeFalse($"{name} at {width}, {frame.Form}: “{chart.Texts[i].Text}” on “{chart.Texts[k].Text}”");
                    }
                }
            }
        }
    }

    [Fact]
    public void Svg_png_and_pdf_are_made_of_every_picture_and_are_light()
    {
        foreach (var (name, spec) in Pictures)
        {
            string svg = ChartPicture.Svg(spec, ChartSamples.Page());
            svg.ShouldNotContain("NaN", Case.Sensitive, name);
            svg.Length.ShouldBeLessThan(110_000, name);
            ChartPicture.Svg(spec, ChartSamples.Page()).ShouldBe(svg);
            ChartPicture.Png(spec, ChartSamples.Picture(800)).Length.ShouldBeInRange(4_000, 160_000, name);
            System
                .Text.Encoding.Latin1.GetString(ChartPicture.Pdf(spec, ChartSamples.Picture(800)))
                .ShouldNotContain("/Subtype /Image", Case.Sensitive, name);
        }
    }

    [Fact]
    public void In_a_page_every_colour_can_be_replaced_by_a_theme()
    {
        foreach (var (name, spec) in Pictures)
        {
            string svg = ChartPicture.Svg(spec, ChartSamples.Page());
            System.Text.RegularExpressions.Regex.Matches(svg, "(fill|stroke|stop-color)=\"#").Count.ShouldBe(0, name);
        }
    }

    [Fact]
    public void A_map_carries_its_disclaimer_in_every_form()
    {
        var map = Entries.First(e => e.Kind.Id == "map").Drawn!.Spec;
        foreach (ChartFrame frame in new[] { ChartSamples.Page(), ChartSamples.Page(360), ChartSamples.Picture() })
        {
            System.Text.RegularExpressions.Regex.Matches(ChartPicture.Svg(map, frame), "do not imply").Count.ShouldBe(1);
        }

        map.Body.ShouldBeOfType<MapBody>();
    }
}
