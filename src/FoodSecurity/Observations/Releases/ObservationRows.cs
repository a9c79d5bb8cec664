using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Observations.Releases;

/// <summary>
/// The bulk way of observations into the table or its staging copy. Rows are gathered into runs and sorted by key where a file is not:
/// a table kept in key order fills from the end then, instead of being torn open everywhere.
/// </summary>
internal sealed class ObservationRows : IDisposable
{
    private const int Run = 16 * 1024;
    private const int InOrder = 1024;

    private static readonly string[] Columns =
    [
        "series_id",
        "period_id",
        "edition",
        "value",
        "value_text",
        "bound",
        "lower_value",
        "upper_value",
        "status",
        "flag",
        "marks",
        "release_id",
        "member",
        "line",
        "column_name",
        "published_on",
        "row_source",
        "row_source_address",
        "note",
    ];

    private readonly RowWriter _rows;
    private readonly long _release;
    private readonly ulong[] _keys = new ulong[Run];
    private readonly (Observation Row, bool Repeated)[] _run = new (Observation, bool)[Run];
    private int _count;
    private bool _sorted = true;

    public ObservationRows(DbConnection connection, string table, long release)
    {
        Table = table;
        _release = release;
        _rows = Dialects.Of(connection).OpenRows(connection, table, Columns);
    }

    public string Table { get; }

    /// <summary>Names of all columns, in order, for statements that copy whole rows.</summary>
    public static string ColumnList(string prefix = "") => string.Join(", ", Columns.Select(c => prefix + c));

    public void Add(long series, long period, Observation row, bool repeated = false)
    {
        var key = ((ulong)series << 32) | (uint)period;
        _sorted &= _count == 0 || key >= _keys[_count - 1];
        _keys[_count] = key;
        _run[_count++] = (row, repeated);
        // In order so far: what is sent early is still warm in the processor's memory. A file out of order is gathered into long runs.
        if (_count == (_sorted ? InOrder : Run))
        {
            Send();
        }
    }

    /// <summary>Everything added so far is in the table; the connection may be asked.</summary>
    public void Rest()
    {
        Send();
        _rows.Rest();
    }

    public void Dispose() => _rows.Dispose();

    /// <summary>The printed figure, or null where it is the shortest form of the value and can be written again from it.</summary>
    internal static string? Printed(Observation row) =>
        row.IsShortest || row.ValueText.Length == 0 || (row.Value is { } value && IsShortest(row.ValueText, value)) ? null : row.ValueText;

    private static bool IsShortest(string text, double value)
    {
        if (ShortestForm.TryRead(text, out var read))
        {
            return read == value;
        }

        Span<char> digits = stackalloc char[32];
        return value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture) && digits[..length].SequenceEqual(text);
    }

    private void Send()
    {
        if (!_sorted)
        {
            Array.Sort(_keys, _run, 0, _count);
        }

        for (var i = 0; i < _count; i++)
        {
            Send((long)(_keys[i] >> 32), (uint)_keys[i], _run[i].Row, _run[i].Repeated);
        }

        Array.Clear(_run, 0, _count);
        _count = 0;
        _sorted = true;
    }

    private void Send(long series, long period, Observation row, bool repeated)
    {
        _rows.Write(series);
        _rows.Write(period);
        _rows.Write(row.Edition);
        _rows.Write(row.Value);
        _rows.Write(Printed(row));
        _rows.Write((long)row.Bound);
        _rows.Write(row.Lower);
        _rows.Write(row.Upper);
        _rows.Write((long)row.Status);
        _rows.Write(Text(row.Flag));
        _rows.Write((row.IsBreak ? 1L : 0) | (row.IsDerived ? 2L : 0) | (repeated ? 4L : 0));
        _rows.Write(_release);
        _rows.Write(Text(row.Member));
        _rows.Write(row.Line);
        _rows.Write(Text(row.Column));
        _rows.Write(Text(row.PublishedOn));
        _rows.Write(Text(row.RowSource));
        _rows.Write(Text(row.RowSourceAddress));
        _rows.Write(Text(row.Note));
        _rows.EndRow();
    }

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
