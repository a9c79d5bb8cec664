using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database;

/// <summary>One prepared question on the connection's own handle, asked tens of thousands of times in a load.</summary>
internal sealed class SqliteRowLookup : RowLookup
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;

    public SqliteRowLookup(SqliteConnection connection, string sql)
    {
        _handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_handle, sql, out _statement), raw.SQLITE_OK);
    }

    public override void Ask(long value)
    {
        raw.sqlite3_reset(_statement);
        Check(raw.sqlite3_bind_int64(_statement, 1, value), raw.SQLITE_OK);
    }

    public override bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);
        Check(code, raw.SQLITE_DONE);
        return false;
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public override double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_statement, column);

    public override void Dispose() => _statement.Dispose();

    private void Check(int code, int wanted)
    {
        if (code != wanted)
        {
            throw new SqliteException($"SQLite Error {code.ToString(CultureInfo.InvariantCulture)}: '{raw.sqlite3_errmsg(_handle).utf8_to_string()}'.", code & 0xff, code);
        }
    }
}
