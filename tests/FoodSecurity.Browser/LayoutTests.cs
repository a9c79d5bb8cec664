namespace FoodSecurity.Browser;

/// <summary>Pages in windows of every width, on paper, and without script.</summary>
public class LayoutTests(LiveSite site)
{
    internal static readonly string[] Pages =
    [
        "/",
        "/areas",
        "/areas/PRK",
        "/areas/KEN",
        "/areas/USA",
        "/areas/NIU",
        "/areas/WORLD",
        "/areas/PRK/output",
        "/areas/PRK/deficit",
        "/areas/CHN/area",
        LiveSite.Article,
        "/articles",
        "/sources",
        "/sources/usda/psd",
        "/sources/fao/fs",
        LiveSite.Trace,
        "/trace/usda-psd/PRK/cereals/production/2023-2024?indicator=grains-total",
        "/search",
        "/search?q=Korea",
        "/search?q=Nroth%20Korea",
        "/methods",
        "/help",
        "/nothing",
        "/areas/PRX",
        "/charts",
        "/charts?areas=PRK&step=2",
        "/charts/line?areas=PRK",
        "/charts/heat?areas=PRK,KOR,JPN,MNG,CHN&elements=undernourishment",
        "/charts/line?areas=PRK&scale=share",
        "/charts/gallery",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(390)]
    [InlineData(360)]
    [InlineData(320)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var page = await site.Window(width);
        var wrong = new List<string>();
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
            var found = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const width = document.documentElement.clientWidth;
                  const wrong = document.documentElement.scrollWidth > width ? [`scrolls to ${document.documentElement.scrollWidth}`] : [];
                  for (const e of document.body.querySelectorAll('*')) {
                    if (e.closest('.scroll') && !e.matches('.scroll') || e.closest('.skip,.away,svg') || !e.getClientRects().length) continue;
                    const box = e.getBoundingClientRect();
                    if (box.right > width + 1 || box.left < -1) wrong.push(`${e.tagName} "${e.textContent.trim().slice(0, 40)}" from ${box.left.toFixed(0)} to ${box.right.toFixed(0)}`);
                  }
                  return wrong.slice(0, 5);
                }
                """
            );
            wrong.AddRange(found.Select(f => $"{address} at {width}: {f}"));
        }

        wrong.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_is_the_same_without_script()
    {
        foreach (var address in new[] { "/", "/areas/PRK", "/areas/PRK/output", LiveSite.Article })
        {
            var with = await site.Open(address, 1280);
            var without = await site.Open(address, 1280, script: false);
            if (address.EndsWith("/output", StringComparison.Ordinal))
            {
                // Copying works by script alone, so its buttons are offered by the script.
                await with.WaitForSelectorAsync(".copy button");
                await with.EvaluateAsync("document.querySelectorAll('.copy').forEach(e => e.remove())");
            }

            (await without.InnerTextAsync("body")).ShouldBe(await with.InnerTextAsync("body"), address);
            (await without.Locator("figure svg:visible").CountAsync()).ShouldBe(await with.Locator("figure svg:visible").CountAsync());
            await with.Context.CloseAsync();
            await without.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Every_chart_is_on_the_printed_page()
    {
        var page = await site.Open("/areas/PRK", 1280);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var figures = await page.Locator("figure").CountAsync();
        (await page.Locator("figure .wide svg:visible").CountAsync()).ShouldBe(figures);
        (await page.Locator("figure .narrow svg:visible").CountAsync()).ShouldBe(0);
        (await page.Locator("header form:visible").CountAsync()).ShouldBe(0);
        var pdf = await page.PdfAsync(new() { Format = "A4", PrintBackground = false });
        pdf.Length.ShouldBeGreaterThan(50_000);
        System.Text.Encoding.Latin1.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        if (LiveSite.Screenshots is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, "PRK.pdf"), pdf);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_from_a_narrow_window_the_charts_are_there_too()
    {
        var page = await site.Open("/areas/KEN", 360);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        (await page.Locator("figure svg:visible").CountAsync()).ShouldBe(await page.Locator("figure").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_page_asks_for_anything_from_elsewhere_or_logs_an_error()
    {
        var page = await site.Window(1280);
        var wrong = new List<string>();
        page.Console += (_, m) =>
        {
            if (
                m.Type is "error" or "warning"
                && !m.Text.Contains("404", StringComparison.Ordinal)
                && !m.Text.Contains("422", StringComparison.Ordinal)
            )
            {
                wrong.Add(m.Text);
            }
        };
        page.PageError += (_, e) => wrong.Add(e);
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(site.Address, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                wrong.Add(r.Url);
            }
        };
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
        }

        wrong.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }
}
