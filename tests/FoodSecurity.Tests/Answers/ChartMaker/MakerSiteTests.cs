using System.Net;
using CsCheck;
using FoodSecurity.Tests.Web;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>The maker's addresses asked of the site: pages, files, refusals, traces, and nothing sent twice.</summary>
[Collection(nameof(SiteTests))]
public class MakerSiteTests(Site site)
{
    private const string Plain = "areas=PRK&items=rice&sources=usda-psd";

    [Theory]
    [InlineData("/charts", 200, "text/html")]
    [InlineData("/charts?areas=North%20Korea&step=2", 200, "text/html")]
    [InlineData("/charts?areas=Nroth&step=2", 400, "text/html")]
    [InlineData("/charts/line?" + Plain, 200, "text/html")]
    [InlineData("/charts/line.svg?" + Plain, 200, "image/svg+xml")]
    [InlineData("/charts/line.png?" + Plain + "&w=600&scale2", 200, "image/png")]
    [InlineData("/charts/line.pdf?" + Plain, 200, "application/pdf")]
    [InlineData("/charts/line.csv?" + Plain, 200, "text/csv")]
    [InlineData("/charts/line.json?" + Plain, 200, "application/json")]
    [InlineData("/charts/line.xlsx?" + Plain, 200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/areas/PRK/output.xlsx", 200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/charts/line?areas=PRX", 400, "text/html")]
    [InlineData("/charts/line.svg?areas=PRX", 400, "application/problem+json")]
    [InlineData("/charts/line?areas=PRK&scale=share", 422, "text/html")]
    [InlineData("/charts/line.json?areas=PRK&scale=share", 422, "application/problem+json")]
    [InlineData("/charts/lime?areas=PRK", 404, "text/html")]
    [InlineData("/charts.mjs", 200, "text/javascript")]
    public async Task Every_form_of_an_address_answers(string address, int status, string type)
    {
        var answer = await site.Get(address);
        ((int)answer.Status).ShouldBe(status);
        answer.Type.ShouldBe(type);
    }

    [Fact]
    public async Task A_longer_address_leads_to_the_shortest_and_the_form_to_the_chart()
    {
        (await site.Get("/charts/line?areas=North%20Korea&scale=total")).Message.Headers.Location!.OriginalString.ShouldBe(
            "/charts/line?areas=PRK"
        );
        (
            await site.Get("/charts?areas=North+Korea&kind=line&elements=&items=rice&from=&scale=&draw=1")
        ).Message.Headers.Location!.OriginalString.ShouldBe("/charts/line?areas=PRK&items=rice");
    }

