using System.Data.Common;
using System.Globalization;
using Dapper;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Database;

/// <summary>
/// Applies the numbered, embedded .sql files that a database has not seen. Files are shared by the engines, in SQLite's words with the
/// markers a dialect replaces; NNNN_name_sqlite.sql and NNNN_name_postgres.sql are for one engine and
/// only noted by the other. A merged migration is never edited.
/// </summary>
public static class Migrator
{
    private const string Marker = ".Database.Migrations.";

    /// <summary>Brings the schema up to date: all files or none. Programs that start together wait for each other.</summary>
    public static void Migrate(DbConnection connection)
    {
        var dialect = Dialects.Of(connection);
        if (Missing(connection, dialect).Count == 0)
        {
            return;
        }

        using var transaction = dialect.BeginWriting(connection);
        connection.Execute(
            "create table if not exists migration (name text not null primary key, applied_at text not null)",
            transaction: transaction
        );
        foreach (var (name, resource) in Missing(connection, dialect, transaction))
        {
            if (dialect.Runs(name))
            {
                using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(resource)!);
                connection.Execute(dialect.Translate(connection, reader.ReadToEnd()), transaction: transaction);
            }

            connection.Execute(
                "insert into migration (name, applied_at) values (@name, @at)",
                new { name, at = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) },
                transaction
            );
        }

        transaction.Commit();
    }

    private static List<(string Name, string Resource)> Missing(DbConnection connection, Dialect dialect, DbTransaction? transaction = null)
    {
        var applied = dialect.HasTable(connection, "migration")
            ? connection.Query<string>("select name from migration", transaction: transaction).ToHashSet(StringComparer.Ordinal)
            : [];
        return
        [
            .. typeof(Migrator)
                .Assembly.GetManifestResourceNames()
                .Where(r => r.Contains(Marker, StringComparison.Ordinal))
                .Select(r => (Name: r[(r.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..], Resource: r))
                .Where(m => !applied.Contains(m.Name))
                .OrderBy(m => m.Name, StringComparer.Ordinal),
        ];
    }
}
