using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>
/// Order of a line's parts on paper: Arabic and Hebrew run from right to left, numbers and Latin words within them from left to right. The rules of the Unicode
/// Bidirectional Algorithm (UAX #9) for one line without explicit controls: P2 and P3 (the first strong letter gives the line's direction), W1, W4 to W7
/// (numbers and what belongs to them), N0 (brackets), N1 and N2 (blanks and points between), I1, I2, L1 and L2 (levels and reversal). Brackets are mirrored by the shaper.
/// </summary>
internal static partial class TextDirection
{
    private enum Kind
    {
        Left,
        Right,
        Number,
        Separator,
        Around,
        Neutral,
    }

    /// <summary>True where a line holds letters that run from right to left.</summary>
    public static bool IsMixed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0590', '\u08ff') >= 0 || text.AsSpan().IndexOfAnyInRange('\ufb1d', '\ufeff') >= 0;

    private const char LeftMark = '\u200e',
        RightMark = '\u200f';
    private const string Brackets = "()[]{}<>«»";

    /// <summary>
    /// A sentence of ours with a name from the right in it: marks keep it in the direction of its language, so that "name · 1.35 kt" stays in this order and the
    /// number does not join the name.
    /// </summary>
    public static string InLanguage(string text, string language)
    {
        if (!IsMixed(text) || IsFromRight(language))
        {
            return text;
        }
        string apart = NumberAfterName().Replace(text, $"$1{LeftMark}");
        return BeginsFromRight(apart) ? LeftMark + apart : apart;
    }

    [GeneratedRegex(@"([\u0590-\u08ff\ufb1d-\ufefc][)\]»”’]*)(?=[^\p{L}\d]*\d)")]
    private static partial Regex NumberAfterName();

    /// <summary>A line of a longer text with a mark in front where it alone would take another direction than the whole.</summary>
    public static string LineOf(string line, bool fromRight) =>
        IsMixed(line) && BeginsFromRight(line) != fromRight ? (fromRight ? RightMark : LeftMark) + line : line;

    /// <summary>True where the first letter of a text runs from right to left, which gives the whole its direction.</summary>
    public static bool BeginsFromRight(string text) =>
        IsMixed(text) && text.EnumerateRunes().Select(KindOf).FirstOrDefault(kind => kind is Kind.Left or Kind.Right) == Kind.Right;

    /// <summary>Without marks of direction, which draw nothing.</summary>
    public static string Bare(string text) =>
        text.AsSpan().IndexOfAny(LeftMark, RightMark) < 0 ? text : string.Concat(text.Where(c => c is not (LeftMark or RightMark)));

    /// <summary>Signs from right to left, with brackets turned round.</summary>
    public static string Mirrored(string text) =>
        string.Concat(Bare(text).Reverse().Select(c => Brackets.IndexOf(c) is >= 0 and var at ? Brackets[at ^ 1] : c));

    private static bool IsFromRight(string language) => language.Split('-')[0] is "ar" or "fa" or "he" or "ur" or "ps" or "dv";

