using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>
/// A part is not the whole (METHODS 9.5a): what a sentence says of one partner, place, part of the year, actor or group is never held against the whole,
/// except that a part cannot be larger than its whole.
/// </summary>
internal static class ScopeRule
{
    /// <summary>True where the claim speaks of a part of what the evidence measures; which markets a price is asked of is settled where prices are chosen.</summary>
    public static bool IsPart(Claim claim, Evidence evidence) =>
        !evidence.IsRate && Names(claim).Count > 0 && !Names(claim).All(n => evidence.Scope.Contains(n, StringComparer.OrdinalIgnoreCase));

    public static Judgement Judge(Claim claim, Evidence evidence, FindingWords words)
    {
        var part = string.Join(", ", Names(claim));
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return Judgement.Closed(Gate.Scope, words.IsPart(part));
        }

        var figures = ClaimPeriods.Candidates(evidence, period, claim.Period!.Kind);
        if (figures.Count == 0)
        {
            return Judgement.Closed(Gate.Scope, words.IsPart(part));
        }

        var whole = figures.MaxBy(f => f.High)!;
        if (
            claim.Relation is ClaimRelation.Level or ClaimRelation.Above
            && evidence is { Role: EvidenceRole.Subject, Unit: "t" or "ha" or "people" }
            && claim.Quantity is { } quantity
            && StatedUnits.In(quantity, evidence.Unit) is { } stated
            && whole.High > 0
            && stated.Hedge is not ("less-than" or "up-to")
            && LikeWithLike.OtherCrops(claim, evidence) is null
            && stated.Value > whole.High + 2 * whole.DeviationBy(evidence.Error)
        )
        {
            var aspect = LevelRule.Level(whole, stated, whole.DeviationBy(evidence.Error), ClaimRelation.Above) with { Slip = null };
            return new Judgement
            {
                Figures = [whole],
                Aspects = [aspect with { Outcome = FindingOutcome.Contradicts }],
                Sentence = words.Value(evidence, whole),
                Reason = words.LargerThanWhole(part),
            };
        }

        return Judgement.Closed(Gate.Scope, words.IsPart(part), whole) with
        {
            Sentence = words.Value(evidence, whole),
        };
    }

    /// <summary>The parts a claim names, coverage among them.</summary>
    private static IReadOnlyList<string> Names(Claim claim) =>
        claim.Facets.GetValueOrDefault("coverage") is { Length: > 0 } coverage && claim.Scope.Count == 0
            ? [coverage]
            : [.. claim.Scope.Select(s => s.Text)];
}
