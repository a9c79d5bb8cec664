using FoodSecurity.Articles;
using FoodSecurity.Wording;

namespace FoodSecurity.Claims;

/// <summary>Does the cited source say so? Its own numbers and its own rounding, without any error and without converting anything (METHODS 9.3).</summary>
internal static class ReportedCheck
{
    public static Reported Of(Claim claim, IReadOnlyList<Evidence> evidence, Texts t)
    {
        if (claim.Attribution is not { } who)
        {
            return new Reported(ReportedAnswer.NobodyNamed);
        }

        if (!who.IsNamed && who.Provider is null)
        {
            return new Reported(ReportedAnswer.Anonymous, who.Speaker);
        }

        var own = evidence.Where(e => e.Role is EvidenceRole.Subject && Is(e, who)).ToList();
        if (own.Count == 0)
        {
            return new Reported(ReportedAnswer.NotLoaded, who.Speaker);
        }

        var words = new FindingWords(t);
        foreach (var source in own)
        {
            var judged = ClaimCheck.IsPair(claim)
                ? evidence
                    .Where(e => e.Role == EvidenceRole.Against)
                    .Select(o => PairRule.Judge(claim, Exact(source), Exact(o), words, null))
                    .FirstOrDefault()
                : ClaimCheck.Judge(claim, Exact(source), words, null);
            if (judged is null || judged.Gate != Gate.Open)
            {
                continue;
            }

            return judged.Outcome == FindingOutcome.Supports
                ? new Reported(ReportedAnswer.Yes, source.Source)
                : new Reported(ReportedAnswer.No, source.Source, Truncated(claim, judged) ? t["reported.truncated"] : "");
        }

        return new Reported(ReportedAnswer.NoFigure, own[0].Source);
    }

    /// <summary>The same figures taken at their word.</summary>
    private static Evidence Exact(Evidence evidence) =>
        evidence with
        {
            Error = EstimateError.Definition,
            Figures = [.. evidence.Figures.Select(f => f with { Deviation = null })],
        };

    private static bool Is(Evidence evidence, ClaimAttribution who) =>
        who.Provider is { Length: > 0 } code
            ? evidence.Provider == code || evidence.Dataset == code
            : string.Equals(evidence.Source, who.Speaker, StringComparison.OrdinalIgnoreCase);

    /// <summary>6.874 printed as 6: cut off where rounding would have given 7.</summary>
    private static bool Truncated(Claim claim, Judgement judged)
    {
        var aspect = judged.Aspects.FirstOrDefault(a =>
            a.Outcome != FindingOutcome.Supports && a.Kind is AspectKind.Change or AspectKind.Level
        );
        var step = (aspect?.Kind == AspectKind.Change ? claim.Quantity : claim.Reached ?? claim.Quantity)?.Step ?? 0;
        return aspect is not null && step > 0 && Math.Truncate(aspect.Measured / step) * step == aspect.Needed;
    }
}
