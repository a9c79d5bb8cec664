using FoodSecurity.Claims;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>The findings on a claim in the order a reader needs them: who speaks first, who is silent last and together, single crops and markets in one line.</summary>
public static class FindingList
{
    /// <summary>More single markets than these are counted, not named.</summary>
    private const int MostNamed = 8;

    /// <summary>What votes or shows figures: supporting, contradicting, too close to call, then figures; what stands beside the claim last.</summary>
    public static IEnumerable<Finding> Spoken(CheckedClaim check) =>
        check
            .Findings.Where(f => f.Role is EvidenceRole.Subject or EvidenceRole.Context && f.Outcome != FindingOutcome.Silent)
            .OrderBy(Rank);

    /// <summary>Silent sources by the reason they are silent for.</summary>
    public static IEnumerable<(string Reason, IReadOnlyList<string> Sources)> Silent(CheckedClaim check) =>
        check
            .Findings.Where(f => f is { Role: EvidenceRole.Subject, Outcome: FindingOutcome.Silent })
            .GroupBy(f => f.Reason)
            .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(f => f.Source).Distinct()]));

    /// <summary>How single crops inside a source's total, or markets inside its median, stand to the claim: "supports: rice; too close to call: maize, wheat". Empty where none is known.</summary>
    public static string Inside(CheckedClaim check, Finding whole, Texts t)
    {
        var said =
            whole.Role != EvidenceRole.Subject
                ? []
                : check
                    .Findings.Where(p =>
                        p.Role == EvidenceRole.Part
                        && p.Dataset == whole.Dataset
                        && p.Outcome is FindingOutcome.Supports or FindingOutcome.Contradicts or FindingOutcome.Close
                    )
                    .GroupBy(p => p.Outcome)
                    .OrderBy(g => g.Key)
                    .Select(g => t["check.outcome-of", Outcome(g.Key, t), Names([.. g.Select(p => p.Name).Distinct()], t)])
                    .ToList();
        return said.Count == 0 ? "" : t["check.inside", string.Join("; ", said)];
    }

    private static string Names(IReadOnlyList<string> names, Texts t) =>
        names.Count > MostNamed ? t.Count("check.so-many", names.Count) : string.Join(t["list.comma"], names);

    public static string Outcome(FindingOutcome outcome, Texts t) => t[$"outcome.{outcome.ToString().ToLowerInvariant()}"];

    /// <summary>Those that speak come before those that are silent, what is judged before what is only shown.</summary>
    public static int Rank(Finding finding) =>
        (finding.Role == EvidenceRole.Context ? 10 : 0)
        + finding.Outcome switch
        {
            FindingOutcome.Supports => 0,
            FindingOutcome.Contradicts => 1,
            FindingOutcome.Close => 2,
            FindingOutcome.Shown => 3,
            _ => 4,
        };
}
