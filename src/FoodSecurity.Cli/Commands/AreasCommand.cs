using System.CommandLine;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec areas [TEXT]</c>: which areas have data, or which a text may mean.</summary>
internal static class AreasCommand
{
    public static Command Create()
    {
        var text = new Argument<string?>("TEXT") { Arity = ArgumentArity.ZeroOrOne, Description = "Name in any language, alias or code." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("areas", "List the areas that have data, with their sources.") { text, json };
        command.SetAction(parsed =>
        {
            var archive = Archive.Open();
            var wanted = parsed.GetValue(text);
            var entries = wanted is null
                ? [.. AreaDirectory.ByRegion(archive).SelectMany(r => r.Areas)]
                : AreaDirectory.Search(archive, wanted);
            if (entries.Count == 0)
            {
                Console.Error.WriteLine(
                    wanted is null ? "Nothing is loaded yet: run \"foodsec load\"." : $"No area with data answers to \"{wanted}\"."
                );
                return ExitCodes.NotFound;
            }

            if (parsed.GetValue(json))
            {
                Output.Json(
                    entries.Select(e => new
                    {
                        e.Area.Code,
                        e.Area.Name,
                        e.Area.Level,
                        e.Sources,
                        e.Series,
                    })
                );
                return ExitCodes.Fine;
            }

            var table = new Table().AddColumns("code", "name", "sources");
            foreach (var e in entries)
            {
                table.AddRow(Output.Plain(e.Area.Code), Output.Plain(e.Area.Name), Output.Plain(string.Join(", ", e.Sources)));
            }

            Output.Print(table);
            return ExitCodes.Fine;
        });
        return command;
    }
}
