using FoodSecurity.Observations;

namespace FoodSecurity.Claims;

/// <summary>What a source's series is to a claim.</summary>
public enum EvidenceRole
{
    /// <summary>It measures what the claim speaks of: it is judged, and its group votes.</summary>
    Subject,

    /// <summary>A part of it, as one crop of a harvest: judged and shown, without a vote.</summary>
    Part,

    /// <summary>What the claim compares with: another source's figure, or the need.</summary>
    Against,

    /// <summary>Figures beside it that show what happened, without a judgement.</summary>
    Context,
}

/// <summary>One series of one source, in base units, with all that decides whether and how it may be held against a claim. Given, never fetched here.</summary>
public sealed record Evidence
{
    public required string Dataset { get; init; }

    /// <summary>Short name of the source ("RDA").</summary>
    public required string Source { get; init; }

    /// <summary>Code of who publishes it.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Sources of one group republish one another or know of the matter from one origin: they count once.</summary>
    public required string Group { get; init; }
    public required string Area { get; init; }

    /// <summary>Item code of the series; empty for estimates of events.</summary>
    public string Item { get; init; } = "";

    /// <summary>What it is inside a whole: a crop, a market.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it counts, with its basis ("food crops, rice milled").</summary>
    public string Counts { get; init; } = "";

    /// <summary>t, ha, t-per-ha, percent, people ...; figures are in it.</summary>
    public string Unit { get; init; } = "t";

    /// <summary>crop-set, rice-form, tuber-factor, year-basis, coverage (METHODS 8.1), as far as known.</summary>
    public IReadOnlyDictionary<string, string> Facets { get; init; } = new Dictionary<string, string>();
    public required EstimateError Error { get; init; }
    public EvidenceRole Role { get; init; } = EvidenceRole.Subject;

    /// <summary>True where every edition works out its whole past anew: figures of two editions are never compared.</summary>
    public bool RevisesWhole { get; init; }

    /// <summary>True where a marketing year holds the harvest of the year it begins in, and counts for that year.</summary>
    public bool IsHarvest { get; init; }

    /// <summary>How many years after the first year of a marketing year its harvest counts, and from which first year on that is known: Brazil's 2022/23 is the harvest of 2023.</summary>
    public (int YearsLater, int From) HarvestYear { get; init; }

    /// <summary>True where figures of months may be averaged into a year: prices and indices, never amounts.</summary>
    public bool IsRate { get; init; }

    /// <summary>True for a share of one measure in another (self-sufficiency, import dependency): "more than half" is a level of it.</summary>
    public bool IsRatio { get; init; }

    /// <summary>True for trade, stocks and aid, of which sentences often name a part without saying so: one buyer, one quality, some months.</summary>
    public bool IsFlow { get; init; }

    /// <summary>True for what holds on each day of its period, as the people in a phase: the figure answers for any day in it.</summary>
    public bool IsState { get; init; }

    /// <summary>The part of the country it is of: a market, an area of an analysis; empty for the country.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>True where it is the same crop of the same source in another form, as paddy beside milled rice.</summary>
    public bool IsOtherForm { get; init; }

    /// <summary>In order of time; periods without a figure are left out.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Reasons to doubt that it knows of the matter by itself, in words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Where the source itself can be read, for figures without a trace.</summary>
    public string Address { get; init; } = "";

    /// <summary>Why its figures cannot be used at all, in words; empty where they can.</summary>
    public string ClosedBecause { get; init; } = "";
    public Gate ClosedBy { get; init; } = Gate.Vintage;

    public Figure? Last => Figures.Count > 0 ? Figures[^1] : null;
}

/// <summary>One figure of a source, in the base unit of its evidence; an interval where the source gives one.</summary>
public sealed record Figure(Period Period, decimal Low, decimal High)
{
    public Figure(Period period, decimal value)
        : this(period, value, value) { }

    public decimal Value => Low == High ? Low : (Low + High) / 2;

    public bool IsRange => High > Low;

    /// <summary>Address of its trace; null where it has none.</summary>
    public string? Trace { get; init; }

    /// <summary>The edition it is from: figures of two editions are compared only where an edition does not revise the whole past.</summary>
    public string Edition { get; init; } = "";
    public bool IsForecast { get; init; }

    /// <summary>Rice inside it, in the same form: what a change of the rice's form is worked out from. Null: not known.</summary>
    public decimal? Rice { get; init; }

    /// <summary>Standard error where it is not the source's own share of the value (deficits); in the same unit.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>Food use of the period: turns a deficit into months.</summary>
    public decimal? FoodUse { get; init; }

    /// <summary>Size of the unit it is published in, in the same unit: 10,000 for "482" of 10,000 tonnes; 0 where not known.</summary>
    public decimal Grain { get; init; }

    /// <summary>The finer figures it is the mean of; empty where it is published itself.</summary>
    public IReadOnlyList<Figure> Parts { get; init; } = [];

    /// <summary>True for the middle one of several markets, each of which is shown beside it.</summary>
    public bool IsMedian { get; init; }

    /// <summary>Whose estimate it is, where one series gathers several authors.</summary>
    public string Note { get; init; } = "";

    public decimal DeviationBy(EstimateError error) => Deviation ?? error.Of(Value);
}
