namespace FoodSecurity.Browser;

/// <summary>Drawings as a browser shows them, at the widths people have.</summary>
public class ChartTests(LiveSite site)
{
    private static readonly string[] Pages =
    [
        "/",
        LiveSite.Article,
        "/areas/PRK",
        "/areas/PRK?asof=2023-12-28",
        "/areas/KEN",
        "/areas/KOR",
        "/areas/USA",
        "/areas/CHN",
        "/areas/IND",
        "/areas/WORLD",
        "/areas/TLS",
        "/areas/PRK/output",
        "/areas/PRK/deficit",
        "/areas/PRK/undernourishment",
        "/areas/PRK/common-basis",
        "/areas/CHN/area",
        "/areas/KEN/yield",
        "/charts/line?areas=PRK&items=cereals&basis=paddy&ref=mean5,need",
        "/charts/line?areas=COD,BOL,VEN,IRN,TZA&items=maize&sources=usda-psd",
        "/charts/stack?areas=ETH&items=maize,wheat,sorghum&sources=usda-psd",
        "/charts/bar?areas=PRK&items=rice&sources=usda-psd",
        "/charts/balance?areas=PRK",
        "/charts/tornado?areas=KEN",
        "/charts/dumbbell?areas=COD,BOL,VEN,IRN,TZA&items=maize&sources=usda-psd",
        "/charts/heat?areas=COD,BOL,VEN,IRN,TZA&elements=undernourishment&sources=fao-fs",
        "/charts/multiples?areas=COD,BOL,VEN,IRN&items=maize&sources=usda-psd",
        "/charts/map?areas=AFRICA",
        "/charts/coverage?areas=PRK",
    ];

    public static TheoryData<int> Widths => [1280, 768, 710, 690, 390, 360, 320];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task No_words_of_a_chart_overlap_or_are_cut_off(int width) => (await Complaints(width, null, 1)).ShouldBeEmpty();

    /// <summary>Serif and a wide sans stand for whatever a reader's machine has in place of the server's fonts.</summary>
    [Theory]
    [InlineData(1280, "serif")]
    [InlineData(360, "serif")]
    [InlineData(1280, "'DejaVu Sans', sans-serif")]
    [InlineData(360, "'DejaVu Sans', sans-serif")]
    public async Task Text_sizes_in_SVG_hold_in_a_browser_without_the_servers_fonts(int width, string fonts) =>
        (await Complaints(width, $"svg, svg text {{ font-family: {fonts} !important }}", 8)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task One_drawing_of_each_pair_is_shown(int width)
    {
        var page = await site.Open("/areas/PRK", width);
        var pairs = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('figure')].map(f => ['wide', 'narrow'].filter(c => { const d = f.querySelector('.' + c); return d && d.getClientRects().length > 0 && d.querySelector('svg'); }).join(' '))
            """
        );
        pairs.Length.ShouldBeGreaterThanOrEqualTo(7);
        pairs.ShouldAllBe(p => p == (width <= LiveSite.Narrow ? "narrow" : "wide"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_drawing_opened_by_itself_fits_its_window()
    {
        foreach (
            var (address, width) in new[]
            {
                ("/areas/PRK/output.svg", 1280),
                ("/areas/PRK/output.svg?w=360", 360),
                ("/areas/PRK/deficit.svg?w=600", 640),
                ("/areas/CHN/yield.svg", 1280),
            }
        )
        {
            var page = await site.Open(address, width);
            var wide = await page.EvaluateAsync<bool>(
                "document.documentElement.getBoundingClientRect().width <= window.innerWidth && document.querySelectorAll('text').length > 5"
            );
            wide.ShouldBeTrue(address);
            await page.Context.CloseAsync();
        }
    }

    private async Task<List<string>> Complaints(int width, string? style, double overlap)
    {
        var complaints = new List<string>();
        var page = await site.Window(width);
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
            if (style is not null)
            {
                await page.AddStyleTagAsync(new() { Content = style });
            }

            var report = await ChartText.Look(page, overlap);
            report.Drawings.ShouldBeGreaterThan(0, address);
            complaints.AddRange(report.Wrong.Select(w => $"{address} at {width}: {w}"));
        }

        await page.Context.CloseAsync();
        return complaints;
    }
}
