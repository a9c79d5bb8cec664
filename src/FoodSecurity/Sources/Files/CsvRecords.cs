using System.Globalization;
using System.Text;
using FoodSecurity.Observations;
using Sylvan.Data.Csv;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// The lines of a file cut into cells, header and blank lines among them, with the physical line each begins on. Damage and encoding
/// end as errors with their line.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly SourceFile _file;
    private readonly Stream _data;
    private readonly Func<bool> _read;
    private long _nextLine = 1;

    public CsvRecords(SourceFile file, bool latin1)
    {
        _file = file;
        var layout = file.Head.Layout;
        var encoding = layout.Wide ?? Encoding.Latin1;
        if (!latin1 && layout.Wide is null)
        {
            Suspect = new SuspectBytes(file.Choices.Latin1);
            encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, Suspect);
        }

        _data = file.OpenData();
        var text = new StreamReader(_data, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);

        // Without a comment character of its own the library would drop every line that begins with '#', and its number with it.
        Row = Guarded(() =>
            CsvDataReader.Create(
                text,
                new CsvDataReaderOptions
                {
                    HasHeaders = false,
                    Delimiter = layout.Delimiter,
                    Quote = '"',
                    Comment = '\u0001',
                    CsvStyle = CsvStyle.Standard,
                    ResultSetMode = ResultSetMode.SingleResult,
                    BufferSize = 128 * 1024,
                    MaxBufferSize = 4 * 1024 * 1024,
                    Culture = CultureInfo.InvariantCulture,
                }
            )
        );
        _read = Row.Read;
        if (layout.NamesDelimiter)
        {
            Next();
        }
    }

    /// <summary>The current line's cells.</summary>
    public CsvDataReader Row { get; }

    /// <summary>Physical line the current row begins on, from 1; of a sheet, its row.</summary>
    public long Line { get; private set; }

    /// <summary>Set where bytes that are not UTF-8 are marked; null in files published in latin-1 or UTF-16.</summary>
    public SuspectBytes? Suspect { get; }

    public bool Blank => Row.RowFieldCount == 1 && Row.GetFieldSpan(0).IsWhiteSpace();

    /// <summary>Share of the bytes read so far; null where it cannot be told.</summary>
    public double? Share =>
        _data is CheckedStream packed ? packed.Share
        : _data.CanSeek ? _data.Position / (double)_data.Length
        : null;

    /// <exception cref="DataFormatException">The file ends in the middle, or its quotes cannot be followed further.</exception>
    public bool Next()
    {
        if (!Guarded(_read))
        {
            return false;
        }

        Line = _nextLine;
        var breaks = _file.IsSheet ? 1 : Row.GetRawRecordSpan().Count('\n');
        _nextLine += breaks > 0 ? breaks : 1;
        return true;
    }

    /// <summary>True where one of the first cells of the current row has this content, whatever the case of its letters.</summary>
    public bool Has(string content, int within)
    {
        for (var i = 0; i < Math.Min(within, Row.RowFieldCount); i++)
        {
            if (Row.GetFieldSpan(i).TrimStart('\uFEFF').Trim().Trim('"').Equals(content, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public string Start() => Row.GetRawRecordSpan().TrimEnd("\r\n").ToString();

    public void Dispose() => Row.Dispose();

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
        catch (DecoderFallbackException odd)
        {
            throw new DataFormatException(
                new DataProblem(_file.Head.Shown, _nextLine, "", odd.Message, "UTF-16 text to the end, as its first bytes state")
            );
        }
        catch (CsvFormatException torn)
        {
            throw new DataFormatException(
                new DataProblem(_file.Head.Shown, _nextLine, "", torn.Message, "cells whose quotes close before the next comma or line end")
            );
        }
    }
}
