using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The food a place's prices are shown by when none is asked for: the cereal whose price on one market is known for most months, still kept up before those that ended.</summary>
internal static class StaplePrice
{
    public const string Element = "price";
    private const string Cereals = "cereals";

    /// <summary>The item's code; null where no price of a cereal is loaded. The provider's own conversions to another money do not count.</summary>
    public static string? Of(DbConnection connection, string area, IReadOnlyList<string> datasets, Vocabulary words)
    {
        // one row per priced series of a cereal
        var rows = connection.Rows<PricedRow>(
            $"""
            select s.item as Item, count(*) as Figures, max(p.start_on) as Last
            from series s join observation o on o.series_id = s.id join period p on p.id = o.period_id
            where s.area = @area and s.element = '{Element}' and s.item in @items and s.dimensions not like '%conversion=%' and s.frequency <> {(int)
                Frequency.Irregular} and o.value is not null
            {(datasets.Count > 0 ? "and s.dataset in @datasets" : "")}
            group by s.id, s.item
            """,
            new
            {
                area,
                items = words.Items.Values.Where(i => i.Group == Cereals).Select(i => i.Code).ToArray(),
                datasets,
            }
        );
        if (rows.Count == 0)
        {
            return null;
        }

        var last = rows.Max(r => Start(r.Last));
        return rows.OrderByDescending(r =>
                Start(r.Last).AddMonths(SeriesChoice.MonthsKept) >= last && r.Figures >= SeriesChoice.FewestMonths
            )
            .ThenByDescending(r => r.Figures)
            .ThenBy(r => r.Item, StringComparer.Ordinal)
            .First()
            .Item;
    }

    private static DateOnly Start(string day) => PartialDate.Start(day) ?? DateOnly.MinValue;

    private sealed record PricedRow
    {
        public string Item { get; init; } = "";
        public long Figures { get; init; }
        public string Last { get; init; } = "";
    }
}
