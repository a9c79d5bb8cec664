using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FoodSecurity.Articles;

namespace FoodSecurity.Exports;

/// <summary>
/// An article's excerpts as a table, csv or xlsx: a row each, with the article's attribution and link in every row, since rows are copied one by one. The text is not in it.
/// Both forms read back without loss.
/// </summary>
public static class AnnotationTable
{
    public const string WorkbookType = ChartWorkbook.MediaType;

    private const string LineEnd = "\r\n";

    private static readonly string[] Columns =
    [
        "number",
        "kind",
        "exact",
        "prefix",
        "suffix",
        "start",
        "end",
        "anchor",
        "area",
        "subject",
        "period",
        "period_from",
        "period_to",
        "event",
        "relation",
        "cause",
        "attribution",
        "language",
        "tags",
        "claim",
        "original",
        "translation",
        "article",
        "title",
        "outlet",
        "agency",
        "author",
        "published_on",
        "dateline",
        "address",
        "article_language",
        "retrieved_on",
        "rights",
        "note",
        "text_sha256",
        "text_length",
        "link",
    ];

    /// <summary>UTF-8 csv after RFC 4180 with a header line. A cell that a spreadsheet would take for a formula has an apostrophe before it, as one that begins with an apostrophe has.</summary>
    public static string Csv(Article article, string host)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append(LineEnd);
        foreach (var row in Rows(article, host))
        {
            text.AppendJoin(',', row.Select(Quote)).Append(LineEnd);
        }

