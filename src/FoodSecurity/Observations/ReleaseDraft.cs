namespace FoodSecurity.Observations;

/// <summary>What is known about a publication before it is stored. What is not known stays null and is shown as "unknown".</summary>
public sealed record ReleaseDraft
{
    public required string Dataset { get; init; }

    /// <summary>The publisher's file; for our extracts not the extract but the file it was written from.</summary>
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public long? Size { get; init; }

    /// <summary>The file that is loaded here, and its hash: equal to the publisher's unless it is an extract.</summary>
    public required string LoadedFile { get; init; }
    public required string LoadedSha256 { get; init; }

    /// <summary>Name of the format it was recognised as.</summary>
    public required string Format { get; init; }
    public string? Title { get; init; }
    public string? PublisherAddress { get; init; }
    public string? ObtainedFrom { get; init; }

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd.</summary>
    public string? ReleasedOn { get; init; }
    public string? RetrievedOn { get; init; }
    public string? Licence { get; init; }

    /// <summary>What the extract left out of the publisher's file, in words.</summary>
    public string? Selection { get; init; }

    /// <summary>Whole: a series in this file is complete, what it lacks has vanished. Part: a query's answer, silence means nothing.</summary>
    public ReleaseCoverage Coverage { get; init; } = ReleaseCoverage.Part;

    /// <summary>Repeats of a key with another value are errors (our own files) or kept by the later line (publishers' files).</summary>
    public bool RepeatsAreErrors { get; init; }
}

public enum ReleaseCoverage
{
    Part = 0,
    Whole = 1,
}

/// <summary>What a load did.</summary>
public sealed record LoadReport
{
    public required string Dataset { get; init; }
    public required string FileName { get; init; }
    public string Format { get; init; } = "";
    public long ReleaseId { get; init; }

    /// <summary>True where the very same file was loaded before and nothing was done.</summary>
    public bool AlreadyLoaded { get; init; }
    public long RowsRead { get; init; }
    public long New { get; init; }
    public long Changed { get; init; }
    public long Unchanged { get; init; }
    public long Vanished { get; init; }

    /// <summary>Rows that are older than what is already held and went straight to the history.</summary>
    public long Older { get; init; }

    /// <summary>Identical repeats of a key, dropped.</summary>
    public long Repeated { get; init; }
    public long Skipped { get; init; }
    public TimeSpan Elapsed { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
