using System.CommandLine;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Extracts;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec extract FOLDER</c>: writes the tidy extracts of <c>datasets/</c> from the publishers' files.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("FOLDER")
        {
            Description = "Folder of the publishers' files, laid out as in the column \"file\" of seeds/extracts.csv.",
        };
        var output = new Option<string?>("--to") { Description = "Folder to write under; default: datasets/." };
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        var command = new Command(
            "extract",
            "Write the tidy extracts that datasets/ holds, with original line numbers and the SHA-256 of the publisher's file."
        )
        {
            input,
            output,
            json,
        };
        command.SetAction(parsed =>
        {
            var seeds = DatabaseLocation.FindFolder("seeds");
            var words = Vocabulary.Load(seeds);
            var root = parsed.GetValue(output) ?? DatabaseLocation.FindFolder("datasets");
            var written = ExtractPlan.Load(seeds).Run(parsed.GetValue(input)!, root, words, new Told());
            if (parsed.GetValue(json))
            {
                Output.Json(
                    written.Select(w => new
                    {
                        w.Planned.File,
                        w.Planned.Target,
                        w.Rows,
                        w.Bytes,
                    })
                );
            }

            return ExitCodes.Fine;
        });
        return command;
    }

    private sealed class Told : IProgress<WrittenExtract>
    {
        public void Report(WrittenExtract value) =>
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{value.Planned.Target}: {value.Rows:N0} rows, {value.Bytes:N0} bytes")
            );
    }
}
