using System.Text.Json;
using CsCheck;
using FoodSecurity.Articles;
using FoodSecurity.Exports;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Exports;

/// <summary>Excerpts as Web Annotations and as tables: what leaves, that the text does not, and that all of it comes back.</summary>
public class AnnotationTests
{
    private const string Host = "https://food.example";

    private static readonly Article Shipped = ArticleFile
        .Read(Directory.EnumerateFiles(Path.Combine(Clone.Seeds, "articles"), "*.json").First())
        .Article;

    [Fact]
    public void A_collection_follows_the_data_model()
    {
        using var json = JsonDocument.Parse(AnnotationJsonLd.Collection(Shipped, Host));
        var root = json.RootElement;
        root.GetProperty("@context").GetString().ShouldBe("http://www.w3.org/ns/anno.jsonld");
        root.GetProperty("type").GetString().ShouldBe("AnnotationCollection");
        root.GetProperty("total").GetInt32().ShouldBe(5);
        root.GetProperty("first").GetProperty("type").GetString().ShouldBe("AnnotationPage");
        var items = root.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(5);
        foreach (var (item, excerpt) in items.Zip(Shipped.Excerpts))
        {
            item.GetProperty("type").GetString().ShouldBe("Annotation");
            item.GetProperty("id").GetString().ShouldBe($"{Host}/articles/{Shipped.Slug}/annotations/{excerpt.Number}.jsonld");
            var target = item.GetProperty("target");
            target.GetProperty("state").GetProperty("sourceDate").GetString().ShouldBe("2023-12-28T00:00:00Z");
            var selectors = target.GetProperty("selector").EnumerateArray().ToList();
            selectors.Select(s => s.GetProperty("type").GetString()).ShouldBe(["TextQuoteSelector", "TextPositionSelector"]);
            selectors[0].GetProperty("exact").GetString().ShouldBe(excerpt.Exact);
            (selectors[1].GetProperty("start").GetInt64(), selectors[1].GetProperty("end").GetInt64()).ShouldBe(
                (excerpt.Start!.Value, excerpt.End!.Value)
            );
        }
    }

