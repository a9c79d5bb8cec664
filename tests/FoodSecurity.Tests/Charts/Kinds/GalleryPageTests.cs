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
        ChartKindCatalog.All.Where(k => !page.Contains($"/charts/{k.Id}?areas=", StringComparison.Ordinal)).Select(k => k.Id).ShouldBeEmpty();
        page.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task Its_pictures_are_svg_and_unknown_ones_are_not_there()
    {
        var picture = await site.Client.GetAsync(new Uri("/charts/gallery/g1-line.svg?w=360", UriKind.Relative), TestContext.Current.CancellationToken);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await picture.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("<svg");
        (await site.Client.GetAsync(new Uri("/charts/gallery/none.svg", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
