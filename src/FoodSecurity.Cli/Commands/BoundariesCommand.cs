using System.CommandLine;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec boundaries FILE</c>: writes <c>seeds/boundaries/</c> from a TopoJSON of countries (npm world-atlas, countries-110m.json).</summary>
internal static class BoundariesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "TopoJSON of countries with M49 numbers as ids, such as countries-110m.json of npm's world-atlas.",
        };
        var to = new Option<string?>("--to") { Description = "Folder to write; default: seeds/boundaries." };
        var command = new Command("boundaries", "Write the outlines that maps are drawn from.") { file, to };
        command.SetAction(parsed =>
        {
            var seeds = DatabaseLocation.FindFolder("seeds");
            var folder = parsed.GetValue(to) ?? Path.Combine(seeds, "boundaries");
            using var stream = parsed.GetValue(file)!.OpenRead();
            var tables = BoundaryTables.From(stream, Vocabulary.Load(seeds));
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in tables)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
                Console.Error.WriteLine($"{name}: {text.Count(c => c == '\n') - 1} places");
            }

            return ExitCodes.Fine;
        });
        return command;
    }
}
