using System.Security.Cryptography;

namespace FoodSecurity.Tests.Fetching;

/// <summary>Transfers that are cut, and what is done with the part that has come.</summary>
public sealed partial class DownloadTests
{
    [Fact]
    public async Task A_cut_transfer_is_gone_on_with()
    {
        var times = 0;
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"one\"";
            return ++times == 1 ? c.CutAfter(Content, 50_000, () => Volatile.Read(ref _arrived)) : c.SendRest(Content, "\"one\"");
        });
        var got = await FetchAsync(server);
        got.Sha256.ShouldBe(Hash);
        got.Resumed.ShouldBe(50_000);
        var second = server.Asked.Last().Headers;
        second.Range.ToString().ShouldBe("bytes=50000-");
        second.IfRange.ToString().ShouldBe("\"one\"");
        _progress.ShouldContain(p => p.Waiting != null && p.Waiting.Contains("was cut after 50,000 bytes"));
    }

    [Fact]
    public async Task A_later_run_goes_on_where_an_earlier_one_ended()
    {
        var whole = false;
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"one\"";
            return whole ? c.SendRest(Content, "\"one\"")
                : c.Request.Headers.Range.Count > 0 ? Trouble(c, 404)
                : c.CutAfter(Content, 50_000, () => Volatile.Read(ref _arrived));
        });
        (await FailAsync(server)).Status.ShouldBe(404);
        File.Exists(_target).ShouldBeFalse();
        whole = true;
        var got = await FetchAsync(server);
        got.Resumed.ShouldBe(50_000);
        got.Sha256.ShouldBe(Hash);
    }

    [Fact]
    public async Task A_file_that_changed_in_between_is_fetched_anew()
    {
        var times = 0;
        var other = Content.Reverse().ToArray();
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"one\"";
            return ++times == 1 ? c.CutAfter(Content, 50_000, () => Volatile.Read(ref _arrived)) : c.SendRest(other, "\"two\"");
        });
        var got = await FetchAsync(server);
        got.Resumed.ShouldBe(0);
        got.ETag.ShouldBe("\"two\"");
        File.ReadAllBytes(_target).ShouldBe(other);
    }

    [Fact]
    public async Task The_rest_of_another_file_is_never_put_behind_the_beginning_of_this_one()
    {
        var times = 0;
        var other = Content.Reverse().ToArray();
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.Headers.ETag = ++times == 1 ? "\"one\"" : "\"two\"";
            if (times == 1)
            {
                await c.CutAfter(Content, 50_000, () => Volatile.Read(ref _arrived));
                return;
            }

            // A server that heeds Range but not If-Range.
            if (c.Request.Headers.Range.Count > 0)
            {
                c.Response.StatusCode = 206;
                c.Response.Headers.ContentRange = $"bytes 50000-{other.Length - 1}/{other.Length}";
            }

            await c.Response.Body.WriteAsync(c.Request.Headers.Range.Count > 0 ? other[50_000..] : other);
        });
        var got = await FetchAsync(server);
        File.ReadAllBytes(_target).ShouldBe(other);
        got.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(other)));
    }

    [Fact]
    public async Task A_server_that_always_sends_less_than_it_promises_is_given_up_on()
    {
        await using var server = await LocalServer.StartAsync(c => c.CutAfter(Content, 50_000, () => Volatile.Read(ref _arrived)));
        (await FailAsync(server)).Message.ShouldContain("was cut after 50,000 bytes");
        File.Exists(_target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_size_that_the_parts_contradict_is_an_error()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.Headers.ETag = "\"one\"";
            if (c.Request.Headers.Range.Count == 0)
            {
                await c.CutAfter(Content, 50_000, () => Volatile.Read(ref _arrived));
                return;
            }

            c.Response.StatusCode = 206;
            c.Response.Headers.ContentRange = $"bytes 50000-{Content.Length - 1}/{Content.Length}";
            await c.Response.Body.WriteAsync(new byte[Content.Length]);
        });
        (await FailAsync(server)).Message.ShouldContain($"promised {Content.Length:N0} bytes and sent {Content.Length + 50_000:N0}");
        File.Exists(_target).ShouldBeFalse();
    }
}
