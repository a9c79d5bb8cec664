using System.Security.Cryptography;
using System.Text;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Fetching;

/// <summary>What a download does with servers of every kind. Nothing waits: pauses pass at once, time-outs are minutes that never come or are told to come.</summary>
public sealed partial class DownloadTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, 20_000)));
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));

    private readonly TestTime _time = new() { PassAtOnce = TimeSpan.FromSeconds(30) };
    private readonly string _target = Path.Combine(RecordedFile.Folder(), "file.csv");
    private readonly List<DownloadProgress> _progress = [];
    private long _arrived;

    [Fact]
    public async Task A_file_arrives_whole_with_its_hash_and_validators()
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Headers.LastModified = "Fri, 14 Nov 2025 10:00:00 GMT";
            return c.SendRest(Content, "\"one\"");
        });
        var got = await FetchAsync(server);
        got.Sha256.ShouldBe(Hash);
        got.Size.ShouldBe(Content.Length);
        got.ETag.ShouldBe("\"one\"");
        got.LastModified.ShouldBe("Fri, 14 Nov 2025 10:00:00 GMT");
        File.ReadAllBytes(_target).ShouldBe(Content);
        Directory.GetFiles(Path.GetDirectoryName(_target)!).ShouldBe([_target]);
        _progress[^1].Bytes.ShouldBe(Content.Length);
        _progress[^1].Total.ShouldBe(Content.Length);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == "\"one\"" ? 304 : 500;
            return Task.CompletedTask;
        });
        var got = await FetchAsync(server, r => r with { ETag = "\"one\"", LastModified = "Fri, 14 Nov 2025 10:00:00 GMT" });
        got.Unchanged.ShouldBeTrue();
        server.Asked.Single().Headers.IfModifiedSince.ToString().ShouldBe("Fri, 14 Nov 2025 10:00:00 GMT");
        Directory.GetFiles(Path.GetDirectoryName(_target)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task Trouble_of_the_server_passes()
    {
        var times = 0;
        await using var server = await LocalServer.StartAsync(c => ++times < 3 ? Trouble(c, 500) : c.SendRest(Content, "\"one\""));
        (await FetchAsync(server)).Sha256.ShouldBe(Hash);
        server.Asked.Count.ShouldBe(3);
        _time.Paused.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept()
    {
        var times = 0;
        await using var server = await LocalServer.StartAsync(c => ++times == 1 ? Trouble(c, 429, "17") : c.SendRest(Content, "\"one\""));
        (await FetchAsync(server)).Sha256.ShouldBe(Hash);
        _time.Paused.ShouldBe([TimeSpan.FromSeconds(17)]);
    }

    [Fact]
    public async Task A_pause_until_a_time_is_counted_from_now()
    {
        var times = 0;
        await using var server = await LocalServer.StartAsync(c =>
            ++times == 1 ? Trouble(c, 503, "Sun, 03 May 2026 08:00:25 GMT") : c.SendRest(Content, "\"one\"")
        );
        (await FetchAsync(server)).Sha256.ShouldBe(Hash);
        _time.Paused.ShouldBe([TimeSpan.FromSeconds(25)]);
    }

    [Fact]
    public async Task A_pause_of_hours_ends_the_download()
    {
        await using var server = await LocalServer.StartAsync(c => Trouble(c, 429, "7200"));
        (await FailAsync(server)).Message.ShouldContain("429 (too many requests) and asks for a pause of 7200 s. Ask again later");
        server.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(401, "needs a key or an account")]
    [InlineData(403, "Fetch it by hand")]
    [InlineData(404, "Look for its present address")]
    [InlineData(410, "Look for its present address")]
    [InlineData(418, "which is no file")]
    public async Task What_will_not_pass_is_asked_once(int status, string told)
    {
        await using var server = await LocalServer.StartAsync(c => Trouble(c, status));
        var wrong = await FailAsync(server);
        wrong.Status.ShouldBe(status);
        wrong.Message.ShouldStartWith(server.Address + "/file: the server answers " + status);
        wrong.Message.ShouldContain(told);
        server.Asked.Count.ShouldBe(1);
        File.Exists(_target).ShouldBeFalse();
    }

    [Fact]
    public async Task Trouble_that_stays_is_told_after_the_last_attempt()
    {
        await using var server = await LocalServer.StartAsync(c => Trouble(c, 502));
        (await FailAsync(server)).Message.ShouldContain("502 (trouble of its own). Ask again later");
        server.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_file_that_says_it_is_too_large_is_not_begun()
    {
        await using var server = await LocalServer.StartAsync(c => c.SendRest(Content, "\"one\""));
        (await FailAsync(server, l => l with { MostBytes = 1000 })).Message.ShouldContain(
            $"{Content.Length:N0} bytes, more than the 1,000 that are allowed"
        );
        Directory.GetFiles(Path.GetDirectoryName(_target)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_does_not_say_and_is_too_large_is_broken_off()
    {
        await using var server = await LocalServer.StartAsync(async c => await c.Response.Body.WriteAsync(Content));
        (await FailAsync(server, l => l with { MostBytes = 1000 })).Message.ShouldContain("sends more than the 1,000 bytes");
        Directory.GetFiles(Path.GetDirectoryName(_target)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_comes_packed_is_refused()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await c.Response.Body.WriteAsync(RecordedFile.Gzip(Content));
        });
        (await FailAsync(server)).Message.ShouldContain("comes packed as gzip");
    }

    private static Task Trouble(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    }

    private async Task<DownloadResult> FetchAsync(
        LocalServer server,
        Func<DownloadRequest, DownloadRequest>? with = null,
        Func<DownloadLimits, DownloadLimits>? limits = null
    )
    {
        using var download = new Download(limits?.Invoke(LocalServer.Limits) ?? LocalServer.Limits, _time);
        var request = new DownloadRequest(server.Address + "/file", _target);
        return await download.FetchAsync(with?.Invoke(request) ?? request, p =>
        {
            _progress.Add(p);
            Volatile.Write(ref _arrived, p.Waiting is null ? p.Bytes : 0);
        });
    }

    private async Task<DownloadException> FailAsync(LocalServer server, Func<DownloadLimits, DownloadLimits>? limits = null) =>
        await Should.ThrowAsync<DownloadException>(() => FetchAsync(server, null, limits));
}
