using System.Globalization;
using System.Threading.RateLimiting;
using FoodSecurity.Wording;

namespace FoodSecurity.Web.Pages;

/// <summary>How often one account may send articles to be read, and how often it may have an address fetched: reading costs time here, fetching costs somebody else's server.</summary>
public sealed class IntakeLimits : IDisposable
{
    /// <summary>Name of the limit on what is sent to be read.</summary>
    public const string Policy = "intake";

    public const int MostSent = 60,
        MostFetched = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> _fetched = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetFixedWindowLimiter(client, _ => Of(MostFetched))
    );

    /// <summary>One budget for each signed-in account, whichever machine it is at.</summary>
    public static RateLimitPartition<string> Partition(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => Of(MostSent))
            : RateLimitPartition.GetNoLimiter("reading");

    /// <summary>Counts a fetch; false where it was one too many. Then the answer is a 429 that says when to come back.</summary>
    public bool MayFetch(HttpContext context)
    {
        using var lease = _fetched.AttemptAcquire(Client(context));
        if (!lease.IsAcquired)
        {
            Mark(context.Response, lease);
        }

        return lease.IsAcquired;
    }

    /// <summary>Says in words that it was too often; what was typed is in the form a step back.</summary>
    public static async Task Refuse(HttpContext context, RateLimitLease lease, CancellationToken cancel)
    {
        Mark(context.Response, lease);
        context.Response.ContentType = "text/plain; charset=utf-8";
        var t = PageTexts.Of(context);
        await context.Response.WriteAsync(t["intake.often", MostSent, Minutes], cancel);
    }

    /// <summary>Why no further page is fetched.</summary>
    public static string FetchedOften => Texts.English["intake.fetched-often", MostFetched, Minutes];

    public void Dispose() => _fetched.Dispose();

    private static int Minutes => (int)Window.TotalMinutes;

    private static FixedWindowRateLimiterOptions Of(int most) => new() { PermitLimit = most, Window = Window };

    private static string Client(HttpContext context) =>
        context.User.Identity?.Name is { } name ? "@" + name.ToLowerInvariant() : context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static void Mark(HttpResponse response, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
