using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Exports;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>An excerpt in several languages, each cited, wherever it is seen; and excerpts chosen by article, outlet, kind and language.</summary>
public sealed class OtherLanguageTests(SmallSite site) : IClassFixture<SmallSite>
{
    private const string Quote = "The rice harvest of the North came to more in 2022, the office said.";
    private const string Arabic = "قال المكتب إن محصول الأرز في الشمال زاد عام 2022.";
    private const string Korean = "북한의 쌀 수확이 2022년에 늘었다고 사무소가 밝혔다.";
    private const string KoreanToo = "쌀 생산이 2021년에는 줄었다고 다른 사무소가 밝혔다, 비가 너무 많이 왔기 때문이다.";

    [Fact]
    public async Task Original_and_translation_stand_beside_the_excerpt_in_their_languages()
    {
        var slug = Published("both");
        var page = (await site.Get($"/articles/{slug}")).Page;
        var excerpt = page.QuerySelector("#excerpt-1")!;
        var quotes = excerpt.QuerySelectorAll("blockquote");
        quotes
            .Select(q => (q.GetAttribute("lang"), q.GetAttribute("dir"), q.TextContent.Trim()))
            .ShouldBe([("en", "auto", $"“{Quote}”"), ("ar", "auto", $"“{Arabic}”"), ("ko", "auto", $"“{Korean}”")]);
        excerpt
            .QuerySelectorAll(".wording figcaption")
            .Select(c => c.TextContent.Trim())
            .ShouldBe(["Original (Arabic): Wakala, 1 February 2023", "Translation (Korean): our translation"]);
        excerpt.QuerySelector(".wording a")!.GetAttribute("href").ShouldBe("https://example.org/ar");
        var area = (await site.Get("/areas/PRK")).Page;
        area.QuerySelectorAll("blockquote[lang=ar]").Select(q => q.TextContent.Trim()).ShouldContain($"“{Arabic}”");

        var chart = $"/charts/line.{{0}}?areas=PRK&items=rice&notes={slug}";
        var svg = (await site.Get(string.Format(chart, "svg"))).Text;
        svg.ShouldContain("lang=\"ar\" direction=\"rtl\"");
        svg.ShouldContain("lang=\"ko\"");
        svg.ShouldContain("Original (Arabic): Wakala, 1 February 2023");
        (await site.Get(string.Format(chart, "png"))).Body.Length.ShouldBeGreaterThan(5_000);
        var pdf = ArticleIntake.Read((await site.Get(string.Format(chart, "pdf"))).Body).Text;
        pdf.ShouldContain("Original (Arabic): Wakala, 1 February 2023");
        var csv = (await site.Get(string.Format(chart, "csv"))).Text;
        csv.Split("\r\n")
            .Count(l =>
                l.EndsWith(",excerpt original", StringComparison.Ordinal)
                && l.Contains(Arabic, StringComparison.Ordinal)
                && l.Contains("language=ar", StringComparison.Ordinal)
            )
            .ShouldBe(1);
        csv.Split("\r\n")
            .Count(l =>
                l.EndsWith(",excerpt translation", StringComparison.Ordinal)
                && l.Contains("our translation", StringComparison.Ordinal)
                && l.Contains("language=ko", StringComparison.Ordinal)
            )
            .ShouldBe(1);
        using (var json = JsonDocument.Parse((await site.Get(string.Format(chart, "json"))).Text))
        {
            var told = json.RootElement.GetProperty("excerpts").EnumerateArray().ShouldHaveSingleItem();
            told.GetProperty("language").GetString().ShouldBe("en");
            told.GetProperty("wordings")
                .EnumerateArray()
                .Select(w => (w.GetProperty("kind").GetString(), w.GetProperty("language").GetString()))
                .ShouldBe([("original", "ar"), ("translation", "ko")]);
        }

        Words((await site.Get(string.Format(chart, "xlsx"))).Body).ShouldContain(Arabic);
        using (var json = JsonDocument.Parse((await site.Get($"/articles/{slug}.json")).Text))
        {
            json.RootElement.ToString().ShouldContain("\"our translation\"");
        }

        foreach (
            var read in new[]
            {
                AnnotationReader.Read((await site.Get($"/articles/{slug}/annotations.jsonld")).Text),
                AnnotationTable.ReadCsv((await site.Get($"/articles/{slug}/annotations.csv")).Text),
                AnnotationTable.ReadXlsx((await site.Get($"/articles/{slug}/annotations.xlsx")).Body),
            }
        )
        {
            var back = read.Excerpts.ShouldHaveSingleItem();
            (back.Original!.Text, back.Original.Language, back.Translation!.Text, back.Translation.Source).ShouldBe(
                (Arabic, "ar", Korean, "our translation")
            );
        }
    }

