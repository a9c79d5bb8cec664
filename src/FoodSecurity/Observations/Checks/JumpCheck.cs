using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Checks;

/// <summary>Series whose figures jump by about ten, a hundred or a thousand against the release before: most often another unit or a slipped point.</summary>
internal static class JumpCheck
{
    // Ten is also the size of a good harvest after a bad one, so a single figure tells nothing; a thousand always does.
    private const string Ratio = "case when abs(o.value) > abs(h.value) then abs(o.value / h.value) else abs(h.value / o.value) end";

    public static IReadOnlyList<string> Run(CheckedRelease at)
    {
        // one row per series that jumps: of the figures changed, how many by about a thousand and how many by about ten or a hundred
        var rows = at.Connection.Rows<JumpRow>(
            $"""
            select s.area as Area, s.item as Item, s.element as Element, s.unit as Unit, j.figures as Figures, j.thousands as Thousands, j.example_old as OldValue, j.example_new as NewValue
            from (
              select series_id, count(*) as figures, sum(case when ratio between 500 and 2000 then 1 else 0 end) as thousands,
                sum(case when ratio between 8 and 12.5 or ratio between 80 and 125 then 1 else 0 end) as tens, max(old_value) as example_old, max(new_value) as example_new
              from (
                select h.series_id, {Ratio} as ratio, h.value as old_value, o.value as new_value
                from observation_history h join observation o on o.series_id = h.series_id and o.period_id = h.period_id and o.edition = h.edition
                where h.replaced_by = @Id and h.release_id < @Id and o.release_id = @Id and h.value <> 0 and o.value <> 0) as pairs
              group by series_id) as j join series s on s.id = j.series_id
            where j.thousands * 2 >= j.figures or (j.tens >= 3 and j.tens * 5 >= j.figures * 4)
            order by j.thousands desc, j.figures desc, s.area, s.item, s.element
            """,
            new { at.Id },
            at.Transaction
        );
        return rows.Count == 0
            ? []
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Jump by a power of ten against the release before in {rows.Count} series, perhaps another unit: "
                )
                    + string.Join(
                        "; ",
                        rows.Take(CheckedRelease.Examples)
                            .Select(r =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{r.Area}, {r.Item}, {r.Element} (up to {r.OldValue} before, {r.NewValue} now, {r.Unit})"
                                )
                            )
                    )
                    + ".",
            ];
    }

    private sealed record JumpRow
    {
        public string Area { get; init; } = "";
        public string Item { get; init; } = "";
        public string Element { get; init; } = "";
        public string Unit { get; init; } = "";
        public long Figures { get; init; }
        public long Thousands { get; init; }
        public double OldValue { get; init; }
        public double NewValue { get; init; }
    }
}
