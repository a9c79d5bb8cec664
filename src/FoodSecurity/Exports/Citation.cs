using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Exports;

/// <summary>How to cite a chart: the data's providers and releases first, then the picture.</summary>
public static class Citation
{
    /// <param name="chart">What is cited.</param>
    /// <param name="releases">All releases.</param>
    /// <param name="words">For the providers' names.</param>
    /// <param name="address">Absolute address of the chart.</param>
    /// <param name="accessed">Day of access.</param>
    /// <param name="t">Texts.</param>
    public static string Of(
        TracedChart chart,
        IReadOnlyDictionary<long, Release> releases,
        Vocabulary words,
        string address,
        DateOnly accessed,
        Texts t
    )
    {
        var data = ChartCaption
            .ReleasesOf(chart.Series.Select(s => s.Series))
            .Select(id => releases[id])
            .Select(r =>
                t[
                    "cite.data",
                    words.Providers[words.Datasets[r.Dataset].Provider].Name,
                    words.Datasets[r.Dataset].Title,
                    r.ReleasedOn is { } on ? Dates.Long(on) : t["cite.no-date"],
                    r.FileName,
                    r.Sha256[..12]
                ]
            )
            .Distinct();
        return t["cite.chart", chart.Spec.Title, string.Join("; ", data), address, Dates.Long(accessed)];
    }
}
