using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FoodSecurity.Tests.Web;

/// <summary>The page of an article with its findings, their file, and the feed.</summary>
[Collection(nameof(SiteTests))]
public class ArticlePageTests(Site site)
{
    private const string Article = "/articles/kim-military-war-preparations-2023-12-28";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task No_verdict_stands_without_its_findings_and_counts()
    {
        var page = await site.Page(Article);
        var checks = page.QuerySelectorAll("article.check");
        checks.Length.ShouldBe(5);
        foreach (var check in checks)
        {
            var isOne = check.Id is "excerpt-1" or "excerpt-5";
            check
                .QuerySelectorAll(".verdict")
                .Length.ShouldBe(isOne ? 1 : 2, "on the day of publication, and now; once where both are the same");
            check.QuerySelectorAll("table.checks tbody tr").ShouldNotBeEmpty(check.Id);
            check.QuerySelectorAll(".verdict p:not(.word)").ShouldAllBe(p => p.TextContent.Length > 20);
            check
                .QuerySelectorAll(".verdict p.word")
                .ShouldAllBe(p => p.NextElementSibling != null && p.NextElementSibling.TextContent.Length > 20);
            check.QuerySelectorAll(".ask b").Select(b => b.TextContent).ShouldBe(["Corroborated?", "Reported?"]);
        }
    }

    [Fact]
    public async Task The_rise_of_2023_stands_with_what_was_known_then_and_now()
    {
        var check = (await site.Page(Article)).QuerySelector("#excerpt-4")!;
        check
            .QuerySelector("table.checks")!
            .QuerySelectorAll("thead th")
            .Select(h => h.TextContent)
            .ShouldBe(["Source", "On 28 December 2023", "Now"]);
        var verdicts = check.QuerySelectorAll(".verdict").Select(v => v.TextContent).ToList();
        verdicts[0].ShouldContain("Supported single source");
        verdicts[0].ShouldContain("Of 4 independent sources that were looked at, 1 supports it and 3 are silent.");
        verdicts[1].ShouldContain("1 supports it, 1 is too close to call and 2 are silent.");
        verdicts[1].ShouldContain("independence in doubt");
        var usda = check
            .QuerySelectorAll("tr.whole")
            .Single(r => r.QuerySelector("th")!.TextContent.Contains("USDA"))
            .QuerySelectorAll("td");
        usda[0].TextContent.ShouldContain("silent");
        usda[1].TextContent.ShouldContain("The figure of 2023/24 is that of 2022/23 printed again".Replace("The", "the"));
        check.TextContent.ShouldContain(
            "The cause it gives (“favorable weather conditions”) is not checkable with data; that it is given is reported:"
        );
        check.QuerySelectorAll("td[colspan='2']").ShouldNotBeEmpty("what did not change is said once");
        (await site.Page(Article + "?asof=2023-12-28"))
            .QuerySelectorAll("#excerpt-4 td a.n")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain("/trace/rda/PRK/food-crops/production/2023?basis=grain-equivalent-rda&asof=2023-12-28");
    }

    [Fact]
    public async Task A_readers_own_errors_stand_in_the_address_and_change_the_verdict()
    {
        var page = await site.Page(Article + "?u=0.05&rho=0");
        page.QuerySelector("#excerpt-4 .verdict:last-of-type")!.TextContent.ShouldContain("too close to call");
        page.QuerySelector("main > p.asof")!
            .TextContent.ShouldContain("Not the default: these findings are made with errors of your own, u = 0.05 and ρ = 0.");
        page.QuerySelector("#u")!.GetAttribute("value").ShouldBe("0.05");
        page.QuerySelectorAll(".tools a")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain(Article + ".json?u=0.05&rho=0", "the file is in the state of the page");
        (await site.Page(Article))
            .QuerySelector("#u")!
            .GetAttribute("value")
            .ShouldBeNull("what is assumed for each source is not changed by asking again");
        page.QuerySelector("script[type='application/ld+json']").ShouldBeNull("only findings made with our own assumptions are handed on");
    }

