using System.Net;

namespace FoodSecurity.Tests.Web;

/// <summary>What a poor link is spared, and what a browser is told to refuse.</summary>
[Collection(nameof(SiteTests))]
public class CachingTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/areas/PRK")]
    [InlineData("/areas/PRK/output.svg")]
    [InlineData("/areas/PRK/output.csv")]
    [InlineData("/trace/usda-psd/PRK/rice/production/2023-2024?basis=milled")]
    public async Task What_a_reader_has_already_is_not_sent_again(string address)
    {
        var tag = (await site.Get(address)).Message.Headers.ETag!.ToString();
        var again = await site.Ask(address, ("If-None-Match", tag));
        again.Status.ShouldBe(HttpStatusCode.NotModified);
        again.Body.ShouldBeEmpty();
        again.Message.Headers.ETag!.ToString().ShouldBe(tag);
        (await site.Ask(address, ("If-None-Match", $"\"other\", {tag}"))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await site.Ask(address, ("If-None-Match", "W/\"another\""))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_not_there_has_no_tag_and_is_said_to_be_missing_again()
    {
        var tag = (await site.Get("/")).Message.Headers.ETag!.ToString();
        (await site.Get("/areas/PRX")).Message.Headers.ETag.ShouldBeNull();
        (await site.Ask("/areas/PRX", ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Ask("/nothing", ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/areas/PRK/output.svg")]
    [InlineData("/areas/PRK/output.png")]
    [InlineData("/areas/PRX")]
    [InlineData("/nothing")]
    [InlineData("/health")]
    [InlineData("/site.css")]
    public async Task Every_answer_has_the_headers_that_keep_a_browser_safe(string address)
    {
        var headers = (await site.Get(address)).Message.Headers;
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["strict-origin-when-cross-origin"]);
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldNotContain("unsafe-eval");
        policy.ShouldNotContain("http:");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_and_drawings_are_compressed(string encoding)
    {
        foreach (
            var address in new[] { "/areas/PRK", "/areas/PRK/output.svg", "/areas/PRK/output.csv", "/areas/PRK/output.json", "/site.css" }
        )
        {
            var answer = await site.Ask(address, ("Accept-Encoding", encoding));
            answer.Message.Content.Headers.ContentEncoding.ShouldBe([encoding], address);
            answer.Message.Headers.Vary.ShouldContain("Accept-Encoding", address);
        }
    }

    [Fact]
    public async Task The_style_sheet_may_be_kept_because_its_address_changes_with_it()
    {
        var page = await site.Page("/");
        var sheet = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        sheet.ShouldStartWith("/site.css?v=");
        (await site.Get(sheet)).Message.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(7));
    }
}
