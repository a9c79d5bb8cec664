using System.Globalization;
using System.Text;
using FoodSecurity.Database.Engines;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database.Sqlite;

/// <summary>One question prepared on the connection's own handle, below ADO.NET. Of a reading connection it is kept and lent again.</summary>
internal sealed unsafe class SqliteRowLookup : RowLookup
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;
    private readonly Utf8Pool _texts;
    private readonly Action<SqliteRowLookup>? _return;
    private int _place;

    /// <param name="handle">The connection's handle.</param>
    /// <param name="sql">The question, its values as ?1, ?2 ...</param>
    /// <param name="texts">Where texts that repeat are kept.</param>
    /// <param name="giveBack">Called instead of closing; null: closed when disposed.</param>
    public SqliteRowLookup(sqlite3 handle, string sql, Utf8Pool texts, Action<SqliteRowLookup>? giveBack = null)
    {
        _handle = handle;
        _texts = texts;
        _return = giveBack;
        Sql = sql;
        Check(raw.sqlite3_prepare_v2(_handle, sql, out _owner), raw.SQLITE_OK);
        _statement = _owner.DangerousGetHandle();
    }

    public string Sql { get; }

    public override RowLookup Begin()
    {
        NativeSqlite.Reset(_statement);
        _place = 0;
        return this;
    }

    public override RowLookup With(long value)
    {
        Check(NativeSqlite.BindLong(_statement, ++_place, value), raw.SQLITE_OK);
        return this;
    }

    public override RowLookup With(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var utf8 = most <= 512 ? stackalloc byte[512] : new byte[most];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        fixed (byte* text = utf8)
        {
            Check(NativeSqlite.BindText(_statement, ++_place, text, length, NativeSqlite.Transient), raw.SQLITE_OK);
        }

        return this;
    }

    public override bool Next()
    {
        var code = NativeSqlite.Step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        NativeSqlite.Reset(_statement);
        Check(code, raw.SQLITE_DONE);
        return false;
    }

    public override bool IsNull(int column) => NativeSqlite.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => NativeSqlite.ColumnLong(_statement, column);

    public override double Double(int column) => NativeSqlite.ColumnDouble(_statement, column);

    public override ReadOnlySpan<byte> Text(int column)
    {
        // Bytes are counted after the text is made.
        var text = NativeSqlite.ColumnText(_statement, column);
        return text is null ? default : new ReadOnlySpan<byte>(text, NativeSqlite.ColumnBytes(_statement, column));
    }

    public override string? Pooled(int column)
    {
        var text = NativeSqlite.ColumnText(_statement, column);
        return text is null ? null : _texts.Of(new ReadOnlySpan<byte>(text, NativeSqlite.ColumnBytes(_statement, column)));
    }

    public override void Dispose()
    {
        if (_return is null)
        {
            Close();
        }
        else
        {
            NativeSqlite.Reset(_statement);
            _return(this);
        }
    }

    public void Close() => _owner.Dispose();

    private void Check(int code, int wanted)
    {
        if (code != wanted)
        {
            throw new SqliteException(
                $"SQLite Error {code.ToString(CultureInfo.InvariantCulture)}: '{raw.sqlite3_errmsg(_handle).utf8_to_string()}'.",
                code & 0xff,
                code
            );
        }
    }
}
