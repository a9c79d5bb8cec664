using System.Net;
using AngleSharp.Html.Parser;
using FoodSecurity.Web.Pages;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSecurity.Tests.Web;

/// <summary>A second language beside English: pages speak it where it has texts, say so, and say the rest in English.</summary>
[Collection(nameof(SiteTests))]
public class PageLanguageTests(Site site)
{
    private static readonly Texts French = Texts.Of(
        "fr",
        new Dictionary<string, string>
        {
            ["page.help.help"] = "Aide <b>",
            ["page.frame.search"] = "",
            ["page.frame.foot"] = "Voir les <sources>sources & licences</sources> <script>.",
            ["page.search.none"] = "Rien pour {0}.",
        }
    );

    [Fact]
    public async Task A_language_without_texts_is_english_and_the_page_says_so()
    {
        var plain = (await site.Get("/help")).Text;
        (await site.Get("/help?lang=tlh")).Text.ShouldBe(plain);
        plain.ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task A_second_language_changes_the_page_and_lacks_are_english()
    {
        await using var other = site.WithWebHostBuilder(b =>
            b.ConfigureTestServices(s =>
                s.AddSingleton(new SiteLanguages(new Dictionary<string, Texts> { ["fr"] = French, ["en"] = Texts.English }))
            )
        );
        using var client = other.CreateClient();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/help?lang=fr"));
        page.DocumentElement.GetAttribute("lang").ShouldBe("fr");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Aide <b>");
        page.QuerySelector("header button")!.TextContent.ShouldBe("Search");
        page.QuerySelector("footer p")!.TextContent.ShouldBe("Voir les sources & licences <script>.");
        page.QuerySelector("footer p a")!.GetAttribute("href").ShouldBe("/sources");
        (await client.GetStringAsync("/help")).ShouldContain("<h1>Help</h1>");
        var none = await client.GetAsync("/search?lang=fr&q=%3Cscript%3Ezzqq");
        none.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await none.Content.ReadAsStringAsync()).ShouldContain("Rien pour &lt;script&gt;zzqq.");
    }

    [Theory]
    [InlineData("Known {0}. <now>Now</now>", "Known a&amp;b. <a href=\"/x?y=1&amp;z=%22\">Now</a>")]
    [InlineData("<now>Now</now> {1}{0}{2}", "<a href=\"/x?y=1&amp;z=%22\">Now</a> <i>c</i>a&amp;b{2}")]
    [InlineData("<now>left open", "<a href=\"/x?y=1&amp;z=%22\">left open</a>")]
    [InlineData("</now> 1 < 2 & <b>bold</b> <x>", "&lt;/now&gt; 1 &lt; 2 &amp; <b>bold</b> &lt;x&gt;")]
    public void Marks_become_elements_and_nothing_else_does(string sentence, string html)
    {
        var writer = new StringWriter();
        MarkedSentence
            .Of(sentence, "a&b", new Microsoft.AspNetCore.Html.HtmlString("<i>c</i>"), new TextTag("now", "a", "href", "/x?y=1&z=%22"))
            .WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        writer.ToString().ShouldBe(html);
    }
}
