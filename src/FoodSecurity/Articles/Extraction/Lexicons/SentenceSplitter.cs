namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>A sentence's place in the text, in UTF-16 units, and the number of its paragraph.</summary>
internal readonly record struct SentenceSpan(int Start, int End, int Paragraph);

/// <summary>
/// Cuts a text into sentences. A full stop ends one only where it is not part of an abbreviation, an initial or a number and where something follows that can begin a
/// sentence; closing quotes and brackets stay with what they close. An empty line and a bullet always end one; datelines belong to none. One pass, whatever the text.
/// </summary>
internal sealed class SentenceSplitter(IReadOnlyDictionary<string, bool> abbreviations, IReadOnlySet<string> starters)
{
    /// <summary>Nothing longer is read as one sentence: it is cut at a space.</summary>
    private const int LongestSentence = 2000;
    private const int LongestHeading = 40;

    public List<SentenceSpan> Split(string text)
    {
        var found = new List<SentenceSpan>();
        var paragraph = 0;
        var at = 0;
        while (at < text.Length)
        {
            var end = ParagraphEnd(text, at);
            Paragraph(text, SentenceStart(text, at, end), end, paragraph, found);
            at = end;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            // the points of a list speak of what stands before them
            paragraph += at < text.Length && IsBullet(text, at) ? 0 : 1;
        }

        return found;
    }

    private void Paragraph(string text, int start, int end, int paragraph, List<SentenceSpan> found)
    {
        var from = start;
        var lastSpace = -1;
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                lastSpace = at;
            }

            if (c == '\n' && from == start && IsHeading(text, from, at, end))
            {
                Add(text, from, at, paragraph, found);
                from = at + 1;
                continue;
            }

            if (at - from >= LongestSentence)
            {
                var cut = lastSpace > from ? lastSpace : at;
                Add(text, from, cut, paragraph, found);
                from = cut;
                lastSpace = -1;
                continue;
            }

            if (!IsTerminal(c))
            {
                continue;
            }

            var after = at + 1;
            while (after < end && after - from < LongestSentence && (IsTerminal(text[after]) || IsCloser(text, after, end)))
            {
                after++;
            }

            if (Ends(text, from, at, after, end))
            {
                Add(text, from, after, paragraph, found);
                from = after;
                lastSpace = -1;
            }

            at = after - 1;
        }

        Add(text, from, end, paragraph, found);
    }

    /// <summary>A short line without an end, before one that begins anew: "Outlook".</summary>
    private static bool IsHeading(string text, int from, int at, int end) =>
        at - from <= LongestHeading
        && at + 1 < end
        && (char.IsUpper(text[at + 1]) || char.IsDigit(text[at + 1]))
        && text.AsSpan(from, at - from).IndexOfAny(".,;:!?\"“") < 0;

    private bool Ends(string text, int from, int at, int after, int end)
    {
        if (after >= end)
        {
            return true;
        }

        var c = text[at];
        if (c is '。' or '！' or '？' or '؟')
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[after]))
        {
            return false;
        }

        var next = after;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var first = next;
        while (next < end && IsOpener(text[next]))
        {
            next++;
        }

        if (next >= end)
        {
            return true;
        }

        if (char.IsLower(text[next]) || (first == next && text[next] is ',' or ';' or ':' or ')' or '%'))
        {
            return false;
        }

        return c != '.' || after > at + 1 || !IsAbbreviation(text, from, at, next, end);
    }

    /// <summary>Whether the full stop belongs to the word before it.</summary>
    private bool IsAbbreviation(string text, int from, int at, int next, int end)
    {
        var start = at;
        while (start > from && at - start < 24 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..at];
        if (word.Length == 0)
        {
            return false;
        }

        // an initial: "J. Smith", "N. Korea"; "vitamin A. The" has a word that begins sentences behind it
        var begins = starters.Contains(Word(text, next, end));
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return !begins;
        }

        if (word.Contains('.'))
        {
            return !begins;
        }

        return abbreviations.TryGetValue(word.ToLowerInvariant(), out var mayEnd) && !(mayEnd && begins);
    }

    private static string Word(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at < 24 && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return text[at..stop].ToLowerInvariant();
    }

    private static void Add(string text, int from, int to, int paragraph, List<SentenceSpan> found)
    {
        while (from < to && (char.IsWhiteSpace(text[from]) || text[from] is '•' or '▪' or '·'))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        if (to > from)
        {
            found.Add(new SentenceSpan(from, to, paragraph));
        }
    }

    /// <summary>Up to an empty line, or a line that begins with a bullet.</summary>
    private static int ParagraphEnd(string text, int start)
    {
        for (var at = text.IndexOf('\n', start); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var next = at + 1;
            while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            {
                next++;
            }

            if (next >= text.Length || text[next] == '\n' || IsBullet(text, next))
            {
                return at;
            }

            at = next - 1;
        }

        return text.Length;
    }

    /// <summary>Where the first sentence begins: behind "SEOUL, Dec. 28 (Yonhap) --", which says where a text was written.</summary>
    private static int SentenceStart(string text, int start, int end) => start + (Dateline.At(text, start, end)?.Length ?? 0);

    private static bool IsBullet(string text, int at) =>
        text[at] is '•' or '▪' || (text[at] is '-' or '*' or '–' && at + 1 < text.Length && text[at + 1] == ' ');

    private static bool IsTerminal(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟';

    private static bool IsCloser(string text, int at, int end) =>
        text[at] is '”' or '’' or ')' or ']' or '»' || (text[at] is '"' or '\'' && (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1])));

    private static bool IsOpener(char c) => c is '“' or '‘' or '"' or '\'' or '(' or '[' or '«';
}
