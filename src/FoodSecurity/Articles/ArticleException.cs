namespace FoodSecurity.Articles;

/// <summary>An article cannot be kept or changed as asked; the message says why and is fit to be shown.</summary>
public class ArticleException(string message) : Exception(message);

/// <summary>What was given cannot be read as an article; the message says why and what to do, and is fit to be shown.</summary>
public sealed class IntakeException(string message) : ArticleException(message);

/// <summary>An article is here already, or one nearly like it; the message names it.</summary>
public sealed class DuplicateArticleException(string message, IReadOnlyList<ArticleDuplicate> found) : ArticleException(message)
{
    /// <summary>The nearest first.</summary>
    public IReadOnlyList<ArticleDuplicate> Found => found;
}

/// <summary>How an article is like another.</summary>
public enum Likeness
{
    SameText,
    SameAddress,
    NearlySameText,
}

/// <summary>An article that is here already and like the one at hand.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Title">Its title.</param>
/// <param name="PublishedOn">yyyy-MM-dd, or empty.</param>
/// <param name="Likeness">By what it was found.</param>
/// <param name="Share">Estimated share of common passages, 0 to 1; 1 for the same text.</param>
public sealed record ArticleDuplicate(string Slug, string Title, string PublishedOn, Likeness Likeness, double Share);
