using System.CommandLine;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Database.Copies;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec backup FILE</c>: the state of this moment in one file.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "File to write; it must not be there yet." };
        var command = new Command("backup", "Write the database of this moment into one SQLite file, whichever engine it is kept in.")
        {
            file,
        };
        command.SetAction(parsed =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            StoreBackup.Write(Store.Open(DatabaseLocation.Find()), path);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {new FileInfo(path).Length:N0} bytes."));
            return ExitCodes.Fine;
        });
        return command;
    }
}
