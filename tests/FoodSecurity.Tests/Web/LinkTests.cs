using System.Net;

namespace FoodSecurity.Tests.Web;

/// <summary>Walks the site as a reader would.</summary>
[Collection(nameof(SiteTests))]
public class LinkTests(Site site)
{
    /// <summary>Many data, few data, a computed basis, no trade, nothing to chart, an aggregate, a former state.</summary>
    private static readonly string[] Samples = ["PRK", "KOR", "KEN", "USA", "CHN", "NIU", "WORLD", "SUN"];

    /// <summary>A page with a table has hundreds of traces made the same way; every so many of them is asked.</summary>
    private const int TraceStep = 29;

    [Fact]
    public async Task Every_country_has_a_page()
    {
        var areas = Site.Links(await site.Page("/areas")).Where(l => l.StartsWith("/areas/", StringComparison.Ordinal)).ToList();
        areas.Count.ShouldBeGreaterThan(200);
        foreach (var area in areas)
        {
            var answer = await site.Get(area);
            answer.Status.ShouldBe(HttpStatusCode.OK, area);
            var main = answer.Page.QuerySelector("main")!;
            main.QuerySelector(".lede")!.TextContent.Trim().ShouldNotBeEmpty($"{area} says nothing");
            main.QuerySelectorAll("a[href]").ShouldNotBeEmpty($"{area} leads nowhere");
        }
    }

    [Fact]
    public async Task No_link_of_the_site_is_broken()
    {
        var broken = new List<string>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(string Address, string From)>([("/", "the start")]);
        while (waiting.TryDequeue(out var next))
        {
            if (!asked.Add(next.Address))
            {
                continue;
            }

            var answer = await site.Get(next.Address);
            if (answer.Status != HttpStatusCode.OK)
            {
                broken.Add($"{(int)answer.Status} {next.Address} on {next.From}");
            }
            else if (answer.Type == "text/html" && IsFollowed(next.Address))
            {
                foreach (var link in Followed(next.Address, Site.Links(answer.Page)))
                {
                    waiting.Enqueue((link, next.Address));
                }
            }
        }

        broken.ShouldBeEmpty();
        asked.Count.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/areas/PRK")]
    [InlineData("/articles/kim-military-war-preparations-2023-12-28")]
    [InlineData("/areas/PRK/output")]
    public async Task Links_within_a_page_lead_to_something_on_it(string address)
    {
        var page = await site.Page(address);
        foreach (var link in page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]))
        {
            page.GetElementById(link).ShouldNotBeNull($"#{link}");
        }
    }

    [Fact]
    public async Task Addresses_that_the_help_page_names_exist()
    {
        foreach (
            var code in (await site.Page("/help"))
                .QuerySelectorAll("tbody th code, tbody td:first-child code")
                .Select(c => c.TextContent)
                .Where(c => !c.Contains('…', StringComparison.Ordinal))
        )
        {
            (await site.Get(code)).Status.ShouldBe(HttpStatusCode.OK, code);
        }
    }

    /// <summary>A made chart links to its traces, neighbours and other bases without end: what the form's own examples link to is enough. So is the first page of a long list.</summary>
    private static bool IsFollowed(string address) =>
        !address.StartsWith("/charts/", StringComparison.Ordinal)
        && !address.Contains("from=", StringComparison.Ordinal)
        && (!address.StartsWith("/areas/", StringComparison.Ordinal) || Samples.Contains(address.Split('/', '?')[2]));

    private static IEnumerable<string> Followed(string address, IEnumerable<string> links)
    {
        var all = links.ToList();
        var traces = all.Where(l => l.StartsWith("/trace/", StringComparison.Ordinal)).ToList();
        // A trace leads to its neighbours in time and to other sources' figures, and so to every figure of the site.
        var isTrace = address.StartsWith("/trace/", StringComparison.Ordinal);
        return isTrace
            ? all.Except(traces)
            : [.. all.Except(traces), .. traces.Where((_, i) => traces.Count < TraceStep || i % TraceStep == 0)];
    }
}
