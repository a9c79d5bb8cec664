using System.CommandLine;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Series;
using FoodSecurity.Wording;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec diff RELEASE-ID</c>: what a release changed, biggest changes first.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var id = new Argument<long>("RELEASE-ID") { Description = "The release's number." };
        var kind = new Option<string>("--kind") { Description = "changed, new, vanished or older.", DefaultValueFactory = _ => "changed" };
        kind.AcceptOnlyFromAmong("changed", "new", "vanished", "older");
        var by = new Option<string>("--by") { Description = "relative or absolute.", DefaultValueFactory = _ => "relative" };
        by.AcceptOnlyFromAmong("relative", "absolute");
        var area = new Option<string?>("--area") { Description = "Only one area: code, name or alias." };
        var top = new Option<int>("--top") { Description = "How many.", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var csv = new Option<bool>("--csv") { Description = "Print as csv." };
        var command = new Command("diff", "Show what a release changed, biggest changes first.") { id, kind, by, area, top, json, csv };
        command.SetAction(parsed =>
        {
            var archive = Archive.Open();
            string? code = null;
            if (parsed.GetValue(area) is { } text)
            {
                if (Lookup.Area(archive, text) is not { } place)
                {
                    return ExitCodes.NotFound;
                }

                code = place.Code;
            }

            var view = ReleaseAnswer.Of(
                archive,
                new DifferenceQuestion
                {
                    ReleaseId = parsed.GetValue(id),
                    Kind = Enum.Parse<DifferenceKind>(parsed.GetValue(kind)!, ignoreCase: true),
                    Order = Enum.Parse<DifferenceOrder>(parsed.GetValue(by)!, ignoreCase: true),
                    Area = code,
                    Count = Math.Clamp(parsed.GetValue(top), 1, ReleaseAnswer.PerFile),
                },
                withRecords: parsed.GetValue(json)
            );
            if (view is null)
            {
                Console.Error.WriteLine("No such release is loaded. \"foodsec sources\" lists what is.");
                return ExitCodes.NotFound;
            }

            Print(archive, view, parsed.GetValue(json), parsed.GetValue(csv));
            return ExitCodes.Fine;
        });
        return command;
    }

    private static void Print(Archive archive, ReleaseView view, bool json, bool csv)
    {
        if (json || csv)
        {
            Console.Out.Write(json ? ReleaseFiles.JsonText(view) + "\n" : ReleaseFiles.Csv(view));
            return;
        }

        var r = view.Release;
        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Dataset}: {r.Title ?? r.FileName}, released {Dates.Long(r.ReleasedOn)}: {r.NewCount:N0} new, {r.ChangedCount:N0} changed, {r.VanishedCount:N0} vanished, {r.UnchangedCount:N0} unchanged, {r.OlderCount:N0} older, {r.RepeatedCount:N0} repeated; {view.Total:N0} {ReleaseFiles.KindName(view.Question.Kind)} now."
            )
        );
        if (r.IsWithdrawn)
        {
            Console.Error.WriteLine($"Withdrawn {Dates.Long(r.WithdrawnAt![..10])} by {r.WithdrawnBy}: {r.WithdrawnBecause}");
        }

        var table = new Table().AddColumns("series", "period", "before", "now", "change", "unit");
        foreach (var d in view.Differences)
        {
            table.AddRow(
                new[]
                {
                    ReleaseAnswer.Name(archive, d.Key),
                    d.Period.Label,
                    d.OldText,
                    d.NewText,
                    d.Relative is { } ratio ? Numbers.Change(ratio) : "",
                    d.Key.Unit,
                }
                    .Select(Output.Plain)
                    .ToArray()
            );
        }

        Output.Print(table);
    }
}
