namespace FoodSecurity.Claims;

/// <summary>How the independent sources stand to a claim, all together.</summary>
public enum VerdictKind
{
    NoData,
    Supported,
    Contradicted,
    Mixed,

    /// <summary>Sources speak of the matter but count something else, or the sentence speaks of a part.</summary>
    NotComparable,

    /// <summary>An aim, a warning, a question: nothing is stated that data could check.</summary>
    NotCheckable,
}

/// <summary>What a verdict may not be shown without.</summary>
public enum VerdictBadge
{
    SingleSource,
    WithinError,
    AfterConversion,
    IndependenceInDoubt,
    RepeatedEstimates,
    UnitSlip,
    VersionsDiffer,
}

/// <summary>Why a verdict is mixed.</summary>
public enum VerdictLabel
{
    None,
    SourcesDisagree,
    TooCloseToCall,
}

/// <summary>
/// A claim with everything that was found on it. The verdict lives here and nowhere else: it cannot be had, passed on or shown without its findings.
/// </summary>
public sealed record CheckedClaim
{
    private CheckedClaim() { }

    public required VerdictKind Verdict { get; init; }
    public required VerdictLabel Label { get; init; }
    public required IReadOnlyList<VerdictBadge> Badges { get; init; }

    /// <summary>One finding per series looked at, silent ones with their reason.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Independent groups that support, contradict, are too close to call, and are silent.</summary>
    public required GroupCounts Groups { get; init; }

    /// <summary>Does the source that the sentence names say so?</summary>
    public required Reported Reported { get; init; }

    /// <summary>What of the sentence no data can check: causes, people without a name.</summary>
    public required IReadOnlyList<string> NotCheckable { get; init; }

    /// <summary>The last period known, where the claim reaches beyond it: "2020/21".</summary>
    public string KnownTo { get; init; } = "";

    /// <summary>One vote per group of sources that depend on one another (METHODS 9.5); never a mean of sources.</summary>
    internal static CheckedClaim Of(
        IReadOnlyList<Finding> findings,
        Reported reported,
        IReadOnlyList<string> notCheckable,
        bool isCheckable
    )
    {
        var votes = findings
            .Where(f => f.Role == EvidenceRole.Subject)
            .GroupBy(f => f.Group)
            .Select(g => g.FirstOrDefault(f => f.Votes)?.Outcome ?? FindingOutcome.Silent)
            .ToList();
        var groups = new GroupCounts(
            votes.Count(v => v == FindingOutcome.Supports),
            votes.Count(v => v == FindingOutcome.Contradicts),
            votes.Count(v => v == FindingOutcome.Close),
            votes.Count(v => v == FindingOutcome.Silent)
        );
        var verdict = !isCheckable
            ? VerdictKind.NotCheckable
            : groups switch
            {
                { Spoken: 0 } when findings.Any(f => f.Role == EvidenceRole.Subject && IsOtherThing(f.Gate)) => VerdictKind.NotComparable,
                { Spoken: 0 } => VerdictKind.NoData,
                { Contradict: 0, Support: > 0 } => VerdictKind.Supported,
                { Support: 0, Contradict: > 0 } => VerdictKind.Contradicted,
                _ => VerdictKind.Mixed,
            };
        var label =
            verdict != VerdictKind.Mixed ? VerdictLabel.None
            : groups.Support > 0 ? VerdictLabel.SourcesDisagree
            : VerdictLabel.TooCloseToCall;
        return new CheckedClaim
        {
            Verdict = verdict,
            Label = label,
            Groups = groups,
            Findings = findings,
            Reported = reported,
            NotCheckable = notCheckable,
            Badges = [.. BadgesOf(verdict, groups, findings)],
            KnownTo = findings.Where(f => f.Votes).Select(f => f.KnownTo).FirstOrDefault(k => k.Length > 0) ?? "",
        };
    }

    /// <summary>The same findings without the verdict that they contradict: what is said may be of something else, which the note tells.</summary>
    public CheckedClaim Doubted(string note) =>
        this with
        {
            Verdict = VerdictKind.Mixed,
            Label = VerdictLabel.TooCloseToCall,
            NotCheckable = [.. NotCheckable, note],
            Badges = [.. Badges.Where(b => b != VerdictBadge.SingleSource)],
        };

    private static bool IsOtherThing(Gate gate) => gate is Gate.Count or Gate.Scope or Gate.Basis or Gate.Unit;

    private static IEnumerable<VerdictBadge> BadgesOf(VerdictKind verdict, GroupCounts groups, IReadOnlyList<Finding> findings)
    {
        if (verdict is VerdictKind.Supported or VerdictKind.Contradicted)
        {
            if (groups.Support + groups.Contradict == 1)
            {
                yield return VerdictBadge.SingleSource;
            }

            if (groups.Close > 0)
            {
                yield return VerdictBadge.WithinError;
            }
        }

        var spoken = findings.Where(f => f.Votes).ToList();
        if (spoken.Any(f => f.Conversions.Count > 0))
        {
            yield return VerdictBadge.AfterConversion;
        }

        var told = findings.Where(f => f.Outcome is FindingOutcome.Supports or FindingOutcome.Close or FindingOutcome.Contradicts).ToList();
        if (told.Any(f => f.IsBorrowed))
        {
            yield return VerdictBadge.IndependenceInDoubt;
        }

        if (told.Any(f => f.IsRepeated))
        {
            yield return VerdictBadge.RepeatedEstimates;
        }

        if (spoken.Any(f => f.Slip is not null))
        {
            yield return VerdictBadge.UnitSlip;
        }

        // One vote per group, but not behind the reader's back: another edition or republisher of the same house may say otherwise.
        if (spoken.GroupBy(f => f.Group).Any(g => g.Select(f => f.Outcome).Distinct().Count() > 1))
        {
            yield return VerdictBadge.VersionsDiffer;
        }
    }
}

/// <summary>Independent groups by what they say.</summary>
public sealed record GroupCounts(int Support, int Contradict, int Close, int Silent)
{
    public int Spoken => Support + Contradict + Close;
}

/// <summary>Whether the source that a sentence names says what the sentence says, exact to its own rounding.</summary>
public enum ReportedAnswer
{
    NobodyNamed,
    Anonymous,
    NotLoaded,
    NoFigure,
    Yes,
    No,
}

/// <param name="Answer">What was found.</param>
/// <param name="Who">The source named; empty where nobody is.</param>
/// <param name="Note">What differs: "truncated, not rounded"; empty where nothing does.</param>
public sealed record Reported(ReportedAnswer Answer, string Who = "", string Note = "");

/// <summary>A reason that a source itself gives for its figures; reviewed by a person, from the source's own words.</summary>
public sealed record KnownReason(
    string Provider,
    string Area,
    string Indicator,
    int Year,
    IReadOnlyList<string> Words,
    string Statement,
    string Address
);
