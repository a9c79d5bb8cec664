using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using FoodSecurity.Database.Engines;
using FoodSecurity.Database.Sqlite;

namespace FoodSecurity.Database;

/// <summary>All queries go through here, so that each carries the file and line it was written in: a slow statement names its home.</summary>
public static class Queries
{
    public static IReadOnlyList<T> Rows<T>(
        this DbConnection connection,
        string sql,
        object? values = null,
        DbTransaction? transaction = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => connection.Query<T>(Signed(connection, sql, file, line), values, transaction).AsList();

    public static T? One<T>(
        this DbConnection connection,
        string sql,
        object? values = null,
        DbTransaction? transaction = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => connection.QueryFirstOrDefault<T>(Signed(connection, sql, file, line), values, transaction);

    public static int Run(
        this DbConnection connection,
        string sql,
        object? values = null,
        DbTransaction? transaction = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => connection.Execute(Signed(connection, sql, file, line), values, transaction);

    /// <summary>The same below Dapper, prepared, where the engine runs inside the program; null on a server. Disposing gives it back.</summary>
    public static RowLookup? Lookup(this DbConnection connection, string sql) => Dialects.Of(connection).OpenLookup(connection, sql);

    /// <summary>Until disposal all questions to a reading connection see one state of the database; null where they do anyway, or on a server.</summary>
    public static IDisposable? OneState(this DbConnection connection) => (connection as SqliteReading)?.OneState();

    /// <summary>
    /// A memory of what was read, kept with a reading connection until another changes the database; any other connection gets an empty one.
    /// To be asked within <see cref="OneState"/>.
    /// </summary>
    public static T Remember<T>(this DbConnection connection)
        where T : class, new() => connection is SqliteReading reading ? reading.Remember<T>() : new T();

    /// <summary>Begins a transaction that is the only writing one; waits for another writer for as long as the store's patience lasts.</summary>
    /// <exception cref="StoreException">Another program writes, and did not end in time.</exception>
    public static DbTransaction BeginWriting(this DbConnection connection) => Dialects.Of(connection).BeginWriting(connection);

    private static string Signed(DbConnection connection, string sql, string file, int line) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"-- {Path.GetFileName(file)}:{line}\n{Dialects.Of(connection).Word(sql)}"
        );
}
