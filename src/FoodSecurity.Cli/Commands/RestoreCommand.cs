using System.CommandLine;
using FoodSecurity.Database;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec restore FILE</c>: a backup in the place of what the database holds.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that \"foodsec backup\" wrote." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("restore", "Put a backup in the place of everything the database holds: all or nothing, readers see one or the other.") { file, json };
        command.SetAction(parsed =>
        {
            CopyReport.Print(StoreBackup.Restore(parsed.GetValue(file)!, Store.Open(DatabaseLocation.Find()), CopyReport.Tell), parsed.GetValue(json));
            return ExitCodes.Fine;
        });
        return command;
    }
}
