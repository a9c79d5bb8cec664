namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>
/// Cuts text into words, numbers and marks. Hyphens inside words vanish ("five-year" is two words), possessive endings stand alone, "4.82", "860,000" and "860 000" are
/// one number, letters behind digits ("3m", "1990s") are a word of their own. One pass, no look further back than one token.
/// </summary>
internal static class Tokenizer
{
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where to end, exclusive.</param>
    /// <param name="spelling">How the language writes numbers and joins words.</param>
    /// <param name="number">Gives the number of a word.</param>
    /// <param name="into">Takes the tokens.</param>
    public static void Cut(string text, int start, int end, Spelling spelling, Func<ReadOnlySpan<char>, int> number, List<Token> into)
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
                at = NumberEnd(text, at, end, spelling);
                into.Add(
                    new Token(from, at, number(text.AsSpan(from, at - from)), TokenKind.Number, Shape(text.AsSpan(from, at - from)), joined)
                );
            }
            else if (IsLetter(text, at))
            {
                at = spelling.ElisionAt(text, at, end) is > 0 and var elision ? at + elision : WordEnd(text, at, end, spelling);
                var word = text.AsSpan(from, at - from);
                into.Add(new Token(from, at, number(word), TokenKind.Word, Case(word), joined));
            }
            else if (
                IsApostrophe(c)
                && at > start
                && char.IsLetterOrDigit(text[at - 1])
                && spelling.EndingAt(text, at, end) is > 0 and var ending
            )
            {
                at += ending;
                into.Add(new Token(from, at, number(text.AsSpan(from, ending)), TokenKind.Word, Letters.Small, true));
            }
            else if (
                IsHyphen(c)
                && at > start
                && char.IsLetterOrDigit(text[at - 1])
                && at + 1 < end
                && char.IsLetterOrDigit(text[at + 1])
                && !(char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]))
            )
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

    /// <summary>Digits with the marks between them; a space counts before groups of three digits only ("685 000").</summary>
    private static int NumberEnd(string text, int at, int end, Spelling spelling)
    {
        var from = at;
        while (at < end && (char.IsAsciiDigit(text[at]) || IsInsideNumber(text, at, end, spelling)))
        {
            at++;
        }

        if (at - from > 3 || text[from] == '0')
        {
            return at;
        }

        while (at + 3 < end && text[at] == ' ' && Digits(text, at + 1, end) == 3 && !IsDecimal(text, at + 4, end, spelling))
        {
            at += 4;
        }

        return at;
    }

    /// <summary>A mark and a digit behind the three: then the space stands between two numbers.</summary>
    private static bool IsDecimal(string text, int at, int end, Spelling spelling) =>
        at + 1 < end && (text[at] == spelling.GroupMark || text[at] == spelling.DecimalMark) && char.IsAsciiDigit(text[at + 1]);

    private static bool IsInsideNumber(string text, int at, int end, Spelling spelling) =>
        at + 1 < end
        && char.IsAsciiDigit(text[at + 1])
        && (text[at] == spelling.GroupMark || text[at] == spelling.DecimalMark || (IsSpace(text[at]) && Digits(text, at + 1, end) == 3));

    /// <summary>Numbers have no letters: what is no plain whole number, or of four digits and no year, is marked as words in capitals are, so that no date takes it.</summary>
    private static Letters Shape(ReadOnlySpan<char> number)
    {
        if (number.ContainsAnyExceptInRange('0', '9'))
        {
            return Letters.AllCapitals;
        }

        return
            number.Length == 4
            && (number[0] is not ('1' or '2') || (number[0] == '1' && number[1] < '8') || (number[0] == '2' && number[1] > '0'))
            ? Letters.Capital
            : Letters.Small;
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
    private static bool IsSpace(char c) => c is '\u00a0' or '\u202f' or '\u2009';

    private static int WordEnd(string text, int at, int end, Spelling spelling)
    {
        while (at < end)
        {
            if (IsLetter(text, at))
            {
                at++;
            }
            else if (
                text[at] == '.'
                && at + 1 < end
                && char.IsLetter(text[at + 1])
                && char.IsLetter(text[at - 1])
                && (at < 2 || !char.IsLetter(text[at - 2]))
                && (at + 2 >= end || !char.IsLetter(text[at + 2]))
            )
            {
                at += 2;
                if (at < end && text[at] == '.')
                {
                    at++;
                }
            }
            else if (IsApostrophe(text[at]) && at + 1 < end && char.IsLetter(text[at + 1]) && spelling.EndingAt(text, at, end) == 0)
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
        char.IsLetter(text[at])
        || char.IsSurrogate(text[at])
        || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑';
}
