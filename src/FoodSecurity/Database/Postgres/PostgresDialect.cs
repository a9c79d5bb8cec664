using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using FoodSecurity.Database.Engines;
using Npgsql;

namespace FoodSecurity.Database.Postgres;

/// <summary>
/// PostgreSQL 15 or newer. The tables keyed by series are partitioned by a hash of it, or distributed by it where the Citus extension is
/// installed; text compares byte by byte as in SQLite, whatever the server's language.
/// </summary>
internal sealed partial class PostgresDialect : Dialect
{
    /// <summary>The channel on which a new data version is told.</summary>
    public const string Channel = "foodsec_data_version";

    // "food" as a number: the one advisory lock, held by whoever writes.
    private const string WriterLock = "select pg_advisory_xact_lock(1718579044)";

    public override bool Runs(string migration) => !migration.EndsWith("_sqlite.sql", StringComparison.Ordinal);

    public override string Show(string location)
    {
        var parts = PostgresLocation.Parse(location);
        return string.Create(CultureInfo.InvariantCulture, $"postgres://{parts.Host}:{parts.Port}/{parts.Database}");
    }

    public override string ConnectionString(string location, bool reading, TimeSpan patience)
    {
        var parts = PostgresLocation.Parse(location);
        parts.ApplicationName ??= "foodsec";
        var milliseconds = ((long)patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        parts.Options = (
            parts.Options + (reading ? " -c default_transaction_read_only=on -c jit=off" : " -c lock_timeout=" + milliseconds)
        ).Trim();
        if (!reading)
        {
            // A merge of millions of rows takes as long as it takes; waiting for others is bounded by lock_timeout.
            parts.CommandTimeout = 0;
        }

        return parts.ToString();
    }

    public override DbConnection Open(string connectionString, bool reading)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception wrong)
        {
            connection.Dispose();
            throw Explain(wrong) ?? wrong;
        }
    }

    public override void Close(params ReadOnlySpan<string> connectionStrings)
    {
        foreach (var text in connectionStrings)
        {
            using var connection = new NpgsqlConnection(text);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public override bool HasTable(DbConnection connection, string table) =>
        connection.QueryFirstOrDefault<bool>("select to_regclass(@table) is not null", new { table });

    public override IReadOnlyList<(string Table, IReadOnlyList<string> Key)> Tables(DbConnection connection) =>
        // one row per column of a primary key, in its order; partitions are seen through their parents
        [
            .. connection
                .Query<(string Table, string Column)>(
                    """
                    select c.relname::text, a.attname::text from pg_class c
                    join pg_index x on x.indrelid = c.oid and x.indisprimary
                    cross join lateral unnest(x.indkey) with ordinality as k(number, place)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
                    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace and c.relname <> 'migration'
                    order by c.relname collate "C", k.place
                    """
                )
                .GroupBy(r => r.Table)
                .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(r => r.Column)])),
        ];

    public override DbTransaction BeginReading(DbConnection connection) =>
        connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public override string Translate(DbConnection connection, string migration)
    {
        var distributed = connection.QueryFirstOrDefault<bool>("select exists (select 1 from pg_extension where extname = 'citus')");
        return TextColumn()
            .Replace(migration, "$1 text collate \"C\"$2")
            .Replace("/*sqlite: without rowid */", distributed ? "" : "partition by hash (series_id)", StringComparison.Ordinal);
    }

    /// <summary>Dapper hands lists to this driver as arrays.</summary>
    public override string Word(string sql) => sql.Contains(" in @", StringComparison.Ordinal) ? InList().Replace(sql, "= any(@$1)") : sql;

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute(WriterLock, transaction: transaction);
            return transaction;
        }
        catch (Exception wrong)
        {
            transaction.Dispose();
            throw Explain(wrong) ?? wrong;
        }
    }

    public override void Announce(DbConnection connection, DbTransaction transaction) =>
        connection.Execute($"select pg_notify('{Channel}', value) from setting where name = 'data_version'", transaction: transaction);

    public override RowWriter OpenRows(DbConnection connection, string table, IReadOnlyList<string> columns) =>
        new PostgresRowWriter((NpgsqlConnection)connection, table, columns);

    /// <summary>
    /// The server's own analyse comes a minute late and never for a partitioned table as a whole; until then every page would read all
    /// partitions from end to end. Done when a tenth of the rows is new.
    /// </summary>
    public override void AfterLoad(DbConnection connection, long changes)
    {
        // one row: how many rows the planner believes in
        var known = connection.QueryFirstOrDefault<double>(
            "select coalesce(sum(greatest(reltuples, 0)), 0)::float8 from pg_class where relispartition and relkind = 'r' and relname like 'observation%'"
        );
        if (changes * 10 > known)
        {
            connection.Execute("analyze observation, observation_history, series, period, release");
        }
    }

    public override StoreException? Explain(Exception wrong) =>
        wrong switch
        {
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new StoreException(
                StoreTrouble.Busy,
                "Another program is writing to this database and did not end within the time allowed. Try again when its load is done.",
                wrong
            ),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StoreException(
                StoreTrouble.Full,
                "The database server has no room left. What was there before is untouched.",
                wrong
            ),
            PostgresException { SqlState: var state } known
                when state.StartsWith("28", StringComparison.Ordinal)
                    || state.StartsWith("3D", StringComparison.Ordinal)
                    || state.StartsWith("57P", StringComparison.Ordinal) => new StoreException(
                StoreTrouble.Unreachable,
                $"The database server does not let us in: {known.MessageText}.",
                wrong
            ),
            NpgsqlException and not PostgresException => new StoreException(
                StoreTrouble.Unreachable,
                $"The database server does not answer: {wrong.Message}",
                wrong
            ),
            _ => null,
        };

    // "name text" in a column list or after "add column"; a column may itself be called text.
    [GeneratedRegex(@"^(\s+\w+|alter table \w+ add column \w+) text\b(.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TextColumn();

    [GeneratedRegex(@"\bin @(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex InList();
}
