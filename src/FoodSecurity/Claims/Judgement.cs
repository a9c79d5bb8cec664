using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Series;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

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

    /// <summary>The worst of what was judged: a sentence with one wrong figure is not supported by the others.</summary>
    public FindingOutcome Outcome =>
        Gate != Gate.Open ? FindingOutcome.Silent
        : Aspects.Count == 0 ? FindingOutcome.Shown
        : Aspects.Any(a => a.Outcome == FindingOutcome.Contradicts) ? FindingOutcome.Contradicts
        : Aspects.Any(a => a.Outcome == FindingOutcome.Close) ? FindingOutcome.Close
        : FindingOutcome.Supports;
}
