using System.Collections.Concurrent;
using System.Net;
using FoodSecurity.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FoodSecurity.Tests.Fetching;

/// <summary>A server on 127.0.0.1 that answers as a test says, and remembers what it was asked.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Headers of every request in order: what was asked conditionally, and from which byte on.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Asked { get; } = [];

    /// <summary>Limits under which this server may be asked at all.</summary>
    public static DownloadLimits Limits { get; } = new() { Allowed = IPAddress.Loopback };

    public static async Task<LocalServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new LocalServer(app);
        app.Run(async context =>
        {
            server.Asked.Enqueue((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            await answer(context);
        });
        await app.StartAsync();
        server.Address = app.Urls.Single();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that a test left hanging are cut, not waited for.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>How a server of a test may misbehave.</summary>
internal static class Behaviour
{
    /// <summary>Promises all of the content, sends the first bytes and, when they have arrived, cuts the connection.</summary>
    public static async Task CutAfter(this HttpContext context, byte[] content, int bytes, Func<long> arrived)
    {
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content.AsMemory(0, bytes));
        await context.Response.Body.FlushAsync();
        while (arrived() < bytes)
        {
            await Task.Delay(1);
        }

        context.Abort();
    }

    /// <summary>Answers a request for the rest as a well-behaved server does, or the whole where If-Range does not match.</summary>
    public static async Task SendRest(this HttpContext context, byte[] content, string etag)
    {
        context.Response.Headers.ETag = etag;
        var range = context.Request.Headers.Range.ToString();
        if (range.Length > 0 && context.Request.Headers.IfRange == etag)
        {
            var from = int.Parse(range["bytes=".Length..^1]);
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
            content = content[from..];
        }

        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content);
    }
}