    [Fact]
    public async Task Excerpts_are_chosen_by_article_outlet_kind_and_language()
    {
        var one = Published("one");
        var desk = ArticleDesks.Open(site.Archive);
        var text = KoreanToo + " " + string.Concat(Enumerable.Range(0, 60).Select(i => $"말 {i} 없이 저녁이 되었다. "));
        var two = desk.Add(
            text,
            new ArticleDetails
            {
                Title = "Rain and rice",
                PublishedOn = "2023-02-02",
                Outlet = "연합뉴스",
                Address = "https://www.yna.example/a/2",
                Language = "ko",
            },
            "anna",
            evenIfAlike: true
        ).Slug;
        desk.Add(two, KoreanToo, new ExcerptCorrection { Kind = "history", Claim = Claim("2021", ClaimRelation.Fall) }, "anna");
        desk.Approve(two, 1, "ben");
        desk.Publish(two, "ben");

        await Shows("all", true, true);
        await Shows("none", false, false);
        await Shows(one, true, false);
        await Shows(two, false, true);
        await Shows("the-example", true, false);
        await Shows("www-yna-example", false, true);
        await Shows("claim", true, false);
        await Shows("history", false, true);
        await Shows("en", true, false);
        await Shows("ko", false, true);
        await Shows("en,ko", true, true);
        await Shows("ko,claim", false, false);
        await Shows("ko,history,production", false, true);

        async Task Shows(string notes, bool first, bool second)
        {
            var answer = await site.Get($"/charts/line.csv?areas=PRK&items=rice&notes={notes}");
            answer.Status.ShouldBe(HttpStatusCode.OK, notes);
            (answer.Text.Contains(Quote, StringComparison.Ordinal), answer.Text.Contains(KoreanToo, StringComparison.Ordinal)).ShouldBe(
                (first, second),
                notes
            );
            var page = await site.Get($"/charts/line?areas=PRK&items=rice&notes={notes}");
            page = page.Message.Headers.Location is { } shortest ? await site.Get(shortest.ToString()) : page;
            (page.Text.Contains(Quote, StringComparison.Ordinal), page.Text.Contains(KoreanToo, StringComparison.Ordinal)).ShouldBe(
                (first, second),
                "page " + notes
            );
        }
    }

    private static Claim Claim(string year, ClaimRelation relation) =>
        new()
        {
            Area = "PRK",
            Indicator = "crop-output",
            Item = "rice",
            Relation = relation,
            Period = new ClaimPeriod("in " + year, "year", year, year),
        };

    private string Published(string name)
    {
        var desk = ArticleDesks.Open(site.Archive);
        var text =
            $"{Quote} " + string.Concat(Enumerable.Range(0, 60).Select(i => $"In {name} the evening came and nobody spoke of it {i}. "));
        var slug = desk.Add(
            text,
            new ArticleDetails
            {
                Title = $"Rice, {name}",
                PublishedOn = "2023-02-01",
                Outlet = "The Example",
                Address = $"https://example.org/{name}",
            },
            "anna",
            evenIfAlike: true
        ).Slug;
        desk.Add(
            slug,
            Quote,
            new ExcerptCorrection
            {
                Kind = "claim",
                Claim = Claim("2022", ClaimRelation.Rise),
                Original = new OtherWording(Arabic, "ar", "Wakala, 1 February 2023", "https://example.org/ar"),
                Translation = new OtherWording(Korean, "ko", "our translation"),
            },
            "anna"
        );
        desk.Approve(slug, 1, "ben");
        desk.Publish(slug, "ben");
        return slug;
    }

    private static string Words(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
    }
}
