using System.Globalization;
using Microsoft.Playwright;

namespace FoodSecurity.Browser;

/// <summary>The chart maker in a browser: three steps without script, and what the script adds on top.</summary>
public class MakerTests(LiveSite site)
{
    private const string Chart = "/charts/line?areas=PRK&items=cereals&basis=paddy";

    [Fact]
    public async Task In_three_steps_a_picture_without_script()
    {
        var page = await site.Open("/charts", 360, script: false);
        await page.FillAsync("#m-areas", "North Korea");
        await page.ClickAsync("button[name=step]");
        await page.CheckAsync("input[name=areas][value=KOR]");
        await page.ClickAsync("summary:has-text('Crops or groups')");
        await page.CheckAsync("input[name=items][value=rice]");
        await page.ClickAsync("summary:has-text('Sources')");
        await page.CheckAsync("input[name=sources][value=usda-psd]");
        await page.SelectOptionAsync("#m-scale", "percapita");
        await page.ClickAsync("button[name=draw]");
        page.Url.ShouldEndWith("/charts/line?areas=PRK,KOR&items=rice&sources=usda-psd&scale=percapita");
        (await page.InnerTextAsync("h1")).ShouldStartWith("North Korea and South Korea");
        (await page.Locator("figure .narrow svg:visible").CountAsync()).ShouldBe(1);
        (await page.Locator(".readout, .copy").CountAsync()).ShouldBe(0, "without script nothing is offered that would do nothing");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Arrow_keys_read_out_the_values_of_the_table(int width)
    {
        var page = await site.Open(Chart, width);
        await Ready(page);
        var years = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('table.values tbody tr')].map(r => r.dataset.x).filter(x => x >= 1985)"
        );
        await page.FocusAsync("figure.made");
        await Pressed(page, "ArrowLeft", years[0]);
        (await page.InnerTextAsync(".readout")).ShouldContain("USDA", Case.Sensitive);
        await Pressed(page, "ArrowLeft", years[1]);
        await Pressed(page, "Home", years[^1]);
        await Pressed(page, "ArrowRight", years[^2]);
        await Pressed(page, "End", years[0]);
        await Pressed(page, "ArrowRight", years[0]);
        var row = await page.EvaluateAsync<string[]>(
            "[...document.querySelector('table.values tbody tr').cells].slice(1).map(c => c.textContent.trim()).filter(c => c !== '–')"
        );
        var said = await page.InnerTextAsync(".readout");
        row.ShouldAllBe(value => said.Contains(value, StringComparison.Ordinal), said);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".readout")).ToBeHiddenAsync();
        (await page.Locator(".guide").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pointer_reads_out_the_nearest_year()
    {
        var page = await site.Open(Chart, 1280);
        await Ready(page);
        var (at, y) = await Spot(page, 2000);
        await page.Mouse.MoveAsync(at, y);
        await Assertions.Expect(page.Locator(".readout b")).ToHaveTextAsync("2000");
        (await page.Locator(".wide .guide").CountAsync()).ShouldBe(1);
        var (next, _) = await Spot(page, 2010);
        await page.Mouse.MoveAsync(next, y);
        await Assertions.Expect(page.Locator(".readout b")).ToHaveTextAsync("2010");
        await page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(page.Locator(".readout")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pins_and_excerpts_light_each_other_up()
    {
        var page = await site.Open(Chart, 1280);
        await Ready(page);
        var pin = page.Locator(".wide svg a[href='#excerpt-4']");
        var excerpt = page.Locator("#excerpt-4");
        await pin.HoverAsync();
        await Assertions.Expect(excerpt).ToHaveClassAsync("excerpt lit");
        await page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(excerpt).ToHaveClassAsync("excerpt");
        await pin.FocusAsync();
        await Assertions.Expect(excerpt).ToHaveClassAsync("excerpt lit");
        await page.FocusAsync("figure.made");
        await Assertions.Expect(excerpt).ToHaveClassAsync("excerpt");
        await excerpt.HoverAsync();
        await Assertions.Expect(pin).ToHaveClassAsync("lit");
        await pin.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("location.hash === '#excerpt-4'");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1995, 2010)]
    [InlineData(2010, 1995)]
    public async Task Dragging_over_years_changes_the_address_and_nothing_else(int from, int to)
    {
        var page = await site.Open(Chart + "&ref=mean5", 1280);
        await Ready(page);
        var (start, y) = await Spot(page, from);
        var (end, _) = await Spot(page, to);
        await page.Mouse.MoveAsync(start, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((start + end) / 2, y);
        await Assertions.Expect(page.Locator(".chosen")).ToHaveCountAsync(1);
        await page.Mouse.MoveAsync(end, y);
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync(
            "**/charts/line?areas=PRK&items=cereals&from=1995&to=2010&basis=paddy&ref=mean5",
            new() { Timeout = 60_000 }
        );
        (await page.InnerTextAsync("p.sub >> nth=0")).ShouldContain("1995–2010");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_click_is_no_drag()
    {
        var page = await site.Open(Chart, 1280);
        await Ready(page);
        var (at, y) = await Spot(page, 2000);
        await page.Mouse.ClickAsync(at, y);
        await Assertions.Expect(page.Locator(".readout b")).ToHaveTextAsync("2000");
        page.Url.ShouldEndWith(Chart);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Address_sentence_citation_and_short_text_are_copied_and_said()
    {
        var page = await site.Window(1280);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(Chart);
        await Ready(page);
        var sentence = (await page.Locator("[data-copy=sentence]").TextContentAsync())!.Trim();
        var citation = (await page.Locator("[data-copy=citation]").TextContentAsync())!.Trim();
        var title = (await page.Locator("h1").TextContentAsync())!;
        (await Copied(page, "Copy address")).ShouldBe(page.Url);
        (await Copied(page, "Copy sentence")).ShouldBe(sentence);
        (await Copied(page, "Copy citation")).ShouldBe(citation);
        (await Copied(page, "Copy short text")).ShouldBe($"{title}\n{sentence}\n{page.Url}");
        await page.Context.CloseAsync();
    }

    private static async Task<string> Copied(IPage page, string button)
    {
        await page.EvaluateAsync("navigator.clipboard.writeText('before')");
        await page.ClickAsync($"button:has-text('{button}')");
        await Assertions.Expect(page.Locator(".copy [role=status]")).ToHaveTextAsync("Copied.");
        await page.WaitForFunctionAsync("navigator.clipboard.readText().then(t => t !== 'before')");
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    /// <summary>The script runs after the page is there: its copy buttons come last.</summary>
    private static Task Ready(IPage page) => page.WaitForSelectorAsync(".copy button");

    private static async Task Pressed(IPage page, string key, string year)
    {
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".readout b")).ToHaveTextAsync(year);
    }

    /// <summary>Where a year stands in the window, at a height of the plot without pins.</summary>
    private static async Task<(float X, float Y)> Spot(IPage page, int year)
    {
        var spot = await page.EvaluateAsync<float[]>(
            """
            year => {
              const svg = document.querySelector('.wide svg'), [left, top, right, bottom, first, last] = svg.dataset.plot.split(' ').map(Number);
              const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
              return [box.left + scale * (left + (year - first) / (last - first) * (right - left)), box.top + scale * (bottom - 20)];
            }
            """,
            year
        );
        spot[1].ShouldBeLessThan(900, $"the plot is in the window at {year.ToString(CultureInfo.InvariantCulture)}");
        return (spot[0], spot[1]);
    }
}
