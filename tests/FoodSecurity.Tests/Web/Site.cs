using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FoodSecurity.Tests.Web;

/// <summary>Tests that ask the site itself; they share one site with the shipped data, which takes seconds to load.</summary>
[CollectionDefinition(nameof(SiteTests))]
public sealed class SiteTests : ICollectionFixture<Site>;

/// <summary>What came back: status, headers, and the body once as bytes.</summary>
public sealed record Answer(string Address, HttpResponseMessage Message, byte[] Body)
{
    public HttpStatusCode Status => Message.StatusCode;

    public string Type => Message.Content.Headers.ContentType?.MediaType ?? "";

    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public IDocument Page => new HtmlParser().ParseDocument(Text);
}

/// <summary>The real site in this process, on a database of its own in the temporary folder.</summary>
public class Site : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-web-").FullName;
    private readonly ConcurrentDictionary<string, Answer> _known = new(StringComparer.Ordinal);
    private readonly Lazy<HttpClient> _client;

    public Site() =>
        _client = new Lazy<HttpClient>(() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public HttpClient Client => _client.Value;

    protected string Folder => _folder;

    /// <summary>Asks once; a second question for the same address is answered from memory.</summary>
    public async Task<Answer> Get(string address)
    {
        if (_known.TryGetValue(address, out var known))
        {
            return known;
        }

        var answer = await Ask(address);
        return _known.GetOrAdd(address, answer);
    }

    /// <summary>Asks with headers of one's own.</summary>
    public async Task<Answer> Ask(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var message = await Client.SendAsync(request);
        return new Answer(address, message, await message.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The page at an address, which has to be there.</summary>
    public async Task<IDocument> Page(string address)
    {
        var answer = await Get(address);
        answer.Status.ShouldBe(HttpStatusCode.OK, address);
        return answer.Page;
    }

    /// <summary>Same-site addresses a page links to, without fragments.</summary>
    public static IEnumerable<string> Links(IDocument page) =>
        page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(h => h.StartsWith('/')).Distinct();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("FOODSEC_DATABASE", Path.Combine(_folder, "web.db"));
        builder.ConfigureLogging(l => l.ClearProviders());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
