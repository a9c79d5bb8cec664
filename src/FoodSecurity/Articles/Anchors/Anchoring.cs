namespace FoodSecurity.Articles.Anchors;

/// <summary>Finds passages in texts: where their two selectors say, or where their words stand now. What could be at two places is orphaned, never guessed.</summary>
public static class Anchoring
{
    /// <summary>Shorter quotes say little by themselves: they need their surroundings too.</summary>
    private const int TellingLength = 20;

    /// <summary>Code points of surroundings that must agree where the words alone do not decide.</summary>
    private const int TellingContext = 8;

    /// <summary>The only place where somebody's quote stands in a text.</summary>
    /// <exception cref="ArticleException">It is empty, is not there, or stands at more than one place.</exception>
    public static TextAnchor Quote(CodePoints text, string exact)
    {
        var quote = new CodePoints(exact.Trim());
        var places = text.Find(quote);
        return places.Count switch
        {
            1 => TextAnchor.At(text, places[0], places[0] + quote.Length),
            0 => throw new ArticleException(quote.Length == 0 ? "The quote is empty." : $"The words \"{Short(exact)}\" do not stand in the article. Copy them from it unchanged."),
            _ => throw new ArticleException($"The words \"{Short(exact)}\" stand at {places.Count} places of the article. Take more words with them."),
        };
    }

    /// <summary>True where the words stand at the position, with the surroundings they say.</summary>
    public static bool Agrees(CodePoints text, TextAnchor anchor) =>
        anchor.Start >= 0 && anchor.End > anchor.Start && anchor.End <= text.Length && text.Slice(anchor.Start, anchor.End) == anchor.Exact
        && text.Slice(0, anchor.Start).EndsWith(anchor.Prefix, StringComparison.Ordinal) && text.Slice(anchor.End, text.Length).StartsWith(anchor.Suffix, StringComparison.Ordinal);

    /// <summary>Finds a passage of an earlier text in a corrected one.</summary>
    public static Placed Place(CodePoints text, TextAnchor anchor)
    {
        var quote = new CodePoints(anchor.Exact);
        var places = text.Find(quote).Select(p => (Start: p, Context: Context(text, anchor, p, p + quote.Length))).ToList();
        if (places.Count == 0)
        {
            return new Placed(AnchorState.Orphaned, null, 0);
        }

        var best = places.MaxBy(p => p.Context);
        var telling = places.Count == 1 && quote.Length >= TellingLength;
        var alone = places.Count(p => p.Context == best.Context) == 1 && best.Context >= Math.Min(TellingContext, anchor.Prefix.Length + anchor.Suffix.Length);
        return telling || alone
            ? new Placed(best.Start == anchor.Start ? AnchorState.Exact : AnchorState.Moved, TextAnchor.At(text, best.Start, best.Start + quote.Length), 1)
            : new Placed(AnchorState.Orphaned, null, 0);
    }

    /// <summary>How many code points before and after a place are those of the anchor, counted from the passage outwards.</summary>
    internal static int Context(CodePoints text, TextAnchor anchor, int start, int end)
    {
        int[] before = [.. new CodePoints(anchor.Prefix).Span], after = [.. new CodePoints(anchor.Suffix).Span];
        int left = 0, right = 0;
        while (left < before.Length && start - 1 - left >= 0 && text.Span[start - 1 - left] == before[^(left + 1)])
        {
            left++;
        }

        while (right < after.Length && end + right < text.Length && text.Span[end + right] == after[right])
        {
            right++;
        }

        return left + right;
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
