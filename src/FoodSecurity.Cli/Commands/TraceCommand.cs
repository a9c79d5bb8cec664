using System.CommandLine;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Tracing;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec trace SOURCE AREA ITEM ELEMENT PERIOD</c>: where one number comes from.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "Dataset code: usda-psd, rda, wb-wdi." };
        var area = new Argument<string>("AREA") { Description = "Area code, name or alias." };
        var item = new Argument<string>("ITEM") { Description = "Item code: rice." };
        var element = new Argument<string>("ELEMENT") { Description = "Element code: production." };
        var period = new Argument<string>("PERIOD") { Description = "2023, 2023/24, 2017-2019." };
        var basis = new Option<string?>("--basis") { Description = "Basis where there are several: milled, paddy." };
        var dimensions = new Option<string?>("--dimensions")
        {
            Description = "Dimensions where there are several: \"estimator=Statistics Korea\".",
        };
        var indicator = new Option<string?>("--indicator") { Description = "Indicator id for a computed number: cereals-rice-as-paddy." };
        var edition = new Option<string?>("--edition")
        {
            Description = "Edition where several give the period: 2021-05-01. Else the latest.",
        };
        var asOf = new Option<string?>("--asof") { Description = "What was known at the end of this day, yyyy-MM-dd." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("trace", "Show provider, release, file, hash, line, column and the value as printed of one number.")
        {
            source,
            area,
            item,
            element,
            period,
            basis,
            dimensions,
            indicator,
            edition,
            asOf,
            json,
        };
        command.SetAction(parsed =>
        {
            var archive = Archive.Open();
            if (Lookup.Area(archive, parsed.GetValue(area)!) is not { } place)
            {
                return ExitCodes.NotFound;
            }

            if (!Lookup.Day(parsed.GetValue(asOf), out var day))
            {
                return ExitCodes.NotFound;
            }

            if (
                TraceAnswer.Of(
                    archive,
                    new TraceQuestion(
                        parsed.GetValue(source)!,
                        place.Code,
                        parsed.GetValue(item)!,
                        parsed.GetValue(element)!,
                        parsed.GetValue(period)!
                    )
                    {
                        Basis = parsed.GetValue(basis),
                        Dimensions = parsed.GetValue(dimensions),
                        Indicator = parsed.GetValue(indicator),
                        Edition = parsed.GetValue(edition),
                        AsOf = day,
                    }
                )
                is not { } view
            )
            {
                Console.Error.WriteLine(
                    $"No such number {(day is null ? "is loaded" : "was known on that day")}. \"foodsec series {place.Code} --source {parsed.GetValue(source)}\" lists what is."
                );
                return ExitCodes.NotFound;
            }

            if (parsed.GetValue(json))
            {
                Output.Json(
                    new
                    {
                        view.Address,
                        view.AsOf,
                        view.Key,
                        view.Point,
                        view.Area,
                        view.Item,
                        view.Element,
                        view.Unit,
                        view.Dataset,
                        view.Provider,
                        view.Basis,
                        view.Release,
                        view.FlagMeaning,
                        view.Indicator,
                        parts = view.Parts.Select(p => new { p.Part, p.Release }),
                    }
                );
                return ExitCodes.Fine;
            }

            foreach (var (name, value) in TraceText.Lines(view))
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name + ":", -16}{value}"));
            }

            return ExitCodes.Fine;
        });
        return command;
    }
}
