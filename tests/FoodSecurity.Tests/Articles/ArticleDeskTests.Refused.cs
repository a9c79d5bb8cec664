using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;

namespace FoodSecurity.Tests.Articles;

public abstract partial class ArticleDeskTests
{
    [Fact]
    public void The_same_text_is_known_again_and_never_kept_twice()
    {
        var slug = Drafted();
        var again = Should.Throw<DuplicateArticleException>(() =>
            Desk.Add(
                "\r\n" + News.Replace("\n", "\r\n", StringComparison.Ordinal),
                Details with
                {
                    Address = null,
                },
                "ben",
                evenIfAlike: true
            )
        );
        again.Message.ShouldContain(slug);
        again.Found.ShouldHaveSingleItem().ShouldBe(new ArticleDuplicate(slug, Details.Title, "2024-02-01", Likeness.SameText, 1));
    }

    [Fact]
    public void The_same_address_in_another_form_is_known_again()
    {
        Drafted();
        Desk.FindDuplicates("Quite another text, about something else.", "http://m.example.org/news/harvest/#top")
            .ShouldHaveSingleItem()
            .Likeness.ShouldBe(Likeness.SameAddress);
        Desk.FindDuplicates("Quite another text, about something else.", "https://example.org/news/harvest?page=2").ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_the_same_text_is_named_and_kept_only_when_told_to()
    {
        var slug = Drafted();
        var edited = News.Replace("6.9 percent", "7 percent", StringComparison.Ordinal) + " Reporting by our staff.";
        var like = Desk.FindDuplicates(edited, null).ShouldHaveSingleItem();
        (like.Slug, like.Likeness).ShouldBe((slug, Likeness.NearlySameText));
        like.Share.ShouldBeInRange(0.6, 0.95);
        Should.Throw<DuplicateArticleException>(() => Desk.Add(edited, Details with { Address = null }, "ben"));
        Desk.Add(edited, Details with { Address = null }, "ben", evenIfAlike: true).Slug.ShouldBe(slug + "-2");
    }

    [Theory]
    [InlineData("", "The text is empty")]
    [InlineData(" \n\t\u0000 ", "The text is empty")]
    public void A_text_that_is_none_is_refused(string text, string why) =>
        Should.Throw<ArticleException>(() => Desk.Add(text, Details, "anna")).Message.ShouldContain(why);

    [Fact]
    public void Details_that_cannot_be_are_refused_each_with_its_name()
    {
        Refused(Details with { Title = " " }, "title");
        Refused(Details with { PublishedOn = "2026-03-03" }, "lies in the future (today is 2026-03-01)");
        Refused(Details with { PublishedOn = "1 March 2026" }, "expected yyyy-MM-dd");
        Refused(Details with { RetrievedOn = "2030-01-01" }, "date of retrieval");
        Refused(Details with { Address = "javascript:alert(1)" }, "expected an http or https address");
        Refused(Details with { Language = "English!" }, "language tag");
        Refused(Details with { Author = new string('x', 600) }, "author");
        Desk.Add(News, Details with { PublishedOn = "2026-03-02" }, "anna")
            .PublishedOn.ShouldBe("2026-03-02", "somewhere it is tomorrow already");

        void Refused(ArticleDetails details, string why) =>
            Should.Throw<ArticleException>(() => Desk.Add(News, details, "anna")).Message.ShouldContain(why);
    }

    [Fact]
    public void Proposals_that_do_not_stand_in_the_text_or_are_there_already_are_refused_and_told()
    {
        var slug = Drafted();
        var good = Proposed("Delegates left by train.");
        var saved = Desk.Save(
            slug,
            [
                Proposed(Harvest),
                good,
                good with
                {
                    Start = good.Start + 1,
                    End = good.End + 1,
                },
                good with
                {
                    Exact = "Delegates left by boats.",
                },
                Proposed(News),
            ],
            "anna"
        );
        saved.Added.ShouldBe([3]);
        saved.Refused.Count.ShouldBe(4);
        saved.Refused.ShouldContain(r => r.Why.Contains("1 to 400", StringComparison.Ordinal));
        saved.Article.Excerpts.Count.ShouldBe(3);
    }

    [Fact]
    public void A_quote_stands_in_the_text_once_or_is_refused()
    {
        var slug = Drafted();
        Should.Throw<ArticleException>(() => Desk.Add(slug, "no such words", Said("rise"), "anna")).Message.ShouldContain("do not stand");
        Should.Throw<ArticleException>(() => Desk.Add(slug, "the", Said("rise"), "anna")).Message.ShouldContain("places");
        Should.Throw<ArticleException>(() => Desk.Add(slug, " ", Said("rise"), "anna")).Message.ShouldContain("empty");
        Should.Throw<ArticleException>(() => Desk.Add(slug, Harvest, Said("rise"), "anna")).Message.ShouldContain("excerpt 1 already");
    }

    [Fact]
    public void Claims_that_cannot_be_are_refused()
    {
        var slug = Drafted();
        Refused(Said("rise") with { Kind = "gossip" }, "kind");
        Refused(Said("rise") with { Claim = Said("rise").Claim with { Area = "Korea" } }, "area");
        Refused(Said("rise") with { Claim = Said("rise").Claim with { Indicator = "" } }, "indicator");
        Refused(
            Said("rise") with
            {
                Claim = Said("rise").Claim with { Period = new ClaimPeriod("", "year", "last year", null) },
            },
            "last year"
        );
        Refused(
            Said("rise") with
            {
                Claim = Said("rise").Claim with { Period = new ClaimPeriod("", "years", "2023", "2020") },
            },
            "before it begins"
        );
        Refused(Said("rise") with { Translation = new OtherWording("words", "fr", "") }, "whose it is");
        Refused(Said("rise") with { Translation = new OtherWording("words", "fr", "us", "file:///etc/passwd") }, "http");
        Desk.Correct(slug, 1, Said("rise") with { Claim = Said("rise").Claim with { Area = "" } }, "anna");
        Should.Throw<ArticleException>(() => Desk.Approve(slug, 1, "ben")).Message.ShouldContain("no area");
        Should.Throw<ArticleException>(() => Desk.Approve(slug, 9, "ben")).Message.ShouldContain("no excerpt 9");
        Should.Throw<ArticleException>(() => Desk.Approve("nowhere", 1, "ben")).Message.ShouldContain("No article");

        void Refused(ExcerptCorrection said, string why) =>
            Should.Throw<ArticleException>(() => Desk.Correct(slug, 1, said, "anna")).Message.ShouldContain(why);
    }

    [Fact]
    public void No_more_than_a_third_of_an_article_is_shown()
    {
        var sentence =
            "The harvest of the northern provinces rose in the year 2023 by about one part in ten, as an official of the ministry said on Monday after long talks. ";
        var text = string.Concat(Enumerable.Range(1, 14).Select(i => $"({i}) {sentence}"));
        var slug = Desk.Add(text, Details, "anna").Slug;
        for (var i = 1; i <= 6; i++)
        {
            Desk.Add(slug, $"({i}) {sentence}", Said("rise"), "anna");
        }

        Desk.Approve(slug, 1, "anna");
        Desk.Approve(slug, 2, "anna");
        Desk.Approve(slug, 3, "anna");
        Desk.Approve(slug, 4, "anna");
        Desk.Approve(slug, 5, "anna");
        ExcerptLimits.Allowed(text.Length).ShouldBe(800);
        Should.Throw<ArticleException>(() => Desk.Approve(slug, 6, "anna")).Message.ShouldContain("may be shown");
    }

    [Fact]
    public void An_article_without_date_or_source_is_not_published()
    {
        var slug = Drafted(Details with { PublishedOn = null, Outlet = null, Address = null });
        slug.ShouldBe("rice-harvest-up-they-say");
        Desk.Approve(slug, 1, "anna");
        Should.Throw<ArticleException>(() => Desk.Publish(slug, "anna")).Message.ShouldContain("date of publication");
        Desk.Correct(slug, Details with { Outlet = null, Address = null }, "anna");
        Should.Throw<ArticleException>(() => Desk.Publish(slug, "anna")).Message.ShouldContain("a quotation names its source");
        Desk.Correct(slug, Details, "anna");
        Desk.Publish(slug, "anna");
        Should
            .Throw<ArticleException>(() => Desk.Correct(slug, Details with { PublishedOn = null }, "anna"))
            .Message.ShouldContain("needs its date");
    }
}
