using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Series;

/// <summary>Series of a few points, for edges.</summary>
internal static class Tiny
{
    /// <summary>A yearly series; null is a year printed as missing, a year left out is not printed at all.</summary>
    public static TimeSeries Of(string item, params (int Year, decimal? Value)[] points) => Of(Key(item), points);

    public static TimeSeries Of(SeriesKey key, params (int Year, decimal? Value)[] points) =>
        new() { Key = key, Points = [.. points.Select(p => Point(Period.CalendarYear(p.Year), p.Value))] };

    public static TimeSeries MarketingYears(SeriesKey key, params (int First, decimal? Value)[] points) =>
        new() { Key = key, Points = [.. points.Select(p => Point(Period.MarketingYear(p.First, 11), p.Value))] };

    public static SeriesPoint Point(Period period, decimal? value, ObservationStatus status = ObservationStatus.Official) =>
        new()
        {
            Period = period,
            Value = value,
            ValueText = value?.ToString(CultureInfo.InvariantCulture) ?? "",
            Status = value is null ? ObservationStatus.Missing : status,
            Origin = new Origin(1, "", period.Start.Year, "value"),
        };

    public static SeriesKey Key(
        string item,
        string dataset = "usda-psd",
        string element = "production",
        string basis = "",
        string unit = "1000-t",
        string dimensions = ""
    ) =>
        new()
        {
            Dataset = dataset,
            Area = "PRK",
            Item = item,
            Element = element,
            Unit = unit,
            Basis = basis,
            Dimensions = dimensions,
        };

    public static LabelledSeries Labelled(TimeSeries series, string source = "USDA", string counts = "grains", decimal factor = 1000m) =>
        new()
        {
            Series = series,
            Source = source,
            Counts = counts,
            Factor = factor,
        };
}
