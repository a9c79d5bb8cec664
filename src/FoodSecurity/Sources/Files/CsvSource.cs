using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// A file's rows as text cells, streamed. Knows the physical line of each row (line breaks inside quotes count), refuses rows with
/// too many or too few cells and text that is not UTF-8, and turns a file that ends in the middle into an error with its line.
/// Files that were saved anew read as the publisher's: separators and encoding as <see cref="CsvLayout"/> tells, decimal commas as
/// <see cref="DecimalCommas"/> does; a line of #tags (HXL) after the header is passed over.
/// </summary>
public sealed class CsvSource : IDisposable
{
    private const int ShareEvery = 4096;

    private readonly SourceFile _file;
    private readonly CsvRecords _records;
    private readonly DecimalCommas? _commas;
    private readonly Func<CsvSource> _again;
    private readonly TextPool _texts = new();
    private bool _mayBeTags = true;

    private CsvSource(SourceFile file, CsvRecords records, Func<CsvSource> again)
    {
        _file = file;
        _records = records;
        _again = again;
        Header =
        [
            .. Enumerable.Range(0, records.Row.RowFieldCount).Select(i => records.Row.GetString(i).TrimStart('\uFEFF').Trim().Trim('"')),
        ];
        _commas =
            file.Head.Layout.Delimiter == ',' && file.Choices.Commas == CommaMeaning.Unstated ? null : DecimalCommas.Of(file, Header.Count);
    }

    /// <summary>The headings as printed, byte-order mark and padding removed.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Physical line the current row begins on, from 1; of a sheet, its row.</summary>
    public long Line => _records.Line;

    /// <summary>The data file inside a zip, or the sheet of a workbook; else empty.</summary>
    public string Member => _file.Member;

    /// <summary>Opens the data and reads up to the header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="latin1">True for formats published in latin-1 (ISO 8859-1).</param>
    /// <param name="firstHeading">Heading the header line begins with, where lines stand before it; else the first line is the header.</param>
    /// <param name="anywhere">Heading that stands anywhere in the header line, where lines stand before it.</param>
    /// <exception cref="DataFormatException">No header, or the file cannot be decompressed.</exception>
    public static CsvSource Open(SourceFile file, bool latin1 = false, string? firstHeading = null, string? anywhere = null)
    {
        var records = new CsvRecords(file, latin1);
        try
        {
            while (records.Next())
            {
                if (
                    firstHeading is not null ? records.Has(firstHeading, 1)
                    : anywhere is not null ? records.Has(anywhere, int.MaxValue)
                    : !records.Blank
                )
                {
                    return new CsvSource(file, records, () => Open(file, latin1, firstHeading, anywhere));
                }
            }
        }
        catch
        {
            records.Dispose();
            throw;
        }

        records.Dispose();
        var expected = (firstHeading, anywhere) switch
        {
            ({ } first, _) => $"a line that begins with \"{first}\"",
            (_, { } heading) => $"a line with the heading \"{heading}\"",
            _ => "a header line",
        };
        throw new DataFormatException(new DataProblem(file.Head.Shown, 0, "", "no header line", expected));
    }

    /// <summary>Column of a heading, or -1. Where none is exactly so, the one that differs only in the case of its letters.</summary>
    public int Find(string heading)
    {
        var near = -1;
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == heading)
            {
                return i;
            }

            near = near < 0 && Header[i].Equals(heading, StringComparison.OrdinalIgnoreCase) ? i : near;
        }

        return near;
    }

    /// <summary>Column of the first of these headings that is there.</summary>
    /// <exception cref="DataFormatException">None is; says the header found.</exception>
    public int Require(params ReadOnlySpan<string> headings)
    {
        foreach (var heading in headings)
        {
            if (Find(heading) is >= 0 and var found)
            {
                return found;
            }
        }

        throw new DataFormatException(
            new DataProblem(_file.Head.Shown, Line, headings[0], string.Join(',', Header), $"a column \"{headings[0]}\"")
        );
    }

    /// <summary>Goes to the next whole row; blank lines are passed over, malformed rows reported to the context and passed over.</summary>
    /// <exception cref="DataFormatException">The file ends in the middle, or its quotes cannot be followed further.</exception>
    public bool Read(ReadContext context)
    {
        while (_records.Next())
        {
            if (_records.Blank || Tags())
            {
                continue;
            }

            if (++context.Rows % ShareEvery == 0)
            {
                context.ShareRead = _records.Share;
            }

            var cells = _records.Row.RowFieldCount;
            if (cells != Header.Count)
            {
                context.Problem(
                    Member,
                    Line,
                    "",
                    _records.Start(),
                    string.Create(CultureInfo.InvariantCulture, $"{Header.Count} cells as in the header, not {cells}")
                );
            }
            else if (_records.Suspect is not { Seen: true } || AllUtf8(context))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell of the current row; valid until the next row.</summary>
    public ReadOnlySpan<char> Span(int column) =>
        _commas is null ? _records.Row.GetFieldSpan(column) : _commas.Plain(_records.Row.GetFieldSpan(column), column);

    /// <summary>A cell as a string; repeated texts share one string. Empty for a column that is not there (-1).</summary>
    public string Text(int column) => column < 0 ? "" : _texts.Of(Span(column));

    public string Pooled(ReadOnlySpan<char> text) => _texts.Of(text);

    /// <summary>The same file from its beginning.</summary>
    public CsvSource Again() => _again();

    /// <summary>Reports a cell of the current row.</summary>
    public void Bad(ReadContext context, int column, string expected)
    {
        var cell = column < 0 ? "" : _records.Row.GetFieldSpan(column).ToString();
        context.Problem(
            Member,
            Line,
            column < 0 ? "" : Header[column],
            cell,
            DecimalCommas.Ambiguous(cell) ? expected + DecimalCommas.Reason : expected
        );
    }

    public void Dispose() => _records.Dispose();

    private bool Tags()
    {
        var tags = _mayBeTags && HxlTags.Fill(_records.Row);
        _mayBeTags = false;
        return tags;
    }

    private bool AllUtf8(ReadContext context)
    {
        var all = true;
        for (var i = 0; i < _records.Row.RowFieldCount; i++)
        {
            var cell = _records.Row.GetFieldSpan(i);
            if (SuspectBytes.Marked(cell))
            {
                context.Problem(
                    Member,
                    Line,
                    Header[i],
                    SuspectBytes.AsLatin1(cell),
                    "UTF-8 text (this looks like latin-1; --encoding latin1 reads it so)"
                );
                all = false;
            }
        }

        return all;
    }
}
