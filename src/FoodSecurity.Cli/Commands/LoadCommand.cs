using System.CommandLine;
using FoodSecurity.Answers;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec load [FILE…]</c>: loads files, or what the program ships.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "Files to load; the format is recognised by content. None: everything in datasets/ and seeds/." };
        var skip = new Option<bool>("--skip-unknown") { Description = "Load the rest when codes are in no crosswalk, and keep the list with the release." };
        var dry = new Option<bool>("--dry-run") { Description = "Read and check everything, write nothing." };
        var noRaw = new Option<bool>("--no-raw") { Description = "Do not keep the file beside the database; traces then cannot show its lines." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("load", "Load files of the providers or our own tidy csv: all or nothing per file, repeatable.") { files, skip, dry, noRaw, json };
        command.SetAction(parsed =>
        {
            var archive = Archive.Open();
            var printer = new LoadPrinter();
            var options = new LoadOptions { SkipUnknown = parsed.GetValue(skip), DryRun = parsed.GetValue(dry), KeepRaw = !parsed.GetValue(noRaw), Progress = printer.Progress };
            var reports = new List<LoadReport>();
            var named = parsed.GetValue(files) ?? [];
            if (named.Length == 0)
            {
                reports.AddRange(ShippedData.Load(archive, null, printer.Done, printer.Progress));
            }

            foreach (var file in named)
            {
                var report = FileLoader.Load(archive.Store, archive.Words, file, options);
                printer.Done(report);
                reports.Add(report);
            }

            if (parsed.GetValue(json))
            {
                Output.Json(reports);
            }

            return ExitCodes.Fine;
        });
        return command;
    }
}
