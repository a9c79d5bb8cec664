using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Specs;

/// <summary>The source line of a picture, read from the releases behind its points, so that it is never forgotten.</summary>
public static class ChartCaption
{
    /// <summary>"Sources: USDA PSD (14 November 2025) · RDA (statements 1995–2025)".</summary>
    public static string Sources(
        IEnumerable<LabelledSeries> series,
        IReadOnlyDictionary<long, Release> releases,
        Vocabulary words,
        Texts texts
    )
    {
        var parts = series
            .GroupBy(s => s.Key)
            .Select(g =>
            {
                var dataset = words.Datasets[g.Key];
                var used = ReleasesOf(g.Select(s => s.Series)).Select(id => releases[id]).ToList();
                var dates = used.Select(r =>
                        r.ReleasedOn is { } on ? Dates.Long(on)
                        : r.RetrievedOn is { } got ? texts["source.retrieved", Dates.Long(got)]
                        : texts["source.undated"]
                    )
                    .Distinct()
                    .ToList();
                return texts[
                    Republished(g.Select(s => s.Series), dataset) ? "source.republished" : "source.dataset",
                    dataset.Short,
                    dataset.Title,
                    texts.List(dates)
                ];
            });
        return texts["source.line", string.Join(" · ", parts)];
    }

    /// <summary>Ids of all releases that the points of the series, or their ingredients, came from.</summary>
    public static IReadOnlyList<long> ReleasesOf(IEnumerable<TimeSeries> series) =>
        [.. series.SelectMany(s => s.Points).SelectMany(Origins).Select(o => o.ReleaseId).Distinct().Order()];

    /// <summary>True where a dataset passes on another's figures; population is the World Bank's own.</summary>
    private static bool Republished(IEnumerable<TimeSeries> series, DatasetCard dataset) =>
        dataset.DerivedFrom.Contains("fao", StringComparison.Ordinal) && series.All(s => s.Key.Element != "population");

    private static IEnumerable<Origin> Origins(SeriesPoint point) =>
        point.Origin is { } origin ? [origin] : point.Parts.SelectMany(p => Origins(p.Point));
}
