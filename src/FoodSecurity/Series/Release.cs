using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>One publication of a dataset as it is stored. What is not known is null and shown as "unknown".</summary>
public sealed record Release
{
    public long Id { get; init; }
    public string Dataset { get; init; } = "";
    public string? Title { get; init; }
    public string Format { get; init; } = "";
    public string FileName { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public long? SizeBytes { get; init; }
    public string LoadedFile { get; init; } = "";
    public string LoadedSha256 { get; init; } = "";
    public string? PublisherAddress { get; init; }
    public string? ObtainedFrom { get; init; }
    public string? ReleasedOn { get; init; }
    public string? RetrievedOn { get; init; }
    public string? Licence { get; init; }
    public string? Selection { get; init; }
    public long Coverage { get; init; }
    public string LoadedAt { get; init; } = "";
    public long RowsRead { get; init; }
    public long NewCount { get; init; }
    public long ChangedCount { get; init; }
    public long UnchangedCount { get; init; }
    public long VanishedCount { get; init; }
    public long OlderCount { get; init; }
    public long RepeatedCount { get; init; }
    public long SkippedCount { get; init; }

    /// <summary>When, by whom and why it was taken back; null for a release that stands.</summary>
    public string? WithdrawnAt { get; init; }
    public string? WithdrawnBy { get; init; }
    public string? WithdrawnBecause { get; init; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public bool IsWhole => Coverage == (long)ReleaseCoverage.Whole;

    /// <summary>True where the publisher's own file was loaded, false where it was our extract of it.</summary>
    public bool IsPublishersFile => Sha256 == LoadedSha256;
}
