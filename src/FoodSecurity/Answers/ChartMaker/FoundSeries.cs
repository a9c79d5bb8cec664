using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>What a question found: the series to be drawn, what was left out and why, and what must be said of how they came to be.</summary>
internal sealed record FoundSeries
{
    public IReadOnlyList<LabelledSeries> Lines { get; init; } = [];

    /// <summary>Series that went into the computing beside the lines, for the source line: population.</summary>
    public IReadOnlyList<LabelledSeries> Beside { get; init; } = [];

    /// <summary>Sentences for under the picture.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Phrases for the subtitle: basis, scale, smoothing.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    public FoundSeries Say(string? caption, params IEnumerable<string> notes) =>
        this with
        {
            Captions = caption is { Length: > 0 } ? [.. Captions, caption] : Captions,
            Notes = [.. Notes, .. notes],
        };
}
