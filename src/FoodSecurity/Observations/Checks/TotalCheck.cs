using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Checks;

/// <summary>
/// Totals that must add up, where a dataset has them: USDA's balance (FAS, PSD Online: supply = opening stocks + production + imports;
/// distribution = exports + domestic consumption + closing stocks; consumption = feed + food, seed and industrial use; supply = distribution).
/// </summary>
internal static class TotalCheck
{
    private static readonly (string Total, string[] Parts)[] Identities =
    [
        ("total-supply", ["beginning-stocks", "production", "import-quantity"]),
        ("total-distribution", ["export-quantity", "domestic-consumption", "ending-stocks"]),
        ("domestic-consumption", ["feed", "food-seed-industrial"]),
        ("total-supply", ["total-distribution"]),
    ];

    public static IReadOnlyList<string> Run(CheckedRelease at)
    {
        if (
            at.Connection.One<string>(
                "select dataset from series where dataset = @Dataset and element = 'total-supply' limit 1",
                new { at.Draft.Dataset },
                at.Transaction
            )
            is null
        )
        {
            return [];
        }

        return [.. Identities.SelectMany(i => Check(at, i.Total, i.Parts))];
    }

    private static IEnumerable<string> Check(CheckedRelease at, string total, string[] parts)
    {
        var series = string.Concat(
            parts.Select(
                (p, i) =>
                    $"""
                         join series s{i} on s{i}.area = s.area and s{i}.item = s.item and s{i}.element = '{p}' and s{i}.dataset = s.dataset and s{i}.unit = s.unit
                           and s{i}.basis = s.basis and s{i}.dimensions = s.dimensions and s{i}.frequency = s.frequency
                        """
            )
        );
        var observations = string.Concat(
            parts.Select(
                (_, i) =>
                    $" join observation o{i} on o{i}.series_id = s{i}.id and o{i}.period_id = o.period_id and o{i}.edition = o.edition"
            )
        );
        var sum = string.Join(" + ", parts.Select((_, i) => $"o{i}.value"));
        // Each figure is rounded on its own: one unit per addend may be lost, and as much as a thousandth of the total in unrounded files.
        var tolerance = string.Create(
            CultureInfo.InvariantCulture,
            $"case when abs(o.value) > {parts.Length * 1000} then abs(o.value) / 1000 else {parts.Length} end"
        );
        // one row per total that does not add up
        var rows = at.Connection.Rows<SumRow>(
            $"""
            select s.area as Area, s.item as Item, p.label as Label, o.value as Total, {sum} as Sum, o.line as Line
            from series s{series} join observation o on o.series_id = s.id{observations} join period p on p.id = o.period_id
            where s.dataset = @Dataset and s.element = @total and +o.release_id = @Id and abs(o.value - ({sum})) > {tolerance}
            order by abs(o.value - ({sum})) desc
            """,
            new
            {
                at.Draft.Dataset,
                at.Id,
                total,
            },
            at.Transaction
        );
        if (rows.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Does not add up in {rows.Count} balances: {total} is not {string.Join(" + ", parts)}: "
            )
                + string.Join(
                    "; ",
                    rows.Take(CheckedRelease.Examples)
                        .Select(r =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{r.Area}, {r.Item}, {r.Label}: {r.Total} against {r.Sum} (line {r.Line})"
                            )
                        )
                )
                + ".";
        }
    }

    private sealed record SumRow
    {
        public string Area { get; init; } = "";
        public string Item { get; init; } = "";
        public string Label { get; init; } = "";
        public double Total { get; init; }
        public double Sum { get; init; }
        public long Line { get; init; }
    }
}
