namespace FoodSecurity.Charts;

/// <summary>Breaks text into lines of a given width.</summary>
internal static class TextLines
{
    /// <summary>
    /// Room kept free at the end of a line: a browser without our typeface may set the words a little wider.
    /// </summary>
    private const double Reserve = 0.97;

    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        double room = width * Reserve;
        List<string> lines = [];
        string line = "";
        foreach (string word in Words(text, room, size, bold))
        {
            string longer = line.Length == 0 ? word.TrimStart(' ') : line + word;
            if (line.Length > 0 && ChartFonts.Width(longer.TrimEnd(), size, bold) > room)
            {
                lines.Add(line.Trim());
                line = word.TrimStart(' ');
            }
            else
            {
                line = longer;
            }
        }
        if (line.Trim().Length > 0)
        {
            lines.Add(line.Trim());
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
            bool ends = at == text.Length || text[at] is ' ' or '\n' || IsIdeograph(text[at]) || IsIdeograph(text[at - 1]);
            if (ends && !(at < text.Length && char.IsLowSurrogate(text[at])))
            {
                foreach (string piece in Cut(text[start..at].Replace('\n', ' '), room, size, bold))
                {
                    yield return piece;
                }
                start = at;
            }
        }
    }

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af');

    private static IEnumerable<string> Cut(string word, double room, double size, bool bold)
    {
        while (word.Length > 1 && ChartFonts.Width(word.Trim(), size, bold) > room)
        {
            int length = word.Length - 1;
            while (length > 1 && (ChartFonts.Width(word[..length].Trim(), size, bold) > room || char.IsLowSurrogate(word[length])))
            {
                length--;
            }
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }
}
