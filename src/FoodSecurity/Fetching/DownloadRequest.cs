namespace FoodSecurity.Fetching;

/// <summary>What to fetch and where to put it.</summary>
/// <param name="Address">Absolute http or https address.</param>
/// <param name="Target">Path of the file; it appears there whole or not at all. Beside it lies <c>.part</c> while it is being fetched.</param>
public sealed record DownloadRequest(string Address, string Target)
{
    /// <summary>The ETag of the file that is held already; the server then answers "unchanged" without sending it.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the file that is held already, as the server printed it.</summary>
    public string? LastModified { get; init; }

    /// <summary>True where the server may pack what it sends (gzip, br, deflate): for pages, whose bytes as served are of no account. It is unpacked while it arrives, within the same limit of size.</summary>
    public bool MayBePacked { get; init; }
}

/// <summary>What a download came to.</summary>
public sealed record DownloadResult
{
    /// <summary>True where the server says that the file held already is still the present one; then nothing was written.</summary>
    public bool Unchanged { get; init; }

    /// <summary>Where the file lies; empty where it is unchanged.</summary>
    public string Path { get; init; } = "";

    public long Size { get; init; }

    /// <summary>Lower-case hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The address that answered in the end, after redirects.</summary>
    public string FinalAddress { get; init; } = "";

    /// <summary>The server's Content-Type as printed; null where it states none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes that lay here from an earlier attempt and were not asked for again.</summary>
    public long Resumed { get; init; }
}

/// <summary>How far a download has come.</summary>
/// <param name="Address">What is being fetched.</param>
/// <param name="Bytes">Bytes held so far, with those of earlier attempts.</param>
/// <param name="Total">Size of the file where the server states it.</param>
/// <param name="BytesPerSecond">Mean speed since the download began.</param>
/// <param name="Left">Time left at that speed; null until it can be guessed.</param>
/// <param name="Waiting">Not null during a pause between attempts: why, and for how long.</param>
public readonly record struct DownloadProgress(
    string Address,
    long Bytes,
    long? Total,
    double BytesPerSecond,
    TimeSpan? Left,
    string? Waiting = null
);
