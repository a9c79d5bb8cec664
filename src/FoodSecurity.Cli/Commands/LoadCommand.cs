using System.CommandLine;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec load [FILE…]</c>: loads files, or what the program ships.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Files to load; the format is recognised by content. None: everything in datasets/ and seeds/.",
        };
        var skip = new Option<bool>("--skip-unknown")
        {
            Description = "Load the rest when codes are in no crosswalk, and keep the list with the release.",
        };
        var named = new Option<bool>("--as-named")
        {
            Description =
                "Keep items that are in no crosswalk under the names their provider gives them, told with the release; price files always do.",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Read and check everything, write nothing." };
        var noRaw = new Option<bool>("--no-raw")
        {
            Description = "Do not keep the file beside the database; traces then cannot show its lines.",
        };
        var mapping = new Option<string?>("--mapping")
        {
            Description = "Mapping file (.json or .csv) that says what the columns of your own table are; see Sources/Own/README.md.",
        };
        var dates = new Option<string?>("--dates") { Description = "dmy or mdy: what 3/4/2021 means where the file does not settle it." };
        var commas = new Option<string?>("--commas")
        {
            Description = "decimal or thousands: what 1,451 means where the file does not settle it.",
        };
        var encoding = new Option<string?>("--encoding") { Description = "latin1: what bytes are that are not UTF-8." };
        var area = new Option<string?>("--area") { Description = "Alpha-3 code of the area of a file that does not state it." };
        var sheet = new Option<string?>("--sheet") { Description = "Sheet of a workbook; else the first whose header is known." };
        dates.AcceptOnlyFromAmong("dmy", "mdy");
        commas.AcceptOnlyFromAmong("decimal", "thousands");
        encoding.AcceptOnlyFromAmong("latin1");
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("load", "Load files of the providers or our own tidy csv: all or nothing per file, repeatable.")
        {
            files,
            mapping,
            dry,
            skip,
            named,
            dates,
            commas,
            encoding,
            area,
            sheet,
            noRaw,
            json,
        };
        command.SetAction(parsed =>
        {
            var archive = Archive.Open();
            var printer = new LoadPrinter();
            var options = new LoadOptions
            {
                By = EditorCommand.Who,
                SkipUnknown = parsed.GetValue(skip),
                AsNamed = parsed.GetValue(named),
                DryRun = parsed.GetValue(dry),
                KeepRaw = !parsed.GetValue(noRaw),
                Mapping = parsed.GetValue(mapping),
                Progress = printer.Progress,
                Reading = new ReadingChoices
                {
                    Dates = parsed.GetValue(dates) switch
                    {
                        "dmy" => DateOrder.DayFirst,
                        "mdy" => DateOrder.MonthFirst,
                        _ => DateOrder.Unstated,
                    },
                    Commas = parsed.GetValue(commas) switch
                    {
                        "decimal" => CommaMeaning.Decimal,
                        "thousands" => CommaMeaning.Thousands,
                        _ => CommaMeaning.Unstated,
                    },
                    Latin1 = parsed.GetValue(encoding) == "latin1",
                    Area = parsed.GetValue(area) ?? "",
                    Sheet = parsed.GetValue(sheet) ?? "",
                },
            };
            var reports = new List<LoadReport>();
            var given = parsed.GetValue(files) ?? [];
            if (given.Length == 0)
            {
                reports.AddRange(ShippedData.Load(archive, null, printer.Done, printer.Progress, EditorCommand.Who));
            }

            foreach (var file in given)
            {
                var report = FileLoader.Load(archive.Store, archive.Words, file, options);
                printer.Done(report);
                reports.Add(report);
            }

            if (given.Length > 0 && !options.DryRun)
            {
                FindingWatch.Refresh(archive);
            }

            if (parsed.GetValue(json))
            {
                Output.Json(reports);
            }

            return ExitCodes.OfCorrections(archive);
        });
        return command;
    }
}
