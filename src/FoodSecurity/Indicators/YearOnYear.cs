using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>Change on the year before.</summary>
public static class YearOnYear
{
    public static readonly IndicatorCard Card = new(
        "change-on-year-before", "Change on the year before", "ratio", "value ÷ value of the year before − 1",
        "Arithmetic.", "Missing where either year is missing or the earlier one is not above zero; years are never skipped.");

    /// <summary>The change of one year, or null; 0.0687 is +6.87 %.</summary>
    public static decimal? At(TimeSeries series, int year) =>
        series.At(year)?.Value is { } now && series.At(year - 1)?.Value is { } before && before > 0 ? now / before - 1 : null;
}
