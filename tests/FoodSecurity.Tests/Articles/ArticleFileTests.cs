using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Articles;

public class ArticleFileTests
{
    private static readonly string Shipped = Path.Combine(Clone.Seeds, "articles", "kim-military-war-preparations-2023-12-28.json");

    [Fact]
    public void The_first_article_has_five_excerpts_about_North_Korea()
    {
        var (article, sha256) = ArticleFile.Read(Shipped);
        (article.PublishedOn, article.Agency, article.Author, article.Outlet).ShouldBe(("2023-12-28", "KCNA", null, null));
        article
            .Excerpts.Select(e => (e.Number, e.Target.Area, e.Target.Subject))
            .ShouldBe([
                (1, "PRK", "production"),
                (2, "PRK", "shortage"),
                (3, "PRK", "imports"),
                (4, "PRK", "production"),
                (5, "PRK", "uncovered-deficit"),
            ]);
        article.Excerpts[3].Relation.ShouldBe("rise");
        article.Excerpts[2].Target.EventKind.ShouldBe("borders closed");
        sha256.Length.ShouldBe(64);
    }

    [Fact]
    public void Positions_count_code_points_and_follow_one_another()
    {
        var excerpts = ArticleFile.Read(Shipped).Article.Excerpts;
        foreach (var e in excerpts)
        {
            (e.End - e.Start).ShouldBe(e.Exact.EnumerateRunes().Count());
        }

        excerpts.Select(e => e.Start).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("\"exact\": \"It still needs imports\"", "\"start\": 95, \"end\": 117", null)]
    [InlineData("\"exact\": \"🌾 grain\"", "\"start\": 0, \"end\": 7", null)]
    [InlineData("\"exact\": \"🌾 grain\"", "\"start\": 0, \"end\": 8", "7 code points")]
    [InlineData("\"exact\": \"\"", "\"start\": null, \"end\": null", "1 to 400 characters")]
    public void An_excerpt_that_contradicts_itself_is_refused(string exact, string position, string? expected)
    {
        var read = () =>
            Read(
                $$"""
                { "slug": "s", "title": "t", "published": "2023-12-28", "excerpts": [
                  { "number": 1, "kind": "claim", {{exact}}, {{position}}, "target": { "area": "PRK", "subject": "production", "period": "2023", "from": "2023", "to": "2023" } } ] }
                """
            );
        if (expected is null)
        {
            read().Excerpts.ShouldHaveSingleItem();
        }
        else
        {
            Should.Throw<DataFormatException>(() => read()).Message.ShouldContain(expected);
        }
    }

    [Fact]
    public void An_excerpt_is_a_quotation_and_not_republication() =>
        Should.Throw<DataFormatException>(() =>
            Read(
                "{ \"slug\": \"s\", \"title\": \"t\", \"published\": \"2023\", \"excerpts\": [ { \"number\": 1, \"exact\": \""
                    + new string('x', 401)
                    + "\", \"kind\": \"claim\", \"target\": { \"area\": \"PRK\", \"subject\": \"x\", \"period\": \"\" } } ] }"
            )
        );

    [Fact]
    public void A_date_that_is_none_is_refused() =>
        Should
            .Throw<DataFormatException>(() =>
                Read(
                    """
                    { "slug": "s", "title": "t", "published": "2023", "excerpts": [
                      { "number": 1, "exact": "x", "kind": "claim", "target": { "area": "PRK", "subject": "x", "period": "", "from": "last year" } } ] }
                    """
                )
            )
            .Message.ShouldContain("last year");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"slug\": ")]
    [InlineData("{ \"slug\": \"s\", \"title\": \"t\", \"published\": \"2023\" }")]
    [InlineData(
        "{ \"slug\": \"s\", \"title\": \"t\", \"published\": \"2023\", \"excerpts\": [ { \"number\": 1, \"exact\": \"x\", \"kind\": \"claim\" } ] }"
    )]
    [InlineData("{ \"slug\": \"s\", \"title\": \"t\", \"published\": \"2023\", \"excerpts\": [ { \"number\": 1, \"kind\": \"claim\" } ] }")]
    public void What_is_no_article_is_an_error_of_the_file_and_not_of_the_program(string json) =>
        Should.Throw<DataFormatException>(() => Read(json));

    private static Article Read(string json)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, json);
        try
        {
            return ArticleFile.Read(path).Article;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
