using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Articles.Intake;

/// <summary>Bad input: each gives a clear message, in bounded time and stack.</summary>
public class BadInputTests
{
    private const string Sentence = "The rice harvest rose by 6.9 percent in 2023, an official said. ";

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t ", "empty")]
    [InlineData("\u0089PNG\r\n\u001a\n", "a picture")]
    [InlineData("PK\u0003\u0004....", "office document")]
    [InlineData("\u001f\u008b\u0008", "gzip")]
    [InlineData("{\\rtf1 words}", "rich text")]
    [InlineData("<html><head><title>x</title></head><body><script>render()</script></body></html>", "no text")]
    public void What_is_no_text_is_named(string latin1, string why) => Refused(Encoding.Latin1.GetBytes(latin1), why);

    [Fact]
    public void Bytes_that_no_text_has_are_refused()
    {
        var bytes = new byte[10_000];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i * 7 % 32);
        }

        Refused(bytes, "bytes that no text has");
        Refused([.. Enumerable.Range(0, 5_000).Select(i => (byte)i)], "bytes that no text has");
    }

    [Fact]
    public void More_than_ten_megabytes_are_refused()
    {
        Refused(new byte[ArticleIntake.MostBytes + 1], "at most 10,000,000");
        Should
            .Throw<IntakeException>(() => ArticleIntake.ReadPasted(new string('x', ArticleIntake.MostBytes + 1)))
            .Message.ShouldContain("too long");
    }

    [Fact]
    public void Encodings_are_told_by_mark_declaration_and_letters()
    {
        const string Text = "“La récolte” – 6,9 % de plus, dit le ministère de l’agriculture à la presse du pays.";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var western = Encoding.GetEncoding("windows-1252");
        Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)]).Text.ShouldBe(Text);
        Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)]).Text.ShouldBe(Text);
        Read([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Text)]).Text.ShouldBe(Text);
        Doubted(Encoding.Unicode.GetBytes(Text), "UTF-16");
        Doubted(western.GetBytes(Text), "windows-1252");
        Read(western.GetBytes(Text), "text/plain; charset=ISO-8859-1").Text.ShouldBe(Text, "pages that say ISO-8859-1 mean windows-1252");
        Read(Encoding.GetEncoding("euc-kr").GetBytes("북한의 쌀 수확량이 늘었다"), "text/plain; charset=euc-kr")
            .Text.ShouldBe("북한의 쌀 수확량이 늘었다");
        var page = "<html><head><meta charset=\"windows-1252\"><title>t</title></head><body><p>" + Text + "</p></body></html>";
        Read(western.GetBytes(page)).Text.ShouldBe(Text);
        Doubted(Encoding.UTF8.GetBytes(Text), "is UTF-8", "text/plain; charset=euc-jp");

        void Doubted(byte[] bytes, string doubt, string? contentType = null)
        {
            var read = Read(bytes, contentType);
            read.Text.ShouldBe(Text);
            read.Doubts.ShouldContain(d => d.Contains(doubt, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Wrong_encodings_are_told_and_never_guessed_into_nonsense()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Refused([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0xFE], "the mark of utf-8");
        Refused([.. Encoding.ASCII.GetBytes(Sentence), 0xFF, 0xC3], "does not have", "text/plain; charset=utf-8");
        Refused(Encoding.ASCII.GetBytes(Sentence), "not known here: \"x-klingon\"", "text/plain; charset=x-klingon");
        Refused(Encoding.GetEncoding("euc-kr").GetBytes("북한의 쌀 수확량이 늘었다고 한국 정부가 밝혔다"), "cannot be told");
        Read(Encoding.UTF8.GetBytes("Itâ€™s up, theyâ€™re told, and heâ€™s glad."))
            .Doubts.ShouldContain(d => d.Contains("wrong encoding once before", StringComparison.Ordinal));
        Read(Encoding.UTF8.GetBytes("It\uFFFDs up."))
            .Doubts.ShouldContain(d => d.Contains("replacement characters", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<blockquote><p>", 100_000)]
    [InlineData("<div><object></div></object>", 50_000)]
    [InlineData("<x/>", 400_000)]
    public void Pages_built_to_exhaust_a_reader_are_refused_by_the_count_of_their_elements(string repeated, int times)
    {
        var html = "<!doctype html><html><body>" + string.Concat(Enumerable.Repeat(repeated, times)) + Sentence;
        // On a thread with little stack: depth must not cost any.
        Exception? caught = null;
        var thread = new Thread(() => caught = Record.Exception(() => Read(Encoding.UTF8.GetBytes(html))), 512 * 1024);
        thread.Start();
        thread.Join();
        var refusal = caught.ShouldBeOfType<IntakeException>().Message;
        refusal.ShouldContain("Paste its text instead");
        refusal.ShouldContain("elements", customMessage: "a limit on what is read must stop it, not the clock");
    }

    [Fact]
    public void Entities_scripts_and_handlers_are_text_or_nothing()
    {
        var entities = string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY e{i} \"&e{i + 1};&e{i + 1};\">"));
        var read = Read(
            Encoding.UTF8.GetBytes(
                $"""
                <!DOCTYPE html [{entities}]><html><body onload="steal()"><p>{Sentence}</p><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;e0; &e0; &#128512;</p>
                <img src=x onerror=alert(1)><svg><script>alert(2)</script></svg><iframe srcdoc="<p>inside</p>"></iframe><a href="javascript:alert(3)">a link</a></body></html>
                """
            )
        );
        read.Text.ShouldContain("<script>alert(1)</script> &e0; &e0; 😀");
        read.Text.ShouldContain("a link");
        foreach (var gone in new[] { "steal", "alert(2)", "alert(3)", "onerror", "inside" })
        {
            read.Text.ShouldNotContain(gone);
        }
    }

    [Fact]
    public void Markdown_nested_too_deep_is_refused() =>
        Should
            .Throw<IntakeException>(() =>
                ArticleIntake.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("> ", 10_000)) + Sentence), "a.md")
            )
            .Message.ShouldContain("nested too deep");

    [Fact]
    public void A_mail_nested_deep_is_read_or_refused_and_never_breaks_the_program()
    {
        var mail = new StringBuilder("From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n");
        for (var i = 0; i < 5_000; i++)
        {
            mail.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"
            );
        }

        mail.Append("Content-Type: text/plain\r\n\r\n" + Sentence);
        Should.Throw<IntakeException>(() => Read(Encoding.ASCII.GetBytes(mail.ToString()))).Message.ShouldContain("mail");
    }

    [Fact]
    public async Task A_web_address_is_fetched_and_read()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html; charset=utf-8";
            await c.Response.WriteAsync(
                "<html lang=en><head><title>Up</title></head><body><p>"
                    + string.Concat(Enumerable.Repeat(Sentence, 5))
                    + "</p></body></html>"
            );
        });
        using var download = new Download(ArticleIntake.Limits with { Allowed = System.Net.IPAddress.Loopback });
        var read = await ArticleIntake.FetchAsync(download, server.Address + "/news?id=7", new DateOnly(2024, 3, 1));
        (read.Details.Title, read.Details.RetrievedOn, read.Details.Address).ShouldBe(("Up", "2024-03-01", server.Address + "/news?id=7"));
        read.Text.ShouldStartWith(Sentence);
    }

    [Theory]
    [InlineData("http://10.0.0.1/secret", "private, local or reserved")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private, local or reserved")]
    public async Task A_redirect_to_the_local_network_is_refused(string location, string why)
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.Redirect(location);
            return Task.CompletedTask;
        });
        using var download = new Download(ArticleIntake.Limits with { Allowed = System.Net.IPAddress.Loopback });
        (await Should.ThrowAsync<IntakeException>(() => ArticleIntake.FetchAsync(download, server.Address + "/"))).Message.ShouldContain(
            why
        );
    }

    [Theory]
    [InlineData(403, "Copy the text from the page")]
    [InlineData(404, "no such page")]
    public async Task A_page_that_cannot_be_had_is_told_with_what_to_do(int status, string why)
    {
        await using var server = await LocalServer.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var download = new Download(ArticleIntake.Limits with { Allowed = System.Net.IPAddress.Loopback });
        (await Should.ThrowAsync<IntakeException>(() => ArticleIntake.FetchAsync(download, server.Address + "/"))).Message.ShouldContain(
            why
        );
    }

    private static ReceivedArticle Read(byte[] bytes, string? contentType = null) =>
        ArticleIntake.Read(bytes, contentType: contentType, today: new DateOnly(2024, 3, 1));

    private static void Refused(byte[] bytes, string why, string? contentType = null) =>
        Should.Throw<IntakeException>(() => Read(bytes, contentType)).Message.ShouldContain(why);
}
