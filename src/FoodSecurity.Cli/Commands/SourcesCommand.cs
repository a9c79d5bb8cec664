using System.CommandLine;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec sources</c>: what is loaded, by dataset and release.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("sources", "List the datasets and releases that are loaded, with licence and hash.") { json };
        command.SetAction(parsed =>
        {
            var all = SourceAnswer.All(Archive.Open());
            if (parsed.GetValue(json))
            {
                Output.Json(
                    all.Select(s => new
                    {
                        s.Dataset,
                        s.Provider,
                        s.Count,
                        releases = s.Releases.Select(r => new { r.Release, r.Warnings }),
                    })
                );
                return ExitCodes.Fine;
            }

            var table = new Table().AddColumns("dataset", "released", "file", "SHA-256", "rows", "licence");
            foreach (var source in all)
            {
                foreach (var (release, _) in source.Releases)
                {
                    table.AddRow(
                        new[]
                        {
                            source.Dataset.Code,
                            release.ReleasedOn ?? "unknown",
                            release.FileName,
                            release.Sha256[..12] + "…",
                            release.RowsRead.ToString("N0", CultureInfo.InvariantCulture),
                            release.Licence ?? "unknown",
                        }
                            .Select(Output.Plain)
                            .ToArray()
                    );
                }
            }

            Output.Print(table);
            return ExitCodes.Fine;
        });
        return command;
    }
}
