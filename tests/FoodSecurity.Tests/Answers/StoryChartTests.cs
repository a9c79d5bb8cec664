using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages;

namespace FoodSecurity.Tests.Answers;

/// <summary>Which chart stands beside an excerpt: of what it speaks of, never of something else, and never with another article's pin.</summary>
public class StoryChartTests(ShippedArchive shipped)
{
    [Theory]
    [InlineData("KEN", "price", "maize", 2021, "/charts/season?areas=KEN&items=maize&to=2021", "Price of maize in Nov 2021")]
    [InlineData("HTI", "price", "rice", 2018, "/charts/season?areas=HTI&items=rice-imported&to=2018", "Price of rice (imported)")]
    [InlineData("KEN", "acute-food-insecurity", null, 2022, "/charts/phases?areas=KEN", "3 of 23 areas")]
    [InlineData("KEN", "item-output", "maize", 2021, "/charts/line?areas=KEN&items=maize&from=2008&to=2024", "Production of maize")]
    [InlineData("PRK", "crop-output", null, 2023, "/areas/PRK/output?from=2010&to=2026", "Crop output")]
    public void It_is_of_the_food_the_excerpt_names(string area, string indicator, string? item, int year, string page, string heading)
    {
        var chart = Chart("a", area, indicator, item, year, "It moved.").ShouldNotBeNull();
        chart.Page.ShouldBe(page);
        chart.Heading.ShouldStartWith(heading);
        if (page.StartsWith("/charts/", StringComparison.Ordinal))
        {
            var parts = page["/charts/".Length..].Split('?');
            var (question, refusal) = ChartMaking
                .Reader(shipped.Archive)
                .Read(parts[0], parts[1].Split('&').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1])));
            refusal.ShouldBeNull();
            ChartMaking
                .Of(shipped.Archive, question!)
                .Made.ShouldNotBeNull()
                .Chart.Series.Select(s => s.Key)
                .ShouldBe(chart.Series.Select(s => s.Key));
        }
    }

    [Fact]
    public void Its_line_carries_the_excerpts_pin() =>
        Chart("a", "KEN", "item-output", "maize", 2021, "It moved.")!.Spec.Pins.ShouldHaveSingleItem().X.ShouldBe(2021);

    [Theory]
    [InlineData("PRK", "price", "rice")]
    [InlineData("PRK", "acute-food-insecurity", null)]
    public void Nothing_stands_beside_it_where_nothing_of_the_sort_is_loaded(string area, string indicator, string? item) =>
        Chart("a", area, indicator, item, 2021, "It moved.").ShouldBeNull();

    [Fact]
    public void A_kept_picture_of_one_article_is_not_shown_for_another()
    {
        using var pictures = new PictureCache(shipped.Archive);
        string Drawn(string slug, string words)
        {
            var chart = Chart(slug, "PRK", "crop-output", null, 2023, words)!;
            return new ChartFigure
            {
                Chart = chart with { Spec = chart.Spec with { Title = words } },
                Article = slug,
                Suffix = "-e1",
                Pictures = pictures,
            }.Wide;
        }

        Drawn("one", "Words of one").ShouldContain("Words of one");
        Drawn("two", "Words of two").ShouldContain("Words of two");
        Drawn("one", "Words of one").ShouldContain("Words of one");
    }

    [Fact]
    public void Files_and_pages_of_a_made_chart_are_the_makers()
    {
        var chart = Chart("a", "KEN", "price", "maize", 2021, "x")!;
        (chart.Page, chart.Maker, chart.File("png")).ShouldBe(
            (
                "/charts/season?areas=KEN&items=maize&to=2021",
                "/charts/season?areas=KEN&items=maize&to=2021",
                "/charts/season.png?areas=KEN&items=maize&to=2021"
            )
        );
        var standing = Chart("a", "PRK", "crop-output", null, 2023, "x")!;
        standing.File("csv").ShouldBe("/areas/PRK/output.csv?from=2010&to=2026");
        standing.Maker.ShouldBe("/charts/line?areas=PRK&items=cereals,food-crops&from=2010&to=2026");
    }

    private TracedChart? Chart(string slug, string area, string indicator, string? item, int year, string words)
    {
        var claim = new Claim
        {
            Area = area,
            Indicator = indicator,
            Item = item,
            Relation = ClaimRelation.Rise,
            Period = new ClaimPeriod($"in {year}", "year", $"{year}", $"{year}"),
        };
        var excerpt = new Excerpt
        {
            Number = 1,
            Exact = words,
            Kind = "claim",
            Claim = claim,
            Target = ExcerptTarget.Of(claim),
        };
        return StoryAnswer
            .Preview(
                shipped.Archive,
                new Article
                {
                    Slug = slug,
                    Title = "T",
                    Outlet = "O",
                    PublishedOn = "2024-01-01",
                    Excerpts = [excerpt],
                }
            )
            .Parts.Single()
            .Chart;
    }
}
