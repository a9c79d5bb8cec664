using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>Which series are asked for; empty lists ask for all.</summary>
public sealed record SeriesQuestion
{
    /// <summary>Empty: every area, as a map asks.</summary>
    public required string Area { get; init; }
    public IReadOnlyList<string> Items { get; init; } = [];
    public IReadOnlyList<string> Elements { get; init; } = [];
    public IReadOnlyList<string> Datasets { get; init; } = [];

    /// <summary>Null: every basis; empty text: series without one.</summary>
    public string? Basis { get; init; }

    /// <summary>A dimension the series must have, as "validity=current"; empty: any.</summary>
    public string Dimension { get; init; } = "";

    /// <summary>Null: every period. Else this one alone; series without it have no points.</summary>
    public Period? Period { get; init; }

    /// <summary>Null: what is current. A date: what was known at the end of that day.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>From questions to series with their points in order of time.</summary>
public static class SeriesQuery
{
    private const string PointColumns = """
        o.series_id as SeriesId, p.kind as Kind, p.start_on as StartOn, p.end_on as EndOn, p.label as Label, p.start_stated as StartStated,
        o.edition as Edition, o.value as Value, o.value_text as ValueText, o.bound as Bound, o.lower_value as Lower, o.upper_value as Upper,
        o.status as Status, o.flag as Flag, o.marks as Marks, o.release_id as ReleaseId, o.member as Member, o.line as Line, o.column_name as ColumnName,
        o.published_on as PublishedOn, o.row_source as RowSource, o.row_source_address as RowSourceAddress, o.note as Note
        """;

    /// <summary>All series that fit, each with its points; corrections of ours are applied and said on the point.</summary>
    public static IReadOnlyList<TimeSeries> Find(DbConnection connection, SeriesQuestion question, Corrections? corrections = null)
    {
        using var state = connection.OneState();
        if (question.AsOf is null && question.Dimension.Length == 0 && SeriesLookup.Find(connection, question, corrections) is { } near)
        {
            return near;
        }

        // one row per series
        var series = connection.Rows<SeriesRow>(
            $"""
            select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series
            where {(question.Area.Length > 0 ? "area = @Area" : "1 = 1")} {In("item", question.Items)} {In(
                "element",
                question.Elements
            )} {In("dataset", question.Datasets)}
            {(question.Basis is null ? "" : "and basis = @Basis")} {(
                question.Dimension.Length == 0 ? "" : "and ';' || dimensions || ';' like @Having"
            )}
            order by dataset, area, item, element, basis, dimensions, id
            """,
            new
            {
                question.Area,
                question.Items,
                question.Elements,
                question.Datasets,
                question.Basis,
                Having = $"%;{question.Dimension};%",
            }
        );
        if (series.Count == 0)
        {
            return [];
        }

        var points = question.AsOf is { } day ? KnownOn(connection, series, day) : Current(connection, series, question.Period);
        var bySeries = points.ToLookup(p => p.SeriesId);
        return
        [
            .. series.Select(s =>
            {
                var mended = corrections?.Of(s.Key);
                return new TimeSeries
                {
                    Key = s.Key,
                    AsOf = question.AsOf,
                    Points =
                    [
                        .. bySeries[s.Id]
                            .Select(p => p.Point)
                            .Where(p => question.Period is not { } only || p.Period == only)
                            .OrderBy(p => p.Period.Start)
                            .ThenBy(p => p.Period.End)
                            .Select(p => mended?.Apply(s.Key, p, question.AsOf is null) ?? p),
                    ],
                };
            }),
        ];
    }

    private static IReadOnlyList<PointRow> Current(DbConnection connection, IReadOnlyList<SeriesRow> series, Period? only) =>
        // one row per current observation of the series
        connection.Rows<PointRow>(
            $"""
            select {PointColumns} from observation o join period p on p.id = o.period_id where o.series_id in ({Ids(series)})
            {(
                only is null ? "" : "and p.kind = @Kind and p.start_on = @StartOn and p.end_on = @EndOn"
            )} order by o.series_id, o.period_id, o.edition
            """,
            new
            {
                Kind = (long?)only?.Kind,
                StartOn = Day(only?.Start),
                EndOn = Day(only?.End),
            }
        );

    /// <summary>
    /// What was known on a day: a row counts from its own date where its provider dates rows, else from its release's; a month counts from its last day.
    /// A release whose date is not stated counts from the day it was retrieved, or else loaded: what it says was known by then at the latest.
    /// Of several known values of a key the one known latest is taken.
    /// </summary>
    private static IReadOnlyList<PointRow> KnownOn(DbConnection connection, IReadOnlyList<SeriesRow> series, DateOnly day)
    {
        // one row per observation, current or superseded, of the series
        var rows = connection.Rows<PointRow>(
            $"""
            select {PointColumns}, {Known(
                "r"
            )} as ReleasedOn, null as GoneOn from observation o join period p on p.id = o.period_id join release r on r.id = o.release_id
            where o.series_id in ({Ids(series)})
            union all
            select {PointColumns}, {Known("r")} as ReleasedOn, {Known(
                "n"
            )} as GoneOn from observation_history o join period p on p.id = o.period_id
            join release r on r.id = o.release_id join release n on n.id = o.replaced_by where o.series_id in ({Ids(series)})
            """
        );
        return
        [
            .. rows.Select(r => (Row: r, Known: PartialDate.End(r.PublishedOn ?? r.ReleasedOn), Gone: PartialDate.End(r.GoneOn)))
                .Where(r => r.Known is { } known && known <= day)
                .GroupBy(r => (r.Row.SeriesId, r.Row.Kind, r.Row.StartOn, r.Row.EndOn, r.Row.Label, r.Row.Edition))
                .Select(g => g.OrderBy(r => r.Known).ThenBy(r => r.Row.ReleaseId).Last())
                .Where(r => r.Gone is null || r.Gone > day || r.Gone < r.Known)
                .Select(r => r.Row),
        ];
    }

    private static string Known(string release) =>
        $"coalesce({release}.released_on, {release}.retrieved_on, substr({release}.loaded_at, 1, 10))";

    private static string In(string column, IReadOnlyList<string> values) =>
        values.Count == 0 ? "" : $"and {column} in @{char.ToUpperInvariant(column[0])}{column[1..]}s";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Ids(IReadOnlyList<SeriesRow> series) =>
        string.Join(',', series.Select(s => s.Id.ToString(CultureInfo.InvariantCulture)));
}
