using System.Globalization;
using System.Net;

namespace FoodSecurity.Fetching;

/// <summary>What a server's answer means for a download: the errors it stands for, in words that say what to do, and the headers that matter.</summary>
internal static class Answered
{
    /// <summary>The error of an answer that is no file.</summary>
    public static DownloadException Refusal(string address, HttpResponseMessage answer, DateTimeOffset now, TimeSpan longestPause)
    {
        var status = (int)answer.StatusCode;
        var told = string.Create(CultureInfo.InvariantCulture, $"the server answers {status}");
        var pause = Pause(answer, now);
        var asked = pause is { } p
            ? string.Create(CultureInfo.InvariantCulture, $" and asks for a pause of {Math.Ceiling(p.TotalSeconds):0} s")
            : "";
        var passing = status is 408 or 425 or 429 or 500 or 502 or 503 or 504 && pause.GetValueOrDefault() <= longestPause;
        var what = status switch
        {
            401 => " (not authorised): it needs a key or an account. Fetch the file by hand and load it with \"foodsec load FILE\"",
            403 =>
                " (forbidden): it gives this file to nobody without a key, or not to programs. Fetch it by hand and load it with \"foodsec load FILE\"",
            404 or 410 => " (not found): the file has moved or is gone. Look for its present address on the publisher's page",
            407 or 511 => ": the network in between wants a sign-in",
            429 => $" (too many requests){asked}. Ask again later",
            >= 500 => $" (trouble of its own){asked}. Ask again later",
            _ => ", which is no file",
        };
        return new DownloadException(address, told + what + ".", status) { MayPass = passing, RetryAfter = pause };
    }

    /// <summary>The error of a connection that could not be made or kept.</summary>
    public static DownloadException Failure(string address, Exception wrong, long held)
    {
        if (Find<PrivateAddressException>(wrong) is { } inside)
        {
            return new DownloadException(address, inside.Message + ".", inner: wrong);
        }

        var request = Find<HttpRequestException>(wrong);
        var error = request?.HttpRequestError ?? (wrong as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown;
        var got =
            held > 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $" after {held:N0} bytes; the next attempt goes on from there if the server can"
                )
                : "";
        return error switch
        {
            HttpRequestError.NameResolutionError => new(
                address,
                "its name cannot be resolved: is there a connection, and is the name right?",
                inner: wrong
            )
            {
                MayPass = true,
            },
            HttpRequestError.SecureConnectionError => new(address, $"no secure connection: {Innermost(wrong).Message}", inner: wrong),
            HttpRequestError.ProxyTunnelError => new(
                address,
                request?.StatusCode == HttpStatusCode.ProxyAuthenticationRequired
                    ? "the proxy wants a sign-in: give its user name and password in HTTPS_PROXY (http://name:password@proxy:port)."
                    : $"the proxy does not lead there: {Innermost(wrong).Message}",
                inner: wrong
            ),
            HttpRequestError.ConnectionError => new(address, $"no connection: {Innermost(wrong).Message}", inner: wrong) { MayPass = true },
            HttpRequestError.InvalidResponse => new(address, $"what answers does not speak HTTP: {Innermost(wrong).Message}", inner: wrong),
            _ => new(address, $"the connection was cut{got}.", inner: wrong) { MayPass = true },
        };
    }

    /// <summary>A header as printed, or null.</summary>
    public static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) || answer.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    private static TimeSpan? Pause(HttpResponseMessage answer, DateTimeOffset now) =>
        answer.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => null,
        };

    private static T? Find<T>(Exception? wrong)
        where T : Exception
    {
        for (; wrong is not null; wrong = wrong.InnerException)
        {
            if (wrong is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static Exception Innermost(Exception wrong) => wrong.InnerException is { } inner ? Innermost(inner) : wrong;
}
