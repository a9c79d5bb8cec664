using System.Runtime.CompilerServices;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Datasets;

/// <summary>A dataset with its releases, for its page.</summary>
public sealed record SourceView
{
    public required DatasetCard Dataset { get; init; }
    public required Provider Provider { get; init; }
    public DatasetCount? Count { get; init; }
    public IReadOnlyList<(Release Release, IReadOnlyList<string> Warnings)> Releases { get; init; } = [];

    /// <summary>Datasets whose figures it republishes.</summary>
    public IReadOnlyList<DatasetCard> Republishes { get; init; } = [];

    public string Address => $"/sources/{Provider.Code}/{Dataset.Name}";
}

public static class SourceAnswer
{
    // Counting every figure takes a third of a second: once per data version is enough.
    private static readonly ConditionalWeakTable<Archive, Counted> Held = [];

    /// <summary>Every dataset that has a release, in order of code.</summary>
    public static IReadOnlyList<SourceView> All(Archive archive)
    {
        var version = archive.Version();
        if (Held.TryGetValue(archive, out var counted) && counted.Version == version)
        {
            return counted.Sources;
        }

        var sources = Read(archive);
        Held.AddOrUpdate(archive, new Counted(version, sources));
        return sources;
    }

    public static SourceView? Of(Archive archive, string provider, string dataset) =>
        All(archive).FirstOrDefault(s => s.Provider.Code == provider && s.Dataset.Name == dataset);

    /// <summary>
    /// A source with the releases of a day in the past: what was published by then, or where that is not stated retrieved or loaded. How much was known is told by its coverage.
    /// </summary>
    public static SourceView AsOf(SourceView source, DateOnly day) =>
        source with
        {
            Count = null,
            Releases =
            [
                .. source.Releases.Where(r =>
                    PartialDate.End(r.Release.ReleasedOn ?? r.Release.RetrievedOn ?? r.Release.LoadedAt[..10]) <= day
                ),
            ],
        };

    private static IReadOnlyList<SourceView> Read(Archive archive)
    {
        using var connection = archive.Read();
        var counts = ReleaseQuery.Counts(connection).ToDictionary(c => c.Dataset);
        var releases = ReleaseQuery.All(connection).Values.ToLookup(r => r.Dataset);
        var lineage = new Lineage(archive.Words);
        return
        [
            .. archive
                .Words.Datasets.Values.Where(d => releases.Contains(d.Code))
                .OrderBy(d => d.Code, StringComparer.Ordinal)
                .Select(d => new SourceView
                {
                    Dataset = d,
                    Provider = archive.Words.Providers[d.Provider],
                    Count = counts.GetValueOrDefault(d.Code),
                    Releases =
                    [
                        .. releases[d.Code]
                            .OrderByDescending(r => r.ReleasedOn ?? r.RetrievedOn ?? "", StringComparer.Ordinal)
                            .Select(r => (r, ReleaseQuery.Warnings(connection, r.Id))),
                    ],
                    Republishes =
                    [
                        .. lineage
                            .LinksOf(d.Code)
                            .Select(l => l.From)
                            .Where(archive.Words.Datasets.ContainsKey)
                            .Select(c => archive.Words.Datasets[c]),
                    ],
                }),
        ];
    }

    private sealed record Counted(long Version, IReadOnlyList<SourceView> Sources);
}
