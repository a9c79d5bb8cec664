using FoodSecurity.Charts.Kinds;
using FoodSecurity.Tests.Web;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>The page /charts/gallery and its pictures.</summary>
[Collection(nameof(SiteTests))]
public class GalleryPageTests(Site site)
{
    [Fact]
    public async Task The_gallery_shows_every_kind_with_its_address_and_is_light()
    {
        var answer = await site.Client.GetAsync(new Uri("/charts/gallery", UriKind.Relative), TestContext.Current.CancellationToken);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        ChartKindCatalog
            .All.Where(k => !page.Contains($"/charts/{k.Id}?areas=", StringComparison.Ordinal))
            .Select(k => k.Id)
            .ShouldBeEmpty();
        page.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task Pictures_have_their_size_before_they_come_and_follow_the_dark_theme()
    {
        var page = await site.Page("/charts/gallery");
        var pictures = page.QuerySelectorAll("figure img, figure source");
        pictures.Length.ShouldBeGreaterThan(30);
        pictures.ShouldAllBe(p => int.Parse(p.GetAttribute("height")!) > 100 && int.Parse(p.GetAttribute("width")!) >= 360);
        var svg = await site.Client.GetStringAsync(
            new Uri("/charts/gallery/map.svg?w=360", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        svg.ShouldContain("<style>@media (prefers-color-scheme:dark){:root{--ink:");
        svg.ShouldContain("--void:#1d242c");
        System.Text.RegularExpressions.Regex.Matches(svg, "(?:fill|stroke)=\"#").ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_pictures_are_svg_and_unknown_ones_are_not_there()
    {
        var picture = await site.Client.GetAsync(
            new Uri("/charts/gallery/line.svg?w=360", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await picture.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("<svg");
        (
            await site.Client.GetAsync(new Uri("/charts/gallery/none.svg", UriKind.Relative), TestContext.Current.CancellationToken)
        ).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
