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

    /// <summary>Changed words are taken for the passage from this likeness on: one less the edit distance over the length, in code points of <see cref="FoldedText"/>.</summary>
    public const double LeastLikeness = 0.8;

    /// <summary>From this likeness on a long passage may also stand in other surroundings.</summary>
    private const double NearlyAll = 0.9;

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
            0 => throw new ArticleException(
                quote.Length == 0
                    ? "The quote is empty."
                    : $"The words \"{Short(exact)}\" do not stand in the article. Copy them from it unchanged."
            ),
            _ => throw new ArticleException(
                $"The words \"{Short(exact)}\" stand at {places.Count} places of the article. Take more words with them."
            ),
        };
    }

    /// <summary>True where both selectors agree: the words stand at the position, with the surroundings they name.</summary>
    public static bool Agrees(CodePoints text, TextAnchor anchor) =>
        anchor.Start >= 0
        && anchor.End > anchor.Start
        && anchor.End <= text.Length
        && text.Slice(anchor.Start, anchor.End) == anchor.Exact
        && text.Slice(0, anchor.Start).EndsWith(anchor.Prefix, StringComparison.Ordinal)
        && text.Slice(anchor.End, text.Length).StartsWith(anchor.Suffix, StringComparison.Ordinal);

    /// <summary>Finds a passage of an earlier text in a corrected one, whichever way blanks, quotation marks and dashes are written in each (<see cref="FoldedText"/>).</summary>
    /// <param name="text">The corrected text.</param>
    /// <param name="anchor">The passage as it stood.</param>
    /// <param name="before">The earlier text; null where it is not known. With it a passage that stood beside a like one is never taken for that.</param>
    public static Placed Place(CodePoints text, TextAnchor anchor, CodePoints? before = null)
    {
        var quote = new CodePoints(anchor.Exact).Folded.Points;
        var (now, then) = (text.Folded.Points, before?.Folded);
        var context = Surroundings.Of(anchor.Prefix, anchor.Suffix);
        // "rose by 6" does not stand in "rose by 65" or "rose by 6.9", unless it was quoted so.
        var inWord = context.CutsWord(quote);
        var places = now.Find(quote).Where(p => inWord || !CutsWord(now, p, p + quote.Length)).ToList();
        if (places.Count == 0)
        {
            return Changed(text, anchor, quote, context, then);
        }

        var twins = then?.Points.Find(quote).Select(p => then.Origin(p, p + quote.Length)).Where(p => p.Start != anchor.Start).ToList()
            ?? [];
        if (
            (
                twins.Count == 0
                    ? Told(now, places, quote.Length, context)
                    : ToldFromTwins(text, places, quote.Length, anchor, before!, twins)
            )
            is not { } start
        )
        {
            return Placed.Nowhere;
        }

        var found = text.Folded.Origin(start, start + quote.Length);
        return new Placed(
            found.Start == anchor.Start ? AnchorState.Exact : AnchorState.Moved,
            TextAnchor.At(text, found.Start, found.End),
            1
        );
    }

    /// <summary>Of the places at which the words stand the one that is meant: the only one where they are many, else the one whose surroundings they had on one side at least.</summary>
    private static int? Told(CodePoints text, List<int> places, int length, Surroundings context)
    {
        var likest = places
            .Select(p => (Start: p, Around: context.Like(text, p, p + length)))
            .OrderByDescending(p => p.Around.Mean)
            .ToList();
        return
            (places.Count == 1 && length >= TellingLength)
            || (likest[0].Around.Best >= TellingContext && (places.Count == 1 || likest[0].Around.Mean - likest[1].Around.Mean >= Margin))
            ? likest[0].Start
            : null;
    }

    /// <summary>Of words that stood at several places the one that is meant: both sides must be letter by letter as they were, and not as they were of another place.</summary>
    private static int? ToldFromTwins(
        CodePoints text,
        List<int> places,
        int length,
        TextAnchor anchor,
        CodePoints before,
        List<(int Start, int End)> twins
    )
    {
        var context = new Surroundings(new CodePoints(anchor.Prefix), new CodePoints(anchor.Suffix));
        var likest = places
            .Select(p => (Folded: p, Origin: text.Folded.Origin(p, p + length)))
            .Select(p => (p.Folded, p.Origin, Around: context.Like(text, p.Origin.Start, p.Origin.End)))
            .OrderByDescending(p => p.Around.Mean)
            .ToList();
        var (folded, (start, end), around) = likest[0];
        return
            around.Worst >= 1
            && (likest.Count == 1 || around.Mean - likest[1].Around.Mean >= Margin)
            && twins.TrueForAll(t => around.Mean - Surroundings.At(before, t.Start, t.End).Like(text, start, end).Mean >= Margin)
            ? folded
            : null;
    }

    /// <summary>
    /// Words made from the passage by small changes: no other place may be nearly as good, and in the earlier text they must be likest to this passage. Surroundings must agree on
    /// one side, but for a long passage that moved with the same figures in it and hardly another word.
    /// </summary>
    private static Placed Changed(CodePoints text, TextAnchor anchor, CodePoints quote, Surroundings context, FoldedText? before)
    {
        var now = text.Folded.Points;
        if (quote.Length < TellingLength || now.Length > LongestSearched)
        {
            return Placed.Nowhere;
        }

        var places = EditDistance
            .Find(now.Span, quote.Span, (int)(quote.Length * (1 - LeastLikeness)))
            .Select(p => WholeWords(now, p.Start, p.End))
            .Distinct()
            .Select(p =>
            {
                var likeness = EditDistance.Likeness(quote.Span, now.Span[p.Start..p.End]);
                var around = context.Like(now, p.Start, p.End).Best;
                return (p.Start, p.End, Likeness: likeness, Around: around, Both: 0.7 * likeness + 0.3 * around);
            })
            .OrderByDescending(p => p.Both)
            .ToList();
        if (places.Count == 0 || places[0].Likeness < LeastLikeness || (places.Count > 1 && places[0].Both - places[1].Both < Margin / 2))
        {
            return Placed.Nowhere;
        }

        var best = places[0];
        var found = text.Folded.Origin(best.Start, best.End);
        var standing = text.Slice(found.Start, found.End);
        var isItself =
            before is not null
            && quote.Length >= 2 * TellingLength
            && best.Likeness >= NearlyAll
            && WordChange.Weight(WordChange.Between(anchor.Exact, standing)) != ChangeWeight.Figures;
        if (best.Around < TellingContext && !isItself)
        {
            return Placed.Nowhere;
        }

        if (before is not null)
        {
            // Back again: the words found must be likest to this passage among all of the earlier text.
            var words = now.Span[best.Start..best.End];
            var back = EditDistance.Find(before.Points.Span, words, (int)(words.Length * (1 - LeastLikeness)) + 2);
            if (
                back.Count == 0
                || (back.Count > 1 && back[1].Distance == back[0].Distance)
                || before.Origin(back[0].Start, back[0].End) is var (start, end) && !(start < anchor.End && anchor.Start < end)
            )
            {
                return Placed.Nowhere;
            }
        }

        return new Placed(AnchorState.Approximate, TextAnchor.At(text, found.Start, found.End), best.Likeness);
    }

    /// <summary>The passage with the words and figures whole at both ends, and without blanks there.</summary>
    private static (int Start, int End) WholeWords(CodePoints text, int start, int end)
    {
        while (start > 0 && start < end && IsInside(text, start))
        {
            start--;
        }

        while (end < text.Length && end > start && IsInside(text, end))
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

    private static bool CutsWord(CodePoints text, int start, int end) => IsInside(text, start) || IsInside(text, end);

    /// <summary>True where an edge would part a word or a figure: between letters or digits, or beside a point or comma between digits.</summary>
    private static bool IsInside(CodePoints text, int edge) =>
        IsWord(text, edge - 1) && IsWord(text, edge)
        || IsMark(text, edge) && IsDigit(text, edge - 1) && IsDigit(text, edge + 1)
        || IsMark(text, edge - 1) && IsDigit(text, edge - 2) && IsDigit(text, edge);

    private static bool IsWord(CodePoints text, int at) => at >= 0 && at < text.Length && Rune.IsLetterOrDigit(new Rune(text.Span[at]));

    private static bool IsDigit(CodePoints text, int at) => at >= 0 && at < text.Length && Rune.IsDigit(new Rune(text.Span[at]));

    private static bool IsMark(CodePoints text, int at) => at >= 0 && at < text.Length && (text.Span[at] is '.' or ',');

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    /// <summary>What stood around a passage.</summary>
    private sealed class Surroundings(CodePoints before, CodePoints after)
    {
        public static Surroundings Of(string prefix, string suffix) =>
            new(new CodePoints(prefix).Folded.Points, new CodePoints(suffix).Folded.Points);

        public static Surroundings At(CodePoints text, int start, int end) =>
            new(new CodePoints(text.Slice(start - TextAnchor.Context, start)), new CodePoints(text.Slice(end, end + TextAnchor.Context)));

        /// <summary>True where the passage itself was quoted from the middle of a word.</summary>
        public bool CutsWord(CodePoints quote)
        {
            var whole = new CodePoints([.. before.Span, .. quote.Span, .. after.Span]);
            return Anchoring.CutsWord(whole, before.Length, before.Length + quote.Length);
        }

        /// <summary>How like the surroundings of a place are, before and after it; what is not known is like nothing but the end of a text.</summary>
        public Sides Like(CodePoints text, int start, int end) =>
            new(
                EditDistance.Likeness(before.Span, text.Span[Math.Max(0, start - Math.Max(before.Length, 1))..start]),
                EditDistance.Likeness(after.Span, text.Span[end..Math.Min(text.Length, end + Math.Max(after.Length, 1))])
            );
    }

    private readonly record struct Sides(double Left, double Right)
    {
        public double Best => Math.Max(Left, Right);

        public double Worst => Math.Min(Left, Right);

        public double Mean => (Left + Right) / 2;
    }
}
