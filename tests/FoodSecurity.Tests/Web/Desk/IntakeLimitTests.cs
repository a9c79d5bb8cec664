using System.Net;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Fetching;
using FoodSecurity.Tests.Editors;
using FoodSecurity.Tests.Fetching;
using FoodSecurity.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static FoodSecurity.Tests.Web.Desk.DeskSteps;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>An address given at the desk is fetched, and nobody sends or fetches without end.</summary>
public sealed class IntakeLimitTests : IDisposable
{
    private readonly EditorSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task An_address_is_fetched_read_and_kept()
    {
        await using var server = await LocalServer.StartAsync(async c =>
        {
            if (c.Request.Path == "/short")
            {
                c.Response.Redirect("/news/harvest");
                return;
            }

            c.Response.ContentType = "text/html; charset=utf-8";
            await c.Response.WriteAsync(
                $"<html lang=en><head><title>Harvest up</title><script>steal()</script></head><body><article><h1>Harvest up</h1>{string.Concat(Text.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"))}</article></body></html>"
            );
        });
        // The only way to a server beside this one: a download that the test makes.
        using var site = _site.WithWebHostBuilder(b =>
            b.ConfigureTestServices(s =>
                s.AddSingleton(p => new ArticleReading(
                    p.GetRequiredService<Archive>(),
                    new Download(ArticleIntake.Limits with { Allowed = IPAddress.Loopback, Proxy = null })
                ))
            )
        );
        var browser = new Browser(
            site.CreateClient(
                new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }
            )
        );
        site.Services.GetRequiredService<FoodSecurity.Editors.EditorStore>()
            .Add("anna", FoodSecurity.Editors.EditorRole.Editor, EditorSite.Password, "test");
        (await browser.SignIn("anna", EditorSite.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var read = await Browser.Read(
            await browser.Post("/articles/new", new() { ["web"] = " " + server.Address + "/short " }, "?handler=Read")
        );
        (read.QuerySelector("#title")!.GetAttribute("value"), read.QuerySelector("#address")!.GetAttribute("value")).ShouldBe(
            ("Harvest up", server.Address + "/news/harvest")
        );
        read.QuerySelector("#retrieved")!.GetAttribute("value")!.Length.ShouldBe(10);
        var text = read.QuerySelector("textarea[name=text]")!.TextContent;
        text.ShouldContain(Harvest);
        text.ShouldNotContain("steal()");
        var fields = Details;
        (fields["text"], fields["address"]) = (text, server.Address + "/news/harvest");
        (await browser.Post("/articles/new", fields, "?handler=Keep")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await Browser.Read(await browser.Post("/articles/new", new() { ["web"] = server.Address + "/short" }, "?handler=Read"));
        Alert(again).ShouldContain("here already");
    }

    [Fact]
    public async Task Too_many_addresses_are_too_many_and_the_text_may_still_be_pasted()
    {
        var browser = await _site.SignedIn("anna");
        for (var i = 0; i < IntakeLimits.MostFetched; i++)
        {
            (
                await Refused(await browser.Post("/articles/new", new() { ["web"] = "http://127.0.0.1/news" }, "?handler=Read"))
            ).ShouldContain("private, local or reserved");
        }

        var often = await browser.Post("/articles/new", new() { ["web"] = "http://127.0.0.1/news" }, "?handler=Read");
        often.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        often.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, IntakeLimits.Window.TotalSeconds);
        var page = await Browser.Read(often);
        Alert(page).ShouldContain($"at most {IntakeLimits.MostFetched} in 5 minutes");
        page.QuerySelector("#web")!.GetAttribute("value").ShouldBe("http://127.0.0.1/news", "what was typed is not lost");
        (await browser.Post("/articles/new", new() { ["text"] = Text }, "?handler=Read")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await Refused(
                await (await _site.SignedIn("ben")).Post("/articles/new", new() { ["web"] = "http://127.0.0.1/news" }, "?handler=Read")
            )
        ).ShouldContain("private, local or reserved", Case.Sensitive, "each account has its own");
    }

    [Theory]
    [InlineData("/articles/new", "?handler=Read")]
    [InlineData("/articles/import", "?handler=Try")]
    public async Task What_is_too_large_to_be_read_at_all_is_told(string address, string handler)
    {
        var answer = await (await _site.SignedIn("anna")).SendFile(
            address,
            "huge.txt",
            new byte[IntakeSizeAttribute.MostBytes + 1],
            handler
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            "What was sent has 26 MB: an article has at most 10 MB. Nothing was read of it. Go back a page and send the text alone, without pictures."
        );
    }

    [Fact]
    public async Task Too_many_articles_are_too_many_and_reading_the_page_is_free()
    {
        var browser = await _site.SignedIn("anna");
        for (var i = 0; i < IntakeLimits.MostSent; i++)
        {
            (await browser.Post("/articles/new", new() { ["text"] = "" }, "?handler=Read")).StatusCode.ShouldBe(
                HttpStatusCode.UnprocessableEntity
            );
        }

        var often = await browser.Post("/articles/new", new() { ["text"] = Text }, "?handler=Read");
        often.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        often.Headers.RetryAfter.ShouldNotBeNull();
        (await often.Content.ReadAsStringAsync()).ShouldBe(
            $"Too many articles were sent to be read: at most {IntakeLimits.MostSent} in 5 minutes. Wait a little and go back a page: what was typed is there still."
        );
        (await browser.Get("/articles/new")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/articles/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
