namespace FoodSecurity.Indicators;

/// <summary>How much of what a country has to use comes from abroad, by one source's own figures.</summary>
public static class ImportDependency
{
    public static readonly Indicator Indicator = RatioOf.Measure(
        new IndicatorCard(
            "import-dependency",
            "Import dependency",
            "per cent",
            "100 × imports ÷ (production + imports − exports)",
            "FAO, Food Balance Sheets: A Handbook, Rome 2001, Part III (import dependency ratio).",
            "Missing where production, imports or exports of the year are, or where production and imports do not exceed exports."
        ),
        [
            new RatioNeed("import-quantity", "× 100, divided by the supply"),
            new RatioNeed("production", "added in the supply"),
            new RatioNeed("export-quantity", "taken from the supply"),
        ],
        v => v[1] + v[0] - v[2] is > 0 and var supply ? 100m * v[0] / supply : null
    );
}
