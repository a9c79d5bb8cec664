using System.Globalization;

namespace FoodSecurity.Articles.Desk;

/// <summary>
/// How much of an article may be quoted: excerpts are quotations, not republication. Each has at most <see cref="LongestExcerpt"/> code points; all that readers see of one article
/// together at most a quarter of it, never more than <see cref="MostOfArticle"/>, while the length of one excerpt is always allowed. Passages that overlap count once.
/// </summary>
public static class ExcerptLimits
{
    public const int LongestExcerpt = ArticleFile.LongestExcerpt;
    public const int MostOfArticle = 3_000;

    private const int Share = 4;

    /// <summary>Code points that may be shown of a text of this length; without a known length the most for any article.</summary>
    public static long Allowed(long? textLength) =>
        textLength is { } length ? Math.Clamp(length / Share, LongestExcerpt, MostOfArticle) : MostOfArticle;

    /// <summary>Code points shown by these excerpts.</summary>
    public static long Shown(IEnumerable<Excerpt> excerpts)
    {
        long shown = 0,
            reached = 0;
        foreach (var e in excerpts.OrderBy(e => e.Start ?? long.MaxValue))
        {
            if (e is { Start: { } start, End: { } end })
            {
                shown += Math.Max(0, end - Math.Max(start, reached));
                reached = Math.Max(reached, end);
            }
            else
            {
                shown += CleanText.Length(e.Exact);
            }
        }

        return shown;
    }

    /// <exception cref="ArticleException">The passage is empty or longer than an excerpt may be.</exception>
    public static void CheckLength(string exact)
    {
        if (CleanText.Length(exact) is 0 or > LongestExcerpt)
        {
            throw new ArticleException(
                $"An excerpt has 1 to {LongestExcerpt} characters; this one has {CleanText.Length(exact)}: \"{Start(exact)}\"."
            );
        }
    }

    /// <exception cref="ArticleException">Together the excerpts show more of the article than is allowed.</exception>
    public static void CheckShare(long? textLength, IEnumerable<Excerpt> excerpts)
    {
        var shown = Shown(excerpts);
        if (shown > Allowed(textLength))
        {
            throw new ArticleException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Together the approved excerpts would show {shown} characters of this article; {Allowed(textLength)} are allowed (a quarter, at most {MostOfArticle}). Take one out or quote less."
                )
            );
        }
    }

    private static string Start(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
