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

    /// <summary>What it is inside a whole: a crop, a market.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the source counts, with its basis.</summary>
    public string Counts { get; init; } = "";

    /// <summary>Item code of the series.</summary>
    public string Item { get; init; } = "";

    /// <summary>True where it is the same crop of the same source in another form.</summary>
    public bool IsOtherForm { get; init; }

    /// <summary>Sources of one group count once.</summary>
    public string Group { get; init; } = "";
    public EvidenceRole Role { get; init; } = EvidenceRole.Subject;

    /// <summary>Why nothing was compared; <see cref="Gate.Open"/> where it was.</summary>
    public Gate Gate { get; init; }

    /// <summary>Why the outcome is what it is: the measure and what was needed, or what closed the gate.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The figures used, in order of time.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public string Unit { get; init; } = "t";
    public IReadOnlyList<ConversionStep> Conversions { get; init; } = [];

    /// <summary>What was judged, one by one: the direction, the size of the change, the level reached.</summary>
    public IReadOnlyList<Aspect> Aspects { get; init; } = [];

    /// <summary>Repeated figures, borrowed data and other reasons for doubt, in words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>True where what it rests on may come from another source of the question.</summary>
    public bool IsBorrowed { get; init; }

    /// <summary>True where it, or a part of it, is the figure of the period before printed again.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The last period with a figure, where the claim reaches beyond it.</summary>
    public string KnownTo { get; init; } = "";
    public EstimateError Error { get; init; } = EstimateError.Remote;
    public string Address { get; init; } = "";

    public UnitSlip? Slip => Aspects.Select(a => a.Slip).FirstOrDefault(s => s is not null);

    /// <summary>True where the finding takes part in the verdict.</summary>
    public bool Votes =>
        Role == EvidenceRole.Subject && Outcome is FindingOutcome.Supports or FindingOutcome.Close or FindingOutcome.Contradicts;
}

/// <summary>How a source's numbers stand to a claim; <see cref="Shown"/> where there is nothing to check and the numbers are context.</summary>
public enum FindingOutcome
{
    Supports,
    Close,
    Contradicts,
    Silent,
    Shown,
}

/// <summary>What has to fit before figures are held against a claim; anything but <see cref="Open"/> ends in silence, with its reason.</summary>
public enum Gate
{
    Open,
    Area,
    Period,
    Basis,
    Vintage,
    Unit,
    Coverage,

    /// <summary>The source counts other crops, or another form of them.</summary>
    Count,

    /// <summary>The sentence speaks of a part, the source of the whole.</summary>
    Scope,
}

/// <summary>What of a claim was judged.</summary>
public enum AspectKind
{
    Direction,
    Change,
    Level,
    Months,
    Existence,
    Rank,
    Comparison,
}

/// <summary>One judged part of a claim.</summary>
/// <param name="Kind">What was judged.</param>
/// <param name="Outcome">Supports, close or contradicts.</param>
/// <param name="Measured">What the figures give: a change of the logarithm, a growth, a level, a count.</param>
/// <param name="Needed">What would have been needed: the smallest change that counts, the claimed figure, the count claimed.</param>
/// <param name="Tolerance">How far off still counts as the same.</param>
/// <param name="Deviation">Standard error of what was measured.</param>
public sealed record Aspect(
    AspectKind Kind,
    FindingOutcome Outcome,
    decimal Measured,
    decimal Needed,
    decimal Tolerance = 0,
    decimal Deviation = 0
)
{
    public UnitSlip? Slip { get; init; }

    /// <summary>True where the figure stated is so far off that it is rather of something else: then nothing is borne out either.</summary>
    public bool IsOfSomethingElse { get; init; }

    /// <summary>True for a figure that the sentence states: the size of a change, the level, the months it lasts.</summary>
    public bool IsStated => Kind is AspectKind.Change or AspectKind.Level or AspectKind.Months;

    /// <summary>What a change is measured in: percent, times, or the unit of the figures.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True where no change can be worked out: one of the figures is not above zero.</summary>
    public bool IsUnknown { get; init; }
}
