using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Own;

/// <summary>
/// The first sheet of an Excel workbook (.xlsx) written as csv: row n of the sheet is line n, so that errors and traces name the sheet's own rows.
/// Formulae give the result they were saved with; breaks inside cells become spaces.
/// </summary>
public static class WorkbookTable
{
    // A small file may unfold to any size; no table somebody keeps by hand comes near these.
    private const long MostBytes = 512L * 1024 * 1024;
    private const int MostRows = 1_048_576, MostColumns = 256;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static bool Is(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        if (file.ReadAtLeast(start, 2, throwOnEndOfStream: false) < 2 || !start.SequenceEqual("PK"u8))
        {
            return false;
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(Path.GetFileName(path), 0, "", damaged.Message, "a whole workbook"));
        }
    }

    /// <exception cref="DataFormatException">The workbook is damaged, or too large to be a table.</exception>
    public static void WriteCsv(string workbook, string csv)
    {
        var name = Path.GetFileName(workbook);
        try
        {
            using var zip = ZipFile.OpenRead(workbook);
            var sheet = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal))
                .OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault() ?? throw new InvalidDataException("no sheet");
            if (zip.Entries.Sum(e => e.Length) > MostBytes)
            {
                throw new InvalidDataException("it unfolds to more than 512 MB");
            }

            var texts = zip.GetEntry("xl/sharedStrings.xml") is { } shared ? Texts(shared) : [];
            using var reader = XmlReader.Create(sheet.Open(), Safe);
            using var writer = new StreamWriter(csv, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
            WriteRows(reader, texts, writer);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or FormatException or ArgumentOutOfRangeException)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, "a workbook whose first sheet is a table"));
        }
    }

    private static void WriteRows(XmlReader reader, List<string> texts, StreamWriter writer)
    {
        var line = 1;
        while (reader.ReadToFollowing("row", reader.LookupNamespace("") ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main"))
        {
            var row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : line;
            if (row > MostRows || row < line)
            {
                throw new InvalidDataException("its rows are not in order");
            }

            for (; line < row; line++)
            {
                writer.WriteLine();
            }

            var cells = new List<string>();
            using (var inside = reader.ReadSubtree())
            {
                while (inside.Read())
                {
                    if (inside is { NodeType: XmlNodeType.Element, LocalName: "c" })
                    {
                        var column = inside.GetAttribute("r") is { } place ? Column(place) : cells.Count;
                        if (column is < 0 or >= MostColumns)
                        {
                            throw new InvalidDataException("it has more than 256 columns");
                        }

                        while (cells.Count <= column)
                        {
                            cells.Add("");
                        }

                        cells[column] = Text(inside, texts);
                    }
                }
            }

            writer.WriteLine(string.Join(',', cells.Select(Quoted)));
            line++;
        }
    }

    private static string Text(XmlReader cell, List<string> texts)
    {
        var kind = cell.GetAttribute("t");
        var text = new StringBuilder();
        using var inside = cell.ReadSubtree();
        var wanted = false;
        while (inside.Read())
        {
            wanted = inside.NodeType == XmlNodeType.Element ? inside.LocalName is "v" or "t" : inside.NodeType != XmlNodeType.EndElement && wanted;
            if (wanted && inside.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(inside.Value);
            }
        }

        return kind switch
        {
            "s" => texts[int.Parse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture)],
            null or "n" => double.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
                ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text.ToString(),
            _ => text.ToString(),
        };
    }

    private static List<string> Texts(ZipArchiveEntry shared)
    {
        var texts = new List<string>();
        using var reader = XmlReader.Create(shared.Open(), Safe);
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                text.Clear();
                if (reader.IsEmptyElement)
                {
                    texts.Add("");
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                texts.Add(text.ToString());
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
        }

        return texts;
    }

    /// <summary>"AB12" is column 27, counted from 0.</summary>
    private static int Column(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = column * 26 + (letter - 'A' + 1);
        }

        return column - 1;
    }

    private static string Quoted(string cell)
    {
        cell = cell.ReplaceLineEndings(" ");
        return cell.AsSpan().ContainsAny(",\"") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
    }
}
