using System.Net;
using System.Net.Sockets;

namespace FoodSecurity.Fetching;

/// <summary>
/// Opens connections to public addresses only. The check is made on the address that is connected to, after the name was resolved, so that neither a name nor a
/// redirect nor a change of DNS between check and use leads inside. Behind a proxy it is the proxy that connects: then the host asked for is checked by its name and by
/// what that resolves to here, before every request, and the connection to the proxy itself is free. No cookies, no automatic redirects, no unpacking.
/// </summary>
internal static class GuardedConnection
{
    /// <summary>Endings of names that are never public (RFC 6761, 6762, 8375; ICANN keeps "internal" for private use).</summary>
    private static readonly string[] PrivateNames =
    [
        ".localhost",
        ".local",
        ".internal",
        ".intranet",
        ".lan",
        ".home.arpa",
        ".corp",
        ".home",
        ".test",
        ".invalid",
    ];

    public static SocketsHttpHandler Handler(DownloadLimits limits) =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = limits.Proxy is not null,
            Proxy = limits.Proxy,
            ConnectTimeout = limits.Connect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 2,
            MaxResponseDrainSize = 0,
            ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, context.InitialRequestMessage, limits, cancel),
        };

    /// <summary>Refuses a host on a private network where a proxy would connect to it; without a proxy the connection itself is checked.</summary>
    /// <exception cref="PrivateAddressException">It has a private address, or a name that is not one of the internet.</exception>
    public static async ValueTask CheckAsync(Uri asked, DownloadLimits limits, CancellationToken cancel)
    {
        if (ProxyFor(asked, limits) is null)
        {
            return;
        }

        IPAddress[] found;
        try
        {
            found = await limits.Resolve(asked.IdnHost, cancel);
        }
        catch (SocketException)
        {
            // Behind a proxy names of the internet often resolve nowhere but at the proxy. Names of a private network are told by their form.
            found = [];
        }

        if (found.Length == 0 ? !IsInternetName(asked) : found.Any(a => !PublicAddress.Is(a) && !a.Equals(limits.Allowed)))
        {
            throw new PrivateAddressException(asked.IdnHost, found);
        }
    }

    private static Uri? ProxyFor(Uri asked, DownloadLimits limits) =>
        limits.Proxy is { } proxy && !proxy.IsBypassed(asked) && proxy.GetProxy(asked) is { } through && through != asked ? through : null;

    private static bool IsInternetName(Uri asked) =>
        asked.HostNameType == UriHostNameType.Dns
        && asked.IdnHost.TrimEnd('.') is var name
        && name.Contains('.', StringComparison.Ordinal)
        && !Array.Exists(PrivateNames, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint to,
        HttpRequestMessage asked,
        DownloadLimits limits,
        CancellationToken cancel
    )
    {
        // A tunnel is only ever asked of a proxy; we ask for files alone.
        var isProxy =
            asked.Method == HttpMethod.Connect
            || ProxyFor(asked.RequestUri!, limits) is { } through && through.IdnHost == to.Host && through.Port == to.Port;
        var found = await limits.Resolve(to.Host, cancel);
        var open = found
            .Where(a => isProxy || PublicAddress.Is(a) || a.Equals(limits.Allowed))
            .OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)
            .ToArray();
        if (open.Length == 0)
        {
            throw new PrivateAddressException(to.Host, found);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host has no public address; thrown inside the connection and told as a <see cref="DownloadException"/>.</summary>
internal sealed class PrivateAddressException(string host, IReadOnlyList<IPAddress> found)
    : Exception(
        found.Count == 0 ? $"{host} has no public address"
        : found is [var one] && one.ToString() == host ? $"{host} is a private, local or reserved address, which is never asked"
        : $"{host} is {string.Join(", ", found)}: a private, local or reserved address, which is never asked"
    );
