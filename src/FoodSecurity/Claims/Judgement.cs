using FoodSecurity.Series;

namespace FoodSecurity.Claims;

/// <summary>What one rule says of one source, before it becomes a finding.</summary>
internal sealed record Judgement
{
    public Gate Gate { get; init; }
    public string Reason { get; init; } = "";
    public IReadOnlyList<Aspect> Aspects { get; init; } = [];
    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public IReadOnlyList<ConversionStep> Steps { get; init; } = [];
    public IReadOnlyList<Phrase> Sentence { get; init; } = [];
    public IReadOnlyList<string> Doubts { get; init; } = [];
    public string KnownTo { get; init; } = "";

    public static Judgement Closed(Gate gate, string reason, params IReadOnlyList<Figure> figures) =>
        new()
        {
            Gate = gate,
            Reason = reason,
            Figures = figures,
        };

    /// <summary>
    /// One wrong aspect contradicts, unless a slip of units explains it; else a stated figure that is met supports, whatever is close beside it, and a
    /// sentence without a figure goes by its direction (METHODS 9.5a).
    /// </summary>
    public FindingOutcome Outcome =>
        Gate != Gate.Open ? FindingOutcome.Silent
        : Aspects.Count == 0 ? FindingOutcome.Shown
        : Aspects.Any(a => a.Outcome == FindingOutcome.Contradicts && a.Slip is not { Explains: true }) ? FindingOutcome.Contradicts
        : Aspects.Any(a => a.Outcome == FindingOutcome.Contradicts) ? FindingOutcome.Close
        : Aspects.Any(a => a.IsOfSomethingElse) ? FindingOutcome.Close
        : Aspects.Any(a => a.IsStated)
            ? (Aspects.Any(a => a.IsStated && a.Outcome == FindingOutcome.Supports) ? FindingOutcome.Supports : FindingOutcome.Close)
        : Aspects.Any(a => a.Outcome == FindingOutcome.Close) ? FindingOutcome.Close
        : FindingOutcome.Supports;

    /// <summary>True where a figure is met and something beside it is only about right.</summary>
    public bool IsBroadlyInLine => Outcome == FindingOutcome.Supports && Aspects.Any(a => a.Outcome == FindingOutcome.Close);
}
