namespace FoodSecurity.Tests.Web;

/// <summary>A country page with all its drawings has to come over a link of 50 kbit/s in a few seconds.</summary>
[Collection(nameof(SiteTests))]
public class WeightTests(Site site, ITestOutputHelper output)
{
    private const int Most = 40_000;

    [Fact]
    public async Task No_country_page_weighs_more_than_40_kB_with_its_style_sheet()
    {
        var sheet = (await Sent((await site.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!)).Length;
        output.WriteLine($"style sheet {sheet:N0} bytes");
        var weights = new List<(string Area, int Bytes)>();
        foreach (var area in Site.Links(await site.Page("/areas")).Where(l => l.StartsWith("/areas/", StringComparison.Ordinal)))
        {
            weights.Add((area, (await Sent(area)).Length + sheet));
        }

        foreach (var (area, bytes) in weights.OrderByDescending(w => w.Bytes).Take(10))
        {
            output.WriteLine($"{area} {bytes:N0} bytes");
            bytes.ShouldBeLessThan(Most, area);
        }

        weights.Single(w => w.Area == "/areas/PRK").Bytes.ShouldBeLessThan(Most);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/areas")]
    [InlineData("/areas/PRK/output")]
    [InlineData("/articles/kim-military-war-preparations-2023-12-28")]
    public async Task Other_pages_are_as_light(string address)
    {
        var bytes = (await Sent(address)).Length;
        output.WriteLine($"{address} {bytes:N0} bytes");
        bytes.ShouldBeLessThan(Most);
    }

    [Fact]
    public async Task A_country_page_needs_nothing_but_its_style_sheet()
    {
        var page = await site.Page("/areas/PRK");
        page.QuerySelectorAll("[src],link[href]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href"))
            .Where(a => !a!.StartsWith("data:", StringComparison.Ordinal) && !a.StartsWith("/site.css", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private async Task<byte[]> Sent(string address)
    {
        var answer = await site.Ask(address, ("Accept-Encoding", "br"));
        answer.Message.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        return answer.Body;
    }
}
