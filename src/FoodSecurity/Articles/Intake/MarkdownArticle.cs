using System.Text.RegularExpressions;
using Markdig;

namespace FoodSecurity.Articles.Intake;

/// <summary>An article in Markdown (CommonMark with tables): its text as a reader of the page sees it; title, date and author from its front matter, else the first heading.</summary>
internal static partial class MarkdownArticle
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <exception cref="IntakeException">Nested too deep, or without text.</exception>
    public static ReceivedArticle Read(string markdown)
    {
        string html;
        try
        {
            html = Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on nesting.
            throw new IntakeException("The Markdown is nested too deep: that is no article. Paste its text instead.");
        }

        var page = GuardedPage.Parse(html);
        var text = HtmlText.Of(page.Body!);
        var stated = FrontMatter().Match(markdown) is { Success: true } front
            ? Pair()
                .Matches(front.Groups["lines"].Value)
                .GroupBy(m => m.Groups["name"].Value.ToLowerInvariant())
                .ToDictionary(g => g.Key, g => g.First().Groups["value"].Value.Trim(' ', '"', '\''))
            : [];
        return text.Length == 0
            ? throw new IntakeException("The text is empty.")
            : new ReceivedArticle(
                text,
                new ArticleDetails
                {
                    Title = Value("title") ?? page.QuerySelector("h1, h2")?.TextContent.Trim() ?? "",
                    PublishedOn = StatedDate.Read(Value("date") ?? Value("published")),
                    Author = Value("author"),
                    Outlet = Value("outlet") ?? Value("publisher"),
                    Address = Value("address") ?? Value("url") ?? Value("source"),
                    Language = HtmlDetails.Language(Value("lang") ?? Value("language")) ?? "",
                },
                "markdown",
                []
            );

        string? Value(string name) => stated.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    [GeneratedRegex(@"\A---\r?\n(?<lines>[\s\S]{0,4000}?)\r?\n---")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^(?<name>[A-Za-z_]{2,20}):[ \t]*(?<value>[^\r\n]{0,500})", RegexOptions.Multiline)]
    private static partial Regex Pair();
}
