using System.Text.Json;
using System.Xml.Linq;
using Sylvan.Data.Csv;

namespace FoodSecurity.Tests.Web;

/// <summary>The charts as files, of countries with much, little and other data.</summary>
[Collection(nameof(SiteTests))]
public class SiteFileTests(Site site)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Areas => ["PRK", "KOR", "KEN", "USA", "CHN", "WORLD", "SUN"];

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task A_drawing_is_well_formed_titled_and_without_script(string area)
    {
        foreach (var chart in await Charts(area))
        {
            foreach (var address in new[] { $"{chart}.svg", $"{chart}.svg?w=360" })
            {
                var root = XDocument.Parse((await site.Get(address)).Text).Root!;
                root.Name.ShouldBe(Svg + "svg");
                root.Element(Svg + "title")!.Value.ShouldNotBeNullOrWhiteSpace(address);
                root.Element(Svg + "desc")!.Value.Length.ShouldBeGreaterThan(40, address);
                root.Descendants().Select(e => e.Name.LocalName).Intersect(["script", "foreignObject", "image", "iframe"]).ShouldBeEmpty();
                root.Descendants().Attributes().Where(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
                root.DescendantsAndSelf()
                    .Attributes()
                    .Where(a => a.Name.LocalName == "href")
                    .ShouldAllBe(a => a.Value.StartsWith('#') || a.Value.StartsWith("/"));
                root.Descendants(Svg + "text").ShouldNotBeEmpty("text stays text");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task Every_row_of_a_csv_says_where_it_comes_from(string area)
    {
        foreach (var chart in await Charts(area))
        {
            using var csv = CsvDataReader.Create(new StringReader((await site.Get($"{chart}.csv")).Text));
            int source = csv.GetOrdinal("source"),
                trace = csv.GetOrdinal("trace"),
                value = csv.GetOrdinal("value"),
                status = csv.GetOrdinal("status"),
                sha = csv.GetOrdinal("sha256"),
                line = csv.GetOrdinal("line"),
                released = csv.GetOrdinal("released_on"),
                computed = csv.GetOrdinal("computed_from");
            var rows = 0;
            while (csv.Read())
            {
                rows++;
                csv.RowFieldCount.ShouldBe(csv.FieldCount);
                csv.GetString(source).ShouldNotBeEmpty();
                if (csv.GetString(csv.GetOrdinal("row")) == "excerpt")
                {
                    csv.GetString(csv.GetOrdinal("note")).ShouldStartWith("“");
                    continue;
                }

                csv.GetString(trace).ShouldStartWith("/trace/");
                csv.GetString(status).ShouldNotBeEmpty();
                if (csv.GetString(value).Length > 0 && csv.GetString(computed).Length == 0)
                {
                    csv.GetString(sha).Length.ShouldBe(64, $"{chart} row {rows}");
                    int.Parse(csv.GetString(line)).ShouldBeGreaterThan(1);
                    csv.GetString(released).ShouldNotBeNull();
                }
            }

            rows.ShouldBeGreaterThan(0, chart);
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task A_chart_as_json_has_its_words_its_points_and_its_releases(string area)
    {
        foreach (var chart in await Charts(area))
        {
            using var json = JsonDocument.Parse((await site.Get($"{chart}.json")).Body);
            var root = json.RootElement;
            foreach (var word in new[] { "title", "subtitle", "unit", "alt_text", "source_line", "address" })
            {
                root.GetProperty(word).GetString().ShouldNotBeNullOrWhiteSpace($"{chart} {word}");
            }

            root.GetProperty("series").EnumerateArray().ShouldAllBe(s => s.GetProperty("points").GetArrayLength() > 0);
            root.GetProperty("releases").EnumerateArray().ShouldAllBe(r => r.GetProperty("sha256").GetString()!.Length == 64);
            root.GetProperty("releases").GetArrayLength().ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task A_file_holds_the_same_figures_as_the_table_of_its_page()
    {
        var page = await site.Page("/areas/PRK/output");
        var traces = page.QuerySelectorAll("table a.n").Select(a => a.GetAttribute("href")!).ToHashSet();
        using var csv = CsvDataReader.Create(new StringReader((await site.Get("/areas/PRK/output.csv")).Text));
        int trace = csv.GetOrdinal("trace"),
            value = csv.GetOrdinal("value");
        var inFile = new HashSet<string>();
        while (csv.Read())
        {
            if (csv.GetString(value).Length > 0)
            {
                inFile.Add(csv.GetString(trace));
            }
        }

        traces.ShouldBe(inFile, ignoreOrder: true);
    }

    private async Task<IReadOnlyList<string>> Charts(string area)
    {
        var charts = Site.Links(await site.Page($"/areas/{area}"))
            .Where(l => l.StartsWith($"/areas/{area}/", StringComparison.Ordinal) && l.EndsWith(".svg", StringComparison.Ordinal))
            .Select(l => l[..^4])
            .ToList();
        charts.ShouldNotBeEmpty(area);
        return charts;
    }

    [Theory]
    [InlineData("/charts/line.csv?areas=CIV&items=rice&from=2019&to=2020", "2019,2020", "1960")]
    [InlineData("/areas/PRK/yield.csv?from=1994&to=1998", "1994,1995,1996,1997,1998", "1960")]
    public async Task A_data_file_holds_the_years_of_its_picture_and_all_where_they_are_asked_for(
        string address,
        string years,
        string first
    )
    {
        (await Years(address)).ShouldBe(years.Split(','));
        (await Years(address + "&years=all"))[0].ShouldBe(first);
    }

    private async Task<IReadOnlyList<string>> Years(string address)
    {
        using var csv = CsvDataReader.Create(new StringReader((await site.Get(address)).Text));
        var years = new SortedSet<string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            years.Add(csv.GetString(csv.GetOrdinal("period"))[..4]);
        }

        return [.. years];
    }
}
