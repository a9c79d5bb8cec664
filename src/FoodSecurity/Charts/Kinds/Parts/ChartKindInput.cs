using System.Collections.Frozen;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Parts;

/// <summary>
/// What every kind is given. The series are already of one unit, basis and scale: <c>value × Factor</c> is in the base unit
/// that <see cref="Unit"/> divides (tonnes, hectares, per cent ...). Shares, indices and changes come computed.
/// </summary>
public sealed record ChartKindInput
{
    public required IReadOnlyList<LabelledSeries> Series { get; init; }

    /// <summary>Where, as the title says it ("North Korea", "Kenya and Uganda", "World").</summary>
    public required string Place { get; init; }

    /// <summary>What, in lower case ("rice production").</summary>
    public required string Subject { get; init; }

    /// <summary>Basis and scale for the subtitle ("rice as paddy"); empty where there is nothing to say.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Chosen once from the largest value in view.</summary>
    public required ChartUnit Unit { get; init; }

    /// <summary>Units by element where a picture shows two measures (scatter); empty: all in <see cref="Unit"/>.</summary>
    public IReadOnlyDictionary<string, ChartUnit> UnitByElement { get; init; } = FrozenDictionary<string, ChartUnit>.Empty;

    /// <summary>What a kind or a measure asks for beside what is drawn: people behind shares, the parts of a deficit; empty: not loaded, or of no use.</summary>
    public IReadOnlyList<LabelledSeries> Beside { get; init; } = [];

    /// <summary>Events of the place shown; empty where several are.</summary>
    public IReadOnlyList<AreaEvent> Events { get; init; } = [];

    public ChartScale Scale { get; init; } = ChartScale.Total;

    /// <summary>Base year of an index.</summary>
    public int? BaseYear { get; init; }

    /// <summary>First and last year in view; null: what the series have.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];

    /// <summary>Names and parents by code; a code that is not there is shown as it is.</summary>
    public IReadOnlyDictionary<string, Area> Areas { get; init; } = FrozenDictionary<string, Area>.Empty;

    public IReadOnlyDictionary<string, Item> Items { get; init; } = FrozenDictionary<string, Item>.Empty;

    public IReadOnlyDictionary<string, Element> Elements { get; init; } = FrozenDictionary<string, Element>.Empty;

    /// <summary>Outlines for the map; null: maps are refused.</summary>
    public Boundaries? Boundaries { get; init; }

    public required Texts Texts { get; init; }

    /// <summary>What a kind understands beyond the common address ("facet" → "area", "swing" → "10"); unknown ones are left alone.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Source line, address and language of the finished picture.</summary>
    public string SourceLine { get; init; } = "";

    public string Address { get; init; } = "";

    public string Language { get; init; } = "en";

    /// <summary>Title given by the asker instead of the computed one; empty: computed.</summary>
    public string Title { get; init; } = "";

    public string Option(string name, string otherwise = "") =>
        Options.TryGetValue(name, out var value) && value.Length > 0 ? value : otherwise;
}

/// <summary>What was done to published values before they came here: the address's scale=.</summary>
public enum ChartScale
{
    Total,
    PerCapita,
    Index,
    Change,
    Share,
}
