using System.Net;
using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Editors;
using FoodSecurity.Tests.Editors;
using static FoodSecurity.Tests.Web.Desk.DeskSteps;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>An article's way from a pasted text to published excerpts, by plain forms.</summary>
public sealed class DeskPagesTests : IDisposable
{
    private readonly EditorSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("/articles/desk")]
    [InlineData("/articles/new")]
    [InlineData("/articles/import")]
    [InlineData("/articles/anything/edit")]
    [InlineData("/articles/anything/details")]
    [InlineData("/articles/anything/text")]
    [InlineData("/articles/anything/preview")]
    [InlineData("/articles/anything/history")]
    [InlineData("/articles/anything/excerpts/1")]
    public async Task Every_page_of_the_desk_asks_for_a_sign_in(string address)
    {
        var answer = await _site.NewBrowser().Get(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/account/sign-in?return=" + Uri.EscapeDataString(address));
    }

    [Fact]
    public async Task Links_to_the_desk_are_for_editors()
    {
        (await _site.NewBrowser().Page("/articles")).QuerySelectorAll("a[href^='/articles/desk'], a[href='/articles/new']").ShouldBeEmpty();
        (await (await _site.SignedIn("anna")).Page("/articles")).QuerySelectorAll("a[href='/articles/desk']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_pasted_is_read_corrected_and_kept()
    {
        var browser = await _site.SignedIn("anna");
        var read = await browser.Post(
            "/articles/new",
            new() { ["text"] = "Harvest up\n\nSEOUL, Feb. 1 (Yonhap) -- " + Text, ["web"] = "" },
            "?handler=Read"
        );
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Browser.Read(read);
        page.QuerySelector("textarea[name=text]")!.TextContent.ShouldContain(Harvest);
        page.QuerySelector("input[name=language]")!.GetAttribute("value").ShouldBe("en");
        AddedOf(_site).ShouldBeEmpty("nothing is kept before it was seen");

        var address = await Added(browser);
        address.ShouldBe("/articles/harvest-up-i-they-say-i-2024-02-01/edit");
        var kept = AddedOf(_site).ShouldHaveSingleItem();
        (kept.State, kept.AddedBy, kept.Outlet, kept.PublishedOn).ShouldBe((ArticleState.Draft, "anna", "The Example", "2024-02-01"));
        var fields = Details;
        fields["outlet"] = "Another";
        (await browser.Post(address.Replace("/edit", "/details"), fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        DeskOf(_site).Find(kept.Slug)!.Outlet.ShouldBe("Another");
    }

    [Theory]
    [InlineData(
        "page.html",
        "<html><head><title>Harvest up</title></head><body><article><h1>Harvest up</h1><p>North Korea’s rice harvest rose 6.9 percent in 2023, a South Korean agency said on a cold day.</p><script>alert(1)</script><p>The weather was kind to the fields this year, farmers told visitors who came through.</p></article></body></html>"
    )]
    [InlineData(
        "note.md",
        "# Harvest up\n\nNorth Korea’s rice harvest rose **6.9 percent** in 2023, a South Korean agency said on a cold day.\n"
    )]
    [InlineData(
        "note.txt",
        "Harvest up\n\nNorth Korea’s rice harvest rose 6.9 percent in 2023, a South Korean agency said on a cold day.\n"
    )]
    public async Task A_file_is_read(string name, string content)
    {
        var browser = await _site.SignedIn("anna");
        var page = await Browser.Read(await browser.SendFile("/articles/new", name, Encoding.UTF8.GetBytes(content), "?handler=Read"));
        page.QuerySelector("input[name=title]")!.GetAttribute("value").ShouldBe("Harvest up");
        var text = page.QuerySelector("textarea[name=text]")!.TextContent;
        text.ShouldContain("rose 6.9 percent in 2023");
        text.ShouldNotContain("alert(1)");
    }

    [Fact]
    public async Task What_is_no_article_is_refused_in_words()
    {
        var browser = await _site.SignedIn("anna");
        (await Refused(await browser.Post("/articles/new", new() { ["text"] = " " }, "?handler=Read"))).ShouldContain("Nothing was given");
        (
            await Refused(await browser.Post("/articles/new", new() { ["text"] = "a", ["web"] = "https://example.org/" }, "?handler=Read"))
        ).ShouldContain("not several");
        (await Refused(await browser.Post("/articles/new", new() { ["web"] = "http://127.0.0.1/news" }, "?handler=Read"))).ShouldContain(
            "127.0.0.1"
        );
        (await Refused(await browser.Post("/articles/new", new() { ["web"] = "file:///etc/passwd" }, "?handler=Read"))).ShouldNotBeEmpty();
        (await Refused(await browser.SendFile("/articles/new", "a.txt", [], "?handler=Read"))).ShouldNotBeEmpty();
        (
            await Refused(await browser.SendFile("/articles/new", "a.zip", [0x50, 0x4B, 3, 4, 0, 0, 0, 0], "?handler=Read"))
        ).ShouldNotBeEmpty();
        (await Refused(await browser.SendFile("/articles/new", "a.txt", new byte[10_000_001], "?handler=Read"))).ShouldContain(
            "10,000,000"
        );
        (await Refused(await browser.Post("/articles/new", new(Details) { ["text"] = " " }, "?handler=Keep"))).ShouldContain("empty");
        var future = await browser.Post("/articles/new", new(Details) { ["text"] = Text, ["published"] = "2999-01-01" }, "?handler=Keep");
        var page = await Browser.Read(future);
        Alert(page).ShouldContain("2999-01-01 lies in the future");
        page.QuerySelector("#wrong-published")!.TextContent.ShouldContain("future");
        page.QuerySelector("#published")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("textarea[name=text]")!.TextContent.ShouldContain(Harvest, Case.Sensitive, "what was typed is not lost");
        (await browser.Get("/articles/nothing/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_article_twice_is_said_with_a_link()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Added(browser);
        var again = await Browser.Read(await browser.Post("/articles/new", new() { ["text"] = Text }, "?handler=Read"));
        Alert(again).ShouldContain("This article is here already");
        again.QuerySelector($"[role=alert] a[href='{address}']").ShouldNotBeNull();
        (
            await Refused(await browser.Post("/articles/new", new(Details) { ["text"] = Text, ["alike"] = "yes" }, "?handler=Keep"))
        ).ShouldContain("same text");
        var near = await browser.Post(
            "/articles/new",
            new(Details) { ["text"] = Text + " One more line.", ["title"] = "Other" },
            "?handler=Keep"
        );
        (await Refused(near)).ShouldContain("here already");
        (
            await browser.Post(
                "/articles/new",
                new(Details)
                {
                    ["text"] = Text + " One more line.",
                    ["title"] = "Other",
                    ["alike"] = "yes",
                },
                "?handler=Keep"
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        AddedOf(_site).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Proposals_are_marked_in_the_text_explained_chosen_approved_and_published()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Added(browser);
        var page = await browser.Page(address);
        page.QuerySelector(".words")!.TextContent.ShouldContain(Hostile, Case.Sensitive, "shown as text");
        page.QuerySelectorAll(".words script, .words b, h1 i").ShouldBeEmpty("never as markup");
        page.QuerySelectorAll(".words mark.proposed").Select(m => m.TextContent).ShouldContain(Harvest);
        var first = page.QuerySelectorAll(".proposals li").First(l => l.TextContent.Contains(Harvest, StringComparison.Ordinal));
        first.QuerySelector("p.by")!.TextContent.ShouldContain("North Korea");
        first.QuerySelector("details.reading")!.TextContent.ShouldContain("area");
        (await Refused(await browser.Post(address, [], "?handler=Keep"))).ShouldContain("Nothing was chosen");

        var place = first.QuerySelector("input[type=checkbox]")!.GetAttribute("value")!;
        (await browser.Post(address, new() { ["chosen"] = place }, "?handler=Keep")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await browser.Page(address);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("One draft is kept");
        page.QuerySelectorAll(".words mark.draft").Select(m => m.TextContent).ShouldBe([Harvest]);
        (await Refused(await browser.Post(address, [], "?handler=Publish"))).ShouldContain("at least one approved excerpt");
        var seen = page.QuerySelector("input[name=seen-1]")!.GetAttribute("value")!;
        (
            await Refused(await browser.Post(address, new() { ["chosen"] = "1", ["seen-1"] = "something else" }, "?handler=Approve"))
        ).ShouldContain("changed meanwhile");
        (await browser.Post(address, new() { ["chosen"] = "1", ["seen-1"] = seen }, "?handler=Approve")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await browser.Post(address, [], "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _site.NewBrowser().Page(address.Replace("/edit", ""))).QuerySelector("main")!.TextContent.ShouldContain(Harvest);

        (await Refused(await browser.Post(address, new() { ["because"] = " " }, "?handler=Withdraw"))).ShouldContain("Say why");
        (await browser.Post(address, new() { ["because"] = "a test" }, "?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _site.NewBrowser().Get(address.Replace("/edit", ""))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Refused(await browser.Post(address, new() { ["because"] = "" }, "?handler=Remove"))).ShouldContain("Say why");
        (await browser.Post(address, new() { ["because"] = "a test" }, "?handler=Remove"))
            .Headers.Location!.ToString()
            .ShouldBe("/articles/desk");
        (await browser.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var connection = _site.Archive.Read();
        AuditLog
            .Read(connection, 100, 0)
            .Where(e =>
                e.Action.StartsWith("article", StringComparison.Ordinal) || e.Action.StartsWith("excerpt", StringComparison.Ordinal)
            )
            .Select(e => (e.Editor, e.Action))
            .Reverse()
            .ShouldBe([
                ("anna", "article-add"),
                ("anna", "excerpt-add"),
                ("anna", "excerpt-approve"),
                ("anna", "article-publish"),
                ("anna", "article-withdraw"),
                ("anna", "article-remove"),
            ]);
    }

    [Fact]
    public async Task A_second_person_approves_where_the_article_needs_it()
    {
        var anna = await _site.SignedIn("anna");
        var address = await Added(anna, change: f => f["second"] = "yes");
        var place = (await anna.Page(address)).QuerySelector(".proposals input[name=chosen]")!.GetAttribute("value")!;
        await anna.Post(address, new() { ["chosen"] = place }, "?handler=Keep");
        var excerpt = address.Replace("/edit", "/excerpts/1");
        var page = await anna.Page(excerpt);
        page.QuerySelector("form[action$='handler=Approve']").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("another person than anna");
        var seen = (await (await _site.SignedIn("ben")).Page(excerpt))
            .QuerySelector("form[action$='handler=Approve'] input[name=seen]")!
            .GetAttribute("value")!;
        (await Refused(await anna.Post(excerpt, new() { ["seen"] = seen }, "?handler=Approve"))).ShouldContain("another person");

        // The rule would bind nobody if whoever it binds could take it away.
        await anna.Post(address.Replace("/edit", "/details"), Details);
        var slug = address.Split('/')[2];
        DeskOf(_site).Find(slug)!.NeedsSecondApproval.ShouldBeTrue();

        var ben = await _site.SignedIn("ben");
        (await ben.Page("/articles/desk")).QuerySelector("table")!.TextContent.ShouldContain("you, or any other editor");
        (await anna.Page("/articles/desk")).QuerySelector("table")!.TextContent.ShouldContain("another person than anna");
        (await ben.Post(excerpt, new() { ["seen"] = seen }, "?handler=Approve")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        DeskOf(_site).Find(slug)!.Excerpts.ShouldHaveSingleItem().ApprovedBy.ShouldBe("ben");

        await (await _site.SignedIn("carla", EditorRole.Administrator)).Post(address.Replace("/edit", "/details"), Details);
        DeskOf(_site).Find(slug)!.NeedsSecondApproval.ShouldBeFalse();
    }
}
