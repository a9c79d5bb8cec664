using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;

namespace FoodSecurity.Tests.Articles.Desk;

public class ExcerptLimitsTests
{
    [Theory]
    [InlineData(600, 800)]
    [InlineData(2_400, 800)]
    [InlineData(6_000, 2_000)]
    [InlineData(90_000, 3_000)]
    public void A_third_may_be_shown_at_least_800_characters_and_at_most_3000(long length, long allowed) =>
        ExcerptLimits.Allowed(length).ShouldBe(allowed);

    [Theory]
    [InlineData("CC BY 4.0", true)]
    [InlineData("Our own report", true)]
    [InlineData("Press release of the ministry", true)]
    [InlineData("Short quotations for comment, each with its source; the article as a whole is not kept.", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_stated_permission_lifts_the_limit(string? rights, bool lifts)
    {
        ExcerptLimits.IsPermitted(rights).ShouldBe(lifts);
        ExcerptLimits.Allowed(6_000, rights).ShouldBe(lifts ? 6_000 : 2_000);
    }

    [Fact]
    public void The_shortest_drafts_that_fit_beside_what_is_approved_are_named()
    {
        var article = new Article
        {
            Slug = "a",
            Title = "A",
            PublishedOn = "2024-01-01",
            Language = "en",
            TextLength = 1_000,
            Excerpts = [At(1, 0, 300, ExcerptState.Approved), At(2, 300, 700), At(3, 700, 900), At(4, 900, 1_000)],
        };
        ExcerptLimits.Fitting(article).Select(e => e.Number).ShouldBe([3, 4]);
        ExcerptLimits.Fitting(article with { Rights = "CC BY 4.0" }).Select(e => e.Number).ShouldBe([2, 3, 4]);
        Should
            .Throw<ArticleException>(() => ExcerptLimits.CheckShare(article, article.Excerpts))
            .Message.ShouldBe(
                "Together the approved excerpts would show 1000 characters of this article; 800 may be shown (a third or 800, at most 3000). Remove one, quote less, or state a licence or permission in the details."
            );
    }

    private static Excerpt At(int number, int start, int end, ExcerptState state = ExcerptState.Draft) =>
        new()
        {
            Number = number,
            Exact = new string('x', end - start),
            Start = start,
            End = end,
            Kind = "claim",
            State = state,
            Target = ExcerptTarget.Of(
                new Claim
                {
                    Area = "PRK",
                    Indicator = "crop-output",
                    Relation = ClaimRelation.Rise,
                }
            ),
        };
}
