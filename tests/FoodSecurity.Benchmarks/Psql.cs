using System.Globalization;

namespace FoodSecurity.Benchmarks;

/// <summary>psql's \copy of the same file into a typed table without keys; the server is named by FOODSEC_BENCH_POSTGRES (postgres://user@host:port).</summary>
internal static class Psql
{
    private static int _databases;

    public static string Copy(string server, string file) =>
        $"""
            psql -q '{server}/postgres' -c 'drop table if exists t' -c 'create table t (area_code integer, m49 text, area text, item_code integer, cpc text, item text,
              element_code integer, element text, year_code integer, year integer, unit text, value double precision, flag text, note text)' -c "\copy t from '{file}' csv header"
            """;

    /// <summary>The address of a new, empty database.</summary>
    public static string NewDatabase(string server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{Environment.ProcessId}_{++_databases}");
        Command.Run($"psql -q '{server}/postgres' -c 'create database {name}'");
        return $"{server}/{name}";
    }
}
