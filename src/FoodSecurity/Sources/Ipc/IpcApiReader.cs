using System.Text.Json;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Ipc;

/// <summary>
/// IPC acute food insecurity, JSON answers of api.ipcinfo.org/population?country=AO; https://www.ipcinfo.org/
/// <code>
/// [{"id": "24259254", "title": "Acute Food Insecurity June 2021 (South)", "country": "AO", "condition": "A", "analysis_date": "Jun 2021",
///   "current_period_dates": "Jun 2021 - Sep 2021", "projected_period_dates": "Oct 2021 - Mar 2022", "second_projected_period_dates": "",
///   "population": 32097671, "p3plus": 1315532, "p3plus_percentage": 0.49, "estimated_population": 2667790, "phase1_population": 531260, …
///   "groups": [{"id": "24259257", "name": "Cunene", …, "areas": [{"id": "24259258", "name": "Cuvelai", …, "overall_phase": 3, …}]}]}]
/// </code>
/// Traps: countries have two letters; "population" is the country's in every area; figures of the projections carry _projected and
/// _second_projected; areas stand in groups, or beside them where there are no groups; null means no figure and is left out.
/// </summary>
public sealed class IpcApiReader : IReleaseReader
{
    private static readonly (string Validity, string Suffix, string Dates)[] Blocks =
    [
        ("current", "", "current_period_dates"),
        ("first projection", "_projected", "projected_period_dates"),
        ("second projection", "_second_projected", "second_projected_period_dates"),
    ];

    private static readonly (string Phase, bool Share, string Name)[] Figures =
    [
        ("all", false, "estimated_population"),
        ("3+", false, "p3plus"),
        ("3+", true, "p3plus_percentage"),
        .. from n in new[] { "1", "2", "3", "4", "5" }
        from share in new[] { false, true }
        select (n, share, share ? $"phase{n}_percentage" : $"phase{n}_population"),
    ];

    public string Format => "IPC API";

    public Recognition? Recognise(FileHead head) =>
        JsonCells.Has(head, "analysis_date", "country", "current_period_dates", "phase1_population") ? new Recognition(100) : null;

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = IpcReader.DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Coverage = ReleaseCoverage.Part,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var byIso2 = context
            .Words.Areas.Values.Where(a => a.Iso2.Length > 0)
            .GroupBy(a => a.Iso2)
            .ToDictionary(g => g.Key, g => g.First().Code, StringComparer.OrdinalIgnoreCase);
        var json = new JsonRecords(file);
        var series = new IpcSeries(IpcReader.DatasetCode);
        var analyses = new IpcAnalyses();
        while (json.Next(context))
        {
            var row = json.Row;
            var code = row.Text("country");
            if (!byIso2.TryGetValue(code, out var area))
            {
                context.Unknown("area", "iso2", code, row.Text("title"), json.CurrentLine);
                continue;
            }

            if (IpcSeries.Analysis(row.Text("analysis_date")) is not { } month)
            {
                context.Problem(
                    "",
                    json.CurrentLine,
                    $"[{json.Number}].analysis_date",
                    row.Text("analysis_date"),
                    IpcSeries.AnalysisExpected
                );
                continue;
            }

            var whole = new IpcPlace(area, "", "", $"{code} {row.Text("id")}");
            foreach (var (validity, suffix, dates) in Blocks)
            {
                if (row.Text(dates).Length == 0)
                {
                    continue;
                }

                if (IpcSeries.Months(row.Text(dates)) is not { } window)
                {
                    context.Problem(
                        "",
                        json.CurrentLine,
                        $"[{json.Number}].{dates}",
                        row.Text(dates),
                        "the months the figures hold for: Jun 2021 - Sep 2021"
                    );
                    continue;
                }

                var made = new Observation
                {
                    Series = series.Country(area),
                    Period = window,
                    Edition = month,
                    PublishedOn = month,
                    Status = IpcSeries.StatusOf(validity),
                };
                if (
                    row.Text("population").Length > 0
                    && series.FirstPopulation(area, month, window)
                    && json.Fill(context, row, "population", "", made) is { } people
                )
                {
                    yield return people;
                }

                foreach (var (place, element, path) in Places(row, whole))
                {
                    foreach (var figure in Cells(json, context, element, path, place, made, series, analyses, validity, suffix))
                    {
                        yield return figure;
                    }
                }
            }
        }
    }

    /// <summary>The country, its groups, and their areas.</summary>
    private static IEnumerable<(IpcPlace Place, JsonElement Row, string Path)> Places(JsonElement row, IpcPlace whole)
    {
        yield return (whole, row, "");
        var g = 0;
        foreach (var group in row.Objects("groups"))
        {
            var named = whole with { Level1 = group.Text("name") };
            yield return (named, group, $".groups[{++g}]");
            var a = 0;
            foreach (var area in group.Objects("areas"))
            {
                yield return (named with { Part = area.Text("name") }, area, $".groups[{g}].areas[{++a}]");
            }
        }

        var n = 0;
        foreach (var area in row.Objects("areas"))
        {
            yield return (whole with { Part = area.Text("name") }, area, $".areas[{++n}]");
        }
    }

    private static IEnumerable<Observation> Cells(
        JsonRecords json,
        ReadContext context,
        JsonElement row,
        string path,
        IpcPlace place,
        Observation made,
        IpcSeries series,
        IpcAnalyses analyses,
        string validity,
        string suffix
    )
    {
        var other = analyses.Mark(
            made.Edition,
            place,
            validity,
            made.Period,
            row.Text("estimated_population" + suffix) is { Length: > 0 } analysed ? analysed : null
        );
        foreach (var (phase, share, name) in Figures)
        {
            if (row.Text(name + suffix).Length > 0 && json.Fill(context, row, name + suffix, path, made) is { } figure)
            {
                yield return figure with
                {
                    Series = series.Of(place, validity, phase, share, other),
                };
            }
        }

        if (row.Text("overall_phase" + suffix).Length > 0 && json.Fill(context, row, "overall_phase" + suffix, path, made) is { } stage)
        {
            yield return stage with
            {
                Series = series.AreaPhase(place, validity, other),
            };
        }
    }
}
