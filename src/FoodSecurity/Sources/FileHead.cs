using System.Text;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources;

/// <summary>The beginning of a data file: enough to tell its format by content.</summary>
public sealed record FileHead(string FileName, string Member, IReadOnlyList<string> Lines)
{
    private const int Bytes = 16 * 1024;

    public string Shown => Member.Length > 0 ? FileName + "!" + Member : FileName;

    /// <summary>The first line, byte-order mark removed.</summary>
    public string First => Lines.Count > 0 ? Lines[0] : "";

    /// <summary>The cells of one line, quotes and padding removed; empty where the file has no such line.</summary>
    public IReadOnlyList<string> Cells(int line = 0) => line < Lines.Count ? Split(Lines[line]) : [];

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

        if (FileKind.NotText(bytes) is { } kind)
        {
            throw new DataFormatException(new DataProblem(shown, 0, "", kind, "a csv file, plain or zipped"));
        }

        // Headers are ASCII in every known format: latin-1 keeps one character per byte here, whatever follows.
        var text = Encoding.Latin1.GetString(bytes);
        if (text.StartsWith("\u00ef\u00bb\u00bf", StringComparison.Ordinal))
        {
            text = text[3..];
        }

        var lines = text.Split('\n');
        return new FileHead(name, member, [.. lines.Take(read == Bytes ? Math.Max(1, lines.Length - 1) : lines.Length).Select(l => l.TrimEnd('\r'))]);
    }

    private static List<string> Split(string line)
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
            else if (c == ',' && !quoted)
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
