using System.CommandLine;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Fetching;
using FoodSecurity.Sources.Updating;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec update [PROVIDER|DATASET]</c>: asks the publishers for what is new and loads it.</summary>
internal static class UpdateCommand
{
    public static Command Create()
    {
        var named = new Argument<string?>("PROVIDER|DATASET")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "usda, fao-qcl, worldbank/wdi. None: every address of seeds/downloads.csv.",
        };
        var skip = new Option<bool>("--skip-unknown")
        {
            Description = "Load the rest when codes are in no crosswalk, and keep the list with the release.",
        };
        var asNamed = new Option<bool>("--as-named")
        {
            Description =
                "Keep items that are in no crosswalk under the names their provider gives them, told with the release; price files always do.",
        };
        var dry = new Option<bool>("--dry-run") { Description = "List what would be asked, ask nothing." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var command = new Command(
            "update",
            "Fetch from the publishers what has changed and load it as new releases. What cannot be had is told and noted; what is loaded stays."
        )
        {
            named,
            skip,
            asNamed,
            dry,
            json,
        };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    parsed.GetValue(named),
                    parsed.GetValue(skip),
                    parsed.GetValue(asNamed),
                    parsed.GetValue(dry),
                    parsed.GetValue(json),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string? named, bool skip, bool asNamed, bool dry, bool json, CancellationToken cancel)
    {
        var archive = Archive.Open();
        var all = DownloadList.Load(archive.SeedsFolder, archive.Words);
        var plan = DownloadList.Matching(all, named, archive.Words);
        if (plan.Count == 0)
        {
            Console.Error.WriteLine(
                $"No address is listed for \"{named}\". Listed are: {string.Join(", ", all.SelectMany(d => new[] { d.Provider, d.Dataset }).Distinct().Order(StringComparer.Ordinal))}."
            );
            return ExitCodes.NotFound;
        }

        if (dry)
        {
            List(archive, plan, json);
            return ExitCodes.Fine;
        }

        using var download = new Download(DownloadLimits.OfEnvironment());
        var printer = new UpdatePrinter();
        IReadOnlyList<UpdateOutcome> outcomes;
        try
        {
            outcomes = await new Updater(
                archive.Store,
                archive.Words,
                download,
                TimeProvider.System,
                UpdateFolder.Of(archive.Store)
            ).RunAsync(
                plan,
                new UpdateOptions
                {
                    SkipUnknown = skip,
                    AsNamed = asNamed,
                    By = EditorCommand.Who,
                    Begins = printer.Begins,
                    Downloading = printer.Downloading,
                    Loading = printer.Loading,
                    Done = printer.Done,
                },
                cancel
            );
        }
        catch (UpdateRunningException other)
        {
            Console.Error.WriteLine(other.Message);
            return ExitCodes.Data;
        }

        FindingWatch.Refresh(archive);
        if (json)
        {
            Output.Json(
                outcomes.Select(o => new
                {
                    o.Download.Dataset,
                    o.Download.Address,
                    o.Result,
                    o.Error,
                    o.Report,
                })
            );
        }

        var failed = outcomes.Where(o => o.Result == UpdateResult.Failed).ToList();
        if (failed.Count == 0)
        {
            return ExitCodes.OfCorrections(archive);
        }

        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{failed.Count} of {outcomes.Count} failed; what was loaded before stays:")
        );
        failed.ForEach(f => Console.Error.WriteLine($"  {f.Download.Dataset}: {f.Error}"));
        return ExitCodes.Data;
    }

    private static void List(Archive archive, IReadOnlyList<PlannedDownload> plan, bool json)
    {
        using var connection = archive.Read();
        var states = DownloadStates.All(connection).ToDictionary(s => s.Address);
        var rows = plan.Select(d => (Planned: d, State: states.GetValueOrDefault(d.Address))).ToList();
        if (json)
        {
            Output.Json(
                rows.Select(r => new
                {
                    r.Planned.Dataset,
                    r.Planned.Address,
                    r.Planned.FileName,
                    r.State?.LastChecked,
                    r.State?.FailingSince,
                    r.State?.Error,
                })
            );
            return;
        }

        var table = new Table().AddColumns("dataset", "address", "last asked", "state");
        foreach (var (d, state) in rows)
        {
            table.AddRow(new[]
                {
                    d.Dataset,
                    d.Address,
                    state?.LastChecked ?? "never",
                    state?.FailingSince is { } since ? $"failing since {since}: {state.Error}"
                    : state is null ? ""
                    : "fine",
                }.Select(Output.Plain).ToArray());
        }

        Output.Print(table);
    }
}
