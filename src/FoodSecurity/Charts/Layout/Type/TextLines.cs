using System.Globalization;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>Breaks text into lines of a given width.</summary>
internal static class TextLines
{
    /// <summary>
    /// Room kept free at the end of a line: a browser without our typeface may set the words a little wider.
    /// </summary>
    private const double Reserve = 0.97;

    /// <summary>What never begins a line.</summary>
    private const string Closing = "%»!?:;)、。，．」』）】》！？：；…";

    /// <summary>What never ends one.</summary>
    private const string Opening = "«(（「『【《";

    /// <summary>Where an address may be parted.</summary>
    private const string Joints = "&,=/?-";

    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        double room = width * Reserve;
        List<string> lines = [];
        string line = "";
        bool fromRight = TextDirection.BeginsFromRight(text);
        foreach (string word in Words(text, room, size, bold))
        {
            string longer = line.Length == 0 ? word.TrimStart(' ') : line + word;
            if (line.Length > 0 && ChartFonts.Width(longer.TrimEnd(), size, bold) > room)
            {
                lines.Add(TextDirection.LineOf(line.Trim(), fromRight));
                line = word.TrimStart(' ');
            }
            else
            {
                line = longer;
            }
        }
        if (line.Trim().Length > 0)
        {
            lines.Add(TextDirection.LineOf(line.Trim(), fromRight));
        }
        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, with the lines made about equally long: a title never leaves one word alone.</summary>
    public static IReadOnlyList<string> Balanced(string text, double width, double size, bool bold = false)
    {
        IReadOnlyList<string> lines = Wrap(text, width, size, bold);
        if (lines.Count < 2)
        {
            return lines;
        }
        for (double narrower = width * 0.55; narrower < width; narrower += width * 0.05)
        {
            IReadOnlyList<string> tried = Wrap(text, narrower, size, bold);
            if (tried.Count == lines.Count)
            {
                return tried;
            }
        }
        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, without a last line of one word where a little less width mends it.</summary>
    public static IReadOnlyList<string> Tidy(string text, double width, double size)
    {
        IReadOnlyList<string> lines = Wrap(text, width, size);
        for (double part = 0.97; part > 0.85 && lines.Count > 1 && !lines[^1].Contains(' '); part -= 0.03)
        {
            IReadOnlyList<string> tried = Wrap(text, width * part, size);
            if (tried.Count == lines.Count && tried[^1].Contains(' '))
            {
                return tried;
            }
        }
        return lines;
    }

    public static double Width(IEnumerable<string> lines, double size, bool bold = false) =>
        lines.Select(line => ChartFonts.Width(line, size, bold)).DefaultIfEmpty(0).Max();

    /// <summary>Words with the blank before them; ideographs stand alone; a word wider than the line is cut.</summary>
    private static IEnumerable<string> Words(string text, double room, double size, bool bold)
    {
        int start = 0;
        for (int at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || MayBreak(text, at))
            {
                foreach (string piece in Cut(text[start..at].Replace('\n', ' '), room, size, bold))
                {
                    yield return piece;
                }
                start = at;
            }
        }
    }

    /// <summary>True where a line may end before a character: at a blank that does not belong to a number or a quotation mark, and between ideographs.</summary>
    private static bool MayBreak(string text, int at)
    {
        if (text[at] is ' ' or '\n')
        {
            return at + 1 >= text.Length
                || !(
                    Opening.Contains(text[at - 1])
                    || Closing.Contains(text[at + 1])
                    || (char.IsAsciiDigit(text[at - 1]) && IsUnit(text.AsSpan(at + 1)))
                );
        }
        return (IsIdeograph(text[at]) || IsIdeograph(text[at - 1]))
            && !Closing.Contains(text[at])
            && !Opening.Contains(text[at - 1])
            && !char.IsLowSurrogate(text[at]);
    }

    private static bool IsUnit(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOfAny(" ,;.)\n");
        return rest[..(end < 0 ? rest.Length : end)] is "t" or "kt" or "Mt" or "ha" or "kg" or "g" or "m²" or "kcal";
    }

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u9fff';

    private static IEnumerable<string> Cut(string word, double room, double size, bool bold)
    {
        while (word.Length > 1 && ChartFonts.Width(word.Trim(), size, bold) > room)
        {
            int length = Longest(word, room, size, bold);
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }

    /// <summary>How much of a word fits: up to a joint of an address where one is near, else up to a letter with all its marks.</summary>
    private static int Longest(string word, double room, double size, bool bold)
    {
        int[] ends = [.. StringInfo.ParseCombiningCharacters(word).Skip(1).Where(end => !IsThaiWhole(word, end))];
        int fit = 0;
        while (fit < ends.Length && ChartFonts.Width(word[..ends[fit]].Trim(), size, bold) <= room)
        {
            fit++;
        }
        if (fit == 0)
        {
            return ends.Length > 0 ? ends[0] : word.Length;
        }
        int longest = ends[fit - 1],
            joint = word.AsSpan(0, longest).LastIndexOfAny(Joints);
        return joint >= longest / 3 ? joint + 1 : longest;
    }

    /// <summary>Thai vowels that stand before or after their consonant stay with it.</summary>
    private static bool IsThaiWhole(string word, int end) =>
        word[end] is (>= '\u0e30' and <= '\u0e3a') or (>= '\u0e45' and <= '\u0e4e') or '\u0e2f'
        || word[end - 1] is >= '\u0e40' and <= '\u0e44';
}
