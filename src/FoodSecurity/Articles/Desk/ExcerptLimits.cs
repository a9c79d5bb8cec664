using System.Globalization;

namespace FoodSecurity.Articles.Desk;

/// <summary>
/// How much of an article may be quoted: excerpts are quotations, not republication. Each has at most <see cref="LongestExcerpt"/> code points; all that
/// readers see of one article together at most a third of it or <see cref="AlwaysAllowed"/>, whichever is more, and never more than <see cref="MostOfArticle"/>.
/// A stated permission (our own report, CC BY, a press release) lifts the limit on the whole. Passages that overlap count once.
/// </summary>
public static class ExcerptLimits
{
    public const int LongestExcerpt = ArticleFile.LongestExcerpt;
    public const int MostOfArticle = 3_000;

    public const int AlwaysAllowed = 800;

    private const int Share = 3;

    /// <summary>What an editor writes who may show more than a quotation.</summary>
    private static readonly string[] Permissions =
    [
        "our own",
        "own report",
        "cc by",
        "cc-by",
        "cc0",
        "creative commons",
        "public domain",
        "press release",
        "with permission",
        "permission of",
        "permission from",
        "open government",
    ];

    /// <summary>True where what is said of licence or permission allows more than a quotation.</summary>
    public static bool IsPermitted(string? rights) =>
        rights is { Length: > 0 } && Permissions.Any(p => rights.Contains(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>Code points that may be shown of a text of this length; without a known length the most for any article.</summary>
    public static long Allowed(long? textLength, string? rights = null) =>
        IsPermitted(rights) ? textLength ?? long.MaxValue
        : textLength is { } length ? Math.Clamp(length / Share, AlwaysAllowed, MostOfArticle)
        : MostOfArticle;

    /// <summary>Of the drafts as many as fit beside what is approved, the shortest first.</summary>
    public static IReadOnlyList<Excerpt> Fitting(Article article)
    {
        var allowed = Allowed(article.TextLength, article.Rights);
        var shown = article.Excerpts.Where(e => e.State == ExcerptState.Approved).ToList();
        var fitting = new List<Excerpt>();
        foreach (var draft in article.Excerpts.Where(e => e.State == ExcerptState.Draft).OrderBy(e => CleanText.Length(e.Exact)))
        {
            if (Shown(shown.Append(draft)) <= allowed)
            {
                shown.Add(draft);
                fitting.Add(draft);
            }
        }

        return [.. fitting.OrderBy(e => e.Number)];
    }

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
    public static void CheckShare(Article article, IEnumerable<Excerpt> excerpts)
    {
        var (shown, allowed) = (Shown(excerpts), Allowed(article.TextLength, article.Rights));
        if (shown > allowed)
        {
            throw new ArticleException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Together the approved excerpts would show {shown} characters of this article; {allowed} may be shown (a third or {AlwaysAllowed}, at most {MostOfArticle}). Remove one, quote less, or state a licence or permission in the details."
                )
            );
        }
    }

    private static string Start(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
