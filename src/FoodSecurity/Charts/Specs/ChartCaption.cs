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
                var later = used.Where(r => IsLater(r, g.First().Series.AsOf)).Select(r => r.Id).ToHashSet();
                var dates = used.Where(r => !later.Contains(r.Id))
                    .Select(r =>
                        r.ReleasedOn is { } on ? Dates.Long(on)
                        : r.RetrievedOn is { } got ? texts["source.retrieved", Dates.Long(got)]
                        : texts["source.undated"]
                    )
                    .Concat(DatedRows(g.Select(s => s.Series), later, texts))
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
        [.. series.SelectMany(s => s.Points).SelectMany(Published).Select(p => p.Origin!.ReleaseId).Distinct().Order()];

    /// <summary>A release that came out after the day a picture speaks of: its rows were known then by their own dates, the release was not.</summary>
    private static bool IsLater(Release release, DateOnly? asOf) =>
        asOf is { } day && PartialDate.End(release.ReleasedOn ?? release.RetrievedOn ?? release.LoadedAt[..10]) > day;

    /// <summary>"figures dated up to December 2023", for rows with dates of their own in releases of a later day.</summary>
    private static IEnumerable<string> DatedRows(IEnumerable<TimeSeries> series, HashSet<long> later, Texts texts) =>
        series
            .SelectMany(s => s.Points)
            .SelectMany(Published)
            .Where(p => later.Contains(p.Origin!.ReleaseId) && p.PublishedOn.Length > 0)
            .Select(p => p.PublishedOn)
            .Max(StringComparer.Ordinal)
            is { } last
            ? [texts["source.rows-then", Dates.Long(last)]]
            : [];

    private static IEnumerable<SeriesPoint> Published(SeriesPoint point) =>
        point.Origin is not null ? [point] : point.Parts.SelectMany(p => Published(p.Point));

    /// <summary>True where a dataset passes on another's figures; population is the World Bank's own.</summary>
    private static bool Republished(IEnumerable<TimeSeries> series, DatasetCard dataset) =>
        dataset.DerivedFrom.Contains("fao", StringComparison.Ordinal) && series.All(s => s.Key.Element != "population");
}
