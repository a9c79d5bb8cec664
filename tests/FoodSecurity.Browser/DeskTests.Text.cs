using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FoodSecurity.Browser;

/// <summary>A corrected text, tried and put in its place with the keyboard alone; and what readers see of quotes in several languages.</summary>
public partial class DeskTests
{
    private const string Rice = "Chad’s rice harvest rose 6.9 percent to 290,000 tons in 2019, the ministry’s office said.";
    private const string Short = "Food was short in Chad in 2017, when the markets of the south stayed closed, people said.";
    private const string Lost = "In 2015 the millet harvest of Chad fell by a third, traders on the road to the lake said.";
    private const string Arabic = "قال مكتب الوزارة إن محصول الأرز في تشاد زاد بنسبة 6.9 في المئة عام 2019 ليبلغ 290 ألف طن.";

    private static string Paper(string name) =>
        $"{Rice} The weather was kind to the fields along the river, and the road was open.\n\n{Short} {Lost}\n\n"
        + string.Concat(
            Enumerable.Range(1, 60).Select(i => $"Evening {i} was quiet, and nobody at the gate said a word of what {name} had spoken of. ")
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_corrected_text_is_tried_and_put_in_place_by_keyboard(bool script)
    {
        var archive = site.Services.GetRequiredService<Archive>();
        var desk = ArticleDesks.Open(archive);
        var slug = InSeveralLanguages(desk, script ? "with" : "without");
        var page = await SignedIn($"editor-text-{script}", script, 1280);
        var paper = Paper(script ? "with" : "without");
        var corrected = paper
            .Replace("rose 6.9", "rose 5.9", StringComparison.Ordinal)
            .Replace(Lost, "", StringComparison.Ordinal)
            .Replace('’', '\'');
        await page.GotoAsync($"/articles/{slug}/text");
        await page.FocusAsync("#text");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("CORRECTED\n\n" + corrected);
        await ByKeyboard(page, "See what it does");
        (await page.Locator("table.reanchored .badge").AllInnerTextsAsync()).ShouldBe(["a figure differs", "moved", "orphaned"]);
        (await page.InnerTextAsync("table.reanchored del")).ShouldBe("6.9");
        desk.Text(slug).ShouldBe(paper, "it is a trial");
        var wrong = new List<string>();
        if (script)
        {
            await InEveryLight(page, "tried", wrong);
        }

        await ByKeyboard(page, "Replace the text");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("The corrected text is kept");
        desk.Text(slug)!.ShouldStartWith("CORRECTED");
        await page.GotoAsync($"/articles/{slug}/edit");
        (await page.InnerTextAsync("#excerpt-1 .changed")).ShouldContain("changed a figure");
        if (script)
        {
            await InEveryLight(page, "changed", wrong);
        }

        desk.Remove(slug, "ben", "the test is over");
        wrong.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Readers_see_quotes_in_their_languages_on_every_screen_and_on_paper()
    {
        var desk = ArticleDesks.Open(site.Services.GetRequiredService<Archive>());
        var slug = InSeveralLanguages(desk, "read");
        var wrong = new List<string>();
        foreach (var script in new[] { true, false })
        {
            var page = await site.Open($"/articles/{slug}", 1280, script: script);
            var original = page.Locator("blockquote[lang=ar]");
            (await original.EvaluateAsync<string>("e => getComputedStyle(e).direction")).ShouldBe("rtl");
            (await page.Locator("blockquote[lang=en]").First.EvaluateAsync<string>("e => getComputedStyle(e).direction")).ShouldBe("ltr");
            if (script)
            {
                await InEveryLight(page, "article", wrong);
                var paper = await page.PdfAsync(new() { Format = "A4" });
                paper.Length.ShouldBeGreaterThan(10_000);
                if (LiveSite.Screenshots is { } folder)
                {
                    await File.WriteAllBytesAsync(Path.Combine(folder, "desk-article.pdf"), paper);
                }
            }

            await page.Context.CloseAsync();
        }

        desk.Remove(slug, "ben", "the test is over");
        wrong.ShouldBeEmpty();
    }

    /// <summary>Comes to a button by the tabulator key and presses it with Enter.</summary>
    private static async Task ByKeyboard(IPage page, string button)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>(
                "document.activeElement?.tagName === 'BUTTON' ? document.activeElement.textContent.trim() : ''"
            );
            if (at == button)
            {
#pragma warning disable CS0612
                await page.RunAndWaitForNavigationAsync(
                    () => page.Keyboard.PressAsync("Enter"),
                    new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 120_000 }
                );
#pragma warning restore CS0612
                return;
            }
        }

        throw new ShouldAssertException($"No button \"{button}\" is reached by keyboard.");
    }

    private static async Task InEveryLight(IPage page, string name, List<string> wrong)
    {
        foreach (var (width, dark) in new[] { (1280, false), (360, false), (1280, true), (360, true) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await Look(page, name, width, dark, wrong);
        }

        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>A published article with three approved excerpts, one of them with its original and a translation.</summary>
    private static string InSeveralLanguages(ArticleDesk desk, string name)
    {
        var slug = desk.Add(
            Paper(name),
            new ArticleDetails
            {
                Title = $"A year in Chad, {name}",
                PublishedOn = "2020-02-01",
                Outlet = "The Example",
                Address = $"https://example.org/chad-{name}",
            },
            "ben",
            evenIfAlike: true
        ).Slug;
        void Quote(
            string words,
            string indicator,
            string year,
            ClaimRelation relation,
            OtherWording? original = null,
            OtherWording? translation = null
        ) =>
            desk.Add(
                slug,
                words,
                new ExcerptCorrection
                {
                    Kind = "claim",
                    Claim = new Claim
                    {
                        Area = "TCD",
                        Indicator = indicator,
                        Relation = relation,
                        Period = new ClaimPeriod("in " + year, "year", year, year),
                    },
                    Original = original,
                    Translation = translation,
                },
                "ben"
            );
        Quote(
            Rice,
            "crop-output",
            "2019",
            ClaimRelation.Rise,
            new OtherWording(Arabic, "ar", "Wakala, 31 January 2020", "https://example.org/ar"),
            new OtherWording("La récolte de riz du Tchad a augmenté de 6,9 % en 2019.", "fr", "our translation")
        );
        Quote(Short, "food-shortage", "2017", ClaimRelation.Shortage);
        Quote(Lost, "crop-output", "2015", ClaimRelation.Fall);
        foreach (var number in new[] { 1, 2, 3 })
        {
            desk.Approve(slug, number, "ben");
        }

        return desk.Publish(slug, "ben").Slug;
    }
}
