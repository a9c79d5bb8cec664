using System.CommandLine;
using FoodSecurity.Database;
using FoodSecurity.Database.Copies;
using FoodSecurity.Editors;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec restore FILE</c>: a backup in the place of what the database holds.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that \"foodsec backup\" wrote." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command(
            "restore",
            "Put a backup in the place of everything the database holds: all or nothing, readers see one or the other. The book of changes only grows: what the backup's holds and this one does not is added to it, and the restoring itself."
        )
        {
            file,
            json,
        };
        command.SetAction(parsed =>
        {
            CopyReport.Print(
                StoreBackup.Restore(
                    parsed.GetValue(file)!,
                    Store.Open(DatabaseLocation.Find()),
                    CopyReport.Tell,
                    (connection, transaction) =>
                        AuditLog.Write(
                            connection,
                            transaction,
                            EditorCommand.Who,
                            "restore",
                            "database",
                            null,
                            Path.GetFileName(parsed.GetValue(file)!)
                        )
                ),
                parsed.GetValue(json)
            );
            return ExitCodes.Fine;
        });
        return command;
    }
}