        return text.ToString();
    }

    /// <summary>A workbook with one sheet.</summary>
    public static byte[] Xlsx(Article article, string host)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = ChartWorkbook.Styles();
            var sheet = new WorkbookSheet(
                "Excerpts",
                [
                    .. Columns.Select(c =>
                        c is "exact" ? 60
                        : c is "claim" or "title" or "prefix" or "suffix" ? 30
                        : 14
                    ),
                ]
            );
            sheet.Heading(Columns);
            foreach (var row in Rows(article, host))
            {
                sheet.Add([
                    .. row.Select(
                        (cell, i) =>
                            Columns[i] is "number" or "start" or "end" or "text_length"
                            && long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                                ? WorkbookSheet.Number(number)
                                : WorkbookSheet.Text(cell)
                    ),
                ]);
            }

            var sheets = new Sheets();
            sheet.Append(workbook, sheets);
            workbook.Workbook = new Workbook(sheets);
        }

        return stream.ToArray();
    }

    /// <summary>The article and its excerpts, as drafts, from a csv of ours.</summary>
    /// <exception cref="ArticleException">No such table, or a cell cannot be what it says.</exception>
    public static Article ReadCsv(string csv) =>
        FromRows(Cells(csv.StartsWith('\uFEFF') ? csv[1..] : csv).Select(r => (IReadOnlyList<string>)[.. r.Select(Unquote)]));

    /// <summary>The article and its excerpts, as drafts, from a workbook of ours.</summary>
    /// <exception cref="ArticleException">No such workbook, or a cell cannot be what it says.</exception>
    public static Article ReadXlsx(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            var part = document.WorkbookPart?.WorksheetParts.FirstOrDefault() ?? throw new ArticleException("The workbook has no sheet.");
            return FromRows(
                part.Worksheet!.Descendants<Row>()
                    .Select(r =>
                    {
                        var cells = new string[Columns.Length];
                        Array.Fill(cells, "");
                        foreach (var cell in r.Elements<Cell>())
                        {
                            var column =
                                new string([.. (cell.CellReference?.Value ?? "").TakeWhile(char.IsAsciiLetterUpper)]).Aggregate(
                                    0,
                                    (sum, c) => sum * 26 + c - 'A' + 1
                                ) - 1;
                            if (column >= 0 && column < cells.Length)
                            {
                                cells[column] = cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
                            }
                        }

                        return (IReadOnlyList<string>)cells;
                    })
                    .ToList()
            );
        }
        catch (Exception wrong)
            when (wrong is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException)
        {
            throw new ArticleException($"The file is no workbook: {wrong.Message}");
        }
    }

    private static IEnumerable<string[]> Rows(Article a, string host) =>
        a.Excerpts.Select(e =>
            (string[])
                [
                    Number(e.Number),
                    e.Kind,
                    e.Exact,
                    e.Prefix,
                    e.Suffix,
                    Number(e.Start),
                    Number(e.End),
                    e.Anchor.ToString().ToLowerInvariant(),
                    e.Target.Area,
                    e.Target.Subject,
                    e.Target.PeriodText,
                    e.Target.From ?? "",
                    e.Target.To ?? "",
                    e.Target.EventKind ?? "",
                    e.Relation ?? "",
                    e.Cause ?? "",
                    e.Attribution ?? "",
                    e.Language ?? "",
                    string.Join('|', e.Tags),
                    ArticleJson.Write(e.Claim) ?? "",
                    ArticleJson.Write(e.Original) ?? "",
                    ArticleJson.Write(e.Translation) ?? "",
                    a.Slug,
                    a.Title,
                    a.Outlet ?? "",
                    a.Agency ?? "",
                    a.Author ?? "",
                    a.PublishedOn,
                    a.Dateline ?? "",
                    a.Address ?? "",
                    a.Language,
                    a.RetrievedOn ?? "",
                    a.Rights ?? "",
                    a.Note ?? "",
                    a.TextSha256 ?? "",
                    Number(a.TextLength),
                    $"{host}/articles/{Uri.EscapeDataString(a.Slug)}",
                ]
        );

    private static Article FromRows(IEnumerable<IReadOnlyList<string>> table)
    {
        var rows = table.ToList();
        if (rows.Count < 2 || !Columns.Take(5).All(rows[0].Contains))
        {
            throw new ArticleException(
                $"The table has no excerpts: expected a first line with {string.Join(", ", Columns.Take(5))} … and a line for each."
            );
        }

        var heading = rows[0].Select((name, i) => (name, i)).GroupBy(h => h.name).ToDictionary(g => g.Key, g => g.First().i);
        var excerpts = rows.Skip(1).Where(r => r.Any(c => c.Length > 0)).Select((row, i) => Excerpt(row, heading, i + 2)).ToList();
        string Of(string name) => Cell(rows[1], heading, name);
        string? Or(string name) => Of(name) is { Length: > 0 } text ? text : null;
        return new Article
        {
            Slug = Of("article"),
            Title = Of("title"),
            Outlet = Or("outlet"),
            Agency = Or("agency"),
            Author = Or("author"),
            PublishedOn = Of("published_on"),
            Dateline = Or("dateline"),
            Address = Or("address"),
            Language = Of("article_language"),
            RetrievedOn = Or("retrieved_on"),
            Rights = Or("rights"),
            Note = Or("note"),
            TextSha256 = Or("text_sha256"),
            TextLength = Whole(Of("text_length"), "text_length", 2),
            State = ArticleState.Draft,
            Excerpts = excerpts,
        };
    }

    private static Excerpt Excerpt(IReadOnlyList<string> row, Dictionary<string, int> heading, int line)
    {
        string Of(string name) => Cell(row, heading, name);
        string? Or(string name) => Of(name) is { Length: > 0 } text ? text : null;
        if (Of("exact").Length == 0)
        {
            throw new ArticleException($"Line {line} quotes no words (column exact).");
        }

        return new ExportedExcerpt(
            (int)(Whole(Of("number"), "number", line) ?? line - 1),
            Or("kind") ?? "claim",
            new ExcerptTarget(Of("area"), Of("subject"), Of("period"), Or("period_from"), Or("period_to"), Or("event")),
            Or("attribution"),
            Or("relation"),
            Or("cause"),
            Json<Claim>(Or("claim"), "claim", line),
            Enum.TryParse<AnchorState>(Of("anchor"), ignoreCase: true, out var anchor) ? anchor : AnchorState.Exact,
            Or("language"),
            Json<OtherWording>(Or("original"), "original", line),
            Json<OtherWording>(Or("translation"), "translation", line),
            Of("tags").Split('|', StringSplitOptions.RemoveEmptyEntries)
        ).At(Of("exact"), Of("prefix"), Of("suffix"), Whole(Of("start"), "start", line), Whole(Of("end"), "end", line));
    }

    private static string Cell(IReadOnlyList<string> row, Dictionary<string, int> heading, string name) =>
        heading.TryGetValue(name, out var at) && at < row.Count ? row[at] : "";

    private static T? Json<T>(string? text, string column, int line)
        where T : class
    {
        try
        {
            return ArticleJson.Read<T>(text);
        }
        catch (JsonException wrong)
        {
            throw new ArticleException($"Line {line}, column {column}: {wrong.Message}");
        }
    }

    private static long? Whole(string text, string column, int line) =>
        text.Length == 0 ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArticleException($"Line {line}, column {column}: found \"{text}\", expected a whole number.");

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool LooksActive(string cell, int at) =>
        cell.Length > at && cell[at] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'';

    private static string Quote(string cell)
    {
        cell = LooksActive(cell, 0) ? "'" + cell : cell;
        return cell.AsSpan().ContainsAny(",\"\r\n") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
    }

    private static string Unquote(string cell) => cell.Length > 1 && cell[0] == '\'' && LooksActive(cell, 1) ? cell[1..] : cell;

    /// <summary>Cells of a csv as they stand between their quotes; RFC 4180, lines ended by LF too.</summary>
    private static IEnumerable<List<string>> Cells(string csv)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < csv.Length && csv[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (c != '\r' || i + 1 == csv.Length || csv[i + 1] != '\n')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}
