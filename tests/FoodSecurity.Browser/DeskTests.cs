using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Editors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FoodSecurity.Browser;

/// <summary>An article's whole way in a real browser, and the desk's pages for everybody's eyes and hands.</summary>
public partial class DeskTests(LiveSite site)
{
    private const string Password = "a long enough password";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    /// <summary>Waiting is for a crowded machine, not for the page.</summary>
    private static readonly PageWaitForURLOptions Patient = new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 120_000 };

    [Theory]
    [InlineData(true, "Uganda", "UGA")]
    [InlineData(false, "Zambia", "ZMB")]
    public async Task An_article_is_pasted_chosen_corrected_previewed_published_and_seen(bool script, string country, string code)
    {
        var harvest = $"{country}’s maize harvest rose 8 percent in 2019, a ministry official said.";
        var aside = $"Farmers in {country} had planted early, and the markets of the capital were full.";
        var text =
            $"{harvest}\n\nThe rains had come on time in most districts, and prices stayed low for months. {aside}\n\nNobody expected it to last, people at the market said, and they laughed about it.";
        var editor = $"editor-{code}";
        var page = await SignedIn(editor, script, 1280);
        await page.GotoAsync("/articles/new");
        await page.FillAsync("#text", text);
        await Press(page, "Read it");
        (await page.InputValueAsync("#text")).ShouldContain(harvest);
        await page.FillAsync("#title", $"A good year in {country}");
        await page.FillAsync("#outlet", "The Example");
        await page.FillAsync("#published", "2020-01-15");
        await Press(page, "Keep as a draft");
        await page.WaitForURLAsync("**/edit", Patient);
        var desk = page.Url;

        await page.CheckAsync($".proposals li:has-text(\"{harvest}\") input[type=checkbox]");
        await Press(page, "Save selected as drafts");
        (await page.InnerTextAsync(".words mark.draft")).ShouldBe(harvest);
        if (script)
        {
            await page.EvaluateAsync(
                """
                () => { const all = document.querySelector('.words').lastChild; const at = all.textContent.indexOf('Farmers'); const r = document.createRange();
                  const node = [...document.querySelector('.words').childNodes].find(n => n.textContent.includes('Farmers'));
                  r.setStart(node, node.textContent.indexOf('Farmers')); r.setEnd(node, node.textContent.indexOf('were full.') + 10); getSelection().removeAllRanges(); getSelection().addRange(r); }
                """
            );
            await page.WaitForFunctionAsync("document.querySelector('#quote').value.startsWith('Farmers')");
        }
        else
        {
            await page.FillAsync("#quote", aside.Replace('’', '\''));
        }

        await Press(page, "Quote it");
        await page.FillAsync("#f-area", country);
        await page.SelectOptionAsync("#f-indicator", "crop-output");
        await page.FillAsync("#f-from", "2019-13");
        await Press(page, "Keep as a draft");
        (await page.InnerTextAsync("#wrong-from")).ShouldContain("2019-13");
        await page.FillAsync("#f-from", "2018");
        await page.FillAsync("#f-to", "2018");
        await Press(page, "Keep as a draft");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("Excerpt 2 is kept");

        await page.ClickAsync("#excerpt-1 a:has-text(\"Correct\")");
        await page.FillAsync("#f-cause", "early rains");
        await Press(page, "Preview on the chart");
        (await page.Locator("figure .wide svg").TextContentAsync()).ShouldNotBeNullOrEmpty();
        (await page.InnerTextAsync("main")).ShouldContain("early rains");
        await Press(page, "Save as a draft");
        await Press(page, "Approve it as it is kept");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("approved");

        var reader = await site.Open($"/areas/{code}", 1280, script: script);
        (await reader.InnerTextAsync("main")).ShouldNotContain(harvest);
        await page.GotoAsync(desk);
        await Press(page, "Publish it");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("published");
        await reader.ReloadAsync();
        (await reader.InnerTextAsync("main")).ShouldContain(harvest);
        (await reader.InnerTextAsync("main")).ShouldNotContain(aside, Case.Sensitive, "it is a draft still");
        (await reader.Locator("figure svg .pin, figure svg a[href='#excerpt-1']").CountAsync()).ShouldBeGreaterThan(
            0,
            "the excerpt stands on the chart"
        );
        await reader.GotoAsync(desk.Replace("/edit", ""));
        (await reader.InnerTextAsync("main")).ShouldContain(harvest);
        (await reader.InnerTextAsync("main")).ShouldContain("early rains");

        // Other tests look at these pages too.
        ArticleDesks.Open(site.Services.GetRequiredService<Archive>()).Remove(desk.Split('/')[^2], editor, "the test is over");
        await page.Context.CloseAsync();
        await reader.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_finds_nothing_wrong_at_the_desk_and_nothing_is_wider_than_the_window()
    {
        var desk = ArticleDesks.Open(site.Services.GetRequiredService<Archive>());
        const string Text = """
            SEOUL, Feb. 1 — North Korea's rice harvest rose 6.9 percent to 2.16 million tons in 2023, a South Korean agency said. The weather was kind, farmers told visitors.

            Food imports fell by half in 2020 when the border was closed because of the pandemic, officials said. The country could face a shortage of nearly half a million tonnes next year, the United Nations warned.

            Nothing else is known of the talks, which went on behind closed doors until late in the evening. <b>Delegates left by train.</b> It denied that there was a famine in the 1990s. Delegates left by train.
            """;
        var slug = desk.Add(
            Text,
            new ArticleDetails
            {
                Title = "Rice harvest up, agency says, but imports stay low",
                PublishedOn = "2024-02-01",
                Outlet = "The Example",
                Author = "A. Writer",
                NeedsSecondApproval = true,
            },
            "ben",
            evenIfAlike: true
        ).Slug;
        var page = await SignedIn("editor-looks", true, 1280);
        await page.GotoAsync($"/articles/{slug}/edit");
        foreach (var box in await page.Locator(".proposals input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
            break;
        }

        await Press(page, "Save selected as drafts");
        var wrong = new List<string>();
        foreach (var (width, dark) in new[] { (1280, false), (360, false), (1280, true), (360, true) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            foreach (
                var (name, address) in new[]
                {
                    ("list", "/articles/desk"),
                    ("new", "/articles/new"),
                    ("import", "/articles/import"),
                    ("edit", $"/articles/{slug}/edit"),
                    ("excerpt", $"/articles/{slug}/excerpts/1"),
                    ("quote", $"/articles/{slug}/excerpts/new"),
                    ("details", $"/articles/{slug}/details"),
                    ("text", $"/articles/{slug}/text"),
                    ("history", $"/articles/{slug}/history"),
                    ("preview", $"/articles/{slug}/preview"),
                }
            )
            {
                await page.GotoAsync(address);
                await Look(page, name, width, dark, wrong);
            }

            await page.GotoAsync($"/articles/{slug}/excerpts/1");
            await page.FillAsync("#f-value", "4,8");
            await page.FillAsync("#f-area", "Atlantis");
            await Press(page, "Preview on the chart");
            await Look(page, "errors", width, dark, wrong);
            await page.GotoAsync($"/articles/{slug}/excerpts/new");
            await page.FillAsync("#quote", "Delegates left by train.");
            await Press(page, "Quote it");
            await Look(page, "places", width, dark, wrong);
        }

        desk.Remove(slug, "ben", "the test is over");
        wrong.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static async Task Look(IPage page, string name, int width, bool dark, List<string> wrong)
    {
        var result = await page.RunAxe(Rules);
        wrong.AddRange(
            result.Violations.Select(v =>
                $"{name}, {width}{(dark ? ", dark" : "")}: {v.Id}, {v.Nodes.Length} × {v.Nodes[0].Html[..Math.Min(200, v.Nodes[0].Html.Length)]} {v.Nodes[0].Any.FirstOrDefault()?.Message}"
            )
        );
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            wrong.Add($"{name}, {width}: wider than the window");
        }

        if (LiveSite.Screenshots is { } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"desk-{name}-{width}{(dark ? "-dark" : "")}.png"), FullPage = true }
            );
        }
    }

    // A form may lead back to its own address: there is no other address to wait for.
#pragma warning disable CS0612
    private static Task Press(IPage page, string button) =>
        page.RunAndWaitForNavigationAsync(
            () => page.ClickAsync($"main button:has-text(\"{button}\")", new() { Timeout = 120_000 }),
            new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 120_000 }
        );
#pragma warning restore CS0612

    private async Task<IPage> SignedIn(string name, bool script, int width)
    {
        var editors = site.Services.GetRequiredService<EditorStore>();
        if (editors.Find(name) is null)
        {
            editors.Add(name, EditorRole.Editor, Password, "test");
        }

        var page = await site.Open("/account/sign-in", width, script: script);
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", Password);
        await Press(page, "Sign in");
        return page;
    }
}
