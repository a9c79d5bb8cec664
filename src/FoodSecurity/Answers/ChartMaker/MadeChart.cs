using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A chart made from a question, with everything its page and files show.</summary>
public sealed record MadeChart
{
    private IReadOnlyList<Phrase>? _sentence;
    private IReadOnlyList<PeerArea>? _peers;

    public required ChartQuestion Question { get; init; }

    /// <summary>The picture with the series that are in it.</summary>
    public required TracedChart Chart { get; init; }

    /// <summary>Unit of the picture; divides base units.</summary>
    public required ChartUnit Unit { get; init; }

    /// <summary>Scaled lines and the population behind them, for source lines and releases.</summary>
    public IReadOnlyList<LabelledSeries> Behind { get; init; } = [];
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];

    /// <summary>The picture in one sentence or a few, numbers with the address of their trace.</summary>
    public IReadOnlyList<Phrase> Sentence => _sentence ??= Write();

    /// <summary>Where sources are shown beside one another: how far apart, and why.</summary>
    public SourceComparison? Comparison { get; init; }

    /// <summary>Areas that may be worth a comparison.</summary>
    public IReadOnlyList<PeerArea> Peers => _peers ??= FindPeers();

    /// <summary>How sentence and peers are found, by the first who asks for them: a country's page shows neither.</summary>
    internal Func<IReadOnlyList<Phrase>> Write { get; init; } = () => [];
    internal Func<IReadOnlyList<PeerArea>> FindPeers { get; init; } = () => [];

    public string PlainSentence => string.Concat(Sentence.Select(p => p.Text));
}

/// <summary>The answer to a question: a chart, or why there is none.</summary>
public sealed record ChartAnswer(MadeChart? Made, MakingRefusal? Refusal);
