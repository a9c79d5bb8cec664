using System.Data.Common;
using FoodSecurity.Database.Engines;
using FoodSecurity.Database.Postgres;
using FoodSecurity.Database.Sqlite;
using Npgsql;

namespace FoodSecurity.Database;

/// <summary>The two engines, and which of them a connection, a setting or an error is of.</summary>
internal static class Dialects
{
    public static readonly Dialect Sqlite = new SqliteDialect();
    public static readonly Dialect PostgreSql = new PostgresDialect();

    /// <summary>The engine of an open connection.</summary>
    public static Dialect Of(DbConnection connection) => connection is NpgsqlConnection ? PostgreSql : Sqlite;

    /// <summary>The engine a setting names: a connection string of PostgreSQL, else a path.</summary>
    public static Dialect Of(string location) => PostgresLocation.Names(location) ? PostgreSql : Sqlite;
}
