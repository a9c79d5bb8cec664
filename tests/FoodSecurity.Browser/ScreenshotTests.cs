namespace FoodSecurity.Browser;

/// <summary>Pictures of the main pages for people to look at, in the folder FOODSEC_SCREENSHOTS.</summary>
public class ScreenshotTests(LiveSite site)
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"), ("areas", "/areas"), ("PRK", "/areas/PRK"), ("KEN", "/areas/KEN"), ("USA", "/areas/USA"), ("CHN", "/areas/CHN"), ("NIU", "/areas/NIU"), ("TLS", "/areas/TLS"),
        ("WORLD", "/areas/WORLD"), ("article", LiveSite.Article), ("chart", "/areas/PRK/output"), ("deficit", "/areas/PRK/deficit"), ("trace", LiveSite.Trace), ("source", "/sources/usda/psd"), ("sources", "/sources"),
        ("search", "/search?q=Korea"), ("methods", "/methods"), ("help", "/help"), ("missing", "/areas/PRX"),
    ];

    public static TheoryData<int, bool> Looks => new() { { 1280, false }, { 360, false }, { 1280, true }, { 360, true } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pictures_of_the_main_pages(int width, bool dark)
    {
        Assert.SkipWhen(LiveSite.Screenshots is null, "FOODSEC_SCREENSHOTS names no folder");
        Directory.CreateDirectory(LiveSite.Screenshots!);
        var page = await site.Window(width, dark);
        foreach (var (name, address) in Pages)
        {
            await page.GotoAsync(address);
            var path = Path.Combine(LiveSite.Screenshots!, $"{name}-{width}{(dark ? "-dark" : "")}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
            new FileInfo(path).Length.ShouldBeGreaterThan(5_000);
        }

        await page.Context.CloseAsync();
    }
}
