using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

/// <summary>A passage that was proposed, and what the shipped data say of it.</summary>
public sealed record JudgedProposal(Proposal Proposal, CheckedClaim Check);

/// <summary>Reads an article as the desk does and holds every proposal against the shipped data, as a page does.</summary>
public static class ArticleVerdicts
{
    public static IReadOnlyList<JudgedProposal> Read(
        ShippedArchive shipped,
        ArticleReading reading,
        string date,
        string text,
        string? title = null
    )
    {
        var article = new Article
        {
            Slug = "given",
            Title = title ?? "",
            PublishedOn = date,
            Language = "en",
            Excerpts = [],
        };
        using var connection = shipped.Archive.Read();
        return
        [
            .. reading
                .Propose(article, text)
                .Select(p =>
                {
                    var excerpt = Excerpt.Of(p);
                    var figures = AreaFigures.Read(shipped.Archive, connection, p.Claim.Area, [excerpt], null);
                    return new JudgedProposal(p, new ExcerptCheck(shipped.Archive, figures).Of(p.Claim));
                }),
        ];
    }
}
