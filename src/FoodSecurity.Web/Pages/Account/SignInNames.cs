using System.Globalization;
using System.Threading.RateLimiting;

namespace FoodSecurity.Web.Pages;

/// <summary>How often a sign-in may be tried under one name, from wherever: guessing from many addresses is no quicker.</summary>
public sealed class SignInNames : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetFixedWindowLimiter(name.Trim().ToLowerInvariant(), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = 10,
            Window = Window,
        })
    );

    public bool MayTry(string name)
    {
        using var lease = _limiter.AttemptAcquire(name.Length > 64 ? name[..64] : name);
        return lease.IsAcquired;
    }

    /// <summary>Says in words that it was too often; without them the page would say that there is nothing at this address.</summary>
    public static async Task Refuse(HttpContext context, CancellationToken cancel)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(PageTexts.Of(context).Texts["page.sign-in.too-many"], cancel);
    }

    public void Dispose() => _limiter.Dispose();
}
