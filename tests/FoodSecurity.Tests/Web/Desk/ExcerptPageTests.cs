using System.Net;
using FoodSecurity.Articles;
using FoodSecurity.Tests.Editors;
using static FoodSecurity.Tests.Web.Desk.DeskSteps;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>Passages quoted by hand, corrected field by field, and found again in a corrected text.</summary>
public sealed class ExcerptPageTests : IDisposable
{
    private readonly EditorSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_quote_is_found_however_its_marks_and_blanks_were_written()
    {
        var (browser, address) = await Begun();
        var page = await Quoted(browser, address, "North Korea's rice  harvest\r\nrose 6.9 percent");
        page.QuerySelector("blockquote mark")!.TextContent.ShouldBe("North Korea’s rice harvest rose 6.9 percent");
        page.QuerySelector(".sub")!.TextContent.ShouldNotBeEmpty();
        page.QuerySelector("main")!.TextContent.ShouldContain("43 of at most 400 characters");
    }

    [Fact]
    public async Task A_quote_that_stands_at_two_places_is_asked_back()
    {
        var (browser, address) = await Begun();
        var page = await Quoted(browser, address, "Delegates left by train.");
        page.QuerySelector("#quote-wrong")!.TextContent.ShouldContain("2 places");
        var places = page.QuerySelectorAll("input[type=radio][name=place]").ToList();
        places.Count.ShouldBe(2);
        places[1].ParentElement!.TextContent.ShouldContain("The evening was quiet.");
        page = await Browser.Read(
            await browser.Post(
                address.Replace("/edit", "/excerpts/new"),
                new() { ["quote"] = "Delegates left by train.", ["place"] = places[1].GetAttribute("value")! },
                "?handler=Quote"
            )
        );
        var fields = Fields(page);
        fields["area"] = "North Korea";
        fields["indicator"] = "crop-output";
        (await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        var kept = Kept(address).ShouldHaveSingleItem();
        ((int)kept.Start!).ShouldBe(Text.LastIndexOf("Delegates", StringComparison.Ordinal));
        kept.Target.Area.ShouldBe("PRK");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("words that stand nowhere in it", "do not stand in the text")]
    public async Task A_quote_that_is_not_there_is_refused_beside_its_field(string quote, string why)
    {
        var (browser, address) = await Begun();
        var answer = await browser.Post(address.Replace("/edit", "/excerpts/new"), new() { ["quote"] = quote }, "?handler=Quote");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(answer);
        page.QuerySelector("#quote-wrong")!.TextContent.ShouldContain(why);
        page.QuerySelector("#quote")!.GetAttribute("aria-describedby").ShouldBe("quote-wrong");
    }

    [Fact]
    public async Task A_quote_longer_than_the_cap_is_refused()
    {
        var (browser, address) = await Begun();
        var long1 = Text[..(Text.IndexOf("spoken softly", StringComparison.Ordinal))];
        var page = await Browser.Read(
            await browser.Post(address.Replace("/edit", "/excerpts/new"), new() { ["quote"] = long1 }, "?handler=Quote")
        );
        page.QuerySelector("#quote-wrong")!.TextContent.ShouldContain("at most 400 characters");
    }

    [Fact]
    public async Task Every_field_can_be_corrected_and_the_change_is_listed()
    {
        var (browser, address) = await Begun();
        var place = (await browser.Page(address))
            .QuerySelectorAll(".proposals li")
            .First(l => l.TextContent.Contains(Harvest, StringComparison.Ordinal))
            .QuerySelector("button[name=place]")!
            .GetAttribute("value")!;
        var page = await Browser.Read(
            await browser.Post(address.Replace("/edit", "/excerpts/new"), new() { ["place"] = place }, "?handler=Quote")
        );
        var fields = Fields(page);
        (fields["area"], fields["relation"], fields["from"], fields["value"]).ShouldBe(
            ("PRK", "rise", "2023", "6.9"),
            "what was read of it is filled in"
        );
        page.QuerySelector("details.reading").ShouldNotBeNull();
        foreach (
            var (field, value) in new Dictionary<string, string>
            {
                ["area"] = "South Korea",
                ["item"] = "maize",
                ["from"] = "2021",
                ["to"] = "2022",
                ["period"] = "in those years",
                ["period-kind"] = "years",
                ["relation"] = "fall",
                ["modality"] = "warned",
                ["kind"] = "history",
                ["value"] = "7.5",
                ["upper"] = "8",
                ["unit"] = "percent",
                ["hedge"] = "about",
                ["step"] = "",
                ["speaker"] = "an official",
                ["named"] = "no",
                ["through"] = "KCNA",
                ["cause"] = "floods",
                ["tags"] = "Rice, harvest",
                ["original"] = "북한의 쌀",
                ["original-language"] = "ko",
                ["original-source"] = "Yonhap",
                ["translation"] = "la récolte",
                ["translation-language"] = "fr",
                ["translation-source"] = "ours",
                ["base-from"] = "2019",
                ["base-to"] = "2020",
                ["times"] = "3",
                ["of-last"] = "5",
                ["facets"] = "rice-form: paddy",
                ["against"] = "five-year-average",
                ["reached"] = "to 4.82 million tonnes",
                ["reached-value"] = "4820000",
                ["reached-unit"] = "t",
            }
        )
        {
            fields[field] = value;
        }

        (await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        var kept = Kept(address).ShouldHaveSingleItem();
        var claim = kept.Claim!;
        (claim.Area, claim.Item, claim.Relation, claim.Modality, kept.Kind).ShouldBe(
            ("KOR", "maize", ClaimRelation.Fall, ClaimModality.Warned, "history")
        );
        claim.Period.ShouldBe(new ClaimPeriod("in those years", "years", "2021", "2022"));
        claim.Base.ShouldBe(new ClaimPeriod("", "years", "2019", "2020"));
        (claim.Quantity!.Value, claim.Quantity.Upper, claim.Quantity.Unit, claim.Quantity.Hedge, claim.Quantity.Step).ShouldBe(
            (7.5m, 8m, "percent", "about", 0.1m)
        );
        (claim.Reached!.Value, claim.Reached.Step, claim.Times, claim.OfLast, claim.Against).ShouldBe(
            (4_820_000m, 10_000m, 3, 5, "five-year-average")
        );
        claim.Attribution.ShouldBe(new ClaimAttribution("an official", false, null, "KCNA"));
        (claim.Cause, claim.Facets["rice-form"]).ShouldBe(("floods", "paddy"));
        kept.Tags.ShouldBe(["harvest", "rice"]);
        (kept.Original, kept.Translation).ShouldBe(
            (new OtherWording("북한의 쌀", "ko", "Yonhap"), new OtherWording("la récolte", "fr", "ours"))
        );
        kept.Reading.ShouldNotBeNull("how it was read stays with it");

        var history = await browser.Page(address.Replace("/edit", "/history"));
        var rows = history.QuerySelector(".revisions li")!;
        rows.TextContent.ShouldContain("corrected");
        rows.TextContent.ShouldContain("anna");
        rows.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ShouldContain("AreaPRKKOR");
        rows.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ShouldContain("Relationrisefall");

        // A form sent back unchanged changes nothing that it shows.
        var excerpt = address.Replace("/edit", "/excerpts/1");
        (await browser.Post(excerpt, Fields(await browser.Page(excerpt)), "?handler=Save")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        ArticleJson.Write(Kept(address)[0].Claim).ShouldBe(ArticleJson.Write(claim));
    }

    [Theory]
    [InlineData("area", "Atlantis")]
    [InlineData("indicator", "nothing")]
    [InlineData("item", "moon cheese")]
    [InlineData("from", "last year")]
    [InlineData("to", "1999")]
    [InlineData("value", "4,8")]
    [InlineData("upper", "1")]
    [InlineData("step", "-1")]
    [InlineData("relation", "sideways")]
    [InlineData("modality", "7")]
    [InlineData("kind", "gossip")]
    [InlineData("provider", "nobody")]
    [InlineData("times", "often")]
    [InlineData("facets", "no colon")]
    [InlineData("language", "not a language")]
    [InlineData("original-address", "javascript:alert(1)")]
    public async Task A_field_that_cannot_be_says_so_beside_itself(string field, string value)
    {
        var (browser, address) = await Begun();
        var fields = Fields(await Quoted(browser, address, Harvest));
        fields[field] = value;
        var answer = await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(answer);
        page.QuerySelector($"#wrong-{field}").ShouldNotBeNull().TextContent.ShouldNotBeEmpty();
        page.QuerySelector($"#f-{field}")!.GetAttribute("aria-describedby").ShouldBe($"wrong-{field}");
        page.QuerySelector($"[role=alert] a[href='#f-{field}']").ShouldNotBeNull();
        Kept(address).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_corrected_text_tells_what_moved_what_differs_and_what_is_lost()
    {
        var (browser, address) = await Begun();
        foreach (var quote in new[] { Harvest, Imports, "farmers told visitors who came through the western provinces" })
        {
            var fields = Fields(await Quoted(browser, address, quote));
            (fields["area"], fields["indicator"]) = ("PRK", "crop-output");
            (await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save")).StatusCode.ShouldBe(
                HttpStatusCode.Redirect
            );
        }

        var corrected =
            "CORRECTED. " + Text.Replace("farmers told visitors who came through the western provinces", "nobody was there to ask");
        var tried = await Browser.Read(
            await browser.Post(address.Replace("/edit", "/text"), new() { ["text"] = corrected }, "?handler=Try")
        );
        tried.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector(".badge")!.TextContent).ShouldBe(["moved", "moved", "orphaned"]);
        tried.QuerySelector("[role=status]")!.TextContent.ShouldContain("Nothing is kept yet");
        DeskOf(_site).Text(address.Split('/')[2]).ShouldBe(Text, "it was a trial");
        Kept(address).ShouldAllBe(e => e.State == ExcerptState.Draft);
        var mark = tried.QuerySelector("input[name=tried]")!.GetAttribute("value")!;
        (
            await Refused(
                await browser.Post(
                    address.Replace("/edit", "/text"),
                    new() { ["text"] = corrected + " And more.", ["tried"] = mark },
                    "?handler=Replace"
                )
            )
        ).ShouldContain("not the one that was tried");
        DeskOf(_site).Text(address.Split('/')[2]).ShouldBe(Text);
        var page = await Browser.Read(
            await browser.Post(address.Replace("/edit", "/text"), new() { ["text"] = corrected, ["tried"] = mark }, "?handler=Replace")
        );
        page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector(".badge")!.TextContent).ShouldBe(["moved", "moved", "orphaned"]);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("moved: 2, orphaned: 1");
        Kept(address).Select(e => e.State).ShouldBe([ExcerptState.Draft, ExcerptState.Draft, ExcerptState.Orphaned]);
        (await browser.Page(address)).QuerySelector("#excerpt-3")!.TextContent.ShouldContain("lost its place");
        (await Refused(await browser.Post(address.Replace("/edit", "/text"), new() { ["text"] = "" }, "?handler=Try"))).ShouldContain(
            "empty"
        );
    }

    [Fact]
    public async Task Changed_words_wait_for_somebody_who_compares_them()
    {
        var (browser, address) = await Begun();
        var fields = Fields(await Quoted(browser, address, Harvest));
        (fields["area"], fields["indicator"]) = ("PRK", "crop-output");
        await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save");
        DeskOf(_site).Approve(address.Split('/')[2], 1, "ben");
        var corrected = Text.Replace("rose 6.9", "rose 5.9", StringComparison.Ordinal);
        var file = await browser.SendFile(
            address.Replace("/edit", "/text"),
            "corrected.txt",
            System.Text.Encoding.UTF8.GetBytes(corrected),
            "?handler=Try"
        );
        var tried = await Browser.Read(file);
        var row = tried.QuerySelector("tbody tr")!;
        row.QuerySelector(".badge")!.TextContent.ShouldBe("a figure differs");
        (row.QuerySelector("del")!.TextContent, row.QuerySelector("ins")!.TextContent).ShouldBe(("6.9", "5.9"));
        row.TextContent.ShouldContain("a draft, not shown");
        var mark = tried.QuerySelector("input[name=tried]")!.GetAttribute("value")!;
        await browser.Post(
            address.Replace("/edit", "/text"),
            new() { ["text"] = tried.QuerySelector("textarea")!.TextContent, ["tried"] = mark },
            "?handler=Replace"
        );
        Kept(address).ShouldHaveSingleItem().State.ShouldBe(ExcerptState.Draft);
        foreach (var place in new[] { address, address.Replace("/edit", "/excerpts/1") })
        {
            var warned = (await browser.Page(place)).QuerySelector(".changed")!;
            warned.TextContent.ShouldContain("changed a figure");
            warned.QuerySelector("del")!.TextContent.ShouldBe("6.9");
        }

        DeskOf(_site).Approve(address.Split('/')[2], 1, "ben");
        (await browser.Page(address)).QuerySelector(".changed").ShouldBeNull("somebody has compared them");
    }

    [Fact]
    public async Task An_excerpt_is_corrected_only_as_it_was_seen_and_removed()
    {
        var (browser, address) = await Begun();
        var fields = Fields(await Quoted(browser, address, Harvest));
        await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save");
        var excerpt = address.Replace("/edit", "/excerpts/1");
        var sent = Fields(await browser.Page(excerpt));
        sent["seen"] = "another state";
        (await Refused(await browser.Post(excerpt, sent, "?handler=Save"))).ShouldContain("changed meanwhile");
        (await browser.Post(excerpt, [], "?handler=Remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Kept(address).ShouldBeEmpty();
        (await browser.Get(excerpt)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(Browser Browser, string Address)> Begun()
    {
        var browser = await _site.SignedIn("anna");
        return (browser, await Added(browser));
    }

    private static async Task<AngleSharp.Dom.IDocument> Quoted(Browser browser, string address, string quote)
    {
        var answer = await browser.Post(address.Replace("/edit", "/excerpts/new"), new() { ["quote"] = quote }, "?handler=Quote");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Browser.Read(answer);
    }

    private IReadOnlyList<Excerpt> Kept(string address) => DeskOf(_site).Find(address.Split('/')[2])!.Excerpts;
}
