using System.Globalization;

namespace FoodSecurity.Articles;

/// <summary>Web addresses of one page in one form, so that the same article is known again: no scheme, "www.", "m." or "amp.", fragment, end slash or marks of where a reader came from.</summary>
public static class CanonicalAddress
{
    private static readonly string[] Tracking =
    [
        "utm_",
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "cmpid",
        "ocid",
        "ref",
        "ref_src",
        "smid",
        "spm",
        "xtor",
        "amp",
        "output",
        "outputtype",
    ];

    /// <summary>"example.org/news/harvest?id=7", or null where the text is no http or https address.</summary>
    public static string? Of(string? address)
    {
        if (
            !Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        )
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        foreach (var front in new[] { "www.", "m.", "mobile.", "amp." })
        {
            // "m.example" alone would be a host of its own.
            if (host.StartsWith(front, StringComparison.Ordinal) && host.IndexOf('.', front.Length) > 0)
            {
                host = host[front.Length..];
            }
        }

        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        var path = uri.AbsolutePath.TrimEnd('/');
        var query = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !IsTracking(p.Split('=')[0].ToLowerInvariant()))
            .Order(StringComparer.Ordinal)
            .ToList();
        return host
            + port
            + (path.EndsWith("/amp", StringComparison.Ordinal) ? path[..^4] : path)
            + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    private static bool IsTracking(string name) =>
        Tracking.Any(t => t.EndsWith('_') ? name.StartsWith(t, StringComparison.Ordinal) : name == t);
}
