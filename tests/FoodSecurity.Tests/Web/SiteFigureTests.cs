using System.Net;
using System.Text.Json;

namespace FoodSecurity.Tests.Web;

/// <summary>The figures of the North Korea page, each with a link that works to the line it came from.</summary>
[Collection(nameof(SiteTests))]
public class SiteFigureTests(Site site)
{
    [Theory]
    [InlineData("4.82")]
    [InlineData("6.9 %")]
    [InlineData("47.0 %")]
    [InlineData("860")]
    public async Task The_page_of_North_Korea_shows_the_published_figures(string figure)
    {
        var text = (await site.Page("/areas/PRK")).QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        text.ShouldContain(figure);
    }

    [Fact]
    public async Task Every_linked_figure_of_the_page_leads_to_its_file_line_and_hash()
    {
        var links = Site.Links(await site.Page("/areas/PRK")).Where(l => l.StartsWith("/trace/", StringComparison.Ordinal)).ToList();
        links.Count.ShouldBeGreaterThan(30);
        foreach (var link in links)
        {
            var answer = await site.Get(link);
            answer.Status.ShouldBe(HttpStatusCode.OK, link);
            var terms = answer.Page.QuerySelectorAll("dl.trace dt").Select(d => d.TextContent).ToList();
            terms.ShouldContain("Figure");
            if (terms.Contains("Computed"))
            {
                answer.Page.QuerySelectorAll("table tbody tr").ShouldNotBeEmpty(link);
            }
            else
            {
                new[] { "As printed", "SHA-256", "Line", "Licence" }.Except(terms).ShouldBeEmpty(link);
            }
        }
    }

    [Theory]
    [InlineData("wb-wdi/PRK/cereals/production/2021", "4481693.78")]
    [InlineData("rda/PRK/food-crops/production/2023", "482")]
    [InlineData("rda/PRK/food-crops/production/2022", "451")]
    [InlineData("fao-wfp/PRK/cereals/uncovered-deficit/2020-2021", "860")]
    public async Task A_trace_gives_the_figure_as_printed(string path, string printed)
    {
        using var json = JsonDocument.Parse((await site.Get($"/trace/{path}.json")).Body);
        json.RootElement.GetProperty("printed").GetString()!.ShouldContain(printed);
        json.RootElement.GetProperty("release").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        json.RootElement.GetProperty("origin").GetProperty("line").GetInt32().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task What_was_known_on_the_day_of_the_article_leaves_out_what_came_later()
    {
        var then = (await site.Page("/areas/PRK?asof=2023-12-28")).QuerySelector("main")!.TextContent;
        var now = (await site.Page("/areas/PRK")).QuerySelector("main")!.TextContent;
        then.ShouldNotBe(now);
        then.ShouldContain("As known on 28 December 2023");
        then.ShouldNotContain("released 28 July 2025");
        now.ShouldContain("released 28 July 2025");
    }

    [Fact]
    public async Task Every_excerpt_of_the_article_stands_beside_what_the_sources_say()
    {
        var page = await site.Page("/articles/kim-military-war-preparations-2023-12-28");
        var excerpts = page.QuerySelectorAll(".excerpt");
        excerpts.Length.ShouldBeGreaterThanOrEqualTo(5);
        excerpts.ShouldAllBe(e => e.QuerySelector("blockquote") != null);
        page.QuerySelectorAll("figure").Length.ShouldBeGreaterThanOrEqualTo(5);
    }
}
