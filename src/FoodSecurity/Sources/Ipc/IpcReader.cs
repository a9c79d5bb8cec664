using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Ipc;

/// <summary>
/// IPC acute food insecurity, long tables by country, first level and area, as HDX publishes them; https://data.humdata.org/dataset/global-acute-food-insecurity-country-data
/// <code>
/// Date of analysis,Country,Total country population,Level 1,Area,Validity period,From,To,Phase,Number,Percentage
/// #date+analysis,#country+code,#population,#loc+level1,#loc+area,#period+v_ipc,#date+start,#date+end,#severity+v_ipc,#affected+num,#affected+pct
/// Jul 2025,KEN,16617000,Others,Marsabit,current,2025-07-01,2025-09-30,all,515000,1.0
/// Jul 2025,KEN,16617000,Others,Marsabit,current,2025-07-01,2025-09-30,3+,103000,0.2
/// Jul 2025,KEN,16617000,Others,Marsabit,current,2025-07-01,2025-09-30,1,128750,0.25
/// </code>
/// Until January 2026 with the line of tags; titles may stand before the header. Traps: "all" and "3+" are totals; the shares are of the
/// population analysed (phase all), not of the country's; the global tables repeat keys, some with other figures: two
/// analyses of Ethiopia of May 2021, told apart by the population they analysed.
/// The month of the analysis is the edition, and the date from which a row counts as known.
/// </summary>
public sealed class IpcReader : IReleaseReader
{
    public const string DatasetCode = "ipc";

    private const string FirstHeading = "Date of analysis";

    private static readonly string[] Columns = [FirstHeading, "Country", "Validity period", "From", "To", "Phase", "Number", "Percentage"];
    private static readonly string[] Others = ["Total country population", "Level 1", "Area"];

    public string Format => "IPC long table";

    public Recognition? Recognise(FileHead head) =>
        HeaderMatch.LineWith(head, FirstHeading) is >= 0 and var line ? HeaderMatch.Judge(head, line, Format, Columns, Others) : null;

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
        using var csv = CsvSource.Open(file, anywhere: FirstHeading);
        int analysis = csv.Require(FirstHeading),
            country = csv.Require("Country"),
            population = csv.Find("Total country population"),
            level1 = csv.Find("Level 1"),
            part = csv.Find("Area"),
            validity = csv.Require("Validity period"),
            from = csv.Require("From"),
            to = csv.Require("To"),
            phase = csv.Require("Phase"),
            number = csv.Require("Number"),
            share = csv.Require("Percentage");
        var days = new DayCells(file, csv, from, to);
        var series = new IpcSeries(DatasetCode);
        var analyses = new IpcAnalyses();
        while (csv.Read(context))
        {
            string code = csv.Text(country),
                known = csv.Text(validity),
                stage = csv.Text(phase);
            if (CountryCode.Area(context.Words, code) is not { } area)
            {
                context.Unknown("area", "iso3", code, "", csv.Line);
            }
            else if (IpcSeries.Analysis(csv.Span(analysis)) is not { } month)
            {
                csv.Bad(context, analysis, IpcSeries.AnalysisExpected);
            }
            else if (!IpcSeries.Validities.Contains(known))
            {
                csv.Bad(context, validity, "one of " + string.Join(", ", IpcSeries.Validities));
            }
            else if (!IpcSeries.Phases.Contains(stage))
            {
                csv.Bad(context, phase, "one of " + string.Join(", ", IpcSeries.Phases));
            }
            else if (days.TryRead(context, from, out var first) && days.TryRead(context, to, out var last))
            {
                if (last < first)
                {
                    csv.Bad(context, to, "a day after " + csv.Text(from));
                    continue;
                }

                var place = new IpcPlace(area, csv.Text(level1), csv.Text(part), code);
                var window = IpcSeries.Window(first, last);
                var other = analyses.Mark(month, place, known, window, stage == "all" ? csv.Text(number) : null);
                var made = new Observation
                {
                    Series = series.Of(place, known, stage, share: false, other),
                    Period = window,
                    Edition = csv.Pooled(month),
                    PublishedOn = csv.Pooled(month),
                    Status = IpcSeries.StatusOf(known),
                    Member = csv.Member,
                    Line = csv.Line,
                };
                if (csv.Fill(context, number, made) is { } people)
                {
                    yield return people;
                }

                if (csv.Fill(context, share, made) is { } portion)
                {
                    yield return portion with
                    {
                        Series = series.Of(place, known, stage, share: true, other),
                    };
                }

                if (
                    stage == "all"
                    && population >= 0
                    && series.FirstPopulation(area, month, made.Period)
                    && csv.Fill(context, population, made) is { } whole
                )
                {
                    yield return whole with
                    {
                        Series = series.Country(area),
                    };
                }
            }
        }
    }
}
