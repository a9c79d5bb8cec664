using System.Data.Common;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Database;

/// <summary>The one database, SQLite or PostgreSQL: opens connections for reading and for writing.</summary>
public sealed class Store
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dialect _dialect;
    private readonly string _reading;
    private readonly string _writing;
    private DataVersionWatch? _watch;

    private Store(Dialect dialect, string location, TimeSpan patience)
    {
        _dialect = dialect;
        Location = dialect.Show(location);
        _writing = dialect.ConnectionString(location, reading: false, patience);
        _reading = dialect.ConnectionString(location, reading: true, patience);
    }

    /// <summary>The file's path, or the server and database without the password.</summary>
    public string Location { get; }

    /// <summary>True for a PostgreSQL server, false for a SQLite file.</summary>
    public bool IsServer => _dialect == Dialects.PostgreSql;

    /// <summary>Opens the database at a place, makes it if need be (on a server the database itself must exist), and brings its schema up to date.</summary>
    /// <param name="location">A SQLite path, a PostgreSQL connection string (Host=…;Database=…) or a postgres:// address.</param>
    /// <param name="patience">How long to wait for another program that writes; default 30 s.</param>
    /// <exception cref="StoreException">The server does not answer, or the file is no database.</exception>
    public static Store Open(string location, TimeSpan? patience = null)
    {
        var dialect = Dialects.Of(location);
        if (dialect == Dialects.Sqlite)
        {
            location = Path.GetFullPath(location);
            Directory.CreateDirectory(Path.GetDirectoryName(location)!);
        }

        var store = new Store(dialect, location, patience ?? Patience);
        try
        {
            using var connection = store.OpenWriter();
            Migrator.Migrate(connection);
            return store;
        }
        catch (DbException wrong) when (dialect.Explain(wrong) is { } told)
        {
            throw told;
        }
    }

    /// <summary>A read-only connection: pages never write, and never wait for a load.</summary>
    public DbConnection OpenReader() => _dialect.Open(_reading, reading: true);

    public DbConnection OpenWriter() => _dialect.Open(_writing, reading: false);

    /// <summary>The version of the data, as told by the server while this program listens (<see cref="Listen"/>), else as it stands in the database.</summary>
    public long Version()
    {
        if (_watch?.Heard is { } heard)
        {
            return heard;
        }

        using var connection = OpenReader();
        return DataVersion.Read(connection);
    }

    /// <summary>True while a server's new versions are heard.</summary>
    public bool Hears => _watch?.Heard is not null;

    /// <summary>Listens for new versions where the engine can tell them (PostgreSQL); for programs that run for long.</summary>
    public void Listen() => _watch ??= IsServer ? new DataVersionWatch(_reading) : null;

    /// <summary>Lets go of pooled connections so that the file can be moved or removed, or the server stopped.</summary>
    public void Close()
    {
        _watch?.Dispose();
        _watch = null;
        _dialect.Close(_reading, _writing);
    }
}
