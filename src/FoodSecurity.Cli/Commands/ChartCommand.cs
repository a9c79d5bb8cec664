using System.CommandLine;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Exports;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec chart AREA CHART FILE</c>: writes one of a country's charts; the file's ending says the form.</summary>
internal static class ChartCommand
{
    public static Command Create()
    {
        var area = new Argument<string>("AREA") { Description = "Area code, name or alias." };
        var chart = new Argument<string>("CHART")
        {
            Description = "output, common-basis, deficit, imports, undernourishment, area, yield, phases, prices.",
        };
        var file = new Argument<string>("FILE") { Description = "File to write: .svg, .png, .pdf, .csv, .xlsx or .json." };
        var width = new Option<int>("--width") { Description = "Width in pixels, 320 to 2400.", DefaultValueFactory = _ => 1200 };
        var scale = new Option<int>("--scale")
        {
            Description = "1 or 2: pixels of a PNG per pixel of width.",
            DefaultValueFactory = _ => 1,
        };
        var asOf = new Option<string?>("--asof") { Description = "What was known at the end of this day, yyyy-MM-dd." };
        var from = new Option<int?>("--from") { Description = "First year in view." };
        var to = new Option<int?>("--to") { Description = "Last year in view." };
        var command = new Command("chart", "Write a country's chart with its title, excerpts and sources as a file.")
        {
            area,
            chart,
            file,
            asOf,
            from,
            to,
            width,
            scale,
        };
        command.SetAction(parsed =>
        {
            if (!Lookup.Day(parsed.GetValue(asOf), out var day))
            {
                return ExitCodes.NotFound;
            }

            var archive = Archive.Open();
            return Lookup.Area(archive, parsed.GetValue(area)!) is { } place
                ? Write(
                    archive,
                    place,
                    AreaAnswer.Of(archive, place.Code, day, parsed.GetValue(from), parsed.GetValue(to)),
                    parsed.GetValue(chart)!,
                    parsed.GetValue(file)!,
                    new ChartFrame
                    {
                        Width = parsed.GetValue(width),
                        Scale = parsed.GetValue(scale),
                        Form = ChartForm.Picture,
                    }
                )
                : ExitCodes.NotFound;
        });
        return command;
    }

    private static int Write(Archive archive, Area place, AreaView? view, string chart, string path, ChartFrame frame)
    {
        if (view?.Chart(chart) is not { } found)
        {
            Console.Error.WriteLine(
                view is null
                    ? $"Nothing is loaded for {place.Name}."
                    : $"{place.Name} has no chart \"{chart}\". It has: {string.Join(", ", view.Charts.Select(c => c.Id))}."
            );
            return ExitCodes.NotFound;
        }

        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
        byte[]? bytes = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => Encoding.UTF8.GetBytes(ChartPicture.Svg(found.Spec, frame)),
            ".png" => ChartPicture.Png(found.Spec, frame),
            ".pdf" => ChartPicture.Pdf(found.Spec, frame),
            ".csv" => Encoding.UTF8.GetBytes(ChartFiles.Csv(found, archive.Words, releases)),
            ".xlsx" => ChartWorkbook.Write(found, archive.Words, releases),
            ".json" => Encoding.UTF8.GetBytes(ChartFiles.JsonText(found, archive.Words, releases)),
            _ => null,
        };
        if (bytes is null)
        {
            Console.Error.WriteLine(
                $"\"{path}\": found the ending \"{Path.GetExtension(path)}\", expected .svg, .png, .pdf, .csv, .xlsx or .json."
            );
            return ExitCodes.NotFound;
        }

        File.WriteAllBytes(path, bytes);
        return ExitCodes.Fine;
    }
}
