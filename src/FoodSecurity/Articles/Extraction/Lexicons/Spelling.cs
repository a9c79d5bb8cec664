namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>How a language writes numbers and joins words: the rows of <c>words.csv</c> that are no uses of words.</summary>
/// <param name="DecimalMark">Between whole and fraction of a number.</param>
/// <param name="GroupMark">Between groups of three digits; narrow and unbreakable spaces are so in every language.</param>
/// <param name="Endings">What stands behind a word as a word of its own, with its apostrophe: 's.</param>
/// <param name="Elisions">What stands before an apostrophe as a word of its own: l, d, qu.</param>
internal sealed record Spelling(char DecimalMark, char GroupMark, IReadOnlyList<string> Endings, IReadOnlyList<string> Elisions)
{
    public static readonly Spelling Plain = new('.', ',', [], []);

    /// <summary>The length of an ending that begins at an apostrophe, or 0.</summary>
    public int EndingAt(string text, int at, int end) =>
        At(text, at + 1, end, Endings) is > 0 and var length && (at + 1 + length >= end || !char.IsLetterOrDigit(text[at + 1 + length]))
            ? length + 1
            : 0;

    /// <summary>The length of an elision with its apostrophe that begins at a letter, or 0.</summary>
    public int ElisionAt(string text, int at, int end)
    {
        foreach (var word in Elisions)
        {
            var behind = at + word.Length;
            if (
                behind + 1 < end
                && text[behind] is '\'' or '’'
                && char.IsLetter(text[behind + 1])
                && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            )
            {
                return word.Length + 1;
            }
        }

        return 0;
    }

    private static int At(string text, int at, int end, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (at + word.Length <= end && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
