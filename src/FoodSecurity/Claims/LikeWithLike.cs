using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>
/// Like with like (METHODS 8.1, 9.5a): what a claim counts, what a source counts, and what may be said where the two differ. A level is held only
/// against a source that counts the same; a direction may be, and says so, but cannot contradict.
/// </summary>
internal static class LikeWithLike
{
    private const string CropSet = "crop-set";

    /// <summary>Which crops a total is of; empty where one crop is named, so that nothing is left open.</summary>
    public static string CropsOf(Claim claim) =>
        claim.Facets.GetValueOrDefault(CropSet) is { Length: > 0 } said ? said
        : claim.Item is { Length: > 0 } item and not ("cereals" or "food-crops") ? ""
        : (claim.Indicator, claim.Item) switch
        {
            ("cereal-output", _) or (_, "cereals") => "cereals",
            ("crop-output", _) => "cereals, tubers and pulses",
            ("imports" or "exports", _) => "all food",
            _ => "",
        };

    /// <summary>What the source counts, where it is not what the claim counts; null where both count the same, or either is not known.</summary>
    public static string? OtherCrops(Claim claim, Evidence evidence) =>
        CropsOf(claim) is { Length: > 0 } wanted && evidence.Facets.GetValueOrDefault(CropSet) is { Length: > 0 } own && own != wanted
            ? own
            : null;

    /// <summary>What is left of a judgement on a source that counts something else: direction and change, and no contradiction.</summary>
    public static Judgement Weaken(Judgement judged, Claim claim, string crops, FindingWords words)
    {
        if (judged.Gate != Gate.Open || judged.Aspects.Count == 0)
        {
            return judged;
        }

        var left = judged
            .Aspects.Where(a => a.Kind is AspectKind.Direction || (a.Kind == AspectKind.Change && a.Unit is "percent" or "times"))
            .Select(a => a.Outcome == FindingOutcome.Contradicts ? a with { Outcome = FindingOutcome.Close } : a)
            .ToList();
        return left.Count == 0
            ? Judgement.Closed(Gate.Count, words.CountsElse(crops, CropsOf(claim)), judged.Figures) with
            {
                Sentence = judged.Sentence,
            }
            : judged with
            {
                Aspects = left,
                Reason = words.AcrossCounts(crops, CropsOf(claim)) + (judged.Reason.Length > 0 ? "; " + judged.Reason : ""),
            };
    }

    /// <summary>
    /// A sentence that does not say whether it counts rice as paddy or milled is held against whichever form it fits: of two forms of one crop in one
    /// source the one that supports votes, and where one of them does not contradict neither does.
    /// </summary>
    public static List<Finding> EitherForm(List<Finding> findings, Claim claim)
    {
        if (claim.Facets.ContainsKey("rice-form"))
        {
            return findings;
        }

        foreach (var other in findings.Where(f => f.IsOtherForm).ToList())
        {
            var at = findings.FindIndex(f => f.Role == EvidenceRole.Subject && f.Dataset == other.Dataset && f.Item == other.Item);
            if (at < 0 || Rank(other.Outcome) >= Rank(findings[at].Outcome))
            {
                continue;
            }

            var main = findings[at];
            findings[at] = other with { Role = EvidenceRole.Subject, Name = main.Name };
            findings[findings.IndexOf(other)] = main with { Role = EvidenceRole.Part, Name = main.Counts };
        }

        return findings;

        static int Rank(FindingOutcome outcome) =>
            outcome switch
            {
                FindingOutcome.Supports => 0,
                FindingOutcome.Close => 1,
                FindingOutcome.Contradicts => 2,
                _ => 3,
            };
    }
}
