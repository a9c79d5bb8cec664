using System.Text;

namespace FoodSecurity.Sources.Files;

/// <summary>How a table of text is written: its encoding, what stands between its cells, and whether its first line only names that ("sep=;").</summary>
/// <param name="Wide">Null for UTF-8 and latin-1; else the UTF-16 the byte-order mark states.</param>
/// <param name="Delimiter">Comma, semicolon, tab or bar.</param>
/// <param name="NamesDelimiter">True where line 1 is Excel's "sep=;", no row of the table.</param>
public sealed record CsvLayout(Encoding? Wide, char Delimiter, bool NamesDelimiter)
{
    private const string Delimiters = ",;\t|";
    private const int LinesCompared = 40;

    /// <summary>As every publisher writes: UTF-8 or latin-1, commas.</summary>
    public static readonly CsvLayout Usual = new(null, ',', false);

    /// <summary>The UTF-16 a byte-order mark states, or null. Bytes that make no character end the read, not a silent question mark.</summary>
    public static Encoding? WideEncoding(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])
            ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])
            ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
        : null;

    /// <summary>
    /// The layout of a file's first lines: the character of a "sep=" line, else the one that stands equally often in the most lines.
    /// Separators inside quotes do not count.
    /// </summary>
    public static CsvLayout Of(Encoding? wide, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0 && lines[0].Trim('"') is { Length: 5 } first && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return new CsvLayout(wide, first[4], true);
        }

        if (lines.Count > 1 && lines[0] == "sep=")
        {
            return new CsvLayout(wide, '\t', true);
        }

        var best = Delimiters.Select(d => (Delimiter: d, Agreed: Agreement(lines, d))).MaxBy(d => d.Agreed);
        return new CsvLayout(wide, best.Agreed.Lines > 0 ? best.Delimiter : ',', false);
    }

    /// <summary>In how many lines the character stands equally often, and how often that is.</summary>
    private static (int Lines, int Times) Agreement(IReadOnlyList<string> lines, char delimiter) =>
        lines
            .Take(LinesCompared)
            .Select(l => Count(l, delimiter))
            .Where(n => n > 0)
            .GroupBy(n => n)
            .Select(g => (Lines: g.Count(), Times: g.Key))
            .DefaultIfEmpty((0, 0))
            .Max();

    private static int Count(string line, char delimiter)
    {
        var count = 0;
        var quoted = false;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += c == delimiter && !quoted ? 1 : 0;
        }

        return count;
    }
}