    /// <summary>The parts from left to right, each of one direction; their characters stay in the order of reading.</summary>
    public static IEnumerable<(string Part, bool FromRight)> Parts(string text)
    {
        if (!IsMixed(text))
        {
            return [(text, false)];
        }
        List<(int Start, int Length, Kind Kind)> runes = [];
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Kind kind = KindOf(rune);
            // A mark takes the kind of what it stands on (W1).
            kind =
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && runes.Count > 0
                    ? runes[^1].Kind
                    : kind;
            runes.Add((at, rune.Utf16SequenceLength, kind));
            at += rune.Utf16SequenceLength;
        }
        int[] levels = Levels([.. runes.Select(rune => rune.Kind)], [.. runes.Select(rune => text[rune.Start])]);
        return Reorder(text, [.. runes.Select(rune => (rune.Start, rune.Length))], levels);
    }

    private static Kind KindOf(Rune rune) =>
        rune.Value switch
        {
            LeftMark => Kind.Left,
            RightMark => Kind.Right,
            >= '0' and <= '9' or >= 0x0660 and <= 0x0669 or >= 0x06F0 and <= 0x06F9 => Kind.Number,
            ',' or '.' or ':' or '/' or 0xA0 or 0x066B or 0x066C => Kind.Separator,
            '%' or '+' or '-' or '#' or '$' or 0x2212 or 0xB0 or 0x2030 or 0x066A => Kind.Around,
            >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF => Rune.IsLetter(rune)
                ? Kind.Right
                : Kind.Neutral,
            _ => Rune.IsLetter(rune) ? Kind.Left : Kind.Neutral,
        };

    private static int[] Levels(Kind[] kinds, char[] signs)
    {
        int count = kinds.Length,
            line = kinds.FirstOrDefault(kind => kind is Kind.Left or Kind.Right) == Kind.Right ? 1 : 0;
        // W4: one point between two digits is part of the number. W5: signs beside a number are part of it. W6: others are neutral.
        for (int i = 1; i + 1 < count; i++)
        {
            kinds[i] = kinds[i] == Kind.Separator && kinds[i - 1] == Kind.Number && kinds[i + 1] == Kind.Number ? Kind.Number : kinds[i];
        }
        for (int i = 0; i < count; i++)
        {
            bool beside =
                kinds[i] == Kind.Around && ((i > 0 && kinds[i - 1] == Kind.Number) || (i + 1 < count && kinds[i + 1] == Kind.Number));
            kinds[i] =
                beside ? Kind.Number
                : kinds[i] is Kind.Around or Kind.Separator ? Kind.Neutral
                : kinds[i];
        }
        // W7: a number after Latin letters runs with them.
        Kind strong = line == 1 ? Kind.Right : Kind.Left;
        bool[] isNumber = new bool[count];
        for (int i = 0; i < count; i++)
        {
            strong = kinds[i] is Kind.Left or Kind.Right ? kinds[i] : strong;
            isNumber[i] = kinds[i] == Kind.Number && strong == Kind.Right;
            kinds[i] = kinds[i] != Kind.Number ? kinds[i] : strong;
        }
        Pair(kinds, signs, line);
        Between(kinds, line);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    isNumber[i] ? 2
                    : kinds[i] == Kind.Right ? 1
                    : line == 1 ? 2
                    : 0
                ),
        ];
    }

    /// <summary>N0: a pair of brackets runs as the line does where letters inside do, else as what stands inside and before it.</summary>
    private static void Pair(Kind[] kinds, char[] signs, int line)
    {
        Kind own = line == 1 ? Kind.Right : Kind.Left,
            other = line == 1 ? Kind.Left : Kind.Right;
        Stack<int> open = [];
        List<(int From, int To)> pairs = [];
        for (int i = 0; i < signs.Length; i++)
        {
            if (signs[i] is '(' or '[' or '{')
            {
                open.Push(i);
            }
            else if (signs[i] is ')' or ']' or '}' && open.TryPeek(out int from) && Brackets[Brackets.IndexOf(signs[from]) ^ 1] == signs[i])
            {
                pairs.Add((open.Pop(), i));
            }
        }
        foreach ((int from, int to) in pairs.OrderBy(pair => pair.From))
        {
            Kind[] inside = kinds[(from + 1)..to];
            if (inside.Contains(own))
            {
                kinds[from] = kinds[to] = own;
            }
            else if (inside.Contains(other))
            {
                Kind before = kinds[..from].LastOrDefault(kind => kind is Kind.Left or Kind.Right, own);
                kinds[from] = kinds[to] = before == other ? other : own;
            }
        }
    }

    /// <summary>N1 and N2: what stands between two of one direction takes it, else the line's; at the ends the line's (L1).</summary>
    private static void Between(Kind[] kinds, int line)
    {
        Kind own = line == 1 ? Kind.Right : Kind.Left;
        for (int start = 0; start < kinds.Length; start++)
        {
            if (kinds[start] != Kind.Neutral)
            {
                continue;
            }
            int end = start;
            while (end < kinds.Length && kinds[end] == Kind.Neutral)
            {
                end++;
            }
            Kind before = start > 0 ? kinds[start - 1] : own,
                after = end < kinds.Length ? kinds[end] : own;
            Array.Fill(kinds, before == after ? before : own, start, end - start);
            start = end - 1;
        }
    }

    /// <summary>L2: from the highest level down, every stretch of that level or above is turned round.</summary>
    private static IEnumerable<(string Part, bool FromRight)> Reorder(string text, (int Start, int Length)[] runes, int[] levels)
    {
        List<(string Part, int Level)> parts = [];
        for (int start = 0, end; start < runes.Length; start = end)
        {
            end = start + 1;
            while (end < runes.Length && levels[end] == levels[start])
            {
                end++;
            }
            parts.Add((text[runes[start].Start..(runes[end - 1].Start + runes[end - 1].Length)], levels[start]));
        }
        for (int level = 2; level > 0; level--)
        {
            for (int start = 0; start < parts.Count; start++)
            {
                int end = start;
                while (end < parts.Count && parts[end].Level >= level)
                {
                    end++;
                }
                if (end > start)
                {
                    parts.Reverse(start, end - start);
                    start = end;
                }
            }
        }
        return parts.Select(part => (part.Part, part.Level % 2 == 1));
    }
}
