using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Which series has a figure for which year, and of which status: what is known before what it says.</summary>
public sealed class CoverageKind : IChartKind
{
    private const int MostRows = 80;

    public string Id => "coverage";

    public ChartKindCard Card => new(Id) { HasAnyUnit = true, ShowsEmpty = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input, empty: true) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        if (parts.Series.Count > MostRows)
        {
            return new ChartRefusal(t["kind.refuse.rows", parts.Series.Count, MostRows]);
        }

        var years = Enumerable.Range(parts.From, parts.To - parts.From + 1).ToList();
        var table = parts
            .Series.Select(s => (Series: s, Cells: years.Select(y => Kind(s, y)).ToList()))
            .OrderByDescending(r => r.Cells.Count(IsFigure))
            .ToList();
        var used = table.SelectMany(r => r.Cells).Distinct().ToHashSet();
        var rows = table
            .Select(r => new CellRow(parts.Name(r.Series), [.. Runs(parts, r.Series, r.Cells, years)])
            {
                Side = t["kind.coverage.side", r.Cells.Count(IsFigure), years.Count],
            })
            .ToList();
        var full = table.Count(r => r.Cells.All(IsFigure));
        var heading =
            parts.Series.Count == 1
                ? t["kind.heading.coverage-one", parts.Input.Subject, table[0].Cells.Count(IsFigure), years.Count]
                : t["kind.heading.coverage", parts.Input.Subject, full, table.Count, parts.Span];
        var alt =
            heading
            + ". "
            + string.Join(
                "; ",
                table.Select(r => $"{parts.Name(r.Series)}: {t["kind.coverage.side", r.Cells.Count(IsFigure), years.Count]}")
            )
            + ".";
        var body = new CellsBody
        {
            Columns = [.. years.Select(KindParts.Year)],
            Rows = rows,
            SideTitle = t["kind.coverage.years"],
            Key = [.. Enum.GetValues<CoverageCell>().Where(used.Contains).Select(c => new ChartKeyEntry(Name(c, t), Fill(c)))],
        };
        var spec = parts.Start(Id, heading, parts.Span, alt) with { Body = body, Unit = "", Notes = parts.Notes(open: false) };
        return new ChartDrawn(
            spec with
            {
                Subtitle = string.Join(", ", new[] { KindParts.Capital(input.Subject), t["kind.coverage.subtitle"], parts.Span }),
            },
            [.. table.Select(r => r.Series)]
        );
    }

    private enum CoverageCell
    {
        Official,
        Estimated,
        Forecast,
        Absent,
        Suppressed,
        NotApplicable,
    }

    /// <summary>Years of one status beside each other are one cell: the picture stays light.</summary>
    private static IEnumerable<Cell> Runs(
        KindParts parts,
        LabelledSeries series,
        IReadOnlyList<CoverageCell> cells,
        IReadOnlyList<int> years
    )
    {
        for (int start = 0, end; start < cells.Count; start = end)
        {
            end = start + 1;
            while (end < cells.Count && cells[end] == cells[start])
            {
                end++;
            }

            var span = end == start + 1 ? KindParts.Year(years[start]) : $"{years[start]}–{years[end - 1]}";
            yield return new Cell(Fill(cells[start]))
            {
                Span = end - start,
                Text = $"{parts.Name(series)}, {span}: {Name(cells[start], parts.Texts)}",
            };
        }
    }

    private static bool IsFigure(CoverageCell cell) => cell is CoverageCell.Official or CoverageCell.Estimated or CoverageCell.Forecast;

    private static CoverageCell Kind(LabelledSeries series, int year) =>
        series.Series.At(year) switch
        {
            null or { Value: null, Status: not (ObservationStatus.NotApplicable or ObservationStatus.Suppressed) } => CoverageCell.Absent,
            { Status: ObservationStatus.NotApplicable } => CoverageCell.NotApplicable,
            { Status: ObservationStatus.Suppressed } => CoverageCell.Suppressed,
            { Status: ObservationStatus.Forecast } => CoverageCell.Forecast,
            var point => KindParts.IsHollow(point) ? CoverageCell.Estimated : CoverageCell.Official,
        };

    private static ChartFill Fill(CoverageCell cell) =>
        cell switch
        {
            CoverageCell.Official => ChartFill.Amount(5),
            CoverageCell.Estimated => ChartFill.Amount(3),
            CoverageCell.Forecast => ChartFill.Amount(1),
            CoverageCell.Suppressed => ChartFill.NoAccess,
            CoverageCell.NotApplicable => ChartFill.NotApplicable,
            _ => ChartFill.NoData,
        };

    private static string Name(CoverageCell cell, Wording.Texts t) =>
        cell switch
        {
            CoverageCell.Official => t["kind.coverage.official"],
            CoverageCell.Estimated => t["kind.coverage.estimated"],
            CoverageCell.Forecast => t["kind.coverage.forecast"],
            CoverageCell.Suppressed => t["kind.coverage.suppressed"],
            CoverageCell.NotApplicable => t["kind.key.not-applicable"],
            _ => t["kind.key.no-data"],
        };
}
