using System.Globalization;
using FoodSecurity.Database.Copies;
using Spectre.Console;

namespace FoodSecurity.Cli;

/// <summary>Tells what a copy moved: rows and checksum of each table.</summary>
internal static class CopyReport
{
    /// <summary>What to say of a source that is not there; opening it would make it.</summary>
    public static string? Missing(string location) =>
        location.Contains('=', StringComparison.Ordinal) || location.Contains("://", StringComparison.Ordinal) || File.Exists(location)
            ? null
            : $"There is no database {location}.";

    public static void Tell(CopiedTable table) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {table.Table}: {table.Rows:N0} rows"));

    public static void Print(IReadOnlyList<CopiedTable> copied, bool json)
    {
        if (json)
        {
            Output.Json(copied);
            return;
        }

        var table = new Table().AddColumns("table", "rows", "SHA-256 of the rows, equal on both sides");
        foreach (var (name, rows, checksum) in copied)
        {
            table.AddRow(name, rows.ToString("N0", CultureInfo.InvariantCulture), checksum);
        }

        Output.Print(table);
    }
}
