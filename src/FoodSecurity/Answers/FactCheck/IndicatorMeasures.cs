using FoodSecurity.Articles;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>How the figures for an indicator are put together.</summary>
internal enum MeasureKind
{
    /// <summary>The series of one item and element, as published.</summary>
    Plain,

    /// <summary>A source's total of all crops or cereals, or the sum of its grains; single crops are its parts.</summary>
    Total,

    /// <summary>Published deficits with the error of a difference.</summary>
    Deficit,

    /// <summary>Estimates of those who died, with what happened to the harvests beside them.</summary>
    Famine,

    /// <summary>Estimates of those who died.</summary>
    Deaths,

    /// <summary>One measure of a source against another of it.</summary>
    Ratio,
}

/// <summary>What an indicator is measured by: an element, and an item where the claim names none.</summary>
internal sealed record IndicatorMeasure(MeasureKind Kind, string Element, string Item = "");

/// <summary>From the indicator codes of claims to elements and items: <c>seeds/claims/indicators.csv</c>, and what its rows cannot say.</summary>
internal static class IndicatorMeasures
{
    private static readonly Dictionary<string, IndicatorMeasure> Own = new()
    {
        ["crop-output"] = new(MeasureKind.Total, "production"),
        ["cereal-output"] = new(MeasureKind.Total, "production", "cereals"),
        ["item-output"] = new(MeasureKind.Plain, "production"),
        ["imports"] = new(MeasureKind.Total, "import-quantity", "cereals"),
        ["exports"] = new(MeasureKind.Total, "export-quantity", "cereals"),
        ["uncovered-deficit"] = new(MeasureKind.Deficit, "uncovered-deficit", "cereals"),
        ["food-shortage"] = new(MeasureKind.Deficit, "uncovered-deficit", "cereals"),
        ["famine"] = new(MeasureKind.Famine, "production"),
        ["famine-deaths"] = new(MeasureKind.Deaths, ""),
        ["acute-food-insecurity"] = new(MeasureKind.Plain, "people-in-phase"),
        ["ipc-phase-3-plus"] = new(MeasureKind.Plain, "people-in-phase"),
        ["undernourishment"] = new(MeasureKind.Plain, "undernourishment"),
        ["stunting"] = new(MeasureKind.Plain, "stunting"),
        ["wasting"] = new(MeasureKind.Plain, "wasting"),
        ["area"] = new(MeasureKind.Plain, "area-harvested"),
        ["area-harvested"] = new(MeasureKind.Plain, "area-harvested"),
        ["yield"] = new(MeasureKind.Plain, "yield"),
        [RatioEvidence.SelfSufficiency] = new(MeasureKind.Ratio, "production"),
        [RatioEvidence.ImportDependency] = new(MeasureKind.Ratio, "import-quantity"),
        [RatioEvidence.ImportsToProduction] = new(MeasureKind.Ratio, "production"),
        ["food-aid"] = new(MeasureKind.Plain, "food-aid", "cereals"),
        ["import-requirement"] = new(MeasureKind.Plain, "import-requirement", "cereals"),
        ["price"] = new(MeasureKind.Plain, "price"),
    };

    /// <summary>What a claim is measured by; null where nothing that can be loaded measures it.</summary>
    public static IndicatorMeasure? Of(Archive archive, Claim claim)
    {
        claim = RatioEvidence.AsLevel(claim);
        if (!Own.TryGetValue(claim.Indicator, out var measure))
        {
            measure = FromTable(archive, claim.Indicator);
        }

        // "rice output" and "imports of wheat" speak of one item; people are counted by another element than shares.
        measure =
            measure is { Kind: MeasureKind.Total } && claim.Item is { Length: > 0 } item && item is not ("cereals" or "food-crops")
                ? new IndicatorMeasure(MeasureKind.Plain, measure.Element, item)
                : measure;
        return measure switch
        {
            { Element: "undernourishment" } when claim.Quantity?.Unit == "people" => measure with { Element = "undernourished-people" },
            { Element: "people-in-phase" } when claim.Quantity?.Unit == "percent" => measure with { Element = "share-in-phase" },
            _ => measure,
        };
    }

    /// <summary>The elements to be read for a measure: its own, and those that its error, parts and doubts need.</summary>
    public static IEnumerable<string> Elements(IndicatorMeasure measure) =>
        measure.Kind switch
        {
            MeasureKind.Deficit => [measure.Element, "production", "utilization", "import-requirement", "food-use"],
            MeasureKind.Deaths => [],
            MeasureKind.Ratio => RatioEvidence.Elements,
            _ when measure.Element == "production" => [measure.Element, "area-harvested"],
            _ => [measure.Element],
        };

    private static IndicatorMeasure? FromTable(Archive archive, string indicator) =>
        CheckTables.Of(archive).Indicators.TryGetValue(indicator, out var row) && row.Element.Length > 0
            ? new IndicatorMeasure(MeasureKind.Plain, row.Element, row.Item)
            : null;
}
