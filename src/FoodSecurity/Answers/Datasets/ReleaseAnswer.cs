using FoodSecurity.Observations;
using FoodSecurity.Observations.Raw;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Datasets;

/// <summary>One release and what it changed, for its page, its files and the command line.</summary>
public sealed record ReleaseView
{
    public required Release Release { get; init; }
    public required DatasetCard Dataset { get; init; }
    public required Provider Provider { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
    public required DifferenceQuestion Question { get; init; }
    public IReadOnlyList<ReleaseDifference> Differences { get; init; } = [];

    /// <summary>How many differences of the kind asked for there are, over all pages.</summary>
    public long Total { get; init; }

    /// <summary>The series this release changed most, with how their first estimates held up.</summary>
    public IReadOnlyList<TrackRecord> Records { get; init; } = [];

    /// <summary>True where the file is kept and its lines can be shown.</summary>
    public bool IsRawKept { get; init; }

    public string SourceAddress => $"/sources/{Provider.Code}/{Dataset.Name}";

    public string Address => ReleaseAnswer.Address(SourceAddress, Release.Id);
}

/// <summary>Finds a release by its number and tells what it did.</summary>
public static class ReleaseAnswer
{
    /// <summary>How many rows a page shows, and how many a file holds at most.</summary>
    public const int PerPage = 100,
        PerFile = 100_000;

    public static string Address(string sourceAddress, long id) => FormattableString.Invariant($"{sourceAddress}/releases/{id}");

    /// <summary>Null where no such release is loaded.</summary>
    /// <param name="archive">Where to look.</param>
    /// <param name="question">Which release, which differences.</param>
    /// <param name="withRecords">Whether track records are wanted.</param>
    public static ReleaseView? Of(Archive archive, DifferenceQuestion question, bool withRecords = false)
    {
        using var connection = archive.Read();
        if (
            !ReleaseQuery.All(connection).TryGetValue(question.ReleaseId, out var release)
            || !archive.Words.Datasets.TryGetValue(release.Dataset, out var dataset)
        )
        {
            return null;
        }

        return new ReleaseView
        {
            Release = release,
            Dataset = dataset,
            Provider = archive.Words.Providers[dataset.Provider],
            Warnings = ReleaseQuery.Warnings(connection, release.Id),
            Question = question,
            Differences = ReleaseDifferenceQuery.Find(connection, question),
            Total = ReleaseDifferenceQuery.Count(connection, question),
            Records = withRecords ? TrackRecordQuery.OfRelease(connection, release.Id) : [],
            IsRawKept = RawFile.IsKept(archive.Store, release.Sha256) || RawFile.IsKept(archive.Store, release.LoadedSha256),
        };
    }

    /// <summary>A series in words: "North Korea, Rice, Production, milled".</summary>
    public static string Name(Archive archive, SeriesKey key)
    {
        var words = archive.Words;
        return string.Join(
            ", ",
            new[]
            {
                words.Areas.GetValueOrDefault(key.Area)?.Name ?? key.Area,
                words.Items.GetValueOrDefault(key.Item)?.Name ?? key.Item,
                words.Elements.GetValueOrDefault(key.Element)?.Name ?? key.Element,
                words.Bases.GetValueOrDefault(key.Basis)?.Short ?? key.Basis,
                key.Dimensions,
            }.Where(w => w.Length > 0)
        );
    }
}
