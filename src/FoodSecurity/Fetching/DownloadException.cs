namespace FoodSecurity.Fetching;

/// <summary>A file could not be fetched. The message names the address, what happened and what to do about it.</summary>
public sealed class DownloadException(string address, string what, int? status = null, Exception? inner = null)
    : Exception($"{address}: {what}", inner)
{
    public string Address => address;

    /// <summary>What happened, without the address.</summary>
    public string What => what;

    /// <summary>HTTP status where the server answered.</summary>
    public int? Status => status;

    /// <summary>True where it was not whole within the time it may take.</summary>
    public bool TookTooLong { get; init; }

    /// <summary>True where another attempt may help: a cut, a stall, a server in trouble.</summary>
    internal bool MayPass { get; init; }

    /// <summary>The pause the server asks for.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
