using FoodSecurity.Claims;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>A verdict in words. It takes the claim with its findings, so that none is written without them.</summary>
public static class VerdictText
{
    /// <summary>"Supported": the word alone, for a heading that stands over the findings.</summary>
    public static string Word(CheckedClaim check, Texts t) =>
        check.Label == VerdictLabel.None
            ? t[$"verdict.{check.Verdict.ToString().ToLowerInvariant()}"]
            : t[$"verdict.label.{check.Label.ToString().ToLowerInvariant()}"];

    /// <summary>The weakest of its doubts, to stand beside the word; "" where there is none. The others stand in <see cref="Sentence"/>.</summary>
    public static string Badge(CheckedClaim check, Texts t) => Doubts(check, t).FirstOrDefault() ?? "";

    /// <summary>All doubts in words, the one that weighs most first.</summary>
    private static IReadOnlyList<string> Doubts(CheckedClaim check, Texts t) =>
        [.. Weight.Where(check.Badges.Contains).Select(b => t[$"verdict.badge.{b.ToString().ToLowerInvariant()}"])];

    private static readonly VerdictBadge[] Weight =
    [
        VerdictBadge.UnitSlip,
        VerdictBadge.SingleSource,
        VerdictBadge.WithinError,
        VerdictBadge.IndependenceInDoubt,
        VerdictBadge.RepeatedEstimates,
        VerdictBadge.VersionsDiffer,
        VerdictBadge.AfterConversion,
    ];

    /// <summary>One hedged sentence with the counts: "Of 4 independent sources 1 supports this, 1 is too close to call and 2 are silent."</summary>
    public static string Sentence(CheckedClaim check, Texts t)
    {
        var g = check.Groups;
        if (check.Verdict == VerdictKind.NotCheckable)
        {
            return t["verdict.sentence.not-checkable"];
        }

        if (check.Findings.Count == 0)
        {
            return t["verdict.sentence.nothing"];
        }

        var parts = new List<string>();
        if (g.Support > 0)
        {
            parts.Add(t.Count("verdict.supports", g.Support));
        }

        if (g.Contradict > 0)
        {
            parts.Add(t.Count("verdict.contradicts", g.Contradict));
        }

        if (g.Close > 0)
        {
            parts.Add(t.Count("verdict.close", g.Close));
        }

        if (g.Silent > 0)
        {
            parts.Add(t.Count("verdict.silent", g.Silent));
        }

        var all = g.Spoken + g.Silent;
        var sentence = all == 0 ? t["verdict.sentence.nothing"] : t.Count("verdict.sentence", all, t.List(parts));
        var others = Doubts(check, t).Skip(1).ToList();
        return sentence
            + (others.Count > 0 ? " " + t["verdict.also", t.List(others)] : "")
            + (check.KnownTo.Length > 0 ? " " + t["verdict.known-to", check.KnownTo] : "");
    }

    /// <summary>"Supported (single source): of 4 …" in one line, for feeds and for what has changed.</summary>
    public static string Line(CheckedClaim check, Texts t)
    {
        return Name(check, t) + ". " + Sentence(check, t);
    }

    /// <summary>"Supported (single source)".</summary>
    public static string Name(CheckedClaim check, Texts t) =>
        Word(check, t) + (Badge(check, t) is { Length: > 0 } badge ? $" ({badge})" : "");

    /// <summary>Whether the source that is named says so.</summary>
    public static string Reported(CheckedClaim check, Texts t) =>
        check.Reported.Answer switch
        {
            ReportedAnswer.NobodyNamed => t["reported.nobody"],
            ReportedAnswer.Anonymous => t["reported.anonymous", check.Reported.Who],
            ReportedAnswer.NotLoaded => t["reported.not-loaded", check.Reported.Who],
            ReportedAnswer.NoFigure => t["reported.no-figure", check.Reported.Who],
            ReportedAnswer.Yes => t["reported.yes", check.Reported.Who],
            _ => t["reported.no", check.Reported.Who] + (check.Reported.Note.Length > 0 ? " (" + check.Reported.Note + ")" : "") + ".",
        };
}
