using System.Globalization;

namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>
/// A number as a text prints it. Marks are read by what they can only mean: "1,05" in a language that groups by commas is a fraction, since groups have three digits;
/// "1.050.000" is grouped by full stops; "1,50,000" is grouped the Indian way. What can be neither is no number, and never a part of one.
/// </summary>
/// <param name="Value">The number; -1 where it is not understood.</param>
/// <param name="Decimals">How many digits stand behind its decimal mark.</param>
internal readonly record struct PrintedNumber(decimal Value, int Decimals)
{
    private static readonly PrintedNumber NotUnderstood = new(-1, 0);

    public static PrintedNumber Read(ReadOnlySpan<char> printed, Spelling spelling)
    {
        Span<char> plain = stackalloc char[Math.Min(printed.Length, 64)];
        if (printed.Length > plain.Length)
        {
            return NotUnderstood;
        }

        var (groups, decimals) = (printed.Count(spelling.GroupMark), printed.Count(spelling.DecimalMark));
        var point =
            groups == 0 && decimals == 1 ? printed.IndexOf(spelling.DecimalMark)
            : groups == 0 && decimals > 1 ? (IsGrouped(printed, spelling.DecimalMark) ? printed.Length : -1)
            : decimals == 0 && groups > 0
                ? (
                    IsGrouped(printed, spelling.GroupMark) ? printed.Length
                    : groups == 1 ? printed.IndexOf(spelling.GroupMark)
                    : -1
                )
            : groups > 0 ? Mixed(printed, spelling)
            : printed.Length;
        if (point < 0)
        {
            return NotUnderstood;
        }

        var length = 0;
        for (var i = 0; i < printed.Length; i++)
        {
            if (char.IsAsciiDigit(printed[i]) || i == point)
            {
                plain[length++] = i == point ? '.' : printed[i];
            }
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new PrintedNumber(value, Math.Max(0, printed.Length - point - 1))
            : NotUnderstood;
    }

    /// <summary>"1,234.5", or "1.234,5" as others write it: groups before, the other mark once behind them.</summary>
    private static int Mixed(ReadOnlySpan<char> printed, Spelling spelling)
    {
        var last = Math.Max(printed.LastIndexOf(spelling.GroupMark), printed.LastIndexOf(spelling.DecimalMark));
        var before = printed[last] == spelling.GroupMark ? spelling.DecimalMark : spelling.GroupMark;
        return !printed[..last].Contains(printed[last]) && IsGrouped(printed[..last], before) ? last : -1;
    }

    /// <summary>Groups of three digits behind the first, or of two with three at the end; none begins with a lone zero ("0,123").</summary>
    private static bool IsGrouped(ReadOnlySpan<char> printed, char mark)
    {
        var at = 0;
        var inTwos = true;
        var inThrees = true;
        foreach (var range in printed.Split(mark))
        {
            var length = printed[range].Length;
            var isLast = range.End.GetOffset(printed.Length) == printed.Length;
            if (at == 0)
            {
                inThrees = length is >= 1 and <= 3 && printed[0] != '0';
                inTwos = length is 1 or 2 && printed[0] != '0';
            }
            else
            {
                inThrees &= length == 3;
                inTwos &= length == (isLast ? 3 : 2);
            }

            at++;
        }

        return at > 1 && (inThrees || inTwos);
    }
}
