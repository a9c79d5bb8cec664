using System.Net;
using System.Net.Sockets;

namespace FoodSecurity.Fetching;

/// <summary>
/// Which addresses of the internet are public. The others (IANA special-purpose registries, RFC 6890) reach machines beside this one: no address from outside may lead there.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for addresses that everybody can reach; IPv4 inside IPv6 (mapped, NAT64) is judged as IPv4.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (address.IsIPv4MappedToIPv6)
            {
                return Is(address.MapToIPv4());
            }

            if (Translated.Contains(address))
            {
                return Is(new IPAddress(address.GetAddressBytes()[12..]));
            }

            // A scope (fe80::1%eth0) belongs to a link, whatever the address.
            if (address.ScopeId != 0 || !Global.Contains(address))
            {
                return false;
            }
        }

        return !Array.Exists(Reserved, n => n.Contains(address));
    }
}
