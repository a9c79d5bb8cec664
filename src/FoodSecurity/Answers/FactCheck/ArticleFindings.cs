using System.Data.Common;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>An excerpt with its claim and what the sources say of it.</summary>
/// <param name="Excerpt">The passage.</param>
/// <param name="Claim">What it was understood to say.</param>
/// <param name="Now">What is known now.</param>
/// <param name="Then">What could be known on the day of publication; null where that day is not known.</param>
public sealed record ExcerptFindings(Excerpt Excerpt, Claim Claim, CheckedClaim Now, CheckedClaim? Then);

/// <summary>From an article to the findings on each of its excerpts, as known now and as known on a day.</summary>
public static class ArticleFindings
{
    /// <summary>All findings of an article, in the order of its excerpts.</summary>
    /// <param name="archive">Where the figures are.</param>
    /// <param name="article">With its excerpts.</param>
    /// <param name="choice">A reader's own errors; null: ours.</param>
    /// <param name="asOf">The day to set beside now; null: the day of publication.</param>
    public static IReadOnlyList<ExcerptFindings> Of(Archive archive, Article article, ErrorChoice? choice = null, DateOnly? asOf = null)
    {
        using var connection = archive.Read();
        return Of(archive, connection, article, choice ?? ErrorChoice.Ours, asOf ?? PartialDate.End(article.PublishedOn));
    }

    internal static IReadOnlyList<ExcerptFindings> Of(
        Archive archive,
        DbConnection connection,
        Article article,
        ErrorChoice choice,
        DateOnly? day
    )
    {
        var checks = new Dictionary<string, (ExcerptCheck Now, ExcerptCheck? Then)>(StringComparer.Ordinal);
        foreach (var area in article.Excerpts.GroupBy(e => ExcerptClaims.Of(e).Area))
        {
            var now = AreaFigures.Read(archive, connection, area.Key, area, null);
            checks[area.Key] = (
                new ExcerptCheck(archive, now, choice),
                day is null ? null : new ExcerptCheck(archive, AreaFigures.Read(archive, connection, area.Key, area, day, now), choice)
            );
        }

        return
        [
            .. article.Excerpts.Select(e =>
            {
                var claim = ExcerptClaims.Of(e);
                var (now, then) = checks[claim.Area];
                return new ExcerptFindings(e, claim, now.Of(claim), then?.Of(claim));
            }),
        ];
    }
}
