using System.Data.Common;
using System.Globalization;
using Dapper;
using FoodSecurity.Database.Engines;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database.Sqlite;

/// <summary>SQLite: one file, write-ahead log, readers that never wait.</summary>
internal sealed class SqliteDialect : Dialect
{
    private const long ManyChanges = 10_000;
    private const int Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        Failed = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        NotADatabase = 26;

    // Each connection is used by one thread at a time, as ADO.NET demands, so that a lock around every call of it is for nothing: it took a
    // tenth of a load. https://www.sqlite.org/threadsafe.html
    static SqliteDialect()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    public override bool Runs(string migration) => !migration.EndsWith("_postgres.sql", StringComparison.Ordinal);

    public override string Show(string location) => location;

    public override string ConnectionString(string location, bool reading, TimeSpan patience) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = location,
            Mode = reading ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = !reading,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString();

    public override DbConnection Open(string connectionString, bool reading)
    {
        if (reading)
        {
            return SqliteReadings.Take(connectionString) ?? OpenReading(connectionString);
        }

        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(
            connection,
            "pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -64000"
        );
        return connection;
    }

    private static SqliteReading OpenReading(string connectionString)
    {
        var reading = new SqliteReading(connectionString);
        reading.Open();
        // Two gigabytes are the most SQLite maps. The wait is for the moment in which a log is put away or taken up again.
        Execute(
            reading,
            string.Create(
                CultureInfo.InvariantCulture,
                $"pragma query_only = on; pragma mmap_size = 2147418112; pragma cache_size = -16000; pragma busy_timeout = {reading.DefaultTimeout * 1000}"
            )
        );
        return reading.Lend();
    }

    public override void Close(params ReadOnlySpan<string> connectionStrings)
    {
        SqliteReadings.Close(connectionStrings);
        foreach (var text in connectionStrings)
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    public override bool HasTable(DbConnection connection, string table) =>
        connection.QueryFirstOrDefault<long>("select count(*) from sqlite_master where type = 'table' and name = @table", new { table })
        > 0;

    public override IReadOnlyList<(string Table, IReadOnlyList<string> Key)> Tables(DbConnection connection) =>
        [
            .. connection
                .Query<string>(
                    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'migration' order by name"
                )
                .Select(t =>
                    (t, connection.Query<string>("select name from pragma_table_info(@t) where pk > 0 order by pk", new { t }).AsList())
                ),
        ];

    public override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override string Translate(DbConnection connection, string migration) =>
        migration
            .Replace("/*sqlite: without rowid */", "without rowid", StringComparison.Ordinal)
            .Replace("/*sqlite alone: without rowid */", "without rowid", StringComparison.Ordinal);

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        try
        {
            return connection.BeginTransaction();
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            throw Explain(busy)!;
        }
    }

    /// <summary>Sorting an index of millions of rows must not fill the memory, and may use a second processor.</summary>
    public override void PrepareLoad(DbConnection connection) =>
        Execute((SqliteConnection)connection, "pragma temp_store = default; pragma threads = 2; pragma cache_size = -48000");

    /// <summary>
    /// After a big load the log is as large as the database, and whoever opens it next would read through it until somebody closes properly: it is put
    /// away at once. Readers in the middle of a question are waited for a little; where they stay, the log stays too and is put away another time.
    /// </summary>
    public override void AfterLoad(DbConnection connection, long changes)
    {
        if (changes >= ManyChanges)
        {
            Execute((SqliteConnection)connection, "pragma busy_timeout = 1000; pragma wal_checkpoint(truncate); pragma busy_timeout = 0");
        }
    }

    public override RowWriter OpenRows(DbConnection connection, string table, IReadOnlyList<string> columns) =>
        new SqliteRowWriter((SqliteConnection)connection, table, columns);

    public override RowLookup OpenLookup(DbConnection connection, string sql) =>
        connection is SqliteReading reading
            ? reading.Lookup(sql)
            : new SqliteRowLookup(((SqliteConnection)connection).Handle!, sql, new Utf8Pool());

    public override StoreException? Explain(Exception wrong) =>
        wrong is not SqliteException known
            ? null
            : known.SqliteErrorCode switch
            {
                Busy or Locked => new StoreException(
                    StoreTrouble.Busy,
                    "Another program is writing to this database and did not end within the time allowed. Try again when its load is done.",
                    wrong
                ),
                Full => new StoreException(
                    StoreTrouble.Full,
                    "No room is left for the database. Make room, then load again; what was there before is untouched.",
                    wrong
                ),
                Failed => new StoreException(
                    StoreTrouble.Full,
                    $"The database file could not be written or read ({known.Message.TrimEnd('.')}): no room, a limit on file sizes, or a failing disk.",
                    wrong
                ),
                ReadOnly or CannotOpen => new StoreException(
                    StoreTrouble.Unreachable,
                    $"The database file cannot be opened for writing ({known.Message.TrimEnd('.')}).",
                    wrong
                ),
                Corrupt or NotADatabase => new StoreException(
                    StoreTrouble.Unfit,
                    $"The file is not a sound database ({known.Message.TrimEnd('.')}).",
                    wrong
                ),
                _ => null,
            };

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
