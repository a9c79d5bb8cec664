using System.Globalization;

namespace FoodSecurity.Answers.Datasets;

/// <summary>
/// The figures that were known on a day, as a table to count over: by the row's own date, else its release's, retrieval's or loading's. A month
/// or a year counts from its last day, so each precision has its own limit.
/// </summary>
internal static class KnownFigures
{
    /// <summary>One row per key with a figure that was known at the end of the day in <c>@day</c>, <c>@month</c> and <c>@year</c>.</summary>
    public static string Table =>
        $"""
            (select o.series_id, o.period_id, o.edition, o.value from observation o join release r on r.id = o.release_id where {Known(
                "o",
                "r"
            )}
             union
             select h.series_id, h.period_id, h.edition, max(h.value) from observation_history h join release r on r.id = h.release_id join release n on n.id = h.replaced_by
             where {Known("h", "r")} and not {By(Day("n"))}
               and not exists (select 1 from observation o join release r on r.id = o.release_id
                 where o.series_id = h.series_id and o.period_id = h.period_id and o.edition = h.edition and {Known("o", "r")})
             group by h.series_id, h.period_id, h.edition)
            """;

    /// <summary>The parameters of a question that counts over <see cref="Table"/>.</summary>
    public static object With(DateOnly? asOf, string dataset, string? element)
    {
        var day = asOf ?? new DateOnly(9000, 12, 31);
        var month = day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? day : new DateOnly(day.Year, day.Month, 1).AddDays(-1);
        var year = day is { Month: 12, Day: 31 } ? day.Year : day.Year - 1;
        return new
        {
            dataset,
            element,
            day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            month = month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            year = year.ToString("0000", CultureInfo.InvariantCulture),
        };
    }

    private static string Known(string row, string release) => By($"coalesce({row}.published_on, {Day(release)})");

    private static string Day(string release) =>
        $"coalesce({release}.released_on, {release}.retrieved_on, substr({release}.loaded_at, 1, 10))";

    private static string By(string date) =>
        $"(({date} <= @day and length({date}) = 10) or ({date} <= @month and length({date}) = 7) or ({date} <= @year and length({date}) = 4))";
}
