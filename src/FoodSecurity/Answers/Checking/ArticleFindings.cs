using System.Data.Common;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Checking;

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

    internal static IReadOnlyList<ExcerptFindings> Of(Archive archive, DbConnection connection, Article article, ErrorChoice choice, DateOnly? day)
    {
        var lineage = new Lineage(archive.Words);
        var claims = article.Excerpts.Select(e => (Excerpt: e, Claim: ExcerptClaims.Of(e))).ToList();
        var checks = new Dictionary<string, (ClaimEvidence Now, ClaimEvidence? Then)>(StringComparer.Ordinal);
        foreach (var area in claims.Where(c => c.Claim.Area.Length > 0).GroupBy(c => c.Claim.Area))
        {
            var elements = area.Select(c => IndicatorMeasures.Of(archive, c.Claim)).Where(m => m is not null).SelectMany(m => IndicatorMeasures.Elements(m!)).Distinct().ToList();
            var events = ReleaseQuery.Events(connection, area.Key);
            var now = elements.Count == 0 ? [] : SeriesQuery.Find(connection, new SeriesQuestion { Area = area.Key, Elements = elements }, archive.Corrections);
            checks[area.Key] = (new ClaimEvidence(archive, lineage, new AreaFigures(now, events, null), choice), day is null ? null
                : new ClaimEvidence(archive, lineage, new AreaFigures(Known(archive, connection, area.Key, elements, now, day.Value), events, day), choice));
        }

        return [.. claims.Select(c =>
        {
            var (now, then) = checks.GetValueOrDefault(c.Claim.Area);
            return new ExcerptFindings(c.Excerpt, c.Claim, Check(archive, c.Claim, now, null), day is null ? null : Check(archive, c.Claim, then, day));
        })];
    }

    private static CheckedClaim Check(Archive archive, Claim claim, ClaimEvidence? evidence, DateOnly? asOf) =>
        ClaimCheck.Of(claim, evidence?.Of(claim) ?? [], new CheckOptions { Texts = archive.Texts, Factors = archive.Words.Factors, Reasons = CheckTables.Of(archive).Reasons, AsOf = asOf });

    /// <summary>What was known on a day. A figure held now and not known then keeps its place, so that no sum passes over it.</summary>
    private static IReadOnlyList<TimeSeries> Known(Archive archive, DbConnection connection, string area, IReadOnlyList<string> elements, IReadOnlyList<TimeSeries> now, DateOnly day)
    {
        if (elements.Count == 0)
        {
            return [];
        }

        var then = SeriesQuery.Find(connection, new SeriesQuestion { Area = area, Elements = elements, AsOf = day }, archive.Corrections);
        return [.. then.Select(s => s.Key.Dataset == "usda-psd" ? AreaSeries.KeepPlaces(s, now) : s)];
    }
}
