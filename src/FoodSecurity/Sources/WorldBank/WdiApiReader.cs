using System.Text.RegularExpressions;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.WorldBank;

/// <summary>
/// World Bank, indicators API, JSON of one or more indicators; https://api.worldbank.org/v2/country/PRK/indicator/AG.PRD.CREL.MT?format=json&amp;per_page=20000
/// <code>
/// [{"page":1,"pages":1,"per_page":20000,"total":64,"sourceid":"2","lastupdated":"2023-12-18"},
///  [{"indicator":{"id":"AG.PRD.CREL.MT","value":"Cereal production (metric tons)"},"country":{"id":"KP","value":"Korea, Dem. People's Rep."},
///    "countryiso3code":"PRK","date":"2021","value":4782000,"unit":"","obs_status":"","decimal":0}, …]]
/// </code>
/// Traps: years run backwards; an answer of several pages holds only its own page, which is told; null before a country's first figure is
/// left out, later holes up to the last year in which any country of the answer has a figure are missing observations, as in the csv.
/// </summary>
public sealed partial class WdiApiReader : IReleaseReader
{
    public string Format => "World Bank API";

    public Recognition? Recognise(FileHead head) =>
        JsonCells.Has(head, "lastupdated", "indicator", "countryiso3code", "date", "value") ? new Recognition(100) : null;

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = WdiReader.DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            ReleasedOn = Stated(file.Head, Updated()),
            Coverage = ReleaseCoverage.Part,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        if (Stated(file.Head, Pages()) is { } pages && pages != "1")
        {
            context.Warn($"The answer is page {Stated(file.Head, Page()) ?? "?"} of {pages}: ask with per_page=20000 for all of it.");
        }

        var (begun, spoken) = Years(file);
        var known = new Dictionary<(string, string), Resolution>();
        var periods = new PeriodMemory();
        var json = new JsonRecords(file, second: true);
        while (json.Next(context))
        {
            var row = json.Row;
            var (code, name) = Country(row);
            var topic = (row.GetProperty("indicator").Text("id"), row.GetProperty("indicator").Text("value"));
            if (!known.TryGetValue((code, topic.Item1), out var series))
            {
                series = known[(code, topic.Item1)] = WdiReader.Resolve(context.Words, (code, name), topic);
            }

            if (!series.Settled(context, json.CurrentLine))
            {
                continue;
            }

            if (!Figure.TryYear(row.Text("date"), out var year))
            {
                context.Problem("", json.CurrentLine, $"[{json.Number}].date", row.Text("date"), "a year, four digits");
                continue;
            }

            if (
                row.Text("value").Length == 0
                && (year < begun.GetValueOrDefault((code, topic.Item1), int.MaxValue) || year > spoken.GetValueOrDefault(topic.Item1))
            )
            {
                continue;
            }

            var means = context.Words.Indicator("wdi", topic.Item1)!.Period == "3-year-mean-centred";
            var made = new Observation
            {
                Series = series.Series!,
                Period = means ? periods.Mean(year - 1, year + 1) : periods.CalendarYear(year),
            };
            if (json.Fill(context, row, "value", "", made) is { } figure)
            {
                yield return figure;
            }
        }
    }

    /// <summary>First year with a figure by country and indicator, last by indicator.</summary>
    private static (Dictionary<(string, string), int> Begun, Dictionary<string, int> Spoken) Years(SourceFile file)
    {
        var begun = new Dictionary<(string, string), int>();
        var spoken = new Dictionary<string, int>(StringComparer.Ordinal);
        var json = new JsonRecords(file, second: true);
        var nobody = new ReadContext(null!, file.Name);
        while (json.Next(nobody))
        {
            if (
                json.Row.Text("value").Length > 0
                && Figure.TryYear(json.Row.Text("date"), out var year)
                && json.Row.TryGetProperty("indicator", out var topic)
            )
            {
                var key = (Country(json.Row).Code, topic.Text("id"));
                begun[key] = Math.Min(year, begun.GetValueOrDefault(key, int.MaxValue));
                spoken[key.Item2] = Math.Max(year, spoken.GetValueOrDefault(key.Item2));
            }
        }

        return (begun, spoken);
    }

    private static (string Code, string Name) Country(System.Text.Json.JsonElement row)
    {
        var country = row.TryGetProperty("country", out var found) ? found : default;
        return (row.Text("countryiso3code") is { Length: > 0 } iso3 ? iso3 : country.Text("id"), country.Text("value"));
    }

    private static string? Stated(FileHead head, Regex what) =>
        what.Match(string.Concat(head.Lines.Take(20))) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("\"lastupdated\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})\"")]
    private static partial Regex Updated();

    [GeneratedRegex("\"pages\"\\s*:\\s*\"?(\\d+)")]
    private static partial Regex Pages();

    [GeneratedRegex("\"page\"\\s*:\\s*\"?(\\d+)")]
    private static partial Regex Page();
}
