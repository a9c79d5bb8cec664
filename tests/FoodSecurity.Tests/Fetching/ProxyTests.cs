using System.Net;
using System.Net.Sockets;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Cli;
using FoodSecurity.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Fetching;

/// <summary>Behind a proxy on a private network: the proxy is asked, and nothing private through it.</summary>
public sealed class ProxyTests
{
    private static readonly byte[] Content = "a,b\n1,2\n"u8.ToArray();

    private readonly string _target = Path.Combine(RecordedFile.Folder(), "file.csv");
    private readonly TestTime _time = new() { PassAtOnce = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("")]
    public async Task A_file_comes_through_the_proxy_whether_its_name_resolves_here_or_not(string resolved)
    {
        await using var proxy = await LocalServer.StartAsync(c => c.SendRest(Content, "\"one\""));
        using var download = new Download(Behind(proxy, resolved), _time);
        var got = await download.FetchAsync(new DownloadRequest("http://data.example.org/file.csv", _target));
        got.FinalAddress.ShouldBe("http://data.example.org/file.csv");
        File.ReadAllBytes(_target).ShouldBe(Content);
        var (path, headers) = proxy.Asked.ShouldHaveSingleItem();
        (path, headers.Host.ToString()).ShouldBe(("/file.csv", "data.example.org"));
    }

    [Theory]
    [InlineData("http://10.0.0.1/secret", "")]
    [InlineData("http://127.0.0.1:5432/", "")]
    [InlineData("http://[::1]/", "")]
    [InlineData("http://localhost/", "")]
    [InlineData("http://intranet/figures.csv", "")]
    [InlineData("http://wiki.corp/figures.csv", "")]
    [InlineData("http://db.internal./figures.csv", "")]
    [InlineData("http://data.example.org/file.csv", "192.168.0.7")]
    [InlineData("http://data.example.org/file.csv", "8.8.8.8 192.168.0.7")]
    public async Task Nothing_private_is_asked_through_the_proxy(string address, string resolved)
    {
        await using var proxy = await LocalServer.StartAsync(c => c.SendRest(Content, "\"one\""));
        using var download = new Download(Behind(proxy, resolved), _time);
        (await Should.ThrowAsync<DownloadException>(() => download.FetchAsync(new DownloadRequest(address, _target)))).Message.ShouldMatch(
            "private, local or reserved|no public address"
        );
        proxy.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_inside_is_refused_behind_a_proxy_too()
    {
        await using var proxy = await LocalServer.StartAsync(c =>
        {
            c.Response.Redirect("http://10.0.0.1/secret");
            return Task.CompletedTask;
        });
        using var download = new Download(Behind(proxy, ""), _time);
        (
            await Should.ThrowAsync<DownloadException>(() =>
                download.FetchAsync(new DownloadRequest("http://data.example.org/file.csv", _target))
            )
        ).Message.ShouldContain("10.0.0.1");
        proxy.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(407, "user name and password in HTTPS_PROXY")]
    [InlineData(403, "the proxy does not lead there")]
    public async Task A_proxy_that_refuses_is_told(int status, string told)
    {
        await using var proxy = await LocalServer.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var download = new Download(Behind(proxy, ""), _time);
        (
            await Should.ThrowAsync<DownloadException>(() =>
                download.FetchAsync(new DownloadRequest("https://data.example.org/file.csv", _target))
            )
        ).Message.ShouldContain(told);
    }

    [Fact]
    public async Task The_shell_asks_through_the_proxy_its_settings_name()
    {
        await using var proxy = await LocalServer.StartAsync(c =>
        {
            c.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        var ended = Foodsec.RunWith(
            new() { ["HTTPS_PROXY"] = proxy.Address, ["NO_PROXY"] = "" },
            Path.Combine(RecordedFile.Folder(), "proxy.db"),
            "update",
            "usda"
        );
        ended.Code.ShouldBe(2, ended.Errors);
        ended.Errors.ShouldContain("the proxy does not lead there");
        proxy.Asked.ShouldNotBeEmpty();
    }

    private static DownloadLimits Behind(LocalServer proxy, string resolved) =>
        new()
        {
            Proxy = new WebProxy(proxy.Address),
            Resolve = (host, _) =>
                IPAddress.TryParse(host, out var itself) ? Task.FromResult(new[] { itself })
                : resolved.Length == 0 ? throw new SocketException((int)SocketError.HostNotFound)
                : Task.FromResult(resolved.Split(' ').Select(IPAddress.Parse).ToArray()),
        };
}
