using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>
/// FAOSTAT bulk download in wide form: a row is a series, a column a year (Y2018) or a three-year average (Y20172019), with its flag (Y2018F) and
/// note (Y2018N) beside it unless the file is the one without flags (NOFLAG);
/// https://www.fao.org/faostat/en/#data/FS
/// <code>
/// Area Code,Area Code (M49),Area,Item Code,Item,Element Code,Element,Unit,Y2000,Y20002002,Y2001,Y20012003,…,Y2023,Y2024
/// "116","'408","Democratic People's Republic of Korea","210041","Prevalence of undernourishment (percent) (3-year average)","6121","Value","%",,"35.9",,"35.2",…
/// </code>
/// Traps: annual and three-year columns stand side by side, and a series uses one kind. An empty cell of the kind a row uses is a
/// missing observation, so that "no figure after 2017–2019" is known and not merely absent. A row without any figure (severe food
/// insecurity in North Korea) is missing throughout: in the three-year columns where its name says so, else in the annual ones.
/// Without flags the status of a figure is unspecified; a flag that says there is no figure outweighs a 0 printed beside it.
/// </summary>
public sealed class FaostatWideReader : IReleaseReader
{
    private static readonly string[] Columns = ["Area Code", "Area", "Item Code", "Item", "Element Code", "Element", "Unit"];

    private static readonly string[] Optional = ["Area Code (M49)", "Item Code (CPC)", "Item Code (FBS)"];

    public string Format => "FAOSTAT wide bulk";

    public Recognition? Recognise(FileHead head)
    {
        var cells = head.Cells();
        var years = cells.Where(c => c.StartsWith('Y') && FaostatRows.TryPeriod(c.AsSpan(1), new PeriodMemory(), out _)).ToList();
        return years.Count == 0
            ? null
            : HeaderMatch.Judge(head, 0, Format, Columns, [.. Optional, .. years.SelectMany(y => new[] { y, y + "F", y + "N" })]);
    }

    public ReleaseDraft Describe(SourceFile file) =>
        FaostatRows.Describe(file, Format, FaostatDomain.OfBulk(file.Head), ReleaseCoverage.Whole);

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        var series = new FaostatSeries(csv, context, FaostatDomain.OfBulk(file.Head));
        var item = csv.Require("Item");
        var years = YearColumns(csv);
        var flags = new FaostatFlag(context.Words, csv.Find("Area Code (M49)") >= 0 || years.Exists(y => y.Note >= 0));
        while (csv.Read(context))
        {
            var known = series.OfRow();
            if (!known.Settled(context, csv.Line))
            {
                continue;
            }

            var annual = years.Exists(y => y.Period.Kind == PeriodKind.CalendarYear && !csv.Span(y.Column).IsEmpty);
            var means = years.Exists(y => y.Period.Kind == PeriodKind.MultiYearMean && !csv.Span(y.Column).IsEmpty);
            if (!annual && !means)
            {
                means = csv.Span(item).Contains("3-year average", StringComparison.OrdinalIgnoreCase);
                annual = !means;
            }

            foreach (var (column, flag, note, period) in years)
            {
                if (period.Kind == PeriodKind.MultiYearMean ? !means : !annual)
                {
                    continue;
                }

                var cell = csv.Span(column);
                var empty = cell.IsEmpty;
                if (!empty & !Figure.TryRead(cell, out var figure, out var bound))
                {
                    csv.Bad(context, column, Figure.Expected);
                    continue;
                }

                var (status, isBreak) = (ObservationStatus.Unspecified, false);
                if (flag >= 0 && !(empty && csv.Span(flag).IsEmpty))
                {
                    if (flags.Of(csv, context, flag, -1, out isBreak) is not { } meaning)
                    {
                        continue;
                    }

                    status = meaning.Status;
                }

                var silent = status is ObservationStatus.Missing or ObservationStatus.Suppressed or ObservationStatus.NotApplicable;
                yield return new Observation
                {
                    Series = known.Series!,
                    Period = period,
                    Value = empty || silent ? null : figure,
                    Bound = empty || silent ? ValueBound.Exact : bound,
                    ValueText = csv.Text(column),
                    Status = empty && !silent ? ObservationStatus.Missing : status,
                    Flag = flag < 0 ? "" : csv.Text(flag),
                    IsBreak = isBreak,
                    Note = note < 0 ? "" : csv.Text(note),
                    Member = csv.Member,
                    Line = csv.Line,
                    Column = csv.Header[column],
                };
            }
        }
    }

    private static List<(int Column, int Flag, int Note, Period Period)> YearColumns(CsvSource csv)
    {
        var periods = new PeriodMemory();
        var years = new List<(int Column, int Flag, int Note, Period Period)>();
        for (var i = 0; i < csv.Header.Count; i++)
        {
            if (csv.Header[i].StartsWith('Y') && FaostatRows.TryPeriod(csv.Header[i].AsSpan(1), periods, out var period))
            {
                years.Add((i, csv.Find(csv.Header[i] + "F"), csv.Find(csv.Header[i] + "N"), period));
            }
        }

        return years;
    }
}
