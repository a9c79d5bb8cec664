using System.CommandLine;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec series AREA</c>: lists the series of an area, or prints those that fit.</summary>
internal static class SeriesCommand
{
    public static Command Create()
    {
        var area = new Argument<string>("AREA") { Description = "Area code, name or alias: PRK, \"North Korea\"." };
        var item = new Option<string?>("--item") { Description = "Item code: rice, maize, cereals." };
        var element = new Option<string?>("--element") { Description = "Element code: production, yield, import-quantity." };
        var source = new Option<string?>("--source") { Description = "Dataset code: usda-psd, rda, wb-wdi." };
        var asOf = new Option<string?>("--asof") { Description = "What was known at the end of this day, yyyy-MM-dd." };
        var json = new Option<bool>("--json") { Description = "Print as JSON, with line and release of every value." };
        var command = new Command("series", "Print the series of an area; without item, element or source only their names.")
        {
            area,
            item,
            element,
            source,
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

            using var connection = archive.Read();
            var found = SeriesQuery
                .Find(
                    connection,
                    new SeriesQuestion
                    {
                        Area = place.Code,
                        Items = One(parsed.GetValue(item)),
                        Elements = One(parsed.GetValue(element)),
                        Datasets = One(parsed.GetValue(source)),
                        AsOf = day,
                    },
                    archive.Corrections
                )
                .Where(s => s.Points.Count > 0)
                .ToList();
            if (found.Count == 0)
            {
                Console.Error.WriteLine(
                    $"No such series is loaded for {place.Name} ({place.Code}). \"foodsec series {place.Code}\" lists those that are."
                );
                return ExitCodes.NotFound;
            }

            var named = parsed.GetValue(item) ?? parsed.GetValue(element) ?? parsed.GetValue(source);
            if (parsed.GetValue(json))
            {
                Output.Json(
                    found.Select(s => new
                    {
                        key = s.Key,
                        points = s.Points.Select(p => new
                        {
                            period = p.Period.Label,
                            p.Value,
                            printed = p.ValueText,
                            status = p.Status.Name(),
                            p.Flag,
                            p.PublishedOn,
                            p.Edition,
                            p.Origin,
                            trace = TraceAddress.Of(s, p),
                        }),
                    })
                );
            }
            else if (named is null)
            {
                PrintNames(found);
            }
            else
            {
                PrintValues(found);
            }

            return ExitCodes.Fine;
        });
        return command;
    }

    private static string[] One(string? value) => value is null ? [] : [value];

    private static void PrintNames(IReadOnlyList<TimeSeries> found)
    {
        var table = new Table().AddColumns("source", "item", "element", "unit", "basis", "dimensions", "from", "to", "figures");
        foreach (var s in found)
        {
            table.AddRow(
                new[]
                {
                    s.Key.Dataset,
                    s.Key.Item,
                    s.Key.Element,
                    s.Key.Unit,
                    s.Key.Basis,
                    s.Key.Dimensions,
                    s.First?.Period.Label ?? "–",
                    s.Last?.Period.Label ?? "–",
                    s.Points.Count(p => p.Value is not null).ToString(CultureInfo.InvariantCulture),
                }
                    .Select(Output.Plain)
                    .ToArray()
            );
        }

        Output.Print(table);
    }

    private static void PrintValues(IReadOnlyList<TimeSeries> found)
    {
        foreach (var s in found)
        {
            Console.Out.WriteLine(
                $"{s.Key.Dataset} {s.Key.Area} {s.Key.Item} {s.Key.Element}, {s.Key.Unit} {s.Key.Basis} {s.Key.Dimensions}".TrimEnd()
            );
            var table = new Table().AddColumns("period", "value", "status", "flag", "published", "release", "line");
            foreach (var p in s.Points)
            {
                table.AddRow(
                    new[]
                    {
                        p.Period.Label,
                        p.Value is null ? "–" : p.ValueText,
                        p.Status.Name(),
                        p.Flag,
                        p.PublishedOn,
                        p.Origin?.ReleaseId.ToString(CultureInfo.InvariantCulture) ?? "",
                        p.Origin?.Line.ToString(CultureInfo.InvariantCulture) ?? "",
                    }
                        .Select(Output.Plain)
                        .ToArray()
                );
            }

            Output.Print(table);
        }
    }
}
