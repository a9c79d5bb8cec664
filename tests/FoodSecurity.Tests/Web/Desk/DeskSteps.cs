using System.Net;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Tests.Editors;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>The article that the desk's tests are about, and the steps they share.</summary>
public static class DeskSteps
{
    public const string Harvest = "North Korea’s rice harvest rose 6.9 percent in 2023, a South Korean agency said.";
    public const string Imports = "Its food imports fell by half during the closure of the border.";
    public const string Hostile = "<script>alert(1)</script> & <b>bold</b>";
    public const string Secret = "Zanzibarquill";

    /// <summary>Long enough that both sentences may be shown; with marks of what must never reach a reader.</summary>
    public const string Text =
        Harvest
        + "\n\nThe weather was kind to the fields, farmers told visitors who came through the western provinces. "
        + Imports
        + "\n\nNothing else is known of the talks, which went on behind closed doors until late in the evening. Delegates left by train. "
        + Hostile
        + "\n\nThe evening was quiet. Delegates left by train. "
        + Secret
        + " was the password of the evening, and it was spoken softly by those who knew it, at the gate of the old town.";

    public static Dictionary<string, string> Details =>
        new()
        {
            ["title"] = "Harvest up <i>they say</i>",
            ["outlet"] = "The Example",
            ["published"] = "2024-02-01",
            ["language"] = "en",
            ["address"] = "https://www.example.org/news/harvest",
        };

    /// <summary>Keeps the article as a draft and gives the address of its page at the desk.</summary>
    public static async Task<string> Added(Browser browser, string text = Text, Action<Dictionary<string, string>>? change = null)
    {
        var fields = Details;
        fields["text"] = text;
        change?.Invoke(fields);
        var kept = await browser.Send("/articles/new", fields, "?handler=Keep");
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return kept.Headers.Location!.ToString();
    }

    /// <summary>Sends a form of one desk page to another address with its token.</summary>
    public static Task<HttpResponseMessage> Post(
        this Browser browser,
        string address,
        Dictionary<string, string> fields,
        string handler = ""
    ) => browser.Send(address, fields, handler);

    /// <summary>The fields of the form about a claim, as a browser would send them back.</summary>
    public static Dictionary<string, string> Fields(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("form.desk-form input[name], form.desk-form select[name], form.desk-form textarea[name]")
            .Where(e => e.GetAttribute("name") is { } n && n is not "__RequestVerificationToken")
            .ToDictionary(
                e => e.GetAttribute("name")!,
                e =>
                    e switch
                    {
                        AngleSharp.Html.Dom.IHtmlSelectElement s => s.Value ?? "",
                        AngleSharp.Html.Dom.IHtmlTextAreaElement t => t.Value,
                        _ => e.GetAttribute("value") ?? "",
                    }
            );

    public static string Alert(AngleSharp.Dom.IDocument page) =>
        string.Join(" | ", page.QuerySelectorAll("[role=alert]").Select(a => a.TextContent.Trim()));

    public static async Task<string> Refused(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return Alert(await Browser.Read(answer));
    }

    public static ArticleDesk DeskOf(EditorSite site) => ArticleDesks.Open(site.Archive);

    /// <summary>What editors added: the reviewed articles that are shipped are there too.</summary>
    public static IReadOnlyList<Article> AddedOf(EditorSite site) => [.. DeskOf(site).All().Where(a => a.AddedBy is not null)];
}
