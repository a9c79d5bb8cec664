namespace FoodSecurity.Tests.Web;

/// <summary>Every kind of address of the site with its status and content type, and a text that its answer holds.</summary>
[Collection(nameof(SiteTests))]
public class AddressTests(Site site)
{
    private const string Html = "text/html",
        Json = "application/json",
        Problem = "application/problem+json",
        Svg = "image/svg+xml",
        Png = "image/png",
        Pdf = "application/pdf",
        Csv = "text/csv",
        Css = "text/css";

    private static readonly string[] Charts = ["output", "common-basis", "deficit", "imports", "undernourishment", "area", "yield"];

    private static readonly (string Address, int Status, string Type, string Holds)[] Table =
    [
        ("/", 200, Html, "What the public data say"),
        ("/areas", 200, Html, "North Korea"),
        ("/areas/PRK", 200, Html, "<h1>North Korea</h1>"),
        ("/areas/WORLD", 200, Html, "<h1>World</h1>"),
        ("/areas/prk", 301, "", "/areas/PRK"),
        ("/areas/North%20Korea", 301, "", "/areas/PRK"),
        ("/areas/DPRK?from=1990", 301, "", "/areas/PRK?from=1990"),
        ("/areas/%EB%B6%81%ED%95%9C", 301, "", "/areas/PRK"),
        ("/areas/prk/output", 301, "", "/areas/PRK/output"),
        ("/areas/North%20Korea/output?to=2020", 301, "", "/areas/PRK/output?to=2020"),
        ("/areas/prk/output.svg", 200, Svg, "<svg"),
        ("/areas/North%20Korea/output.svg?w=360", 301, "", "/areas/PRK/output.svg?w=360"),
        ("/areas/PRK?asof=2023-12-28", 200, Html, "As known on 28 December 2023"),
        ("/areas/PRK?asof=", 200, Html, "<h1>North Korea</h1>"),
        ("/areas/PRK/output?from=1990&to=2020&asof=2023-12-28", 200, Html, "from=1990&amp;to=2020&amp;asof=2023-12-28"),
        ("/areas/PRK/output.csv?asof=2023-12-28", 200, Csv, "PRK"),
        ("/areas/PRK?asof=yesterday", 400, Html, "expected a date such as 2023-12-28"),
        ("/areas/PRK?asof=2023-02-30", 400, Html, "expected a date such as 2023-12-28"),
        ("/areas/PRK?asof=9999-12-31", 400, Html, "from 1000-01-01 to 2200-12-31"),
        ("/sources/usda/psd?asof=9999-12-31", 400, Html, "from 1000-01-01 to 2200-12-31"),
        ("/sources/usda/psd/coverage?asof=9999-12-31", 400, Html, "from 1000-01-01 to 2200-12-31"),
        ("/charts/line?areas=KEN&items=maize&elements=import-dependency", 200, Html, "mport dependency"),
        ("/methods", 200, Html, "Stocks-to-use ratio"),
        ("/areas/PRK?from=x", 400, Html, "expected a year such as 1990"),
        ("/areas/PRK?to=99999", 400, Html, "expected a year such as 2024"),
        ("/areas/PRK?from=2020&to=1990", 400, Html, "from 2020 lies after to 1990"),
        ("/areas/PRK/output?asof=x", 400, Html, "expected a date such as 2023-12-28"),
        ("/areas/PRK/output.svg?asof=x", 400, Problem, "expected a date such as 2023-12-28"),
        ("/areas/PRK/output.json?from=-5", 400, Problem, "expected a year such as 1990"),
        ("/areas/PRK/output.svg?w=abc", 400, Problem, "expected a width from 320 to 2400"),
        ("/areas/PRK/output.png?w=99999", 400, Problem, "expected a width from 320 to 2400"),
        ("/areas/PRK/output.png?scale=3", 400, Problem, "expected 1 or 2"),
        ("/areas/PRK/output.png?w=360&scale=2", 200, Png, ""),
        ("/areas/PRK/output.svg?w=360&scale=2", 200, Svg, "<svg"),
        ("/areas/PRX", 404, Html, "/areas/PRK"),
        ("/areas/Nroth%20Korea", 404, Html, "/areas/PRK"),
        ("/areas/PRX/output", 404, Html, "/areas/PRK"),
        ("/areas/PRX/output.svg", 404, Problem, "PRK (North Korea)"),
        ("/areas/PRK/harvest", 404, Html, "/areas/PRK/output"),
        ("/areas/PRK/harvest.svg", 404, Problem, "output"),
        ("/areas/PRK/output.docx", 404, Html, "/areas/PRK/output"),
        ("/areas/PRK/output/more", 404, Html, "There is nothing at this address"),
        ("/articles", 200, Html, "War Preparations"),
        ("/articles/kim-military-war-preparations-2023-12-28", 200, Html, "Despite a rise in crop output"),
        ("/articles/no-such-article", 404, Html, "/articles/kim-military-war-preparations-2023-12-28"),
        ("/articles/kim-military-war-preparations-2023-12-28/annotations.jsonld", 200, "application/ld+json", "TextPositionSelector"),
        (
            "/articles/kim-military-war-preparations-2023-12-28/annotations/4.jsonld",
            200,
            "application/ld+json",
            "Despite a rise in crop output"
        ),
        ("/articles/kim-military-war-preparations-2023-12-28/annotations/9.jsonld", 404, Problem, "1, 2, 3, 4, 5"),
        ("/articles/kim-military-war-preparations-2023-12-28/annotations.csv", 200, Csv, "Despite a rise in crop output"),
        (
            "/articles/kim-military-war-preparations-2023-12-28/annotations.xlsx",
            200,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "PK"
        ),
        ("/articles/no-such-article/annotations.csv", 404, Problem, "is published"),
        ("/sources", 200, Html, "/sources/usda/psd"),
        ("/sources/usda/psq", 404, Html, "/sources/usda/psd"),
        ("/trace/usda-psd/PRK/rice/production/2023-2024?basis=milled", 200, Html, "SHA-256"),
        ("/trace/usda-psd/PRK/rice/production/2023-2024.json?basis=milled", 200, Json, "\"printed\":"),
        ("/trace/wb-wdi/PRK/cereals/production/2021", 200, Html, "4481693.78"),
        ("/trace/usda-psd/PRK/rice/production/1066", 404, Html, "/areas/PRK"),
        ("/trace/usda-psd/PRK/rice/production/1066.json", 404, Problem, "No such number"),
        ("/trace/usda-psd/PRX/rice/production/2023-2024", 404, Html, "/areas/PRK"),
        ("/search?q=the%20North", 302, "", "/areas/PRK"),
        ("/search?q=DPRK", 302, "", "/areas/PRK"),
        ("/search?q=prk", 302, "", "/areas/PRK"),
        ("/search?q=PRK", 302, "", "/areas/PRK"),
        ("/search?q=%20north%20korea%20", 302, "", "/areas/PRK"),
        ("/search?q=Cor%C3%A9e%20du%20Nord", 302, "", "/areas/PRK"),
        ("/search?q=Coree%20du%20Nord", 200, Html, "/areas/PRK"),
        ("/search?q=%EB%B6%81%ED%95%9C", 302, "", "/areas/PRK"),
        ("/search?q=%D9%83%D9%88%D8%B1%D9%8A%D8%A7%20%D8%A7%D9%84%D8%B4%D9%85%D8%A7%D9%84%D9%8A%D8%A9", 302, "", "/areas/PRK"),
        ("/search?q=Pyongyang", 302, "", "/areas/PRK"),
        ("/search?q=Nroth%20Korea", 200, Html, "/areas/PRK"),
        ("/search?q=Korea", 200, Html, "/areas/KOR"),
        ("/search?q=C%C3%B4te", 200, Html, "/areas/CIV"),
        ("/search?q=zzzzzzzz", 200, Html, "Nearest names"),
        ("/search?q=%22%3E%3Cscript%3E", 200, Html, "&quot;&gt;&lt;script&gt;"),
        ("/search", 200, Html, "Search for a country"),
        ("/search?q=", 200, Html, "Search for a country"),
        ("/methods", 200, Html, "Conversion factors"),
        ("/help", 200, Html, "Reading a chart"),
        ("/health", 200, Json, "\"status\":\"ok\""),
        ("/site.css", 200, Css, "--ink"),
        ("/nothing", 404, Html, "There is nothing at this address"),
        ("/areas/PRK/", 200, Html, "<h1>North Korea</h1>"),
        ("/../etc/passwd", 404, Html, "There is nothing at this address"),
    ];

