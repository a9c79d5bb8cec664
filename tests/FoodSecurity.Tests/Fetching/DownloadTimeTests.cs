using System.Text;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Fetching;

/// <summary>Slow and hanging servers, by a clock that the tests put forward.</summary>
public sealed class DownloadTimeTests
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(60);

    private readonly TestTime _time = new();
    private readonly string _target = Path.Combine(RecordedFile.Folder(), "file.csv");

    [Fact]
    public async Task A_slow_but_steady_server_is_waited_for()
    {
        using var next = new SemaphoreSlim(0);
        await using var server = await LocalServer.StartAsync(async c =>
        {
            for (var i = 0; i < 10; i++)
            {
                await c.Response.WriteAsync("line\n");
                await c.Response.Body.FlushAsync();
                await next.WaitAsync();
            }
        });
        using var download = new Download(LocalServer.Limits with { Stall = Stall }, _time);

        // Each piece comes nine tenths of the time-out after the one before it; all of them take nine times as long as it.
        var got = await download.FetchAsync(new DownloadRequest(server.Address, _target), p =>
        {
            p.Waiting.ShouldBeNull();
            _time.Advance(Stall * 0.9);
            next.Release();
        });
        got.Size.ShouldBe(50);
        File.ReadAllText(_target, Encoding.ASCII).ShouldBe(string.Concat(Enumerable.Repeat("line\n", 10)));
    }

    [Fact]
    public async Task A_server_that_stalls_is_given_up_on()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.ContentLength = 100;
            await c.Response.WriteAsync("line\n");
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        using var download = new Download(LocalServer.Limits with { Stall = Stall, Attempts = 1 }, _time);
        var begun = new TaskCompletionSource();
        var fetching = download.FetchAsync(new DownloadRequest(server.Address, _target), _ => begun.TrySetResult());
        await begun.Task;
        await AdvanceUntilDone(fetching, Stall);
        (await Should.ThrowAsync<DownloadException>(fetching)).Message.ShouldContain("not a byte for 60 s");
        File.Exists(_target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_on()
    {
        var asked = new TaskCompletionSource();
        await using var server = await LocalServer.StartAsync(async c =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        using var download = new Download(LocalServer.Limits with { Stall = Stall, Attempts = 1 }, _time);
        var fetching = download.FetchAsync(new DownloadRequest(server.Address, _target));
        await asked.Task;
        await AdvanceUntilDone(fetching, Stall);
        (await Should.ThrowAsync<DownloadException>(fetching)).Message.ShouldContain("not a byte for 60 s");
    }

    [Fact]
    public async Task The_whole_has_its_time_too()
    {
        using var next = new SemaphoreSlim(0);
        await using var server = await LocalServer.StartAsync(async c =>
        {
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.WriteAsync("line\n");
                await c.Response.Body.FlushAsync();
                await next.WaitAsync(c.RequestAborted);
            }
        });
        using var download = new Download(LocalServer.Limits with { Stall = Stall, Whole = TimeSpan.FromMinutes(5) }, _time);
        var wrong = await Should.ThrowAsync<DownloadException>(() => download.FetchAsync(new DownloadRequest(server.Address, _target), _ =>
            {
                _time.Advance(Stall * 0.9);
                next.Release();
            }));
        wrong.Message.ShouldContain("not whole after 5 minutes");
    }

    [Fact]
    public async Task Who_asked_may_stop_it()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LocalServer.StartAsync(async c =>
        {
            await c.Response.WriteAsync("line\n");
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        using var download = new Download(LocalServer.Limits, _time);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            download.FetchAsync(new DownloadRequest(server.Address, _target), _ => stop.Cancel(), stop.Token)
        );
    }

    /// <summary>The time-out begins anew with the byte just read, perhaps a moment after the test has heard of it: the clock is put forward until it has its effect.</summary>
    private async Task AdvanceUntilDone(Task fetching, TimeSpan by)
    {
        while (!fetching.IsCompleted)
        {
            _time.Advance(by);
            await Task.WhenAny(fetching, Task.Delay(5));
        }
    }
}
