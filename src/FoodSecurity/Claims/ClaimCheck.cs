using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Claims;

/// <summary>What a check is made with beside the figures.</summary>
public sealed record CheckOptions
{
    public required Texts Texts { get; init; }

    /// <summary>Published factors for the form of rice; empty: nothing can be converted.</summary>
    public IReadOnlyList<Factor> Factors { get; init; } = [];

    /// <summary>False: figures are compared as they are printed, or not at all.</summary>
    public bool Convert { get; init; } = true;
    public IReadOnlyList<KnownReason> Reasons { get; init; } = [];

    /// <summary>The day whose knowledge the evidence is; null: now.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>A claim and the series of every source: one finding per source, and the verdict over those that are independent (METHODS 9.3 to 9.5).</summary>
public static class ClaimCheck
{
    /// <summary>Holds the claim against the evidence. Of one group, the first that is not silent votes: put the origin before those who pass it on.</summary>
    /// <param name="claim">As a person wrote or confirmed it.</param>
    /// <param name="evidence">Every series that speaks of it, from every source, in base units.</param>
    /// <param name="options">Words, factors, reasons.</param>
    public static CheckedClaim Of(Claim claim, IReadOnlyList<Evidence> evidence, CheckOptions options)
    {
        var words = new FindingWords(options.Texts, options.AsOf);
        var basis = options.Convert ? new CommonBasis(options.Factors) : null;
        var findings = evidence
            .Where(e => e.Role != EvidenceRole.Against || !IsPair(claim))
            .SelectMany(e =>
                Find(claim, e, evidence, words, basis)
                    .Where(f => f.Role != EvidenceRole.Part || !IsLevelOfATotal(claim, e))
                    .Where(f => f.Role != EvidenceRole.Part || (f.Gate != Gate.Period && (f.Outcome != FindingOutcome.Shown || e.IsRate)))
            )
            .ToList();
        findings = LikeWithLike.EitherForm([.. findings.Select(f => WithParts(f, findings))], claim);
        var isCheckable =
            claim.Modality == ClaimModality.Plain
            && claim.Relation is not (ClaimRelation.None or ClaimRelation.Aim)
            && claim.Area.Length > 0
            && claim.Period is not null;
        return CheckedClaim.Of(findings, ReportedCheck.Of(claim, evidence, options.Texts), NotCheckable(claim, options), isCheckable);
    }

    /// <summary>True where the claim sets one source or subject against another.</summary>
    internal static bool IsPair(Claim claim) =>
        claim.Against is { Length: > 0 } against && against is not ("five-year-average" or "average");

    internal static Judgement Judge(Claim claim, Evidence evidence, FindingWords words, CommonBasis? basis) =>
        claim.Relation switch
        {
            ClaimRelation.Rise or ClaimRelation.Fall or ClaimRelation.Unchanged => MovementRule.Judge(claim, evidence, words),
            ClaimRelation.Above or ClaimRelation.Below or ClaimRelation.Equal when claim.Against is "five-year-average" or "average" =>
                ComparisonRule.Average(claim, evidence, words),
            ClaimRelation.Above or ClaimRelation.Below when claim.Quantity is not null && evidence.IsRatio => LevelRule.Judge(
                claim,
                evidence,
                words,
                basis
            ),
            ClaimRelation.Above or ClaimRelation.Below when claim.Quantity is { Unit: not ("percent" or "times") } && claim.Base is null =>
                LevelRule.Judge(claim, evidence, words, basis),
            ClaimRelation.Above or ClaimRelation.Below or ClaimRelation.Equal => MovementRule.Judge(claim, evidence, words),
            ClaimRelation.Highest or ClaimRelation.Lowest => ComparisonRule.Rank(claim, evidence, words),
            ClaimRelation.Shortage or ClaimRelation.Surplus when claim.Quantity is { Unit: not ("percent" or "times") } => LevelRule.Judge(
                Signed(claim),
                evidence,
                words,
                basis
            ),
            ClaimRelation.Shortage or ClaimRelation.Surplus or ClaimRelation.Famine => ExistenceRule.Judge(claim, evidence, words),
            _ => LevelRule.Judge(
                claim with
                {
                    Quantity = claim.Relation == ClaimRelation.Level ? claim.Quantity : null,
                },
                evidence,
                words,
                basis
            ),
        };

