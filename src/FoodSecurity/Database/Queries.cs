using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace FoodSecurity.Database;

/// <summary>All queries go through here, so that each carries the file and line it was written in: a slow statement names its home.</summary>
public static class Queries
{
    public static IReadOnlyList<T> Rows<T>(this DbConnection connection, string sql, object? values = null, DbTransaction? transaction = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        connection.Query<T>(Signed(sql, file, line), values, transaction).AsList();

    public static T? One<T>(this DbConnection connection, string sql, object? values = null, DbTransaction? transaction = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        connection.QueryFirstOrDefault<T>(Signed(sql, file, line), values, transaction);

    public static int Run(this DbConnection connection, string sql, object? values = null, DbTransaction? transaction = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        connection.Execute(Signed(sql, file, line), values, transaction);

    private static string Signed(string sql, string file, int line) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-- {Path.GetFileName(file)}:{line}\n{sql}");
}