    [Theory]
    [InlineData("/charts/line.svg?" + Plain)]
    [InlineData("/charts/line?" + Plain)]
    public async Task An_unchanged_picture_is_not_sent_again(string address)
    {
        var tag = (await site.Get(address)).Message.Headers.ETag!.ToString();
        (await site.Ask(address, ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_works()
    {
        var page = (await site.Get("/charts/line?areas=PRK&scale=share")).Page;
        page.QuerySelector(".refused")!.TextContent.ShouldContain("rivals");
        foreach (var link in page.QuerySelectorAll(".refused a").Select(a => a.GetAttribute("href")!))
        {
            ((int)(await site.Get(link)).Status).ShouldBeOneOf(200, 422);
        }
    }

    [Fact]
    public async Task Numbers_of_a_scaled_chart_lead_to_what_they_were_computed_from()
    {
        var page = await site.Page("/charts/line?areas=PRK,KOR&items=rice&sources=usda-psd&scale=percapita");
        var link = page.QuerySelector("p.sentence a.n")!.GetAttribute("href")!;
        var trace = await site.Page(link);
        trace.QuerySelectorAll("table tbody tr").Length.ShouldBe(2, "rice and people");
        foreach (var part in trace.QuerySelectorAll("table a.n").Select(a => a.GetAttribute("href")!))
        {
            (await site.Get(part)).Status.ShouldBe(HttpStatusCode.OK, part);
        }
    }

    [Fact]
    public async Task Country_pages_lead_to_the_maker()
    {
        var links = Site.Links(await site.Page("/areas/PRK")).Where(l => l.StartsWith("/charts/", StringComparison.Ordinal)).ToList();
        links.Count.ShouldBeGreaterThan(5);
        foreach (var link in links)
        {
            (await site.Get(link)).Status.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Theory]
    [InlineData("line", "")]
    [InlineData("multiples", "facet,scales")]
    [InlineData("heat", "rows")]
    [InlineData("scatter", "x,y,zero")]
    [InlineData("season", "years,zero")]
    [InlineData("map", "region,noaccess")]
    [InlineData("tornado", "swing")]
    public async Task Every_part_of_the_grammar_has_a_field_in_the_form(string kind, string own)
    {
        var page = await site.Page($"/charts?areas=PRK&kind={kind}&elements=production&step=2");
        string[] common =
        [
            "areas",
            "kind",
            "items",
            "elements",
            "sources",
            "which",
            "from",
            "to",
            "basis",
            "year",
            "scale",
            "smooth",
            "base",
            "align",
            "ref",
            "asof",
            "notes",
            "lang",
            "w",
            "scale2",
        ];
        var form = page.QuerySelector("form.maker")!;
        form.QuerySelectorAll("input[name], select[name]")
            .Select(f => f.GetAttribute("name"))
            .Distinct()
            .ShouldBe(common.Concat(own.Split(',', StringSplitOptions.RemoveEmptyEntries)), ignoreOrder: true);
        form.QuerySelectorAll("input[name=areas][type=checkbox]").Select(c => c.GetAttribute("value")).ShouldContain("KOR");
        form.QuerySelectorAll("input[name=notes]").Select(c => c.GetAttribute("value")).ShouldContain("policy-aim");
    }

    [Fact]
    public async Task A_form_sent_whole_becomes_the_shortest_address_and_keeps_the_size_of_files()
    {
        var answer = await site.Get(
            "/charts?areas=North+Korea&areas=KOR&kind=line&elements=&items=rice&sources=usda-psd&from=&to=&basis=&year=&scale=&base=2000&smooth=3&ref=mean5&ref=&notes=&notes=claim&asof=&align=&lang=&w=900&scale2=2&facet=area&draw=1"
        );
        answer.Message.Headers.Location!.OriginalString.ShouldBe(
            "/charts/line?areas=PRK,KOR&items=rice&sources=usda-psd&smooth=3&ref=mean5&notes=claim&w=900&scale2"
        );
        var page = await site.Page("/charts/line?areas=PRK&items=rice&w=900&scale2");
        page.QuerySelectorAll(".tools a")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain("/charts/line.png?areas=PRK&items=rice&w=900&scale2");
    }

    [Fact]
    public async Task Only_choices_with_figures_are_offered()
    {
        var page = await site.Page("/charts?areas=PRK&elements=yield&step=2");
        page.QuerySelectorAll("input[name=items]").Select(i => i.GetAttribute("value")).ShouldNotContain("coffee");
        page.QuerySelectorAll("select[name=elements] option").Length.ShouldBeInRange(10, 70);
        page.QuerySelectorAll("input, select")
            .Where(i => i.GetAttribute("type") is not ("hidden" or "checkbox" or "search"))
            .ShouldAllBe(i => page.QuerySelector($"label[for='{i.Id}']") != null);
    }

    [Fact]
    public async Task No_address_whatever_breaks_the_site()
    {
        var value = Gen.OneOf(
            Gen.String[0, 12],
            Gen.OneOf(
                Gen.Const("PRK"),
                Gen.Const("rice"),
                Gen.Const("1990"),
                Gen.Const("mean5"),
                Gen.Const("0"),
                Gen.Const("-1"),
                Gen.Const("paddy"),
                Gen.Const("%00"),
                Gen.Const("=1"),
                Gen.Const("share")
            )
        );
        var text = value.Select(v => Uri.EscapeDataString(string.Concat(v.Where(c => !char.IsSurrogate(c)))));
        var name = ChartQuestionTests.Pick(
            "areas",
            "items",
            "elements",
            "sources",
            "from",
            "to",
            "basis",
            "scale",
            "smooth",
            "base",
            "align",
            "ref",
            "asof",
            "notes",
            "lang",
            "w",
            "scale2",
            "x",
            "nix",
            "draw",
            "step",
            "which",
            "year",
            "facet",
            "noaccess",
            "region",
            "rows",
            "scales",
            "swing",
            "y",
            "years",
            "zero"
        );
        var kind = ChartQuestionTests.Pick(
            "line",
            "map",
            "bar",
            "",
            "trace",
            "line.svg",
            "stack.csv",
            "map.json",
            "lime.png",
            "line/trace",
            "heat.xlsx"
        );
        await Gen.Select(kind, Gen.Select(name, text).Array[0, 5])
            .SampleAsync(
                async (path, parts) =>
                {
                    var query = string.Join('&', parts.Select(p => $"{p.Item1}={p.Item2}"));
                    var answer = await site.Ask($"/charts/{path}?{query}");
                    ((int)answer.Status).ShouldBeOneOf(200, 302, 400, 404, 422);
                },
                iter: 150,
                threads: 1
            );
    }

    /// <summary>
    /// Addresses that nearly make sense: true choices of a country with figures, beside odd years, widths, bases, days and languages, fields that come twice or are
    /// empty, and percent signs that encode nothing. Each gives a picture of the type asked for, or says why not.
    /// </summary>
    [Fact]
    public async Task Any_address_gives_a_picture_or_a_clear_refusal()
    {
        var odd = ChartQuestionTests.Pick(
            "%",
            "%zz",
            "%00",
            "%C3%28",
            "%FF%FE",
            "+",
            "a%0D%0Ab",
            "%E2%80%AE",
            "%F0%9F%8C%BE",
            "%25252",
            "''\"",
            "<b>",
            ""
        );
        Gen<string> Field(string name, params string[] values) =>
            Gen.OneOf(ChartQuestionTests.Pick(values), ChartQuestionTests.Pick(values), ChartQuestionTests.Pick(values), odd)
                .Select(v => v.Length == 0 && name.Length % 2 == 0 ? name : $"{name}={v}");
        var field = Gen.OneOf(
            Field("items", "rice", "cereals", "rice,maize", "cereals,rice", "no-such", "rice,,maize,"),
            Field("elements", "production", "yield", "import-quantity", "undernourishment", "population", "price", "production,yield"),
            Field("sources", "usda-psd", "rda", "wb-wdi", "usda-psd,rda", "fao"),
            Field("from", "1990", "2024", "999", "2201", "1e3", "-1990", "２０００", "19900"),
            Field("to", "2020", "1961", "1990", "0", "2200", "2020.5"),
            Field("w", "320", "900", "2400", "319", "2401", "0", "-1", "1e3", "99999999999999999999"),
            Field("lang", "en", "fr", "EN", "en-GB", "xx", "../en"),
            Field("base", "2000", "1990", "1800", "x"),
            Field("asof", "2023-12-28", "1900-01-01", "2999-01-01", "2023-02-30", "20231228"),
            Field(
                "notes",
                "all",
                "none",
                "production",
                "claim,imports",
                "no-such",
                "none,all",
                "kim-military-war-preparations-2023-12-28",
                "en,kcna",
                "agriculture",
                "policy,production"
            ),
            Field("scale", "total", "percapita", "index", "change", "share", "log"),
            Field("smooth", "3", "5-trailing", "4"),
            Field("basis", "paddy", "milled", "published", "dry"),
            Field("ref", "mean5", "need", "1000", "-1", "1e9"),
            Field("align", "1994,2020", "1994", "1994,1994"),
            Field("facet", "area", "source", "x"),
            Field("region", "AFRICA", "WORLD", "no"),
            Field("year", "calendar", "marketing"),
            Field("which", "nairobi", "3"),
            Field("scale2", "", "1", "0"),
            Field("utm_source", "mail"),
            Field("areas", "KOR", "KEN", "SUN", "")
        );
        var kind = ChartQuestionTests.Pick([.. FoodSecurity.Charts.Kinds.ChartKindCatalog.All.Select(k => k.Id), "line", "line", "line"]);
        var form = ChartQuestionTests.Pick(
            ("", "text/html"),
            (".svg", "image/svg+xml"),
            (".png", "image/png"),
            (".pdf", "application/pdf"),
            (".csv", "text/csv"),
            (".json", "application/json"),
            (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        );
        await Gen.Select(kind, form, ChartQuestionTests.Pick("areas=PRK", "areas=PRK", "areas=KEN", "areas=PRK,KOR", ""), field.Array[0, 4])
            .SampleAsync(
                async (path, type, area, fields) =>
                {
                    var address = $"/charts/{path}{type.Item1}?{string.Join('&', fields.Prepend(area).Where(f => f.Length > 0))}";
                    var answer = await site.Ask(address);
                    ((int)answer.Status).ShouldBeOneOf([200, 302, 400, 404, 422], address);
                    if (answer.Status == HttpStatusCode.OK)
                    {
                        answer.Type.ShouldBe(type.Item2, address);
                        answer.Body.Length.ShouldBeGreaterThan(200, address);
                    }
                    else if ((int)answer.Status >= 400)
                    {
                        (
                            type.Item1.Length > 0 ? answer.Text : answer.Page.QuerySelector(".refused, main, h1")?.TextContent ?? ""
                        ).Length.ShouldBeGreaterThan(15, address + ": says why");
                        answer.Text.ShouldNotContain("   at FoodSecurity", Case.Sensitive, address);
                    }
                },
                iter: 250,
                threads: 1
            );
    }

    [Fact]
    public async Task The_script_is_light() => (await site.Get("/charts.mjs")).Body.Length.ShouldBeLessThan(6000);
}
