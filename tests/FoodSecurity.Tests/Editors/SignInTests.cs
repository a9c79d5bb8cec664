using System.Net;
using FoodSecurity.Editors;

namespace FoodSecurity.Tests.Editors;

/// <summary>Who may do what on the site, and how sign-in is guarded.</summary>
public sealed class SignInTests : IDisposable
{
    private readonly EditorSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Reading_needs_no_account_and_the_way_in_stands_in_the_footer_only()
    {
        var page = await _site.NewBrowser().Page("/sources");
        page.QuerySelectorAll("a[href^='/account']").Select(a => a.Closest("footer") is not null).ShouldBe([true]);
    }

    [Theory]
    [InlineData("/load")]
    [InlineData("/load/0123456789abcdef0123456789abcdef")]
    [InlineData("/account/audit")]
    [InlineData("/sources/own/tables/releases/1/withdraw")]
    public async Task Pages_that_write_ask_for_a_sign_in_and_come_back(string address)
    {
        var answer = await _site.NewBrowser().Get(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/account/sign-in?return=" + Uri.EscapeDataString(address));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_that_tell_nothing()
    {
        _site.Editors.Add("anna", EditorRole.Editor, EditorSite.Password, "test");
        var browser = _site.NewBrowser();
        var wrong = await browser.SignIn("anna", "not the password at all");
        var stranger = await browser.SignIn("nobody", "not the password at all");
        (wrong.StatusCode, stranger.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await Browser.Read(wrong))
            .QuerySelector("[role=alert]")!
            .TextContent.ShouldBe((await Browser.Read(stranger)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Theory]
    [InlineData("/load", "/load")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData(null, "/")]
    public async Task After_signing_in_only_addresses_of_this_site_are_followed(string? back, string to)
    {
        _site.Editors.Add("anna", EditorRole.Editor, EditorSite.Password, "test");
        var answer = await _site.NewBrowser().SignIn("anna", EditorSite.Password, back);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(to);
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("foodsec-editor=", StringComparison.Ordinal))
            .ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("secure");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        _site.Editors.Add("anna", EditorRole.Editor, EditorSite.Password, "test");
        var answer = await _site
            .NewBrowser()
            .SendWithoutToken("/account/sign-in", new() { ["name"] = "anna", ["password"] = EditorSite.Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _site.Editors.Find("anna")!.LastSignInAt.ShouldBeNull();
    }

    [Fact]
    public async Task Guessing_is_stopped_by_name()
    {
        _site.Editors.Add("anna", EditorRole.Editor, EditorSite.Password, "test");
        var browser = _site.NewBrowser();
        for (var i = 0; i < 10; i++)
        {
            (await browser.SignIn(i % 2 == 0 ? "anna" : " ANNA", "guess number " + i)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var answer = await browser.SignIn("anna", EditorSite.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Guessing_is_stopped_by_address()
    {
        var browser = _site.NewBrowser();
        for (var i = 0; i < 20; i++)
        {
            (await browser.SignIn("name" + i, "guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await browser.SignIn("name20", "guess")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.Get("/sources")).StatusCode.ShouldBe(HttpStatusCode.OK, "reading is not limited");
    }

    [Fact]
    public async Task A_shut_account_and_a_new_password_end_a_sign_in_at_once()
    {
        var browser = await _site.SignedIn("anna");
        (await browser.Get("/load")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _site.Editors.SetPassword("anna", "another long password", "test");
        (await browser.Get("/load")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var other = await _site.SignedIn("bert");
        _site.Editors.Disable("bert", true, "test");
        (await other.Get("/load")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_takes_a_form()
    {
        var browser = await _site.SignedIn("anna");
        (await browser.Get("/account/sign-out")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/load")).StatusCode.ShouldBe(HttpStatusCode.OK, "a link does not sign out");
        (await browser.Send("/account/sign-out", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Get("/load")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_book_of_changes_is_for_administrators()
    {
        var editor = await _site.SignedIn("anna");
        (await editor.Get("/account/audit")).Headers.Location!.ToString().ShouldContain("/account/denied");
        (await editor.Get("/account/denied")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await (await _site.SignedIn("bert", EditorRole.Administrator)).Page("/account/audit");
        page.QuerySelector("table")!.TextContent.ShouldContain("account-add");
        page.Body!.TextContent.ShouldNotContain(EditorSite.Password);
    }

    [Fact]
    public async Task What_an_editor_sees_is_kept_by_nobody_and_shown_in_no_frame()
    {
        var reader = await _site.NewBrowser().Get("/sources");
        reader.Headers.ETag.ShouldNotBeNull();
        var answer = await (await _site.SignedIn("anna")).Get("/sources");
        answer.Headers.ETag.ShouldBeNull();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        (await Browser.Read(answer)).QuerySelector("footer")!.TextContent.ShouldContain("anna");
    }
}