    [Fact]
    public void One_annotation_stands_alone()
    {
        using var json = JsonDocument.Parse(AnnotationJsonLd.One(Shipped, Shipped.Excerpts[3], Host));
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["@context", "id", "type", "motivation", "body", "target"]);
        json.RootElement.GetProperty("body")
            .EnumerateArray()
            .Select(b => b.GetProperty("purpose").GetString())
            .ShouldBe(["assessing", "tagging", "tagging"]);
        AnnotationReader.Read(json.RootElement.GetRawText()).Excerpts.ShouldHaveSingleItem().Exact.ShouldBe(Shipped.Excerpts[3].Exact);
    }

    [Fact]
    public void The_reviewed_article_comes_back_from_every_form()
    {
        Same(AnnotationReader.Read(AnnotationJsonLd.Collection(Shipped, Host)), Shipped);
        Same(AnnotationTable.ReadCsv(AnnotationTable.Csv(Shipped, Host)), Shipped);
        Same(AnnotationTable.ReadXlsx(AnnotationTable.Xlsx(Shipped, Host)), Shipped);
    }

    [Fact]
    public void Whoever_worked_on_an_excerpt_is_not_in_the_files()
    {
        var article = Shipped with
        {
            AddedBy = "anna-secret",
            PublishedBy = "anna-secret",
            Excerpts = [.. Shipped.Excerpts.Select(e => e with { EditedBy = "anna-secret", ApprovedBy = "anna-secret" })],
        };
        AnnotationJsonLd.Collection(article, Host).ShouldNotContain("anna-secret");
        AnnotationTable.Csv(article, Host).ShouldNotContain("anna-secret");
    }

    [Fact]
    public void Annotations_of_other_tools_are_read_as_far_as_they_quote()
    {
        var read = AnnotationReader.Read(
            """
            [{"@context":"http://www.w3.org/ns/anno.jsonld","id":"http://example.org/1","type":["Annotation"],"body":[{"type":"TextualBody","value":"a remark","purpose":"commenting"},
            {"type":"TextualBody","value":"Maize","purpose":"tagging"}],"target":[{"source":"https://example.org/a","selector":{"type":"TextQuoteSelector","exact":"maize rose","prefix":"said "}}]}]
            """
        );
        read.Address.ShouldBe("https://example.org/a");
        var excerpt = read.Excerpts.ShouldHaveSingleItem();
        (excerpt.Exact, excerpt.Prefix, excerpt.Start, excerpt.State, excerpt.Claim).ShouldBe(
            ("maize rose", "said ", null, ExcerptState.Draft, null)
        );
        excerpt.Tags.ShouldBe(["maize"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"type":"Annotation","target":"https://example.org/"}""")]
    [InlineData(
        """{"type":"Annotation","target":{"source":"x","selector":{"type":"TextQuoteSelector","exact":"x"}},"body":{"type":"TextualBody","purpose":"assessing","format":"application/json","value":"{]"}}"""
    )]
    public void What_is_no_annotation_is_told(string json) => Should.Throw<ArticleException>(() => AnnotationReader.Read(json));

    [Fact]
    public void What_is_no_table_is_told()
    {
        Should.Throw<ArticleException>(() => AnnotationTable.ReadCsv("")).Message.ShouldContain("no excerpts");
        Should.Throw<ArticleException>(() => AnnotationTable.ReadCsv("a,b\n1,2\n")).Message.ShouldContain("number, kind, exact");
        var csv = AnnotationTable.Csv(Shipped, Host);
        Should
            .Throw<ArticleException>(() => AnnotationTable.ReadCsv(csv.Replace(",1548,", ",x,", StringComparison.Ordinal)))
            .Message.ShouldContain("Line 2, column start");
        Should.Throw<ArticleException>(() => AnnotationTable.ReadXlsx([1, 2, 3])).Message.ShouldContain("no workbook");
    }

    private static readonly string[] Odd =
    [
        "=1+1",
        "'quoted",
        "'=x",
        "+5 %",
        "a,b",
        "\"",
        "line\nline",
        "쌀 수확",
        "🌾",
        "-",
        "@x",
        "{\"a\":1}",
        "_x000D_",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(
            Gen.String[Gen.Char["ab ,;\"'=+-@{}<>&\n"], 1, 12],
            Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])
        )
        .Select(w => w.Trim() is { Length: > 0 } clean ? clean : "x");

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Word.Select(w => (string?)w));

    private static readonly Gen<Claim> Claims = Gen.Select(
            Word,
            Maybe,
            Gen.Enum<ClaimRelation>(),
            Gen.Enum<ClaimModality>(),
            Gen.Decimal[-1_000_000m, 1_000_000m],
            Maybe,
            Gen.Bool,
            Gen.Int[1, 20]
        )
        .Select(
            (text, maybe, relation, modality, value, other, flag, number) =>
                new Claim
                {
                    Area = "PRK",
                    Indicator = text,
                    Item = maybe,
                    Relation = relation,
                    Modality = modality,
                    Cause = other,
                    Against = maybe,
                    Times = flag ? number : null,
                    OfLast = flag ? number + 1 : null,
                    Period = flag ? new ClaimPeriod(text, "year", "2023", null, maybe) : null,
                    Base = flag ? null : new ClaimPeriod("", "years", null, "2020-02"),
                    Quantity = new ClaimQuantity(text, value, flag ? value + 1.50m : null, "t", maybe, 0.10m),
                    Reached = flag ? new ClaimQuantity("", 0m, null, "", null, 1m) : null,
                    Facets = flag ? new Dictionary<string, string> { ["rice-form"] = text } : [],
                    Attribution = other is null ? null : new ClaimAttribution(other, flag, maybe, maybe),
                }
        );

    private static readonly Gen<Excerpt> Excerpts = Gen.Select(
            Word,
            Maybe,
            Claims,
            Gen.Enum<AnchorState>(),
            Gen.Bool,
            Gen.Int[0, 5_000],
            Word.Array[0, 3]
        )
        .Select(
            (text, maybe, claim, anchor, flag, start, tags) =>
                new Excerpt
                {
                    Number = start + 1,
                    Exact = text,
                    Prefix = maybe ?? "",
                    Suffix = maybe is null ? text : "",
                    Start = flag ? start : null,
                    End = flag ? start + CleanText.Length(text) : null,
                    Kind = "claim",
                    Attribution = maybe,
                    Target = new ExcerptTarget("PRK", text, maybe ?? "", flag ? "2023" : null, null, maybe),
                    Relation = maybe,
                    Cause = maybe,
                    Claim = flag ? claim : null,
                    Anchor = anchor,
                    Language = flag ? "ko" : null,
                    Tags = ExcerptTags.Of(tags),
                    State = ExcerptState.Draft,
                    Original = flag ? new OtherWording(text, "ko", text, maybe) : null,
                    Translation = flag ? null : new OtherWording(text, "fr", text),
                }
        );

    private static readonly Gen<Article> Articles = Gen.Select(Word, Maybe, Excerpts.Array[1, 4], Gen.Bool)
        .Select(
            (text, maybe, excerpts, flag) =>
                new Article
                {
                    Slug = "a-slug",
                    Title = text,
                    PublishedOn = flag ? "2024-02-01" : "",
                    Dateline = maybe,
                    Agency = maybe,
                    Author = maybe,
                    Outlet = text,
                    Address = flag ? "https://example.org/a?b=c,d" : null,
                    Language = "en",
                    Note = maybe,
                    Rights = maybe,
                    RetrievedOn = flag ? "2024-02-03" : null,
                    TextSha256 = flag ? "ab" : null,
                    TextLength = flag ? 1_000 : null,
                    State = ArticleState.Draft,
                    Excerpts = excerpts,
                }
        );

    [Fact]
    public void A_round_trip_loses_nothing() =>
        Articles.Sample(
            article =>
            {
                Same(AnnotationReader.Read(AnnotationJsonLd.Collection(article, Host)), article);
                Same(AnnotationTable.ReadCsv(AnnotationTable.Csv(article, Host)), article);
                Same(AnnotationTable.ReadXlsx(AnnotationTable.Xlsx(article, Host)), article);
            },
            iter: 300
        );

    /// <summary>Equal in all that leaves the program; what comes in is a draft.</summary>
    private static void Same(Article back, Article article) =>
        ArticleJson
            .Write(back)
            .ShouldBe(
                ArticleJson.Write(
                    article with
                    {
                        State = ArticleState.Draft,
                        Excerpts = [.. article.Excerpts.Select(e => e with { State = ExcerptState.Draft })],
                    }
                )
            );
}