    public static TheoryData<string, int, string, string> Addresses
    {
        get
        {
            var rows = new TheoryData<string, int, string, string>();
            foreach (var (address, status, type, holds) in Table)
            {
                rows.Add(address, status, type, holds);
            }

            foreach (var chart in Charts)
            {
                rows.Add($"/areas/PRK/{chart}", 200, Html, "SHA-256");
                rows.Add($"/areas/PRK/{chart}.svg", 200, Svg, "<title");
                rows.Add($"/areas/PRK/{chart}.png", 200, Png, "PNG");
                rows.Add($"/areas/PRK/{chart}.pdf", 200, Pdf, "%PDF-");
                rows.Add($"/areas/PRK/{chart}.csv", 200, Csv, "sha256");
                rows.Add($"/areas/PRK/{chart}.json", 200, Json, "\"releases\":");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_address_has_its_status_and_content_type(string address, int status, string type, string holds)
    {
        var answer = await site.Get(address);
        ((int)answer.Status).ShouldBe(status);
        answer.Type.ShouldBe(type);
        if (status is 301 or 302)
        {
            answer.Message.Headers.Location!.ToString().ShouldBe(holds);
        }
        else
        {
            answer.Text.ShouldContain(holds, Case.Sensitive);
        }
    }

    [Fact]
    public async Task Every_source_of_the_list_has_a_page_with_its_releases()
    {
        var sources = Site.Links(await site.Page("/sources")).Where(l => l.StartsWith("/sources/", StringComparison.Ordinal)).ToList();
        sources.Count.ShouldBeGreaterThanOrEqualTo(8);
        foreach (var source in sources)
        {
            var page = await site.Page(source);
            page.QuerySelectorAll("section.release code").ShouldNotBeEmpty(source);
            page.QuerySelectorAll("section.release code").ShouldAllBe(c => c.TextContent.Length == 64);
        }
    }

    [Fact]
    public async Task Health_names_every_dataset_with_its_releases()
    {
        using var json = System.Text.Json.JsonDocument.Parse((await site.Get("/health")).Body);
        json.RootElement.GetProperty("data_version").GetInt64().ShouldBeGreaterThan(0);
        var datasets = json.RootElement.GetProperty("datasets").EnumerateArray().ToList();
        datasets.Select(d => d.GetProperty("code").GetString()).ShouldContain("usda-psd");
        datasets.ShouldAllBe(d => d.GetProperty("releases").GetInt32() > 0);
    }
}
