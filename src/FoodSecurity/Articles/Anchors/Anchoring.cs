using System.Text;

namespace FoodSecurity.Articles.Anchors;

/// <summary>
/// Finds passages in texts: where their two selectors say, where their words stand now, or where words stand that were made from them by small changes.
/// What could be at two places, or could be another passage, is orphaned and never guessed.
/// </summary>
public static class Anchoring
{
    /// <summary>Shorter quotes say little by themselves: they need their surroundings too, and are not looked for when changed.</summary>
    private const int TellingLength = 20;

    /// <summary>How like its surroundings must be on one side, where the words alone do not decide.</summary>
    private const double TellingContext = 0.7;

    /// <summary>How much better than the next the best place must be.</summary>
    private const double Margin = 0.1;

    /// <summary>At most this share of the words may differ.</summary>
    private const double MostChanged = 0.2;

    /// <summary>Longer texts are not searched for changed words: it would take too long.</summary>
    private const int LongestSearched = 200_000;

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

    /// <summary>True where both selectors agree: the words stand at the position, with the surroundings they name.</summary>
    public static bool Agrees(CodePoints text, TextAnchor anchor) =>
        anchor.Start >= 0 && anchor.End > anchor.Start && anchor.End <= text.Length && text.Slice(anchor.Start, anchor.End) == anchor.Exact
        && text.Slice(0, anchor.Start).EndsWith(anchor.Prefix, StringComparison.Ordinal) && text.Slice(anchor.End, text.Length).StartsWith(anchor.Suffix, StringComparison.Ordinal);

    /// <summary>Finds a passage of an earlier text in a corrected one.</summary>
    /// <param name="text">The corrected text.</param>
    /// <param name="anchor">The passage as it stood.</param>
    /// <param name="before">The earlier text; null where it is not known. With it a passage that stood beside a like one is never taken for that.</param>
    public static Placed Place(CodePoints text, TextAnchor anchor, CodePoints? before = null)
    {
        var quote = new CodePoints(anchor.Exact);
        var context = new Surroundings(anchor);
        var twins = before?.Find(quote).Where(p => p != anchor.Start).Select(p => new Surroundings(TextAnchor.At(before, p, p + quote.Length))).ToList() ?? [];
        var places = text.Find(quote).Select(p => (Start: p, Around: context.At(text, p, p + quote.Length))).OrderByDescending(p => p.Around.Mean).ToList();
        if (places.Count == 0)
        {
            return Changed(text, anchor, quote, context, before);
        }

        var (start, around) = places[0];
        var end = start + quote.Length;
        // The words alone decide where they are many and stood, and stand, at one place only. Of several equal ones both sides must be as they were.
        var decided = places.Count == 1 && twins.Count == 0 && quote.Length >= TellingLength;
        var told = (twins.Count == 0 ? around.Best >= TellingContext : around.Worst >= 1) && (places.Count == 1 || around.Mean - places[1].Around.Mean >= Margin)
            && twins.TrueForAll(t => around.Mean - t.At(text, start, end).Mean >= Margin);
        return decided || told
            ? new Placed(start == anchor.Start ? AnchorState.Exact : AnchorState.Moved, TextAnchor.At(text, start, end), 1)
            : new Placed(AnchorState.Orphaned, null, 0);
    }

    /// <summary>Words made from the passage by small changes: surroundings must agree on one side, no other place may be nearly as good, and in the earlier text they must be likest to this passage.</summary>
    private static Placed Changed(CodePoints text, TextAnchor anchor, CodePoints quote, Surroundings context, CodePoints? before)
    {
        var orphaned = new Placed(AnchorState.Orphaned, null, 0);
        if (quote.Length < TellingLength || text.Length > LongestSearched)
        {
            return orphaned;
        }

        var places = EditDistance.Find(text.Span, quote.Span, (int)(quote.Length * MostChanged)).Select(p => WholeWords(text, p.Start, p.End)).Distinct().Select(p =>
        {
            var likeness = EditDistance.Likeness(quote.Span, text.Span[p.Start..p.End]);
            var around = context.At(text, p.Start, p.End).Best;
            return (p.Start, p.End, Likeness: likeness, Around: around, Both: 0.7 * likeness + 0.3 * around);
        }).OrderByDescending(p => p.Both).ToList();
        if (places.Count == 0 || places[0].Likeness < 1 - MostChanged || places[0].Around < TellingContext || (places.Count > 1 && places[0].Both - places[1].Both < Margin / 2))
        {
            return orphaned;
        }

        var best = places[0];
        if (before is not null)
        {
            // Back again: the words found must be likest to this passage among all of the earlier text.
            var found = text.Span[best.Start..best.End];
            var back = EditDistance.Find(before.Span, found, (int)(found.Length * MostChanged) + 2);
            if (back.Count == 0 || !(back[0].Start < anchor.End && anchor.Start < back[0].End) || (back.Count > 1 && back[1].Distance == back[0].Distance))
            {
                return orphaned;
            }
        }

        return new Placed(AnchorState.Approximate, TextAnchor.At(text, best.Start, best.End), best.Likeness);
    }

    /// <summary>The passage with the words whole at both ends, and without blanks there.</summary>
    private static (int Start, int End) WholeWords(CodePoints text, int start, int end)
    {
        while (start > 0 && start < end && IsWord(text, start) && IsWord(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && end > start && IsWord(text, end - 1) && IsWord(text, end))
        {
            end++;
        }

        while (start < end && Rune.IsWhiteSpace(new Rune(text.Span[start])))
        {
            start++;
        }

        while (end > start && Rune.IsWhiteSpace(new Rune(text.Span[end - 1])))
        {
            end--;
        }

        return (start, end);
    }

    private static bool IsWord(CodePoints text, int at) => Rune.IsLetterOrDigit(new Rune(text.Span[at]));

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    /// <summary>What stood around a passage.</summary>
    private sealed class Surroundings(TextAnchor anchor)
    {
        private readonly CodePoints _before = new(anchor.Prefix);
        private readonly CodePoints _after = new(anchor.Suffix);

        /// <summary>How like the surroundings of a place are, before and after it; what is not known is like nothing but the end of a text.</summary>
        public Sides At(CodePoints text, int start, int end) => new(
            EditDistance.Likeness(_before.Span, text.Span[Math.Max(0, start - Math.Max(_before.Length, 1))..start]),
            EditDistance.Likeness(_after.Span, text.Span[end..Math.Min(text.Length, end + Math.Max(_after.Length, 1))]));
    }

    private readonly record struct Sides(double Left, double Right)
    {
        public double Best => Math.Max(Left, Right);

        public double Worst => Math.Min(Left, Right);

        public double Mean => (Left + Right) / 2;
    }
}
