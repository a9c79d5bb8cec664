using System.Text;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>The beginning of a data file: enough to tell its format by content. A line that only names the separator is no line of it.</summary>
public sealed record FileHead(string FileName, string Member, IReadOnlyList<string> Lines, CsvLayout Layout)
{
    private const int Bytes = 16 * 1024;

    public string Shown => Member.Length > 0 ? FileName + "!" + Member : FileName;

    /// <summary>The first line, byte-order mark removed.</summary>
    public string First => Lines.Count > 0 ? Lines[0] : "";

    /// <summary>The cells of one line, quotes and padding removed; empty where the file has no such line.</summary>
    public IReadOnlyList<string> Cells(int line = 0) => line < Lines.Count ? Split(Lines[line], Layout.Delimiter) : [];

    /// <summary>Physical number, from 1, of one of the lines.</summary>
    public int Number(int line) => line + (Layout.NamesDelimiter ? 2 : 1);

    /// <summary>The first rows of a sheet; null where it is empty. Always commas: the text is our own.</summary>
    public static FileHead? OfSheet(string name, string sheet, Stream rows)
    {
        var buffer = new byte[Bytes];
        var read = rows.ReadAtLeast(buffer, Bytes, throwOnEndOfStream: false);
        var lines = Encoding.UTF8.GetString(buffer, 0, read).Split('\n');
        return read == 0 || lines.All(string.IsNullOrWhiteSpace)
            ? null
            : new FileHead(name, sheet, read == Bytes ? lines[..Math.Max(1, lines.Length - 1)] : lines, CsvLayout.Usual);
    }

    /// <exception cref="DataFormatException">The bytes are not text.</exception>
    public static FileHead Read(string name, string member, Stream data)
    {
        var buffer = new byte[Bytes];
        int read;
        try
        {
            read = data.ReadAtLeast(buffer, Bytes, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, FileKind.Whole));
        }

        var bytes = buffer.AsSpan(0, read);
        var shown = member.Length > 0 ? name + "!" + member : name;
        if (read == 0)
        {
            throw new DataFormatException(new DataProblem(shown, 0, "", "an empty file", "a header line and data"));
        }

        var wide = CsvLayout.WideEncoding(bytes);
        if (wide is null && FileKind.NotText(bytes) is { } kind)
        {
            throw new DataFormatException(new DataProblem(shown, 0, "", kind, "a csv file, plain or zipped, or an Excel workbook (.xlsx)"));
        }

        var text = Decode(bytes, wide).TrimStart('\uFEFF');
        var split = text.Split('\n');
        string[] lines = [.. split.Take(read == Bytes ? Math.Max(1, split.Length - 1) : split.Length).Select(l => l.TrimEnd('\r'))];
        var layout = CsvLayout.Of(wide, lines);
        return new FileHead(name, member, layout.NamesDelimiter ? lines[1..] : lines, layout);
    }

    /// <summary>UTF-8 where the bytes are; else latin-1, which keeps one character per byte. The last character may be cut in two.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, Encoding? wide)
    {
        if (wide is not null)
        {
            return (wide is UnicodeEncoding && bytes[0] == 0xfe ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
        }

        var whole = bytes[..(bytes.LastIndexOf((byte)'\n') is > 0 and var end && bytes.Length == Bytes ? end : bytes.Length)];
        return System.Text.Unicode.Utf8.IsValid(whole) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    private static List<string> Split(string line, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
