using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Checks;

/// <summary>Figures that cannot be: a negative mass, a share of more than all, a year nobody has figures for.</summary>
internal static class RangeCheck
{
    private const int FirstYear = 1700,
        LastYear = 2150;

    /// <summary>What may fall below zero though its unit is a mass: differences and balances.</summary>
    private static readonly string[] Signed =
    [
        "stock-variation-fbs",
        "stock-variation-fbsh",
        "residuals",
        "uncovered-deficit",
        "import-requirement",
        "domestic-supply",
        "value",
        "lower-bound",
        "upper-bound",
    ];

    /// <summary>Ratios printed in per cent that are no share of a whole.</summary>
    private static readonly string[] Ratios =
    [
        "energy-supply-adequacy",
        "cereal-import-dependency",
        "food-import-share",
        "irrigated-land-share",
        "value",
        "lower-bound",
        "upper-bound",
    ];

    private static readonly string[] Counted = ["mass", "area", "people", "animals", "number", "length", "time", "price"];

    /// <summary>The most a figure in a unit can be: the whole, in shares; else no limit.</summary>
    public static double Most(Vocabulary words, string unit) =>
        words.Units.TryGetValue(unit, out var known) && known.Quantity == "share" ? 100 / known.Factor : double.MaxValue;

    /// <param name="at">The release.</param>
    /// <param name="beyond">False where no figure of the file is below zero or more than the whole of its unit: then none need be looked for.</param>
    public static IReadOnlyList<string> Run(CheckedRelease at, bool beyond)
    {
        Refuse(at, Years(at), FigureProblem);
        var odd = beyond ? Figures(at) : [];
        if (at.Draft.RepeatsAreErrors)
        {
            Refuse(at, odd, FigureProblem);
        }

        return odd.Count == 0
            ? []
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Out of range: {(odd.Count > DataFormatException.Kept ? $"more than {DataFormatException.Kept}" : odd.Count)} figures, kept as published: "
                )
                    + string.Join(
                        "; ",
                        odd.Take(CheckedRelease.Examples)
                            .Select(o =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{o.Area}, {o.Item}, {o.Element}, {o.Label}: {o.Value} {o.Unit} (line {o.Line})"
                                )
                            )
                    )
                    + ".",
            ];
    }

    private static IReadOnlyList<OddRow> Figures(CheckedRelease at)
    {
        var units = at.Words.Units.Values;
        var counted = units
            .Where(u => Counted.Any(q => u.Quantity == q || u.Quantity.StartsWith(q + "-", StringComparison.Ordinal)))
            .Select(u => u.Code)
            .ToList();
        var shares = string.Join(
            " or ",
            units
                .Where(u => u.Quantity == "share")
                .Select(u =>
                    string.Create(CultureInfo.InvariantCulture, $"(s.unit = '{u.Code}' and (o.value < 0 or o.value > {100 / u.Factor}))")
                )
        );
        // one row per figure out of range. The plus keeps SQLite from going through the release's index, row by row.
        return at.Connection.Rows<OddRow>(
            $"""
            select s.area as Area, s.item as Item, s.element as Element, s.unit as Unit, p.label as Label, o.value as Value, o.line as Line, o.column_name as ColumnName
            from series s join observation o on o.series_id = s.id join period p on p.id = o.period_id
            where s.dataset = @Dataset and +o.release_id = @Id
              and ((o.value < 0 and s.unit in @counted and not (s.element in @Signed)) or (({shares}) and not (s.element in @Ratios)))
            order by o.line limit {DataFormatException.Kept + 1}
            """,
            new
            {
                at.Draft.Dataset,
                at.Id,
                counted,
                Signed,
                Ratios,
            },
            at.Transaction
        );
    }

    private static IReadOnlyList<OddRow> Years(CheckedRelease at)
    {
        // one row per period out of range, whoever uses it: nearly always none
        var periods = at.Connection.Rows<long>(
            "select id from period where start_on < @first or start_on > @last",
            new
            {
                first = string.Create(CultureInfo.InvariantCulture, $"{FirstYear:0000}"),
                last = string.Create(CultureInfo.InvariantCulture, $"{LastYear:0000}-12-31"),
            },
            at.Transaction
        );
        return periods.Count == 0
            ? []
            :
            // one row per figure in such a period
            at.Connection.Rows<OddRow>(
                $"""
                select s.area as Area, s.item as Item, s.element as Element, p.label as Unit, p.label as Label, o.value as Value, o.line as Line, 'period' as ColumnName
                from series s join observation o on o.series_id = s.id join period p on p.id = o.period_id
                where s.dataset = @Dataset and +o.release_id = @Id and o.period_id in ({string.Join(
                    ',',
                    periods
                )}) order by o.line limit {DataFormatException.Kept + 1}
                """,
                new { at.Draft.Dataset, at.Id },
                at.Transaction
            );
    }

    private static DataProblem FigureProblem(CheckedRelease at, OddRow o) =>
        o.ColumnName == "period"
            ? new DataProblem(
                at.Draft.LoadedFile,
                o.Line,
                o.ColumnName,
                o.Label,
                string.Create(CultureInfo.InvariantCulture, $"a year from {FirstYear} to {LastYear}")
            )
            : new DataProblem(
                at.Draft.LoadedFile,
                o.Line,
                o.ColumnName ?? "",
                o.Value.ToString(CultureInfo.InvariantCulture),
                (o.Value < 0 ? "no figure below zero for " : "at most the whole for ")
                    + $"{o.Area}, {o.Item}, {o.Element}, {o.Label} in {o.Unit}"
            );

    private static void Refuse(CheckedRelease at, IReadOnlyList<OddRow> rows, Func<CheckedRelease, OddRow, DataProblem> problem)
    {
        if (rows.Count > 0)
        {
            throw new DataFormatException([.. rows.Take(DataFormatException.Kept).Select(r => problem(at, r))], rows.Count);
        }
    }

    private sealed record OddRow
    {
        public string Area { get; init; } = "";
        public string Item { get; init; } = "";
        public string Element { get; init; } = "";
        public string Unit { get; init; } = "";
        public string Label { get; init; } = "";
        public double Value { get; init; }
        public long Line { get; init; }
        public string? ColumnName { get; init; }
    }
}
