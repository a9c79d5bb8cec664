namespace FoodSecurity.Articles.Intake;

/// <summary>An article as it was read from what somebody gave: nothing of it is kept yet, each part of it can be corrected.</summary>
/// <param name="Text">Plain text in the form that is kept; positions count its code points.</param>
/// <param name="Details">What the file itself states of title, outlet, author, date, dateline, language and address; what it does not state is null, or empty for the title.</param>
/// <param name="Format">text, html, markdown, pdf, mail.</param>
/// <param name="Doubts">What a person should look at: an encoding that was guessed, attachments left out, a date that cannot be.</param>
public sealed record ReceivedArticle(string Text, ArticleDetails Details, string Format, IReadOnlyList<string> Doubts)
{
    /// <summary>What the reading code is given.</summary>
    public ArticleText AsArticleText() =>
        new(
            Text,
            FoodSecurity.Observations.PartialDate.Start(Details.PublishedOn),
            Details.Title.Length > 0 ? Details.Title : null,
            Details.Dateline,
            Details.Language
        );
}
