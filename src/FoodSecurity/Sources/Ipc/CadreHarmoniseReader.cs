using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Ipc;

/// <summary>
/// Cadre Harmonisé, the phase analysis of West Africa and the Sahel (CILSS), JSON as WFP's map application keeps it; https://www.cadreharmonise.org/
/// <code>
/// {"DataList": [{"adm0_name": "Nigeria", "adm0_pcod2": "NG", "adm0_pcod3": "NGA", "adm1_name": "Sokoto", "adm1_pcod2": "NG34", "adm1_5_name": "Sokoto-IDPs",
///   "exercise_label": "Jan-May", "exercise_year": 2024, "chtype": "projected", "reference_label": "Jun-Aug", "reference_year": 2024,
///   "population": 71342.0, "phase_class": 3.0, "phase1": 14982.0, …, "phase5": 0.0, "phase35": 32103.0, "date": "2024-01-01",
///   "start_date": "2024-06-01", "end_date": "2024-09-30", "calc_pop_ph1_admin1": 2270945.0, …}]}
/// </code>
/// Traps: phase35 is the total of 3 to 5; a province stands beside its displaced people (Sokoto-IDPs); reference_label and the dates
/// disagree by a month, the dates are taken; calc_… are the application's own sums and shares and are left out.
/// </summary>
public sealed class CadreHarmoniseReader : IReleaseReader
{
    public const string DatasetCode = "cadre-harmonise";

    private static readonly (string Phase, string Name)[] Figures =
    [
        ("all", "population"),
        ("3+", "phase35"),
        ("1", "phase1"),
        ("2", "phase2"),
        ("3", "phase3"),
        ("4", "phase4"),
        ("5", "phase5"),
    ];

    public string Format => "Cadre Harmonisé JSON";

    public Recognition? Recognise(FileHead head) =>
        JsonCells.Has(head, "DataList", "adm0_pcod3", "chtype", "phase35") ? new Recognition(100) : null;

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = DatasetCode,
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
        var json = new JsonRecords(file, property: "DataList");
        var series = new IpcSeries(DatasetCode);
        while (json.Next(context))
        {
            var row = json.Row;
            var code = row.Text("adm0_pcod3");
            if (CountryCode.Area(context.Words, code) is not { } area)
            {
                context.Unknown("area", "iso3", code, row.Text("adm0_name"), json.CurrentLine);
                continue;
            }

            var validity = row.Text("chtype") switch
            {
                "current" => "current",
                "projected" => "first projection",
                _ => "",
            };
            if (validity.Length == 0)
            {
                context.Problem("", json.CurrentLine, $"[{json.Number}].chtype", row.Text("chtype"), "current or projected");
                continue;
            }

            if (
                PartialDate.Start(row.Text("start_date")) is not { } first
                || PartialDate.End(row.Text("end_date")) is not { } last
                || last < first
            )
            {
                context.Problem(
                    "",
                    json.CurrentLine,
                    $"[{json.Number}].start_date",
                    row.Text("start_date"),
                    "a first and a last day: 2024-06-01 and 2024-09-30"
                );
                continue;
            }

            if (IpcSeries.Analysis(row.Text("date")) is not { } month)
            {
                context.Problem("", json.CurrentLine, $"[{json.Number}].date", row.Text("date"), "the day of the exercise: 2024-01-01");
                continue;
            }

            var part = row.Text("adm2_name") is { Length: > 0 } district ? district : row.Text("adm1_5_name");
            var place = new IpcPlace(
                area,
                row.Text("adm1_name"),
                part,
                $"{code} {row.Text("adm1_pcod2")} {row.Text("adm1_5_pcod2")}".TrimEnd()
            );
            var made = new Observation
            {
                Series = series.Country(area),
                Period = Period.Window(first, last),
                Edition = month,
                PublishedOn = month,
                Status = IpcSeries.StatusOf(validity),
                Note = $"Exercise {row.Text("exercise_label")} {row.Text("exercise_year")}",
            };
            foreach (var (phase, name) in Figures)
            {
                if (row.Text(name).Length > 0 && json.Fill(context, row, name, "", made) is { } figure)
                {
                    yield return figure with
                    {
                        Series = series.Of(place, validity, phase, share: false),
                    };
                }
            }

            if (row.Text("phase_class").Length > 0 && json.Fill(context, row, "phase_class", "", made) is { } stage)
            {
                yield return stage with
                {
                    Series = series.AreaPhase(place, validity),
                };
            }
        }
    }
}
