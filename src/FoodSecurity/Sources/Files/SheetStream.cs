using System.Globalization;
using System.Text;
using FoodSecurity.Observations;
using MiniExcelLibs;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// The csv of one sheet, a row at a time: figures in their shortest form that reads back equal, dates as yyyy-MM-dd, line breaks inside a
/// cell as spaces (so that one row is one line), an empty row as an empty line.
/// </summary>
internal sealed class SheetStream : Stream
{
    private readonly string _name;
    private readonly FileStream _file;
    private readonly IEnumerator<object> _rows;
    private readonly StringBuilder _line = new();
    private byte[] _bytes = [];
    private int _at;
    private int _width;

    public SheetStream(string path, string sheet)
    {
        _name = Path.GetFileName(path);
        _file = File.OpenRead(path);
        try
        {
            _rows = ((IEnumerable<object>)_file.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX)).GetEnumerator();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            _file.Dispose();
            throw Workbook.Damaged(_name, broken);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="DataFormatException">The workbook is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_at == _bytes.Length && !NextRow())
        {
            return 0;
        }

        var read = Math.Min(buffer.Length, _bytes.Length - _at);
        _bytes.AsSpan(_at, read).CopyTo(buffer);
        _at += read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rows.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool NextRow()
    {
        try
        {
            if (!_rows.MoveNext())
            {
                return false;
            }
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw Workbook.Damaged(_name, broken);
        }

        var cells = ((IDictionary<string, object?>)_rows.Current).Values;
        _line.Clear();
        if (cells.Any(c => c is not null && Text(c).Length > 0))
        {
            _width = Math.Max(_width, cells.Count);
            var written = 0;
            foreach (var cell in cells)
            {
                _line.Append(written++ > 0 ? "," : "");
                Append(cell is null ? "" : Text(cell));
            }

            _line.Append(',', _width - written);
        }

        _bytes = Encoding.UTF8.GetBytes(_line.Append('\n').ToString());
        _at = 0;
        return true;
    }

    private void Append(string text)
    {
        if (text.AsSpan().IndexOfAny("\",\r\n") < 0)
        {
            _line.Append(text);
            return;
        }

        _line
            .Append('"')
            .Append(
                text.Replace("\"", "\"\"", StringComparison.Ordinal)
                    .Replace("\r\n", " ", StringComparison.Ordinal)
                    .Replace('\n', ' ')
                    .Replace('\r', ' ')
            )
            .Append('"');
    }

    private static string Text(object cell) =>
        cell switch
        {
            string text => text.Trim(),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            bool truth => truth ? "true" : "false",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };
}
