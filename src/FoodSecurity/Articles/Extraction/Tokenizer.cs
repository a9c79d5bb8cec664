namespace FoodSecurity.Articles.Extraction;

/// <summary>
/// Cuts text into words, numbers and marks. Hyphens inside words vanish ("five-year" is two words), possessive endings stand alone, "4.82", "860,000" and "860 000" are
/// one number, letters behind digits ("3m", "1990s") are a word of their own. One pass, no look further back than one token.
/// </summary>
internal static class Tokenizer
{
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where to end, exclusive.</param>
    /// <param name="number">Gives the number of a word.</param>
    /// <param name="into">Takes the tokens.</param>
    public static void Cut(string text, int start, int end, Func<ReadOnlySpan<char>, int> number, List<Token> into)
    {
        var at = start;
        var joined = false;
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                joined = false;
                continue;
            }

            var from = at;
            if (char.IsAsciiDigit(c))
            {
                at = NumberEnd(text, at, end);
                into.Add(new Token(from, at, number(text.AsSpan(from, at - from)), TokenKind.Number, Letters.Small, joined));
            }
            else if (IsLetter(text, at))
            {
                at = WordEnd(text, at, end);
                var word = text.AsSpan(from, at - from);
                into.Add(new Token(from, at, number(word), TokenKind.Word, Case(word), joined));
            }
            else if (IsApostrophe(c) && at + 1 < end && text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])) && at > start && char.IsLetterOrDigit(text[at - 1]))
            {
                at += 2;
                into.Add(new Token(from, at, number("'s"), TokenKind.Word, Letters.Small, true));
            }
            else if (IsHyphen(c) && at > start && char.IsLetterOrDigit(text[at - 1]) && at + 1 < end && char.IsLetterOrDigit(text[at + 1])
                && !(char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])))
            {
                at++;
                joined = true;
                continue;
            }
            else
            {
                at++;
                into.Add(new Token(from, at, number(text.AsSpan(from, 1)), TokenKind.Mark, Letters.Small, joined));
            }

            joined = false;
        }
    }

    private static int NumberEnd(string text, int at, int end)
    {
        var from = at;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        var group = at - from <= 3;
        while (group && at + 3 < end && IsGroupMark(text[at]) && Digits(text, at + 1, end) == 3 && (text[at] == ',' || text[from] != '0'))
        {
            at += 4;
        }

        if (at + 1 < end && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < end && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
        }

        return at;
    }

    private static int Digits(string text, int at, int end)
    {
        var count = 0;
        while (at < end && count < 4 && char.IsAsciiDigit(text[at]))
        {
            count++;
            at++;
        }

        return count;
    }

    /// <summary>Spaces that group digits are the narrow and unbreakable ones; an ordinary space stands between two numbers.</summary>
    private static bool IsGroupMark(char c) => c is ',' or '\u00a0' or '\u202f' or '\u2009';

    private static int WordEnd(string text, int at, int end)
    {
        while (at < end)
        {
            if (IsLetter(text, at))
            {
                at++;
            }
            else if (text[at] == '.' && at + 1 < end && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]) && (at < 2 || !char.IsLetter(text[at - 2])) && (at + 2 >= end || !char.IsLetter(text[at + 2])))
            {
                at += 2;
                if (at < end && text[at] == '.')
                {
                    at++;
                }
            }
            else if (IsApostrophe(text[at]) && at + 1 < end && char.IsLetter(text[at + 1]) && !(text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2]))))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static Letters Case(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
        {
            return Letters.Small;
        }

        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return Letters.Capital;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 1 ? Letters.AllCapitals : Letters.Capital;
    }

    private static bool IsLetter(string text, int at) =>
        char.IsLetter(text[at]) || char.IsSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑';
}
