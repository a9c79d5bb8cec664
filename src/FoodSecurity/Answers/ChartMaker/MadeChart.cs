using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Charts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A chart made from a question, with everything its page and files show.</summary>
public sealed record MadeChart
{
    public required ChartQuestion Question { get; init; }

    /// <summary>The picture with the series that are in it.</summary>
    public required CountryChart Chart { get; init; }

    /// <summary>Unit of the picture; divides base units.</summary>
    public required ChartUnit Unit { get; init; }

    /// <summary>Scaled lines and the population behind them, for source lines and releases.</summary>
    public IReadOnlyList<LabelledSeries> Behind { get; init; } = [];
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];

    /// <summary>The picture in one sentence or a few, numbers with the address of their trace.</summary>
    public IReadOnlyList<Phrase> Sentence { get; init; } = [];

    /// <summary>Where sources are shown beside one another: how far apart, and why.</summary>
    public SourceComparison? Comparison { get; init; }
    public IReadOnlyList<PeerArea> Peers { get; init; } = [];

    public string PlainSentence => string.Concat(Sentence.Select(p => p.Text));
}

/// <summary>The answer to a question: a chart, or why there is none.</summary>
public sealed record ChartAnswer(MadeChart? Made, MakingRefusal? Refusal);
