using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>The stable address of one number: it names the figure by our words, not by row numbers of one database.</summary>
public static class TraceAddress
{
    /// <summary>The address of a point of a series, as it is or as it was known on the series' day.</summary>
    public static string Of(TimeSeries series, SeriesPoint point) => Of(series.Key, point.Period, point.Edition, series.AsOf);

    /// <summary>
    /// /trace/usda-psd/PRK/rice/production/2023-2024?basis=milled; computed figures add ?indicator=…, a figure of one edition of several ?edition=…,
    /// a figure as known on a day ?asof=….
    /// </summary>
    public static string Of(SeriesKey key, Period period, string edition = "", DateOnly? asOf = null)
    {
        var path = $"/trace/{key.Dataset}/{key.Area}/{key.Item}/{key.Element}/{Slug(period)}";
        var query = new List<string>();
        var indicator = key.Dimension("indicator");
        if (indicator.Length > 0)
        {
            query.Add("indicator=" + Uri.EscapeDataString(indicator));
        }
        else
        {
            if (key.Basis.Length > 0)
            {
                query.Add("basis=" + Uri.EscapeDataString(key.Basis));
            }

            if (key.Dimensions.Length > 0)
            {
                query.Add("dimensions=" + Uri.EscapeDataString(key.Dimensions));
            }
        }

        if (edition.Length > 0)
        {
            query.Add("edition=" + Uri.EscapeDataString(edition));
        }

        if (asOf is { } day)
        {
            query.Add("asof=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    /// <summary>The period as a path segment: 2023, 2023-2024 for a marketing year, 2017-2019 for a mean, 2022-10 for a month.</summary>
    public static string Slug(Period period) =>
        period.Kind switch
        {
            PeriodKind.MarketingYear => string.Create(CultureInfo.InvariantCulture, $"{period.Start.Year}-{period.Start.Year + 1}"),
            PeriodKind.Window => period.Label.Replace('/', '_'),
            _ => period.TidyText,
        };
}

/// <summary>A piece of a sentence: plain words, or a number with the address of its trace.</summary>
public readonly record struct Phrase(string Text, string? Trace = null);
