using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;

namespace FoodSecurity.Web.Caching;

/// <summary>
/// Gives every answer an ETag made of the program, the data version, the day and the address, and answers 304 where the reader has it already.
/// Nothing is served stale: a load raises the data version, and what is overdue is so from one day to the next.
/// </summary>
public sealed class PageValidator(RequestDelegate next, Archive archive, TimeProvider time)
{
    private static readonly string Build = typeof(PageValidator).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // A weak tag: the same content under every encoding. It holds the address, so that no other page's tag answers for one that is missing.
        var tag = string.Create(
            CultureInfo.InvariantCulture,
            $"W/\"{Build}-{archive.Version()}-{FreshnessAnswer.Today(time):yyyyMMdd}-{AddressOf(context.Request)}\""
        );
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.ToString() == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = tag;
            return;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.Headers.ETag = tag;
                if (context.Response.Headers.CacheControl.Count == 0)
                {
                    context.Response.Headers.CacheControl = "no-cache";
                }
            }

            return Task.CompletedTask;
        });
        await next(context);
    }

    /// <summary>Host and address in 16 digits: citations and chart files name the host they were asked under.</summary>
    private static string AddressOf(HttpRequest request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}")).AsSpan(0, 8)
        );
}
