using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Tidy;

namespace FoodSecurity.Sources.Compiled;

/// <summary>
/// Reads and writes tables of events: what charts draw as bands, and estimates given as ranges.
/// <code>
/// area,kind,start,end,value,lower,upper,unit,statement,source,source_address,published_on,line
/// PRK,borders closed,2020-01,2023-08-26,,,,,closed in January 2020 against COVID-19; …,"KCNA by way of Korea Bizwire (Yonhap), 27 August 2023",http://koreabizwire.com/…,2023-08-27,12
/// PRK,famine excess deaths,1995-01-01,1999-12-31,,240000,420000,deaths,range,Spoorenberg &amp; Schwekendiek via PIIE,https://www.piie.com/…,,3
/// </code>
/// Hand-compiled tables say source_url and have no line; both layouts are read. Dates are as precise as they are known.
/// </summary>
public static class EventFile
{
    public const string DatasetCode = "events";

    public const string Format = "FoodSecurity events csv";

    private static readonly string[] Columns =
    [
        "area",
        "kind",
        "start",
        "end",
        "value",
        "lower",
        "upper",
        "unit",
        "statement",
        "source",
        "source_address",
        "published_on",
        "line",
    ];

    public static bool IsEvents(FileHead head) =>
        head.Cells() is var cells && new[] { "area", "kind", "start", "end", "statement" }.All(cells.Contains);

    public static ReleaseDraft Describe(SourceFile file) =>
        Origin.Beside(file)?.Describe(file, Format)
        ?? new ReleaseDraft
        {
            Dataset = DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Coverage = ReleaseCoverage.Whole,
            RepeatsAreErrors = true,
        };

    /// <summary>All events in file order. Bad cells and unknown codes go to the context and the row is left out.</summary>
    public static IEnumerable<AreaEvent> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        int area = csv.Require("area"),
            kind = csv.Require("kind"),
            start = csv.Require("start"),
            end = csv.Require("end"),
            value = csv.Find("value"),
            lower = csv.Find("lower"),
            upper = csv.Find("upper"),
            unit = csv.Find("unit"),
            statement = csv.Require("statement"),
            source = csv.Find("source"),
            address = csv.Require("source_address", "source_url"),
            published = csv.Find("published_on"),
            line = csv.Find("line");
        while (csv.Read(context))
        {
            if (!context.Words.Areas.TryGetValue(csv.Text(area), out var place))
            {
                context.Unknown("area", "own", csv.Text(area), "", csv.Line);
                continue;
            }

            var measured =
                csv.Text(unit) is not { Length: > 0 } text ? ""
                : context.Words.Units.ContainsKey(text) ? text
                : context.Words.Unit("any", text);
            if (measured is null)
            {
                context.Unknown("unit", "any", csv.Text(unit), "", csv.Line);
            }
            else if (
                csv.Span(start).IsEmpty
                || !Dated(csv, context, start)
                || !Dated(csv, context, end)
                || !Dated(csv, context, published)
                || !Number(csv, context, value, out var figure)
                || !Number(csv, context, lower, out var least)
                || !Number(csv, context, upper, out var most)
            )
            {
                if (csv.Span(start).IsEmpty)
                {
                    csv.Bad(context, start, "the day, month or year it began");
                }
            }
            else
            {
                yield return new AreaEvent
                {
                    Area = place.Code,
                    Kind = csv.Text(kind),
                    Start = csv.Text(start),
                    End = csv.Text(end),
                    Value = figure,
                    Lower = least,
                    Upper = most,
                    Unit = measured,
                    Text = csv.Text(statement),
                    Source = csv.Text(source),
                    SourceAddress = csv.Text(address),
                    PublishedOn = csv.Text(published),
                    Line = line >= 0 && Figure.TryWhole(csv.Span(line), out var printed) ? printed : csv.Line,
                };
            }
        }
    }

    /// <summary>Writes events in our own layout.</summary>
    public static void Write(IEnumerable<AreaEvent> events, TextWriter text)
    {
        text.Write(string.Join(',', Columns) + "\n");
        foreach (var e in events)
        {
            object?[] cells =
            [
                e.Area,
                e.Kind,
                e.Start,
                e.End,
                e.Value,
                e.Lower,
                e.Upper,
                e.Unit,
                e.Text,
                e.Source,
                e.SourceAddress,
                e.PublishedOn,
                e.Line,
            ];
            text.Write(string.Join(',', cells.Select(Cell)) + "\n");
        }
    }

    /// <summary>Writes an extract: data file and origin.json.</summary>
    /// <returns>Number of events.</returns>
    /// <exception cref="DataFormatException">A row cannot be read.</exception>
    /// <exception cref="UnknownCodesException">A code is unknown.</exception>
    public static long WriteExtract(SourceFile file, Origin facts, string folder, Vocabulary words)
    {
        var context = new ReadContext(words, file.Name);
        var events = Read(file, context).ToList();
        if (context.ProblemCount > 0)
        {
            throw new DataFormatException(context.Problems, context.ProblemCount);
        }

        if (context.HasUnknown)
        {
            throw new UnknownCodesException(file.Name, context.UnknownCodes());
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ExtractWriter.DataFile);
        using (var text = ExtractWriter.OpenGzip(path))
        {
            Write(events, text);
        }

        (
            facts with
            {
                Dataset = DatasetCode,
                File = file.Name,
                Sha256 = file.Sha256,
                Size = file.Size,
                Format = Format,
                Coverage = ReleaseCoverage.Whole,
                Extract = new ExtractStamp(ExtractWriter.DataFile, ExtractWriter.HashOf(path), events.Count),
            }
        ).Write(folder);
        return events.Count;
    }

    private static bool Dated(CsvSource csv, ReadContext context, int column)
    {
        if (column < 0 || csv.Span(column).IsEmpty || Stamp.IsOne(csv.Span(column)))
        {
            return true;
        }

        csv.Bad(context, column, "yyyy, yyyy-MM, yyyy-MM-dd or an empty cell");
        return false;
    }

    private static bool Number(CsvSource csv, ReadContext context, int column, out double? value)
    {
        value = null;
        if (column < 0 || csv.Span(column).IsEmpty)
        {
            return true;
        }

        if (Figure.TryRead(csv.Span(column), out var read, out var bound) && bound == ValueBound.Exact)
        {
            value = read;
            return true;
        }

        csv.Bad(context, column, "a number or an empty cell");
        return false;
    }

    private static string Cell(object? content)
    {
        var text = FormattableString.Invariant($"{content}");
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
