using System.Globalization;
using System.Text;
using FoodSecurity.Database.Engines;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database.Sqlite;

/// <summary>
/// A prepared insert of several rows, bound below ADO.NET on the connection's own handle: beginning and ending a statement costs as much as a row.
/// A value that is the same as in its place before stays bound: flags, units and headings repeat for thousands of rows. "Or fail" spares the
/// statement a journal of its own: what goes wrong in the middle of a load undoes the whole transaction anyway.
/// </summary>
internal sealed unsafe class SqliteRowWriter : RowWriter
{
    private const int RowsAtOnce = 32;

    // What is bound to a place: one of these with the number beside it, a text, or null.
    private static readonly object Whole = new(),
        Real = new();

    private readonly sqlite3 _handle;
    private readonly string _insert;
    private readonly int _columns;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;
    private readonly object?[] _bound;
    private readonly long[] _numbers;
    private byte[] _utf8 = new byte[256];
    private int _column;

    public SqliteRowWriter(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _handle = connection.Handle!;
        _columns = columns.Count;
        _insert = $"insert or fail into {table} ({string.Join(", ", columns)}) values ";
        _owner = Prepare(RowsAtOnce);
        _statement = _owner.DangerousGetHandle();
        _bound = new object?[columns.Count * RowsAtOnce];
        _numbers = new long[columns.Count * RowsAtOnce];
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
        Bind(_statement, at, value);
    }

    public override void EndRow()
    {
        if (_column == _bound.Length)
        {
            _column = 0;
            Step(_statement);
        }
    }

    public override void Rest()
    {
        if (_column == 0)
        {
            return;
        }

        var rows = _column / _columns;
        _column = 0;
        using var rest = Prepare(rows);
        var statement = rest.DangerousGetHandle();
        for (var place = 0; place < rows * _columns; place++)
        {
            switch (_bound[place])
            {
                case null:
                    break;
                case string text:
                    Bind(statement, place, text);
                    break;
                case var kind when ReferenceEquals(kind, Whole):
                    Check(NativeSqlite.BindLong(statement, place + 1, _numbers[place]));
                    break;
                default:
                    Check(NativeSqlite.BindDouble(statement, place + 1, BitConverter.Int64BitsToDouble(_numbers[place])));
                    break;
            }
        }

        Step(statement);
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

    private void Bind(nint statement, int place, string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _utf8.Length)
        {
            _utf8 = new byte[most * 2];
        }

        var length = Encoding.UTF8.GetBytes(value, _utf8);
        fixed (byte* text = _utf8)
        {
            Check(NativeSqlite.BindText(statement, place + 1, text, length, NativeSqlite.Transient));
        }
    }

    private void Step(nint statement)
    {
        var code = NativeSqlite.Step(statement);
        NativeSqlite.Reset(statement);
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
    }

    private sqlite3_stmt Prepare(int rows)
    {
        var row = '(' + string.Join(',', Enumerable.Repeat('?', _columns)) + ')';
        Check(raw.sqlite3_prepare_v2(_handle, _insert + string.Join(',', Enumerable.Repeat(row, rows)), out var prepared));
        return prepared;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(
                $"SQLite Error {code.ToString(CultureInfo.InvariantCulture)}: '{raw.sqlite3_errmsg(_handle).utf8_to_string()}'.",
                code & 0xff,
                code
            );
        }
    }
}
