using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FoodSecurity.Database;

/// <summary>The one database: opens connections for reading and for writing, and knows what differs between engines.</summary>
public sealed class Store
{
    private readonly string _reading;
    private readonly string _writing;

    private Store(string location)
    {
        Location = location;
        _writing = new SqliteConnectionStringBuilder { DataSource = location, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = true, DefaultTimeout = 30 }.ToString();
        _reading = new SqliteConnectionStringBuilder { DataSource = location, Mode = SqliteOpenMode.ReadOnly, Pooling = true, DefaultTimeout = 30 }.ToString();
    }

    /// <summary>The file's path.</summary>
    public string Location { get; }

    /// <summary>Opens the database at a place, makes it if need be, and brings its schema up to date.</summary>
    /// <exception cref="NotSupportedException">The place is a connection string of an engine that is not built in.</exception>
    public static Store Open(string location)
    {
        if (location.Contains("Host=", StringComparison.OrdinalIgnoreCase) || location.StartsWith("postgres", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"{DatabaseLocation.Setting} names a PostgreSQL server; this version keeps its data in SQLite. Give a file path.");
        }

        var path = Path.GetFullPath(location);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var store = new Store(path);
        using var connection = store.OpenWriter();
        Migrator.Migrate(connection);
        return store;
    }

    /// <summary>A read-only connection: pages never write, and never wait for a load.</summary>
    public DbConnection OpenReader()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        Execute(connection, "pragma query_only = on; pragma mmap_size = 268435456; pragma cache_size = -16000");
        return connection;
    }

    public DbConnection OpenWriter()
    {
        var connection = new SqliteConnection(_writing);
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -64000");
        return connection;
    }

    /// <summary>Lets go of pooled connections so that the file can be moved or removed.</summary>
    public void Close() => SqliteConnection.ClearAllPools();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
