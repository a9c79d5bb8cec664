using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FoodSecurity.Articles.Intake;

/// <summary>A page's article: found by SmartReader (Mozilla's Readability), its text taken by a walk of our own; details from the page's meta tags and JSON-LD.</summary>
internal static class HtmlArticle
{
    /// <summary>Pages with more elements are read whole: looking for the article would take too long.</summary>
    private const int MostForSearch = 20_000;

    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(5);

    /// <param name="html">The page.</param>
    /// <param name="address">Where it stands; null where that is not known.</param>
    /// <exception cref="IntakeException">The page is hostile or holds no text.</exception>
    public static ReceivedArticle Read(string html, string? address)
    {
        var page = GuardedPage.Parse(html);
        var (details, doubts) = HtmlDetails.Read(page, address);
        var text = page.All.Length <= MostForSearch ? Found(page, html, details.Address ?? address) : null;
        if (text is null)
        {
            var body = page.QuerySelector("article") ?? page.QuerySelector("main") ?? (IElement?)page.Body;
            text = body is null ? "" : HtmlText.Of(body);
            doubts =
                text.Length == 0
                    ? doubts
                    : [.. doubts, "The article could not be told from the rest of the page: look for menus and notices in the text."];
        }

        return text.Length == 0
            ? throw new IntakeException(
                "The page holds no text: it may be made by a script in the browser. Copy the text from there and paste it."
            )
            : new ReceivedArticle(text, details, "html", doubts);
    }

    /// <summary>The article's text, or null where none stands out or the search takes too long.</summary>
    private static string? Found(IHtmlDocument page, string html, string? address)
    {
        using var late = new CancellationTokenSource(LongestSearch);
        try
        {
            using var reader = new SmartReader.Reader(
                CanonicalAddress.Of(address) is null ? "https://page.invalid/" : address!,
                GuardedPage.Parse(html)
            )
            {
                MaxElemsToParse = MostForSearch,
            };
            var article = reader.GetArticleAsync(late.Token).GetAwaiter().GetResult();
            if (!article.IsReadable || article.Content is null)
            {
                return null;
            }

            var text = HtmlText.Of(GuardedPage.Parse(article.Content).Body!);
            // A search that keeps next to nothing has taken a notice for the article.
            return text.Length > 0 && text.Length * 20 > HtmlText.Of(page.Body!).Length ? text : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