    private static IEnumerable<Finding> Find(
        Claim claim,
        Evidence evidence,
        IReadOnlyList<Evidence> all,
        FindingWords words,
        CommonBasis? basis
    )
    {
        if (evidence.Area != claim.Area)
        {
            yield return Finding(claim, evidence, Judgement.Closed(Gate.Area, words.OtherArea(evidence)), words);
            yield break;
        }

        if (evidence.ClosedBecause.Length > 0)
        {
            yield return Finding(claim, evidence, Judgement.Closed(evidence.ClosedBy, evidence.ClosedBecause), words);
            yield break;
        }

        if (evidence.Role == EvidenceRole.Context)
        {
            if (Around(claim, evidence, words) is { } shown)
            {
                yield return Finding(claim, evidence, shown, words);
            }

            yield break;
        }

        if (ScopeRule.IsPart(claim, evidence))
        {
            yield return Finding(claim, evidence, ScopeRule.Judge(claim, evidence, words), words);
            yield break;
        }

        if (!IsPair(claim))
        {
            var judged = Judge(claim, evidence, words, basis);
            yield return Finding(
                claim,
                evidence,
                LikeWithLike.OtherCrops(claim, evidence) is { } crops ? LikeWithLike.Weaken(judged, claim, crops, words) : judged,
                words
            );
            yield break;
        }

        foreach (var other in all.Where(o => o.Role == EvidenceRole.Against))
        {
            var judged = PairRule.Judge(claim, evidence, other, words, basis);
            yield return Finding(claim, evidence, judged, words) with
            {
                Source = evidence.Source + " / " + other.Source,
                Group = evidence.Group + "+" + other.Group,
            };
        }
    }

    /// <summary>True where the claim states the level of a total and this is one crop of it: nothing to judge.</summary>
    private static bool IsLevelOfATotal(Claim claim, Evidence evidence) =>
        claim.Relation == ClaimRelation.Level && !evidence.IsOtherForm && evidence.Facets.GetValueOrDefault("part") == "crop";

    /// <summary>Figures beside a claim that nobody judges: before its period, the lowest in it, after it.</summary>
    private static Judgement? Around(Claim claim, Evidence evidence, FindingWords words)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return null;
        }

        var inside = ClaimPeriods.Inside(evidence, period, claim.Period!.Kind);
        if (inside.Count == 0)
        {
            return null;
        }

