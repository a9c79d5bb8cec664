using FoodSecurity.Observations;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>
/// FAOSTAT bulk download in wide form without flags: a row is a series, a column a year (Y2018) or a three-year average (Y20172019);
/// https://www.fao.org/faostat/en/#data/FS
/// <code>
/// Area Code,Area Code (M49),Area,Item Code,Item,Element Code,Element,Unit,Y2000,Y20002002,Y2001,Y20012003,…,Y2023,Y2024
/// "116","'408","Democratic People's Republic of Korea","210041","Prevalence of undernourishment (percent) (3-year average)","6121","Value","%",,"35.9",,"35.2",…
/// </code>
/// Traps: annual and three-year columns stand side by side, and a series uses one kind. An empty cell of the kind a row uses is a
/// missing observation, so that "no figure after 2017–2019" is known and not merely absent. A row without any figure (severe food
/// insecurity in North Korea) is missing throughout: in the three-year columns where its name says so, else in the annual ones.
/// Without flags the status of a figure is unspecified.
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
        if (years.Count == 0)
        {
            return null;
        }

        if (cells.FirstOrDefault(c => years.Any(y => c == y + "F")) is { } flagged)
        {
            return new Recognition(60, new DataProblem(head.Shown, 1, flagged, flagged, "the wide file without flags (All_Data_NOFLAG), or the normalised one, which keeps the flags"));
        }

        return HeaderMatch.Judge(head, 0, Format, Columns, [.. Optional, .. years]);
    }

    public ReleaseDraft Describe(SourceFile file) => FaostatRows.Describe(file, Format, FaostatDomain.OfBulk(file.Head), ReleaseCoverage.Whole);

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        var series = new FaostatSeries(csv, context, FaostatDomain.OfBulk(file.Head));
        var item = csv.Require("Item");
        var years = YearColumns(csv);
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

            foreach (var (column, period) in years)
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

                yield return new Observation
                {
                    Series = known.Series!, Period = period, Value = empty ? null : figure, Bound = empty ? ValueBound.Exact : bound, ValueText = csv.Text(column),
                    Status = empty ? ObservationStatus.Missing : ObservationStatus.Unspecified,
                    Member = csv.Member, Line = csv.Line, Column = csv.Header[column],
                };
            }
        }
    }

    private static List<(int Column, Period Period)> YearColumns(CsvSource csv)
    {
        var periods = new PeriodMemory();
        var years = new List<(int Column, Period Period)>();
        for (var i = 0; i < csv.Header.Count; i++)
        {
            if (csv.Header[i].StartsWith('Y') && FaostatRows.TryPeriod(csv.Header[i].AsSpan(1), periods, out var period))
            {
                years.Add((i, period));
            }
        }

        return years;
    }
}