    [Theory]
    [InlineData("u=much", "expected a standard error from 0 to 0.5")]
    [InlineData("u=-1", "expected a standard error from 0 to 0.5")]
    [InlineData("rho=1", "expected a correlation from 0 to 0.999")]
    [InlineData("asof=yesterday", "expected a date such as 2023-12-28")]
    public async Task What_cannot_be_read_is_refused(string query, string reason)
    {
        foreach (var address in new[] { Article, Article + ".json" })
        {
            var answer = await site.Get($"{address}?{query}");
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Text.ShouldContain(reason);
        }

        (await site.Get("/articles/no-such.json")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Approved_claims_are_handed_on_as_ClaimReview_with_badges_and_counts()
    {
        var reviews = JsonNode
            .Parse((await site.Page(Article)).QuerySelector("script[type='application/ld+json']")!.TextContent)!
            .AsArray();
        reviews.Count.ShouldBe(4, "an aim has no review");
        reviews.ShouldAllBe(r => (string)r!["@type"]! == "ClaimReview" && (string)r["@context"]! == "https://schema.org");
        foreach (var review in reviews)
        {
            // What readers of fact checks require: url, claimReviewed and a rating with a word; the rating's number where there is a verdict.
            Uri.IsWellFormedUriString((string)review!["url"]!, UriKind.Absolute).ShouldBeTrue();
            ((string)review["claimReviewed"]!).ShouldNotBeEmpty();
            ((string)review["reviewRating"]!["@type"]!).ShouldBe("Rating");
            ((string)review["reviewRating"]!["alternateName"]!).ShouldNotBeEmpty();
            ((int)review["reviewRating"]!["ratingValue"]!).ShouldBeInRange(
                (int)review["reviewRating"]!["worstRating"]!,
                (int)review["reviewRating"]!["bestRating"]!
            );
            ((string)review["author"]!["name"]!).ShouldNotBeEmpty();
            ((string)review["itemReviewed"]!["@type"]!).ShouldBe("Claim");
            ((string)review["itemReviewed"]!["datePublished"]!).ShouldBe("2023-12-28");
            review["datePublished"]
                ?.ToString()
                .ShouldMatch(@"^\d{4}-\d\d-\d\d$", "the day the finding became what it is, not that of the article");
        }

        var rise = reviews.Single(r => ((string)r!["claimReviewed"]!).Contains("rise in crop output"))!;
        ((string)rise["url"]!).ShouldEndWith(Article + "#excerpt-4");
        ((int)rise["reviewRating"]!["ratingValue"]!).ShouldBe(5);
        ((string)rise["reviewRating"]!["alternateName"]!).ShouldStartWith("Supported (single source)");
        ((string)rise["reviewRating"]!["ratingExplanation"]!).ShouldContain("1 supports it");
        ((string)rise["itemReviewed"]!["appearance"]!["@type"]!).ShouldBe("NewsArticle");
    }

    [Fact]
    public async Task The_file_holds_the_findings_with_their_figures()
    {
        var answer = await site.Get(Article + ".json");
        answer.Type.ShouldBe("application/json");
        var json = JsonNode.Parse(answer.Text)!;
        ((string)json["as_of"]!).ShouldBe("2023-12-28");
        var rise = json["excerpts"]!.AsArray().Single(e => (int)e!["number"]! == 4)!;
        var rda = rise["now"]!["findings"]!.AsArray().First(f => (string)f!["dataset"]! == "rda" && (string)f["role"]! == "Subject")!;
        rda["figures"]!.AsArray().Select(f => (decimal)f!["low"]!).ShouldBe([4_510_000m, 4_820_000m]);
        ((string)rise["on_publication"]!["verdict"]!).ShouldBe("Supported");
        ((double)rda["error"]!["u"]!).ShouldBe(0.05);
    }

    [Fact]
    public async Task The_feed_is_Atom_with_stable_ids()
    {
        var answer = await site.Get("/articles/feed.atom");
        (answer.Status, answer.Type).ShouldBe((HttpStatusCode.OK, "application/atom+xml"));
        var feed = XDocument.Parse(answer.Text).Root!;
        feed.Name.ShouldBe(Atom + "feed");
        foreach (var part in new[] { feed }.Concat(feed.Elements(Atom + "entry")))
        {
            Uri.IsWellFormedUriString(part.Element(Atom + "id")!.Value, UriKind.Absolute).ShouldBeTrue();
            DateTimeOffset.TryParse(part.Element(Atom + "updated")!.Value, out _).ShouldBeTrue();
            part.Element(Atom + "title")!.Value.ShouldNotBeEmpty();
        }

        feed.Element(Atom + "author").ShouldNotBeNull();
        var entry = feed.Elements(Atom + "entry").ShouldHaveSingleItem();
        entry.Element(Atom + "id")!.Value.ShouldBe("urn:uuid:6f683b84-c338-887b-b23e-4362e6b54fb3", "readers know an entry by this id");
        entry.Element(Atom + "link")!.Attribute("href")!.Value.ShouldEndWith(Article);
        (await site.Page("/articles")).QuerySelector("link[rel=alternate]")!.GetAttribute("href").ShouldBe("/articles/feed.atom");
    }
}