        var low = inside.MinBy(f => f.Value)!;
        var before = ClaimPeriods.Before(evidence, period.From, claim.Period.Kind)
            ?? inside.Where(f => f.Period.Start < low.Period.Start).MaxBy(f => f.Value);
        var after = ClaimPeriods.After(evidence, period.To, claim.Period.Kind);
        return new Judgement
        {
            Figures = [.. new[] { before, low, after }.Where(f => f is not null).Select(f => f!)],
            Sentence = words.Around(evidence, before, low, after),
        };
    }

    /// <summary>What is taken for granted when figures of marketing years are held against a claim of calendar years.</summary>
    private static IEnumerable<string> Years(Claim claim, Evidence evidence, Judgement judged, FindingWords words)
    {
        var used = judged
            .Figures.SelectMany(f => f.Parts.Count > 0 ? f.Parts : [f])
            .Where(f => f.Period.Kind == PeriodKind.MarketingYear)
            .ToList();
        if (used.Count == 0 || claim.Period?.Kind == "marketing-year" || evidence.Role == EvidenceRole.Context)
        {
            yield break;
        }

        if (!evidence.IsHarvest && used.Any(f => !f.Period.StartStated))
        {
            yield return words.UnstatedStart;
        }
        else if (evidence.IsHarvest && ClaimPeriods.HarvestOf(evidence, used[^1]) is var year && year != used[^1].Period.Start.Year)
        {
            yield return words.HarvestYear(used[^1], year);
        }
    }

    private static Finding Finding(Claim claim, Evidence evidence, Judgement judged, FindingWords words) =>
        new(evidence.Source, evidence.Dataset, judged.Outcome, judged.Sentence)
        {
            Counts = evidence.Counts,
            Item = evidence.Item,
            IsOtherForm = evidence.IsOtherForm,
            Name = evidence.Name,
            Group = evidence.Group,
            Role = evidence.Role,
            Gate = judged.Gate,
            Figures = judged.Figures,
            Unit = evidence.Unit,
            Conversions = judged.Steps,
            Reason = string.Join(
                "; ",
                judged
                    .Steps.Select(s => words.Conversion(s, evidence.Unit))
                    .Append(judged.IsBroadlyInLine ? words.BroadlyInLine : "")
                    .Append(judged.Reason)
                    .Where(r => r.Length > 0)
            ),
            Aspects = judged.Aspects,
            Doubts =
                judged.Gate == Gate.Open ? [.. judged.Doubts, .. Years(claim, evidence, judged, words), .. evidence.Doubts] : judged.Doubts,
            KnownTo = judged.KnownTo,
            Error = evidence.Error,
            Address = evidence.Address,
            IsBorrowed = judged.Gate == Gate.Open && evidence.Doubts.Count > 0,
            IsRepeated =
                judged.Aspects.Any(a => a.Kind == AspectKind.Direction)
                && judged.Figures.Count == 2
                && MovementRule.IsRepeated(judged.Figures[0], judged.Figures[1]),
        };

    /// <summary>What is doubtful in the parts of a total is doubtful in the total.</summary>
    private static Finding WithParts(Finding finding, IReadOnlyList<Finding> all)
    {
        if (finding.Role != EvidenceRole.Subject || finding.Gate != Gate.Open)
        {
            return finding;
        }

        var parts = all.Where(p => p.Role == EvidenceRole.Part && p.Dataset == finding.Dataset && p.Gate == Gate.Open).ToList();
        return finding with
        {
            Doubts = [.. finding.Doubts.Concat(parts.SelectMany(p => p.Doubts)).Distinct()],
            IsBorrowed = finding.IsBorrowed || parts.Any(p => p.IsBorrowed),
            IsRepeated = finding.IsRepeated || parts.Any(p => p.IsRepeated),
        };
    }

    /// <summary>A surplus is a deficit below zero.</summary>
    private static Claim Signed(Claim claim) =>
        claim.Relation == ClaimRelation.Surplus && claim.Quantity is { } q
            ? claim with
            {
                Quantity = q with { Value = -(q.Upper ?? q.Value), Upper = q.Upper is null ? null : -q.Value },
            }
            : claim;

    /// <summary>Causes and people without a name; of a cause, whether a source gives it too.</summary>
    private static IReadOnlyList<string> NotCheckable(Claim claim, CheckOptions options)
    {
        var t = options.Texts;
        var said = new List<string>();
        if (claim.Cause is { Length: > 0 } cause)
        {
            var year = PartialDate.Start(claim.Period?.From)?.Year;
            var known = options.Reasons.FirstOrDefault(r =>
                r.Area == claim.Area
                && r.Indicator == claim.Indicator
                && r.Year == year
                && r.Words.Any(w => cause.Contains(w, StringComparison.OrdinalIgnoreCase))
            );
            said.Add(known is null ? t["unchecked.cause", cause] : t["unchecked.cause-reported", cause, known.Statement]);
        }

        // Where it is known of whose house they are, "Reported?" answers for the house; that they have no name is said here.
        if (claim.Attribution is { IsNamed: false, Provider: not null } who)
        {
            said.Add(t["unchecked.anonymous", who.Speaker]);
        }

        if (claim.Modality != ClaimModality.Plain)
        {
            said.Add(t[$"unchecked.{claim.Modality.ToString().ToLowerInvariant()}"]);
        }
        else if (claim.Relation is ClaimRelation.Aim or ClaimRelation.None)
        {
            said.Add(t[claim.Relation == ClaimRelation.Aim ? "unchecked.aim" : "unchecked.nothing"]);
        }
        else if (claim.Area.Length == 0 || claim.Period is null)
        {
            said.Add(t[claim.Area.Length == 0 ? "unchecked.no-area" : "unchecked.no-period"]);
        }

        return said;
    }
}
