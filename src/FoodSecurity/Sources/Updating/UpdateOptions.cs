using FoodSecurity.Fetching;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Sources.Updating;

/// <summary>What the caller wants of an update, and how it wants to hear of it.</summary>
public sealed record UpdateOptions
{
    /// <summary>Load what is known of a file that names unknown codes, and keep their list with the release.</summary>
    public bool SkipUnknown { get; init; }

    /// <summary>Take items that are in no crosswalk as their provider names them.</summary>
    public bool AsNamed { get; init; }

    /// <summary>Who updates, for the book of changes.</summary>
    public string? By { get; init; }

    public Action<PlannedDownload>? Begins { get; init; }

    /// <summary>Called with every piece that arrives.</summary>
    public Action<DownloadProgress>? Downloading { get; init; }

    public Action<LoadProgress>? Loading { get; init; }

    public Action<UpdateOutcome>? Done { get; init; }
}

/// <summary>What came of one download.</summary>
/// <param name="Download">What was asked for.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Report">What the load did, where there was one.</param>
/// <param name="Error">Why it failed, naming the address and what to do.</param>
public sealed record UpdateOutcome(PlannedDownload Download, UpdateResult Result, LoadReport? Report, string? Error);

public enum UpdateResult
{
    /// <summary>The publisher has nothing newer than what is loaded.</summary>
    Unchanged,
    Loaded,

    /// <summary>It could not be fetched or not be loaded; what was loaded before stays.</summary>
    Failed,
}
