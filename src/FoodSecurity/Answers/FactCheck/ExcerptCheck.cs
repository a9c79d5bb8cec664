using FoodSecurity.Answers.Datasets;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Claims;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>
/// Holds the excerpts that speak of one area against what is known of it. Every page, chart and file that tells a finding has it from here, so that no two of them
/// give different answers on one claim.
/// </summary>
public sealed class ExcerptCheck(Archive archive, AreaFigures figures, ErrorChoice? choice = null)
{
    private readonly ClaimEvidence _evidence = new(archive, new Lineage(archive.Words), figures, choice ?? ErrorChoice.Ours);

    /// <summary>
    /// What the sources say of a claim. A sentence whose figures contradict them as it was read, and fit if it was read a little differently, is not
    /// called contradicted: the reader is told what it fits.
    /// </summary>
    public CheckedClaim Of(Claim claim)
    {
        var check = Held(claim);
        if (check.Verdict != VerdictKind.Contradicted || (claim.Quantity ?? claim.Reached) is null)
        {
            return check;
        }

        foreach (var other in OtherReadings.Of(claim))
        {
            var found = Held(other);
            if (
                found.Verdict == VerdictKind.Supported
                && found.Findings.FirstOrDefault(f => f.Votes && f.Aspects.Any(a => a.IsStated && a.Outcome == FindingOutcome.Supports))
                    is { } fits
            )
            {
                return check.Doubted(archive.Texts["verdict.fits-other", fits.Source, fits.Counts, fits.Text]);
            }
        }

        return check;
    }

    private CheckedClaim Held(Claim claim) =>
        ClaimCheck.Of(
            RatioEvidence.AsLevel(claim),
            claim.Area.Length == 0 ? [] : _evidence.Of(claim),
            new CheckOptions
            {
                Texts = archive.Texts,
                Factors = archive.Words.Factors,
                Reasons = CheckTables.Of(archive).Reasons,
                AsOf = figures.AsOf,
            }
        );

    /// <summary>The excerpts of an area, numbered through, each with what every source says: those of a single article keep its own numbers.</summary>
    /// <param name="articles">As readers see them.</param>
    /// <param name="area">Area code.</param>
    /// <param name="isMeant">Which of them are wanted; null: all. The others keep their numbers.</param>
    public IReadOnlyList<ChartAnnotation> Annotations(
        IReadOnlyList<Article> articles,
        string area,
        Func<Article, Excerpt, bool>? isMeant = null
    )
    {
        var found = articles.SelectMany(a => a.Excerpts.Where(e => e.Target.Area == area).Select(e => (Article: a, Excerpt: e))).ToList();
        var single = found.Select(f => f.Article.Slug).Distinct().Count() <= 1;
        var events = ReleaseQuery.KnownOn(figures.Events, figures.AsOf);
        return
        [
            .. found
                .Select((f, i) => (f.Article, f.Excerpt, Number: single ? f.Excerpt.Number : i + 1))
                .Where(f => isMeant is null || isMeant(f.Article, f.Excerpt))
                .Select(f => new ChartAnnotation(f.Number, f.Article, f.Excerpt, Of(ExcerptClaims.Of(f.Excerpt)))
                {
                    Event = f.Excerpt.Target.EventKind is { } kind ? events.FirstOrDefault(e => e.Kind == kind) : null,
                }),
        ];
    }
}
