using System.Net;

namespace FoodSecurity.Fetching;

/// <summary>How far a download may go: time, size, redirects, attempts. The defaults suit slow links and polite asking.</summary>
public sealed record DownloadLimits
{
    /// <summary>For a name to be resolved and a connection to stand.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Without a single byte. A slow but steady transfer never meets this.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one file, with all attempts and pauses.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromHours(4);

    public long MostBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    public int MostRedirects { get; init; } = 5;

    /// <summary>Attempts without progress before giving up; one that brought more of the file does not count.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Pause before the second attempt; it doubles with each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause, also where a server asks for one (Retry-After); a longer one ends the download.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The proxy everything is asked through; null: none. A proxy may stand on a private network, what is asked through it may not.</summary>
    internal IWebProxy? Proxy { get; init; }

    /// <summary>
    /// The defaults, through the proxy that the usual settings name: HTTPS_PROXY, http_proxy, ALL_PROXY and, for what is asked directly, NO_PROXY; on Windows and
    /// macOS without them the system's. A user name and password may stand in the proxy's address.
    /// </summary>
    public static DownloadLimits OfEnvironment() => new() { Proxy = HttpClient.DefaultProxy };

    /// <summary>An address that may be asked though it is not public: 127.0.0.1, for tests that bring their own server.</summary>
    internal IPAddress? Allowed { get; init; }

    /// <summary>How a host name becomes addresses; a test may answer itself.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}
