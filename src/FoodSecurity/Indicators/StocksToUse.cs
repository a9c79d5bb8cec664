namespace FoodSecurity.Indicators;

/// <summary>What is left at the end of a country's year beside what left the store in it.</summary>
public static class StocksToUse
{
    public static readonly Indicator Indicator = RatioOf.Measure(
        new IndicatorCard(
            "stocks-to-use",
            "Stocks-to-use ratio",
            "per cent",
            "100 × closing stocks ÷ (domestic consumption + exports)",
            "USDA, World Agricultural Supply and Demand Estimates: ending stocks over total use of a country.",
            "Missing where closing stocks, consumption or exports of the year are, or where nothing was used."
        ),
        [
            new RatioNeed("ending-stocks", "× 100, divided by the use"),
            new RatioNeed("domestic-consumption", "added in the use"),
            new RatioNeed("export-quantity", "added in the use"),
        ],
        v => v[1] + v[2] is > 0 and var use ? 100m * v[0] / use : null
    );
}
