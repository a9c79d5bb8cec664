using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace FoodSecurity.Browser;

/// <summary>WCAG 2.2 AA as far as a program can see it, and the keyboard.</summary>
public class AccessTests(LiveSite site)
{
    private static readonly string[] Pages =
    [
        "/",
        "/areas",
        "/areas/PRK",
        "/areas/KEN",
        "/areas/NIU",
        LiveSite.Article,
        "/areas/PRK/output",
        "/sources",
        "/sources/usda/psd",
        LiveSite.Trace,
        "/search?q=Korea",
        "/methods",
        "/help",
        "/nothing",
        "/charts",
        "/charts?areas=PRK&step=2",
        "/charts/line?areas=PRK",
        "/charts/line?areas=PRK&scale=share",
        "/charts/gallery",
    ];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Axe_finds_nothing_wrong(int width, bool dark)
    {
        var page = await site.Window(width, dark);
        var wrong = new List<string>();
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
            var result = await page.RunAxe(Rules);
            wrong.AddRange(
                result.Violations.Select(v =>
                    $"{address}: {v.Id}, {v.Nodes.Length} × {v.Nodes[0].Html[..Math.Min(160, v.Nodes[0].Html.Length)]} {v.Nodes[0].Any.FirstOrDefault()?.Message}"
                )
            );
        }

        wrong.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_skip_link_is_first_shows_itself_and_leads_to_the_content()
    {
        var page = await site.Open("/areas/PRK", 1280);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        (await page.EvaluateAsync<double>("document.activeElement.getBoundingClientRect().left")).ShouldBeGreaterThanOrEqualTo(0);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("location.hash === '#main'");
        (await page.EvaluateAsync<string>("location.hash")).ShouldBe("#main");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)")).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/areas/PRK", false)]
    [InlineData("/areas/PRK", true)]
    [InlineData(LiveSite.Article, false)]
    public async Task Every_link_is_reached_by_keyboard_with_a_visible_focus(string address, bool dark)
    {
        var page = await site.Open(address, 1280, dark);
        // An open detail would add links; a closed one has only its summary. Links of the drawing that is not shown cannot be reached and need not.
        var wanted = await page.EvaluateAsync<int>(
            """
            () => { window.seen = new Set(); window.wanted = [...document.querySelectorAll('a[href],button,input,summary,[tabindex="0"]')].filter(e => e.getClientRects().length > 0 && !e.closest('details:not([open]) > :not(summary)')); return window.wanted.length; }
            """
        );
        var wrong = new List<string>();
        for (var i = 0; i < wanted + 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var complaint = await page.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  window.seen.add(e);
                  const s = getComputedStyle(e);
                  if (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) return null;
                  return `no outline: ${e.outerHTML.slice(0, 120)}`;
                }
                """
            );
            if (complaint is not null)
            {
                wrong.Add(complaint);
            }
        }

        wrong.ShouldBeEmpty();
        (
            await page.EvaluateAsync<string[]>("window.wanted.filter(e => !window.seen.has(e)).map(e => e.outerHTML.slice(0, 120))")
        ).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_search_typed_and_sent_by_keyboard_leads_to_the_country()
    {
        var page = await site.Open("/", 360);
        await page.FocusAsync("#find");
        await page.Keyboard.TypeAsync("the North");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(
            "**/areas/PRK",
            new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded, Timeout = 120_000 }
        );
        (await page.InnerTextAsync("h1")).ShouldBe("North Korea");
        await page.Context.CloseAsync();
    }
}
