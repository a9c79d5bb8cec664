using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Quantities;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Statements;

namespace FoodSecurity.Articles.Extraction;

/// <summary>Everything understood of a clause, before it becomes one claim for each of its areas and foods.</summary>
internal sealed record ClauseReading(Clause Clause, Statement Statement, Claim? Carried, string Code)
{
    /// <summary>What the figures are measured against: an indicator of <c>seeds/claims/indicators.csv</c>.</summary>
    public required ClaimIndicator Indicator { get; init; }

    /// <summary>The words that call for something; null where nothing is called for.</summary>
    public Mark? Aim { get; init; }
    public ClaimRelation? Relation { get; init; }

    /// <summary>Where the statement is made: its verb, else its indicator.</summary>
    public int At { get; init; }
    public List<QuantityMark> Figures { get; init; } = [];
    public QuantityRoles Roles { get; init; }
    public PeriodMark? Period { get; init; }
    public PeriodMark? Compared { get; init; }
    public ClaimModality Modality { get; init; }
    public Mark? Modal { get; init; }
    public ChosenAreas Areas { get; init; } = new([], "");
    public IReadOnlyList<(string Item, Mark? Mark)> Items { get; init; } = [];
    public ClaimAttribution? Attribution { get; init; }
    public string? Cause { get; init; }

    /// <summary>The row of the indicator's words; null where the clause before named it.</summary>
    public LexiconRow? Row => Statement.Indicator?.Row;

    public bool IsCause => Row?.Is("kind", "cause") == true;
}
