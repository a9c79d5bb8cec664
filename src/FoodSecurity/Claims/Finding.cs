using FoodSecurity.Series;

namespace FoodSecurity.Claims;

/// <summary>What one source says of one excerpt, with the numbers used, each tied to its trace.</summary>
/// <param name="Source">Short name of the source.</param>
/// <param name="Dataset">Its dataset code.</param>
/// <param name="Outcome">How its numbers stand to the claim.</param>
/// <param name="Sentence">One sentence made of words and traced numbers.</param>
public sealed record Finding(string Source, string Dataset, FindingOutcome Outcome, IReadOnlyList<Phrase> Sentence)
{
    public string Text => string.Concat(Sentence.Select(p => p.Text));
}

/// <summary>How a source's numbers stand to a claim; <see cref="Shown"/> where there is nothing to check and the numbers are context.</summary>
public enum FindingOutcome { Supports, Close, Contradicts, Silent, Shown }

/// <summary>Everything the sources hold about one area that excerpts may speak of. Given, never fetched here.</summary>
public sealed record AreaEvidence
{
    public required string Area { get; init; }
    public IReadOnlyList<LabelledSeries> Output { get; init; } = [];
    /// <summary>Crops inside a source's total, to say which of them moved.</summary>
    public IReadOnlyList<LabelledSeries> Crops { get; init; } = [];
    public IReadOnlyList<LabelledSeries> Imports { get; init; } = [];
    public IReadOnlyList<Indicators.DeficitYear> Deficits { get; init; } = [];
    public LabelledSeries? Deficit { get; init; }
    public IReadOnlyList<Observations.AreaEvent> Events { get; init; } = [];
}
