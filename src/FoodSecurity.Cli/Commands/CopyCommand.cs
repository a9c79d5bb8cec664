using System.CommandLine;
using FoodSecurity.Database;
using FoodSecurity.Database.Copies;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec copy --from LOCATION --to LOCATION</c>: moves an installation between files and servers.</summary>
internal static class CopyCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from")
        {
            Required = true,
            Description = "SQLite path, PostgreSQL connection string or postgres:// address to read.",
        };
        var to = new Option<string>("--to") { Required = true, Description = "The same, to write; it must hold no data yet." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("copy", "Copy a whole installation between SQLite and PostgreSQL, either way, checked row by row.")
        {
            from,
            to,
            json,
        };
        command.SetAction(parsed =>
        {
            if (CopyReport.Missing(parsed.GetValue(from)!) is { } missing)
            {
                Console.Error.WriteLine(missing);
                return ExitCodes.NotFound;
            }

            var (source, target) = (Store.Open(parsed.GetValue(from)!), Store.Open(parsed.GetValue(to)!));
            CopyReport.Print(StoreCopy.Run(source, target, told: CopyReport.Tell), parsed.GetValue(json));
            return ExitCodes.Fine;
        });
        return command;
    }
}
