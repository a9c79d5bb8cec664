using System.Data.Common;
using System.Globalization;
using Dapper;

namespace FoodSecurity.Database;

/// <summary>Applies the numbered, embedded .sql files that a database has not seen, each in a transaction. A merged migration is never edited.</summary>
public static class Migrator
{
    public static void Migrate(DbConnection connection)
    {
        connection.Execute("create table if not exists migration (name text not null primary key, applied_at text not null)");
        var applied = connection.Query<string>("select name from migration").ToHashSet(StringComparer.Ordinal);
        var assembly = typeof(Migrator).Assembly;
        const string Marker = ".Database.Migrations.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.Contains(Marker, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource[(resource.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..];
            if (applied.Contains(name))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd().Replace("/*sqlite: without rowid */", "without rowid", StringComparison.Ordinal);
            using var transaction = connection.BeginTransaction();
            if (connection.QueryFirstOrDefault<string>("select name from migration where name = @name", new { name }, transaction) is not null)
            {
                // Another program that started at the same moment was quicker.
                continue;
            }

            connection.Execute(sql, transaction: transaction);
            connection.Execute("insert into migration (name, applied_at) values (@name, @at)",
                new { name, at = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) }, transaction);
            transaction.Commit();
        }
    }
}
