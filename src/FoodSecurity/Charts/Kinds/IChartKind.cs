using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
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
