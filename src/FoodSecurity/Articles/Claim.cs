namespace FoodSecurity.Articles;

/// <summary>
/// A sentence as a record that data can be held against (METHODS 9.2). What the sentence leaves open is null or empty, never guessed.
/// </summary>
public sealed record Claim
{
    /// <summary>Area code of <c>seeds/areas.csv</c>; empty where the sentence names none and the context gives none.</summary>
    public required string Area { get; init; }

    /// <summary>A code of <c>seeds/claims/indicators.csv</c>: crop-output, uncovered-deficit, imports, undernourishment, price ...</summary>
    public required string Indicator { get; init; }

    /// <summary>Item code of <c>seeds/items.csv</c> where the sentence names a crop or product; else null.</summary>
    public string? Item { get; init; }
    public ClaimPeriod? Period { get; init; }

    /// <summary>What it is compared with; null means the period of the same length before.</summary>
    public ClaimPeriod? Base { get; init; }
    public required ClaimRelation Relation { get; init; }

    /// <summary>The figure stated, or the size of the change.</summary>
    public ClaimQuantity? Quantity { get; init; }

    /// <summary>The figure stated beside a change: "up 6.9 per cent, <em>to 4.82 million tonnes</em>".</summary>
    public ClaimQuantity? Reached { get; init; }

    /// <summary>The figure it changed from: "fell <em>from 1,573 tons</em> to 1,378 tons".</summary>
    public ClaimQuantity? Before { get; init; }

    /// <summary>
    /// What a comparison is with: five-year-average, average, need, the provider of another source, production (of imports: "imports more than it grows");
    /// null for the base period.
    /// </summary>
    public string? Against { get; init; }

    /// <summary>"in K of the last N years".</summary>
    public int? Times { get; init; }
    public int? OfLast { get; init; }

    /// <summary>What has to be known before the figures may be compared (METHODS 8.1): crop-set, rice-form, tuber-factor, year-basis, coverage.</summary>
    public IReadOnlyDictionary<string, string> Facets { get; init; } = new Dictionary<string, string>();

    /// <summary>What part of the whole it speaks of: a trade partner, a place below the country, part of a year, whoever acts, a group of people. Empty: the whole.</summary>
    public IReadOnlyList<ClaimScope> Scope { get; init; } = [];

    /// <summary>What the sentence itself does not say and the context gave: area, item, period. Empty where it says all.</summary>
    public IReadOnlyList<string> Inherited { get; init; } = [];
    public ClaimAttribution? Attribution { get; init; }

    /// <summary>The cause the sentence gives; never checked against data.</summary>
    public string? Cause { get; init; }
    public ClaimModality Modality { get; init; } = ClaimModality.Plain;

    /// <summary>Only a plain statement with area, indicator, relation and period can be held against data.</summary>
    public bool IsCheckable =>
        Modality == ClaimModality.Plain
        && Relation is not (ClaimRelation.None or ClaimRelation.Aim)
        && Area.Length > 0
        && Period is not null;
}

/// <summary>What a claim says of its indicator.</summary>
public enum ClaimRelation
{
    /// <summary>Nothing that data could check.</summary>
    None,
    Rise,
    Fall,
    Unchanged,

    /// <summary>A figure is stated.</summary>
    Level,
    Above,
    Below,
    Equal,
    Highest,
    Lowest,
    Shortage,
    Surplus,
    Famine,

    /// <summary>An aim or order, as "called for a higher harvest".</summary>
    Aim,
}

/// <summary>How a sentence means what it says. Anything but <see cref="Plain"/> is never turned into a plain claim.</summary>
public enum ClaimModality
{
    Plain,
    Possible,
    Forecast,
    Warned,
    Denied,
    Negated,
    Asked,
    Conditional,
}

/// <summary>In what respect a claim speaks of a part only.</summary>
public enum ClaimScopeKind
{
    /// <summary>To or from one country: "to Mexico", "of Russian wheat".</summary>
    Partner,

    /// <summary>Below the country: "in Darfur", "irrigated schemes".</summary>
    Place,

    /// <summary>Some months or one event of the year: "in March", "at a tender", "so far this season".</summary>
    PartOfYear,

    /// <summary>One of many who act: "WFP delivered", "the state grain company bought".</summary>
    Actor,

    /// <summary>Some of the people: "refugees", "displaced families".</summary>
    Group,
}

/// <summary>A part of the whole: such a claim is never held against the unscoped total, except that a part cannot be larger than its whole.</summary>
/// <param name="Kind">In what respect.</param>
/// <param name="Text">The words of the sentence: "Mexico", "North Darfur", "the first quarter".</param>
public sealed record ClaimScope(ClaimScopeKind Kind, string Text);

/// <summary>When a claim speaks of.</summary>
/// <param name="Text">The words of the sentence, or "" where it follows from the context.</param>
/// <param name="Kind">year, years, decade, marketing-year, month, months, quarter, season, date, event, open.</param>
/// <param name="From">First date as precise as known (yyyy, yyyy-MM, yyyy-MM-dd); null: open.</param>
/// <param name="To">Last date as precise as known; null: open.</param>
/// <param name="Event">Kind of the event whose dates it takes, as in "during the pandemic".</param>
public sealed record ClaimPeriod(string Text, string Kind, string? From, string? To, string? Event = null);

/// <summary>A number with its unit as the sentence has it.</summary>
/// <param name="Text">The words of the sentence: "nearly half a million tonnes".</param>
/// <param name="Value">The number multiplied out: 500000; the lower end where it is a range.</param>
/// <param name="Upper">The upper end of a range.</param>
/// <param name="Unit">t, kg, ha, percent, percentage-points, people, times, months, USD ...; empty where none is stated.</param>
/// <param name="Hedge">about, nearly, more-than, less-than, at-least, up-to; null where there is none.</param>
/// <param name="Step">One unit of the last significant digit, in the unit of <paramref name="Value"/>: 10000 for 4.82 million. Its half is the tolerance of an unhedged number (METHODS 9.4).</param>
public sealed record ClaimQuantity(string Text, decimal Value, decimal? Upper, string Unit, string? Hedge, decimal Step);

/// <summary>Who said it.</summary>
/// <param name="Speaker">As the sentence has it: "a Seoul official", "the Rural Development Administration".</param>
/// <param name="IsNamed">False for officials, experts and sources without a name.</param>
/// <param name="Provider">Provider code where the speaker publishes a source we know: rda, fao, wfp.</param>
/// <param name="Through">Whose report passed it on: "KCNA", "Yonhap".</param>
public sealed record ClaimAttribution(string Speaker, bool IsNamed, string? Provider = null, string? Through = null);
