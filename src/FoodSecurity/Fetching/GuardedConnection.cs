using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace FoodSecurity.Fetching;

/// <summary>
/// Opens connections to public addresses only. The check is made on the address that is connected to, after the name was resolved, so that neither a name nor a
/// redirect nor a change of DNS between check and use leads inside. No proxy, no cookies, no automatic redirects, no unpacking.
/// </summary>
internal static class GuardedConnection
{
    public static SocketsHttpHandler Handler(DownloadLimits limits) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = limits.Connect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 2,
        MaxResponseDrainSize = 0,
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, limits, cancel),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, DownloadLimits limits, CancellationToken cancel)
    {
        var found = await limits.Resolve(to.Host, cancel);
        var open = found.Where(a => PublicAddress.Is(a) || a.Equals(limits.Allowed)).OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).ToArray();
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
    : Exception(found.Count == 0 ? $"{host} has no address" : $"{host} is {string.Join(", ", found)}: a private, local or reserved address, which is never asked");
