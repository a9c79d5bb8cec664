using System.Net;
using FoodSecurity.Answers;
using FoodSecurity.Editors;
using FoodSecurity.Tests.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSecurity.Tests.Editors;

/// <summary>A site of its own without the shipped data, with an administrator and an editor, reached over https.</summary>
public sealed class EditorSite : Site
{
    public const string Password = "a long enough password";

    private bool _gone;

    public EditorStore Editors => Services.GetRequiredService<EditorStore>();

    public Archive Archive => Services.GetRequiredService<Archive>();

    /// <summary>A browser that keeps cookies and follows no redirect.</summary>
    public Browser NewBrowser() =>
        new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }));

    public async Task<Browser> SignedIn(string name, EditorRole role = EditorRole.Editor)
    {
        var browser = NewBrowser();
        if (Editors.Find(name) is null)
        {
            Editors.Add(name, role, Password, "test");
        }

        (await browser.SignIn(name, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>The factory lets go of itself more than once.</summary>
    protected override void Dispose(bool disposing)
    {
        if (!_gone)
        {
            _gone = true;
            base.Dispose(disposing);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("datasets", Directory.CreateDirectory(Path.Combine(Folder, "no-datasets")).FullName);
    }
}

/// <summary>Asks and sends forms with the token their page gave.</summary>
public sealed class Browser(HttpClient client)
{
    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    public async Task<AngleSharp.Dom.IDocument> Page(string address)
    {
        var answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await Read(answer);
    }

    public static async Task<AngleSharp.Dom.IDocument> Read(HttpResponseMessage answer) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public Task<HttpResponseMessage> SignIn(string name, string password, string? back = null) =>
        Send(
            "/account/sign-in" + (back is null ? "" : "?return=" + Uri.EscapeDataString(back)),
            new()
            {
                ["name"] = name,
                ["password"] = password,
                ["return"] = back ?? "",
            }
        );

    /// <summary>Fills the form of a page and sends it there, or to one of its handlers.</summary>
    public async Task<HttpResponseMessage> Send(string address, Dictionary<string, string> fields, string handler = "")
    {
        fields["__RequestVerificationToken"] = await Token(address);
        return await client.PostAsync(address + handler, new FormUrlEncodedContent(fields));
    }

    public async Task<HttpResponseMessage> SendFile(string address, string name, byte[] bytes, string handler = "")
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await Token(address)), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        return await client.PostAsync(address + handler, content);
    }

    public Task<HttpResponseMessage> SendWithoutToken(string address, Dictionary<string, string> fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(fields));

    private async Task<string> Token(string address) =>
        (await Read(await client.GetAsync(address))).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
}
