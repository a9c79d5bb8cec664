using System.Net;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Sources;

namespace FoodSecurity.Tests.Fetching;

/// <summary>No address from outside leads to a machine beside this one, and nothing but http is asked.</summary>
public sealed class GuardTests
{
    private readonly string _target = Path.Combine(RecordedFile.Folder(), "file.csv");
    private readonly TestTime _time = new() { PassAtOnce = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("2a00:1450:4001:82b::200e", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Addresses_are_public_or_not(string address, bool isPublic) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("ftp://example.org/file.csv", "not an http or https address")]
    [InlineData("file:///etc/passwd", "not an http or https address")]
    [InlineData("data.csv", "not an http or https address")]
    [InlineData("https://user:word@example.org/file.csv", "user name or password")]
    [InlineData("http://127.0.0.1:5432/", "private, local or reserved")]
    [InlineData("http://[::1]/", "private, local or reserved")]
    [InlineData("http://0x7f000001/", "private, local or reserved")]
    [InlineData("http://2130706433/", "private, local or reserved")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private, local or reserved")]
    [InlineData("http://localhost/", "private, local or reserved")]
    public async Task What_may_not_be_asked_is_refused(string address, string told)
    {
        using var download = new Download(time: _time);
        var wrong = await Should.ThrowAsync<DownloadException>(() => download.FetchAsync(new DownloadRequest(address, _target)));
        wrong.Message.ShouldStartWith(address + ": ");
        wrong.Message.ShouldContain(told);
        _time.Paused.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_resolves_to_a_private_address_is_refused()
    {
        using var download = new Download(
            new DownloadLimits { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse("192.168.0.7") }) },
            _time
        );
        var wrong = await Should.ThrowAsync<DownloadException>(() =>
            download.FetchAsync(new DownloadRequest("https://data.example/file.csv", _target))
        );
        wrong.Message.ShouldContain("data.example is 192.168.0.7: a private, local or reserved address");
    }

    [Theory]
    [InlineData("http://10.0.0.1/secret", "private, local or reserved")]
    [InlineData("http://127.0.0.2/secret", "private, local or reserved")]
    [InlineData("http://[::ffff:127.0.0.1]/secret", "private, local or reserved")]
    [InlineData("file:///etc/passwd", "leads to file:///etc/passwd, which is not an http or https address")]
    public async Task A_redirect_inside_is_refused(string location, string told)
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.StatusCode = 302;
            c.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        using var download = new Download(LocalServer.Limits, _time);
        (
            await Should.ThrowAsync<DownloadException>(() => download.FetchAsync(new DownloadRequest(server.Address, _target)))
        ).Message.ShouldContain(told);
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Redirect(c.Request.Path + "x");
            return Task.CompletedTask;
        });
        using var download = new Download(LocalServer.Limits, _time);
        (
            await Should.ThrowAsync<DownloadException>(() => download.FetchAsync(new DownloadRequest(server.Address + "/", _target)))
        ).Message.ShouldContain("more than 5 redirects");
        server.Asked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_the_last_address_told()
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            if (c.Request.Path == "/old")
            {
                c.Response.Redirect("new", permanent: true);
                return Task.CompletedTask;
            }

            return c.SendRest("a,b\n"u8.ToArray(), "\"one\"");
        });
        using var download = new Download(LocalServer.Limits, _time);
        var got = await download.FetchAsync(new DownloadRequest(server.Address + "/old", _target));
        got.FinalAddress.ShouldBe(server.Address + "/new");
        File.ReadAllText(_target).ShouldBe("a,b\n");
    }
}
