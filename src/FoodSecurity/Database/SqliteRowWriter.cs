using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database;

/// <summary>
/// One prepared insert, bound below ADO.NET on the connection's own handle. A value that is the same as in the row before stays bound:
/// flags, units and headings repeat for thousands of rows.
/// </summary>
internal sealed unsafe class SqliteRowWriter : RowWriter
{
    // What is bound to a place: one of these with the number beside it, a text, or null.
    private static readonly object Whole = new(), Real = new();

    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;
    private readonly object?[] _bound;
    private readonly long[] _numbers;
    private byte[] _utf8 = new byte[256];
    private int _column;

    public SqliteRowWriter(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _handle = connection.Handle!;
        var places = string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"?{i + 1}")));
        Check(raw.sqlite3_prepare_v2(_handle, $"insert into {table} ({string.Join(", ", columns)}) values ({places})", out _owner));
        _statement = _owner.DangerousGetHandle();
        _bound = new object?[columns.Count];
        _numbers = new long[columns.Count];
    }

    public override void Write(long value)
    {
        var at = _column++;
        if (ReferenceEquals(_bound[at], Whole) && _numbers[at] == value)
        {
            return;
        }

        _bound[at] = Whole;
        _numbers[at] = value;
        Check(NativeSqlite.BindLong(_statement, at + 1, value));
    }

    public override void Write(long? value)
    {
        if (value is { } number)
        {
            Write(number);
        }
        else
        {
            WriteNull();
        }
    }

    public override void Write(double? value)
    {
        if (value is not { } number)
        {
            WriteNull();
            return;
        }

        var at = _column++;
        var bits = BitConverter.DoubleToInt64Bits(number);
        if (ReferenceEquals(_bound[at], Real) && _numbers[at] == bits)
        {
            return;
        }

        _bound[at] = Real;
        _numbers[at] = bits;
        Check(NativeSqlite.BindDouble(_statement, at + 1, number));
    }

    public override void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var at = _column++;
        if (_bound[at] is string before && (ReferenceEquals(before, value) || before == value))
        {
            return;
        }

        _bound[at] = value;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _utf8.Length)
        {
            _utf8 = new byte[most * 2];
        }

        var length = Encoding.UTF8.GetBytes(value, _utf8);
        fixed (byte* text = _utf8)
        {
            Check(NativeSqlite.BindText(_statement, at + 1, text, length, NativeSqlite.Transient));
        }
    }

    public override void EndRow()
    {
        _column = 0;
        var code = NativeSqlite.Step(_statement);
        if (code != raw.SQLITE_DONE)
        {
            NativeSqlite.Reset(_statement);
            Check(code);
        }

        NativeSqlite.Reset(_statement);
    }

    public override void Rest()
    {
    }

    public override void Dispose() => _owner.Dispose();

    private void WriteNull()
    {
        var at = _column++;
        if (_bound[at] is not null)
        {
            _bound[at] = null;
            Check(NativeSqlite.BindNull(_statement, at + 1));
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException($"SQLite Error {code.ToString(CultureInfo.InvariantCulture)}: '{raw.sqlite3_errmsg(_handle).utf8_to_string()}'.", code & 0xff, code);
        }
    }
}
