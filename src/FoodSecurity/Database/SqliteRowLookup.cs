using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database;

/// <summary>One prepared question on the connection's own handle, asked tens of thousands of times in a load.</summary>
internal sealed unsafe class SqliteRowLookup : RowLookup
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;

    public SqliteRowLookup(SqliteConnection connection, string sql)
    {
        _handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_handle, sql, out _owner), raw.SQLITE_OK);
        _statement = _owner.DangerousGetHandle();
    }

    public override void Ask(long value)
    {
        NativeSqlite.Reset(_statement);
        Check(NativeSqlite.BindLong(_statement, 1, value), raw.SQLITE_OK);
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
        return new ReadOnlySpan<byte>(text, NativeSqlite.ColumnBytes(_statement, column));
    }

    public override void Dispose() => _owner.Dispose();

    private void Check(int code, int wanted)
    {
        if (code != wanted)
        {
            throw new SqliteException($"SQLite Error {code.ToString(CultureInfo.InvariantCulture)}: '{raw.sqlite3_errmsg(_handle).utf8_to_string()}'.", code & 0xff, code);
        }
    }
}
