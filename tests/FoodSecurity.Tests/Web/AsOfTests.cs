using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FoodSecurity.Tests.Web;

/// <summary>What was known on the day of the article, wherever the site shows a figure.</summary>
[Collection(nameof(SiteTests))]
public class AsOfTests(Site site)
{
    private const string Day = "2023-12-28";

    /// <summary>A page has hundreds of traces made the same way; every so many of them is asked.</summary>
    private const int TraceStep = 23;

    [Theory]
    [InlineData("/areas/PRK")]
    [InlineData("/areas/PRK/output")]
    [InlineData("/areas/PRK/common-basis")]
    [InlineData("/areas/PRK/undernourishment")]
    [InlineData("/areas/KEN/yield")]
    [InlineData("/articles/kim-military-war-preparations-2023-12-28")]
    [InlineData("/charts/line?areas=PRK,KOR&items=rice&elements=production&basis=paddy")]
    [InlineData("/charts/bar?areas=PRK&items=food-crops&elements=production")]
    public async Task Figures_of_a_day_in_the_past_lead_to_traces_of_that_day(string address)
    {
        // The chart maker leads on to the shortest address that says the same.
        var asked = await site.Get(address + (address.Contains('?') ? "&" : "?") + "asof=" + Day);
        var page = await site.Page(asked.Message.Headers.Location?.ToString() ?? asked.Address);
        page.QuerySelector("main")!.TextContent.ShouldContain("28 December 2023");
        var traces = page.QuerySelectorAll("a.n").Select(a => a.GetAttribute("href")!).ToList();
        traces.ShouldNotBeEmpty();
        traces.ShouldAllBe(t => t.Contains("asof=" + Day));
        foreach (var trace in traces.Where((_, i) => i % TraceStep == 0))
        {
            (await site.Get(trace)).Status.ShouldBe(HttpStatusCode.OK, trace);
        }
    }

    [Fact]
    public async Task The_traces_of_a_file_give_the_figures_of_the_file()
    {
        using var chart = JsonDocument.Parse((await site.Get($"/areas/PRK/output.json?asof={Day}")).Text);
        var points = chart
            .RootElement.GetProperty("series")
            .EnumerateArray()
            .SelectMany(s => s.GetProperty("points").EnumerateArray())
            .Where(p => p.GetProperty("value").ValueKind == JsonValueKind.Number)
            .ToList();
        points.ShouldAllBe(p => p.GetProperty("start").GetString()!.CompareTo(Day) < 0);
        foreach (var point in points.Where((_, i) => i % TraceStep == 0))
        {
            var address = point.GetProperty("trace").GetString()!;
            using var trace = JsonDocument.Parse((await site.Get(address.Replace("?", ".json?"))).Text);
            trace.RootElement.GetProperty("value").GetDecimal().ShouldBe(point.GetProperty("value").GetDecimal(), address);
            trace.RootElement.GetProperty("as_of").GetString().ShouldBe(Day);
        }
    }

    [Fact]
    public async Task A_figure_that_was_not_known_yet_has_no_trace_of_that_day()
    {
        const string Figure = "/trace/usda-psd/PRK/rice/production/2025-2026?basis=milled";
        (await site.Get(Figure)).Status.ShouldBe(HttpStatusCode.OK);
        var then = await site.Get(Figure + "&asof=" + Day);
        then.Status.ShouldBe(HttpStatusCode.NotFound);
        then.Text.ShouldContain("28 December 2023");
    }

    [Fact]
    public async Task A_figure_that_was_known_says_what_stands_there_now()
    {
        var page = await site.Page($"/trace/usda-psd/PRK/rice/production/2017-2018?basis=milled&asof={Day}");
        page.QuerySelector("dl.trace")!.TextContent.ShouldContain("Now");
        var now = page.QuerySelector("p.asof a")!.GetAttribute("href")!;
        now.ShouldBe("/trace/usda-psd/PRK/rice/production/2017-2018?basis=milled");
        (await site.Get(now)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/areas/PRK/output.csv")]
    [InlineData("/areas/PRK/output.xlsx")]
    [InlineData("/areas/PRK/output.svg")]
    [InlineData("/charts/line.csv?areas=PRK&items=rice&elements=production")]
    [InlineData("/charts/line.svg?areas=PRK&items=rice&elements=production")]
    [InlineData("/sources/usda/psd/coverage")]
    [InlineData("/sources/usda/psd")]
    [InlineData("/sources")]
    [InlineData("/trace/rda/PRK/rice/production/2020.json")]
    public async Task Files_and_tables_differ_by_the_day(string address)
    {
        var join = address.Contains('?') ? "&" : "?";
        var then = await site.Get($"{address}{join}asof={Day}");
        then.Status.ShouldBe(HttpStatusCode.OK);
        then.Body.ShouldNotBe((await site.Get(address)).Body);
        (await site.Get($"{address}{join}asof=lately")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_chart_shows_how_first_estimates_held_up_and_as_files()
    {
        var page = await site.Page("/areas/PRK/undernourishment");
        var rows = page.QuerySelectorAll("#record tbody tr").ToList();
        rows.Select(r => r.QuerySelectorAll("td")[0].TextContent).ShouldContain("2016–2018");
        var row = rows.First(r => r.QuerySelectorAll("td")[0].TextContent == "2016–2018")
            .QuerySelectorAll("td")
            .Select(c => c.TextContent)
            .ToList();
        (row[1], row[3]).ShouldBe(("47.8", "47.5"));
        foreach (var file in page.QuerySelectorAll("#record .tools a").Select(a => a.GetAttribute("href")!))
        {
            var answer = await site.Get(file);
            answer.Status.ShouldBe(HttpStatusCode.OK, file);
            answer.Text.ShouldContain("2016–2018");
        }

        (await site.Get($"/areas/PRK/undernourishment/record.csv?asof={Day}"))
            .Text.Trim()
            .Split('\n')
            .Length.ShouldBe(1, "the second edition is of 2025");
        var trace = await site.Page("/trace/fao-fs/PRK/people/undernourishment/2016-2018");
        trace.QuerySelector("main")!.TextContent.ShouldContain("What was published for it");
        (await site.Get("/areas/PRK/no-such-chart/record.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Coverage_of_a_day_counts_less_than_coverage_of_today()
    {
        async Task<int> Figures(string query) =>
            (await site.Page("/sources/usda/psd/coverage" + query))
                .QuerySelectorAll("tbody tr td:nth-child(2)")
                .Sum(c => int.Parse(c.TextContent, CultureInfo.InvariantCulture));
        (await Figures("?asof=" + Day)).ShouldBeInRange(1, await Figures("") - 1);
        (await Figures("?asof=1959-01-01")).ShouldBe(0);
    }

    [Fact]
    public async Task A_figure_that_newer_releases_leave_out_keeps_its_trace()
    {
        var page = await site.Page("/trace/fao-fs/PRK/cereals/cereal-import-dependency/1999-2001");
        page.QuerySelector(".asof")!.TextContent.ShouldBe("As known on 9 October 2019. What is published now leaves it out.");
        page.QuerySelector("dl.trace")!.TextContent.ShouldContain("41.2");
    }
}
