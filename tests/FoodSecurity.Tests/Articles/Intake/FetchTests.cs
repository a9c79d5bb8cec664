using System.IO.Compression;
using System.Net;
using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Articles.Intake;

/// <summary>A web address that is fetched: redirects, packed pages, encodings, and the limits of time and size.</summary>
public sealed class FetchTests
{
    private const string Sentence =
        "La récolte de riz a augmenté de 6,9 % en 2023, a dit le ministère de l’agriculture à la presse du pays. ";

    private static readonly string Page =
        "<html lang=fr><head><meta charset=\"{0}\"><title>La récolte</title><meta property=\"og:site_name\" content=\"L’Exemple\"></head><body><article><h1>La récolte</h1><p>"
        + string.Concat(Enumerable.Repeat(Sentence, 6))
        + "</p></article></body></html>";

    private static readonly DateOnly Day = new(2024, 3, 1);

    [Fact]
    public async Task A_chain_of_redirects_that_ends_well_is_followed_and_its_end_is_the_address()
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            if (c.Request.Path.Value is "/a" or "/b" or "/c" or "/d")
            {
                c.Response.Redirect(
                    c.Request.Path == "/d" ? "/news/harvest?id=7" : ((char)(c.Request.Path.Value![1] + 1)).ToString(),
                    permanent: c.Request.Path == "/b"
                );
                return Task.CompletedTask;
            }

            return Send(c, Encoding.UTF8, "utf-8");
        });
        var read = await Fetch(server, "/a");
        server.Asked.Select(a => a.Path).ShouldBe(["/a", "/b", "/c", "/d", "/news/harvest"]);
        (read.Details.Address, read.Details.Title, read.Details.Language, read.Details.RetrievedOn).ShouldBe(
            (server.Address + "/news/harvest?id=7", "La récolte", "fr", "2024-03-01")
        );
        read.Text.ShouldContain(Sentence.Trim());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_page_may_come_packed(string packing)
    {
        await using var server = await LocalServer.StartAsync(c => Send(c, Encoding.UTF8, "utf-8", packing));
        (await Fetch(server)).Text.ShouldContain(Sentence.Trim());
        server.Asked.ShouldHaveSingleItem().Headers.AcceptEncoding.ToString().ShouldBe("gzip, br");
    }

    [Fact]
    public async Task A_small_answer_does_not_unpack_into_an_endless_one()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(c.Response.Body, CompressionLevel.Fastest);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 12; i++)
            {
                await gzip.WriteAsync(zeros, c.RequestAborted);
            }
        });
        (await Refused(server)).ShouldContain("10,000,000");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_says_it_is_packed_and_is_not_is_told(string packing)
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = packing;
            await c.Response.WriteAsync("<html><body>This was never packed at all.</body></html>");
        });
        (await Refused(server)).ShouldContain("cannot be unpacked");
    }

    [Fact]
    public async Task What_is_packed_in_ways_not_known_here_is_told()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "zstd";
            await c.Response.WriteAsync("x");
        });
        (await Refused(server)).ShouldContain("packed as zstd");
    }

    [Theory]
    [InlineData("windows-1252", "text/html")]
    [InlineData("utf-8", "text/html")]
    [InlineData("utf-8", "text/html; charset=utf-8")]
    [InlineData("iso-8859-1", "text/html; charset=windows-1252")]
    public async Task The_encoding_stands_in_the_page_or_beside_it(string declared, string contentType)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var server = await LocalServer.StartAsync(c =>
            Send(c, Encoding.GetEncoding(declared == "utf-8" ? declared : "windows-1252"), declared, contentType: contentType)
        );
        var read = await Fetch(server);
        (read.Details.Title, read.Details.Outlet).ShouldBe(("La récolte", "L’Exemple"));
        read.Text.ShouldContain(Sentence.Trim());
    }

    [Fact]
    public async Task A_server_that_is_too_slow_is_cut_off()
    {
        var sent = 0;
        await using var server = await LocalServer.StartAsync(async c =>
        {
            // A word at a time: never quiet for long enough to stall, and never done.
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.WriteAsync("word ", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                sent++;
                await Task.Delay(5, c.RequestAborted);
            }
        });
        using var download = new Download(Local with { Whole = TimeSpan.FromMilliseconds(300) });
        (
            await Should.ThrowAsync<IntakeException>(() => ArticleIntake.FetchAsync(download, server.Address + "/slow", Day))
        ).Message.ShouldBe(
            server.Address
                + "/slow: the page was not there in time, the server or the link is too slow. Ask again later, or copy the text from the page and paste it."
        );
        sent.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_is_too_large_is_refused_whether_it_says_so_or_not(bool isSaid)
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.ContentLength = isSaid ? ArticleIntake.MostBytes + 1 : null;
            var much = new byte[1 << 20];
            for (var i = 0; i < 10 && !c.RequestAborted.IsCancellationRequested; i++)
            {
                await c.Response.Body.WriteAsync(
                    much.AsMemory(0, isSaid && i == 9 ? ArticleIntake.MostBytes + 1 - 9 * much.Length : much.Length),
                    c.RequestAborted
                );
            }
        });
        (await Refused(server)).ShouldContain("10,000,000");
    }

    [Fact]
    public async Task A_chain_that_ends_in_the_local_network_is_refused_at_its_end()
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Redirect(c.Request.Path == "/a" ? "/b" : "http://192.168.1.1/router");
            return Task.CompletedTask;
        });
        (await Refused(server, "/a")).ShouldContain("192.168.1.1 is a private, local or reserved address");
        server.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Trouble_of_the_server_is_told_with_what_to_do(int status)
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        (await Refused(server)).ShouldContain(
            $"the server answers {status}. Ask again later, or copy the text from the page and paste it."
        );
    }

    [Fact]
    public void Without_a_test_no_server_beside_this_one_is_asked() => ArticleIntake.Limits.Allowed.ShouldBeNull();

    private static DownloadLimits Local => ArticleIntake.Limits with { Allowed = IPAddress.Loopback, Proxy = null, Attempts = 1 };

    private static async Task<ReceivedArticle> Fetch(LocalServer server, string path = "/")
    {
        using var download = new Download(Local);
        return await ArticleIntake.FetchAsync(download, server.Address + path, Day);
    }

    private static async Task<string> Refused(LocalServer server, string path = "/") =>
        (await Should.ThrowAsync<IntakeException>(() => Fetch(server, path))).Message;

    private static async Task Send(
        HttpContext context,
        Encoding encoding,
        string declared,
        string packing = "",
        string contentType = "text/html"
    )
    {
        context.Response.ContentType = contentType;
        var bytes = encoding.GetBytes(Page.Replace("{0}", declared, StringComparison.Ordinal));
        if (packing.Length == 0)
        {
            await context.Response.Body.WriteAsync(bytes);
            return;
        }

        context.Response.Headers.ContentEncoding = packing;
        await using Stream packed = packing switch
        {
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
        };
        await packed.WriteAsync(bytes);
    }
}
