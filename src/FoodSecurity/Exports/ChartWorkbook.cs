using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Exports;

/// <summary>
/// A chart as a workbook: data (a row a year, a column a series), figures (what the data were computed from), annotations, sources and notes.
/// Numbers are numbers, missing cells are empty, and what was computed is a formula.
/// </summary>
public static class ChartWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(TracedChart chart, Vocabulary words, IReadOnlyDictionary<long, Release> releases)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            var figures = new WorkbookFigures(words, releases);
            var data = Data(chart, words, figures);
            foreach (var sheet in new[] { data, figures.Sheet, Annotations(chart), Sources(chart, words, releases), Notes(chart) })
            {
                sheet.Append(workbook, sheets);
            }

            workbook.Workbook = new Workbook(sheets, new CalculationProperties { FullCalculationOnLoad = true });
        }

        return stream.ToArray();
    }

    /// <summary>A row for each period in order of time; periods that begin together but are of different kinds stay apart.</summary>
    private static WorkbookSheet Data(TracedChart chart, Vocabulary words, WorkbookFigures figures)
    {
        var sheet = new WorkbookSheet("Data", [10, 12, 12, .. chart.Series.Select(_ => 22)]);
        sheet.Heading(["period", "first day", "last day", .. chart.Series.Select(s => Heading(s, words))]);
        var byPeriod = chart.Series.Select(s => s.Series.Points.GroupBy(p => p.Period).ToDictionary(g => g.Key, g => g.Last())).ToList();
        foreach (var period in byPeriod.SelectMany(p => p.Keys).Distinct().OrderBy(p => p.Start).ThenBy(p => p.End))
        {
            sheet.Add([
                int.TryParse(period.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? WorkbookSheet.Number(year)
                    : WorkbookSheet.Text(period.Label),
                WorkbookSheet.Text(Day(period.Start)),
                WorkbookSheet.Text(Day(period.End)),
                .. chart.Series.Select(
                    (s, i) =>
                        byPeriod[i].GetValueOrDefault(period) is { Value: { } value } point
                            ? figures.Formula(s.Series.Key, point) is { } formula
                                ? WorkbookSheet.Formula(formula, value)
                                : WorkbookSheet.Number(value)
                            : null
                ),
            ]);
        }

        return sheet;
    }

    private static string Heading(LabelledSeries series, Vocabulary words)
    {
        var key = series.Series.Key;
        return string.Join(
            ", ",
            new[]
            {
                words.Areas.GetValueOrDefault(key.Area)?.Name ?? key.Area,
                words.Items.GetValueOrDefault(key.Item)?.Name ?? key.Item,
                words.Elements.GetValueOrDefault(key.Element)?.Name ?? key.Element,
                series.Label,
                words.Units.GetValueOrDefault(key.Unit)?.Name ?? key.Unit,
            }.Where(p => p.Length > 0)
        );
    }

    private static WorkbookSheet Annotations(TracedChart chart)
    {
        var sheet = new WorkbookSheet("Annotations", 10, 90, 60, 12);
        sheet.Heading("number", "excerpt", "said where and by whom", "language");
        foreach (var excerpt in chart.Spec.Excerpts)
        {
            sheet.Add(
                WorkbookSheet.Number(excerpt.Number),
                WorkbookSheet.Text(excerpt.Quote),
                WorkbookSheet.Text(excerpt.Attribution),
                WorkbookSheet.Text(excerpt.Language)
            );
            foreach (var wording in excerpt.Wordings)
            {
                sheet.Add(
                    WorkbookSheet.Number(excerpt.Number),
                    WorkbookSheet.Text(wording.Quote),
                    WorkbookSheet.Text(wording.Attribution + (wording.Address.Length > 0 ? ", " + wording.Address : "")),
                    WorkbookSheet.Text(wording.Language)
                );
            }
        }

        return sheet;
    }

    private static WorkbookSheet Sources(TracedChart chart, Vocabulary words, IReadOnlyDictionary<long, Release> releases)
    {
        var sheet = new WorkbookSheet("Sources", 16, 40, 40, 14, 14, 70, 30, 50);
        sheet.Heading("source", "dataset", "file", "released", "retrieved", "sha256", "licence", "publisher");
        foreach (
            var release in FoodSecurity.Charts.Specs.ChartCaption.ReleasesOf(chart.Series.Select(s => s.Series)).Select(id => releases[id])
        )
        {
            var dataset = words.Datasets[release.Dataset];
            sheet.Add(
                WorkbookSheet.Text(dataset.Short),
                WorkbookSheet.Text(dataset.Title),
                WorkbookSheet.Text(release.FileName),
                WorkbookSheet.Text(release.ReleasedOn ?? "unknown"),
                WorkbookSheet.Text(release.RetrievedOn ?? "unknown"),
                WorkbookSheet.Text(release.Sha256),
                WorkbookSheet.Text(release.Licence ?? "unknown"),
                WorkbookSheet.Text(release.PublisherAddress)
            );
        }

        return sheet;
    }

    private static WorkbookSheet Notes(TracedChart chart)
    {
        var sheet = new WorkbookSheet("Notes", 16, 120);
        var spec = chart.Spec;
        sheet.Heading("what", "text");
        (string, string)[] lines =
        [
            ("title", spec.Title),
            ("subtitle", spec.Subtitle),
            ("in words", spec.AltText),
            .. spec.Notes.Select(n => ("note", n)),
            ("sources", spec.SourceLine),
            ("chart", spec.Address),
            ("missing", "An empty cell is a missing figure, never zero."),
        ];
        foreach (var (what, text) in lines.Where(l => l.Item2.Length > 0))
        {
            sheet.Add(WorkbookSheet.Text(what), WorkbookSheet.Text(text));
        }

        return sheet;
    }

    internal static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true })
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
