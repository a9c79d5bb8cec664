using AngleSharp.Dom;

namespace FoodSecurity.Tests.Web;

/// <summary>The bones of every kind of page: what screen readers, print and search engines go by.</summary>
[Collection(nameof(SiteTests))]
public class PageTests(Site site)
{
    public static TheoryData<string> Pages =>
        [
            "/",
            "/areas",
            "/areas/PRK",
            "/areas/PRK?asof=2023-12-28",
            "/areas/KEN",
            "/areas/USA",
            "/areas/NIU",
            "/areas/WORLD",
            "/areas/SUN",
            "/areas/PRK/output",
            "/areas/PRK/deficit",
            "/areas/PRK/undernourishment",
            "/areas/KEN/yield",
            "/articles",
            "/articles/kim-military-war-preparations-2023-12-28",
            "/sources",
            "/sources/usda/psd",
            "/sources/fao/fs",
            "/sources/compiled/events",
            "/trace/usda-psd/PRK/rice/production/2023-2024?basis=milled",
            "/search",
            "/search?q=Korea",
            "/search?q=Nroth%20Korea",
            "/methods",
            "/help",
            "/nothing",
            "/areas/PRX",
            "/areas/PRK?asof=x",
            "/error",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_a_language_a_title_and_a_description(string address)
    {
        var page = (await site.Get(address)).Page;
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.Title!.ShouldContain("FoodSecurity");
        var description = page.QuerySelector("meta[name=description]")?.GetAttribute("content");
        description.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelector("meta[name=viewport]")!.GetAttribute("content")!.ShouldContain("width=device-width");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_one_first_heading_and_no_level_is_skipped(string address)
    {
        var levels = (await site.Get(address)).Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.TagName[1] - '0').ToList();
        levels.Count(l => l == 1).ShouldBe(1);
        levels[0].ShouldBe(1);
        foreach (var (before, after) in levels.Zip(levels.Skip(1)))
        {
            (after - before).ShouldBeLessThanOrEqualTo(1, string.Join(' ', levels));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_its_landmarks_and_a_way_past_them(string address)
    {
        var page = (await site.Get(address)).Page;
        foreach (var landmark in new[] { "header", "nav[aria-label]", "main#main", "footer", "form[role=search]" })
        {
            page.QuerySelectorAll(landmark).ShouldNotBeEmpty(landmark);
        }

        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.Body!.FirstElementChild!.GetAttribute("href").ShouldBe("#main");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_id_stands_twice_on_a_page_and_every_reference_to_one_holds(string address)
    {
        var page = (await site.Get(address)).Page;
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        var references = page.QuerySelectorAll("[aria-labelledby],[aria-describedby],label[for]")
            .SelectMany(e =>
                new[] { "aria-labelledby", "aria-describedby", "for" }.SelectMany(n =>
                    (e.GetAttribute(n) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                )
            );
        references.Except(ids).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_picture_and_field_has_a_name(string address)
    {
        var page = (await site.Get(address)).Page;
        page.QuerySelectorAll("img:not([alt])").ShouldBeEmpty();
        foreach (var svg in page.QuerySelectorAll("svg").Where(s => s.GetAttribute("aria-hidden") != "true"))
        {
            // A drawing with links in it is a group: an image would hide them from a screen reader.
            svg.GetAttribute("role").ShouldBe(svg.QuerySelector("a") is null ? "img" : "group");
            Named(page, svg).ShouldNotBeNullOrWhiteSpace();
        }

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]),select,textarea"))
        {
            (field.Closest("label") ?? page.QuerySelector($"label[for='{field.Id}']")).ShouldNotBeNull(field.OuterHtml);
        }

        page.QuerySelectorAll("a,button")
            .Where(a => string.IsNullOrWhiteSpace(a.TextContent) && a.GetAttribute("aria-label") is null)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_table_says_what_its_rows_and_columns_are(string address)
    {
        foreach (var table in (await site.Get(address)).Page.QuerySelectorAll("table"))
        {
            table.QuerySelectorAll("th").ShouldNotBeEmpty();
            table.QuerySelectorAll("th:not([scope])").ShouldBeEmpty();
            var columns = table.QuerySelectorAll("thead tr:last-child > *").Length;
            table
                .QuerySelectorAll("tbody tr")
                .ShouldAllBe(r =>
                    r.Children.Sum(c => int.Parse(c.GetAttribute("colspan") ?? "1", System.Globalization.CultureInfo.InvariantCulture))
                    == columns
                );
            var scroller = table.Closest(".scroll").ShouldNotBeNull();
            scroller.GetAttribute("aria-label").ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_loads_nothing_from_elsewhere_and_holds_no_script(string address)
    {
        var page = (await site.Get(address)).Page;
        var loaded = page.QuerySelectorAll("[src],link[href],use,image,object[data],iframe")
            .SelectMany(e => e.Attributes)
            .Where(a => a.LocalName is "src" or "href" or "data" or "srcset")
            .Select(a => a.Value);
        loaded.ShouldAllBe(v => v.StartsWith('/') && !v.StartsWith("//") || v.StartsWith("data:") || v.StartsWith('#'));
        page.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        page.QuerySelectorAll("style")
            .Select(s => s.TextContent)
            .ShouldAllBe(s => !s.Contains("http", StringComparison.Ordinal) && !s.Contains("@import", StringComparison.Ordinal));
    }

    private static string? Named(IDocument page, IElement svg) =>
        svg.GetAttribute("aria-label")
        ?? string.Join(' ', (svg.GetAttribute("aria-labelledby") ?? "").Split(' ').Select(i => page.GetElementById(i)?.TextContent));
}
