using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds;

/// <summary>One way of showing series: a pure function from labelled series to a picture, or to the reason why there is none.</summary>
public interface IChartKind
{
    /// <summary>Its word in addresses: /charts/{id}.</summary>
    string Id { get; }

    ChartKindCard Card { get; }

    /// <summary>The picture; or a refusal, where the combination has no meaning or nothing is in view. Never throws for data.</summary>
    ChartKindResult Build(ChartKindInput input);
}

/// <summary>What a kind is for, as texts of the wording files ("kind.{id}.title" and so on).</summary>
/// <param name="Id">The kind's id.</param>
public sealed record ChartKindCard(string Id)
{
    /// <summary>Its name ("Dumbbell").</summary>
    public string Title(Texts texts) => texts[$"kind.{Id}.title"];

    /// <summary>When to use it, one sentence.</summary>
    public string WhenToUse(Texts texts) => texts[$"kind.{Id}.use"];

    /// <summary>What data it needs, one sentence.</summary>
    public string Needs(Texts texts) => texts[$"kind.{Id}.needs"];

    /// <summary>What it shows when no measure is asked for, as element codes.</summary>
    public IReadOnlyList<string> Elements { get; init; } = ["production"];

    /// <summary>What it understands beyond the common address ("facet", "swing").</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Which of many series of one measure it shows where none is chosen.</summary>
    public SeriesTaken Takes { get; init; } = SeriesTaken.All;

    /// <summary>How many series of that choice it can hold.</summary>
    public int MostSeries { get; init; } = int.MaxValue;

    /// <summary>True where it adds up what it shows, so that only what may be added is given to it.</summary>
    public bool Adds { get; init; }

    /// <summary>True where it compares the first and the last moment, which must have figures.</summary>
    public bool ComparesMoments { get; init; }

    /// <summary>True where measures of several units stand in one picture.</summary>
    public bool HasAnyUnit { get; init; }

    /// <summary>True where all its measures must come from one source; without one asked for, from that which publishes all of them.</summary>
    public bool IsOfOneSource { get; init; }

    /// <summary>True where its measures are the supply and use of one thing, and are called so.</summary>
    public bool IsBalance { get; init; }

    /// <summary>True where two measures of the same things are set against each other.</summary>
    public bool PairsMeasures { get; init; }

    /// <summary>True where series without any figure are shown too.</summary>
    public bool ShowsEmpty { get; init; }

    /// <summary>True where one series is shown as it was known after each release.</summary>
    public bool ShowsVintages { get; init; }

    /// <summary>True where it shows countries: all of them without areas, a region's for a region, one figure of one source each.</summary>
    public bool ShowsCountries { get; init; }

    /// <summary>Elements read beside shares of one place's people: how many they are of.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>True where it reads series of months.</summary>
    public bool IsMonthly { get; init; }

    /// <summary>True where a line that is zero throughout is left out beside others.</summary>
    public bool LeavesOutZeros { get; init; }

    /// <summary>True where it is drawn over the outlines of countries.</summary>
    public bool NeedsBoundaries { get; init; }

    /// <summary>True where it shows one place, or places with figures of their own: no other country is suggested beside it.</summary>
    public bool IsOfOnePlace { get; init; }

    /// <summary>Whether it shows one moment (To) rather than a span of time.</summary>
    public bool IsMoment { get; init; }
}

/// <summary>Which of many series that differ by what their provider adds (market, area of an analysis) a kind takes.</summary>
public enum SeriesTaken
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those of whole countries at present; else the hungriest areas of the latest analysis.</summary>
    National,

    /// <summary>Those of one package with most figures, still kept up before those that ended.</summary>
    Longest,
}
