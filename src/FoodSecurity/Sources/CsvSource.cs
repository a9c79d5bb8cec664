using System.Globalization;
using System.Text;
using FoodSecurity.Observations;
using Sylvan.Data.Csv;

namespace FoodSecurity.Sources;

/// <summary>
/// A file's rows as text cells, streamed. Knows the physical line of each row (line breaks inside quotes count), refuses rows with
/// too many or too few cells and text that is not UTF-8, and turns a file that ends in the middle into an error with its line.
/// </summary>
public sealed class CsvSource : IDisposable
{
    private const int ShareEvery = 4096;

    private readonly SourceFile _file;
    private readonly Stream _data;
    private readonly SuspectBytes? _suspect;
    private readonly CsvDataReader _csv;
    private readonly TextPool _texts = new();
    private long _nextLine = 1;

    private CsvSource(SourceFile file, bool latin1)
    {
        _file = file;
        Encoding encoding = Encoding.Latin1;
        if (!latin1)
        {
            _suspect = new SuspectBytes();
            encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, _suspect);
        }

        _data = file.OpenData();
        var text = new StreamReader(_data, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        _csv = Guarded(() => CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = ',', Quote = '"', CsvStyle = CsvStyle.Standard, ResultSetMode = ResultSetMode.SingleResult,
            BufferSize = 128 * 1024, MaxBufferSize = 4 * 1024 * 1024, Culture = CultureInfo.InvariantCulture,
        }));
    }

    /// <summary>The headings as printed, byte-order mark and padding removed.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Physical line the current row begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The data file inside a zip; else empty.</summary>
    public string Member => _file.Member;

    /// <summary>Opens the data and reads up to the header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="latin1">True for formats published in latin-1 (ISO 8859-1).</param>
    /// <param name="firstHeading">Heading the header line begins with, where lines stand before it; else the first line is the header.</param>
    /// <exception cref="DataFormatException">No header, or the file cannot be decompressed.</exception>
    public static CsvSource Open(SourceFile file, bool latin1 = false, string? firstHeading = null)
    {
        var source = new CsvSource(file, latin1);
        while (source.NextRecord())
        {
            var first = source._csv.GetFieldSpan(0).TrimStart('\uFEFF').Trim('"');
            if (firstHeading is null ? !source.Blank : first.SequenceEqual(firstHeading))
            {
                source.Header = [.. Enumerable.Range(0, source._csv.RowFieldCount).Select(i => source._csv.GetString(i).TrimStart('\uFEFF').Trim().Trim('"'))];
                return source;
            }
        }

        source.Dispose();
        throw new DataFormatException(new DataProblem(file.Head.Shown, 0, "", "no header line", firstHeading is null ? "a header line" : $"a line that begins with \"{firstHeading}\""));
    }

    /// <summary>Column of a heading, or -1.</summary>
    public int Find(string heading)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == heading)
            {
                return i;
            }
        }

        return -1;
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

        throw new DataFormatException(new DataProblem(_file.Head.Shown, Line, headings[0], string.Join(',', Header), $"a column \"{headings[0]}\""));
    }

    /// <summary>Goes to the next whole row; blank lines are passed over, malformed rows reported to the context and passed over.</summary>
    /// <exception cref="DataFormatException">The file ends in the middle, or its quotes cannot be followed further.</exception>
    public bool Read(ReadContext context)
    {
        while (NextRecord())
        {
            if (Blank)
            {
                continue;
            }

            if (++context.Rows % ShareEvery == 0)
            {
                context.ShareRead = _data is CheckedStream packed ? packed.Share : _data.Position / (double)_data.Length;
            }

            var cells = _csv.RowFieldCount;
            if (cells != Header.Count)
            {
                context.Problem(Member, Line, "", Start(), string.Create(CultureInfo.InvariantCulture, $"{Header.Count} cells as in the header, not {cells}"));
            }
            else if (_suspect is not { Seen: true } || AllUtf8(context))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell of the current row; valid until the next row.</summary>
    public ReadOnlySpan<char> Span(int column) => _csv.GetFieldSpan(column);

    /// <summary>A cell as a string; repeated texts share one string. Empty for a column that is not there (-1).</summary>
    public string Text(int column) => column < 0 ? "" : _texts.Of(_csv.GetFieldSpan(column));

    public string Pooled(ReadOnlySpan<char> text) => _texts.Of(text);

    /// <summary>Reports a cell of the current row.</summary>
    public void Bad(ReadContext context, int column, string expected) =>
        context.Problem(Member, Line, column < 0 ? "" : Header[column], column < 0 ? "" : _csv.GetFieldSpan(column).ToString(), expected);

    public void Dispose() => _csv.Dispose();

    private bool Blank => _csv.RowFieldCount == 1 && _csv.GetFieldSpan(0).IsWhiteSpace();

    private bool NextRecord()
    {
        if (!Guarded(_csv.Read))
        {
            return false;
        }

        Line = _nextLine;
        var raw = _csv.GetRawRecordSpan();
        var breaks = raw.Count('\n');
        _nextLine += breaks > 0 ? breaks : 1;
        return true;
    }

    private bool AllUtf8(ReadContext context)
    {
        var all = true;
        for (var i = 0; i < _csv.RowFieldCount; i++)
        {
            var cell = _csv.GetFieldSpan(i);
            if (SuspectBytes.Marked(cell))
            {
                context.Problem(Member, Line, Header[i], SuspectBytes.AsLatin1(cell), "UTF-8 text (this looks like latin-1)");
                all = false;
            }
        }

        return all;
    }

    private string Start() => _csv.GetRawRecordSpan().TrimEnd("\r\n").ToString();

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(_file.Head.Shown, _nextLine, "", damaged.Message, FileKind.Whole));
        }
        catch (CsvFormatException torn)
        {
            throw new DataFormatException(new DataProblem(_file.Head.Shown, _nextLine, "", torn.Message, "cells whose quotes close before the next comma or line end"));
        }
    }
}
