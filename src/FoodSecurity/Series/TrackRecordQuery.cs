using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>Track records from the history and the rows' own dates; editions of one period count as its successive figures.</summary>
public static class TrackRecordQuery
{
    private const string Columns = """
        o.series_id as SeriesId, p.kind as Kind, p.start_on as StartOn, p.end_on as EndOn, p.label as Label, p.start_stated as StartStated,
        o.value as Value, o.value_text as ValueText, o.release_id as ReleaseId, coalesce(o.published_on, r.released_on) as KnownOn
        """;

    /// <summary>The series a release changed most figures of, each with its whole record.</summary>
    public static IReadOnlyList<TrackRecord> OfRelease(DbConnection connection, long releaseId, int count = 20) =>
        Read(
            connection,
            // one row per series with figures that the release replaced
            connection.Rows<long>(
                """
                select series_id from observation_history where replaced_by = @releaseId group by series_id order by count(*) desc, series_id limit @count
                """,
                new { releaseId, count }
            )
        );

    /// <summary>The records of an area's series in one dataset; series that were never revised are left out.</summary>
    public static IReadOnlyList<TrackRecord> OfArea(DbConnection connection, string dataset, string area) =>
        Read(
            connection,
            // one row per series that has superseded figures, or several editions of a period
            connection.Rows<long>(
                """
                select s.id from series s where s.dataset = @dataset and s.area = @area
                  and (exists (select 1 from observation_history h where h.series_id = s.id) or exists (select 1 from observation o where o.series_id = s.id and o.edition <> ''))
                order by s.id
                """,
                new { dataset, area }
            )
        );

    /// <summary>The records of the series named, as they stand or stood at the end of a day; series that were never revised are left out.</summary>
    public static IReadOnlyList<TrackRecord> OfSeries(DbConnection connection, IReadOnlyCollection<SeriesKey> keys, DateOnly? asOf = null)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        // one row per series of the areas and datasets asked for
        var held = connection.Rows<SeriesRow>(
            """
            select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series where area in @areas and dataset in @datasets and element in @elements order by id
            """,
            new
            {
                areas = keys.Select(k => k.Area).Distinct().ToArray(),
                datasets = keys.Select(k => k.Dataset).Distinct().ToArray(),
                elements = keys.Select(k => k.Element).Distinct().ToArray(),
            }
        );
        return Read(connection, [.. held.Where(s => keys.Contains(s.Key)).Select(s => s.Id)], asOf);
    }

    /// <summary>Every figure that was published for one period of a series, in the order it became known; an unchanged repeat is none of its own.</summary>
    public static IReadOnlyList<PublishedFigure> Figures(DbConnection connection, SeriesKey key, Period period)
    {
        const string Rows = """
            select o.value as Value, o.value_text as ValueText, o.release_id as ReleaseId, coalesce(o.published_on, r.released_on) as KnownOn, o.line as Line, o.edition as Edition, p.label as Label, p.kind as Kind, p.start_on as StartOn
            """;
        const string From = """
            o join series s on s.id = o.series_id join period p on p.id = o.period_id join release r on r.id = o.release_id
            where s.area = @Area and s.item = @Item and s.element = @Element and s.dataset = @Dataset and s.unit = @Unit and s.basis = @Basis and s.dimensions = @Dimensions
              and s.frequency = @frequency and p.kind = @kind and p.start_on = @start and p.end_on = @end and p.label = @label
            """;
        // one row per figure, current or superseded
        return
        [
            .. connection
                .Rows<KnownRow>(
                    $"{Rows} from observation {From} union all {Rows} from observation_history {From}",
                    new
                    {
                        key.Area,
                        key.Item,
                        key.Element,
                        key.Dataset,
                        key.Unit,
                        key.Basis,
                        key.Dimensions,
                        frequency = (int)key.Frequency,
                        kind = (int)period.Kind,
                        start = period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        end = period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        label = period.Label,
                    }
                )
                .OrderBy(r => PartialDate.End(r.KnownOn) ?? DateOnly.MaxValue)
                .ThenBy(r => r.ReleaseId)
                .Select(r => new PublishedFigure(
                    r.KnownOn ?? "",
                    r.Value is null ? null : r.Number,
                    r.ValueText ?? r.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "",
                    r.ReleaseId,
                    r.Line,
                    r.Edition
                )),
        ];
    }

    private static IReadOnlyList<TrackRecord> Read(DbConnection connection, IReadOnlyList<long> series, DateOnly? asOf = null)
    {
        if (series.Count == 0)
        {
            return [];
        }

        var ids = string.Join(',', series.Select(s => s.ToString(CultureInfo.InvariantCulture)));
        // one row per series
        var keys = connection
            .Rows<SeriesRow>(
                $"select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series where id in ({ids})"
            )
            .ToDictionary(s => s.Id);
        // one row per figure, current or superseded
        var rows = connection
            .Rows<KnownRow>(
                $"""
                select {Columns} from observation o join period p on p.id = o.period_id join release r on r.id = o.release_id where o.series_id in ({ids}) and o.value is not null
                union all
                select {Columns} from observation_history o join period p on p.id = o.period_id join release r on r.id = o.release_id where o.series_id in ({ids}) and o.value is not null
                """
            )
            .ToLookup(r => r.SeriesId);
        return
        [
            .. series
                .Where(keys.ContainsKey)
                .Select(id => new TrackRecord
                {
                    Key = keys[id].Key,
                    Points = Points(rows[id].Where(r => asOf is null || PartialDate.End(r.KnownOn) <= asOf)),
                })
                .Where(t => t.Points.Count > 0),
        ];
    }

    private static IReadOnlyList<TrackPoint> Points(IEnumerable<KnownRow> rows) =>
        [
            .. rows.GroupBy(r => (r.Kind, r.StartOn, r.EndOn, r.Label, r.StartStated))
                .Select(g =>
                    g.Where(r => PartialDate.IsValid(r.KnownOn ?? ""))
                        .OrderBy(r => PartialDate.End(r.KnownOn))
                        .ThenBy(r => r.ReleaseId)
                        .ToList()
                )
                .Where(g => g.Count > 1 && g[0].KnownOn != g[^1].KnownOn)
                .Select(g => new TrackPoint(g[0].Period, g[0].Number, g[0].KnownOn!, g[^1].Number, g[^1].KnownOn!, g.Count))
                .OrderBy(p => p.Period.Start)
                .ThenBy(p => p.Period.End),
        ];

    private sealed record KnownRow
    {
        public long SeriesId { get; init; }
        public long Kind { get; init; }
        public string StartOn { get; init; } = "";
        public string EndOn { get; init; } = "";
        public string Label { get; init; } = "";
        public long StartStated { get; init; }
        public double? Value { get; init; }
        public string? ValueText { get; init; }
        public long ReleaseId { get; init; }
        public string? KnownOn { get; init; }
        public long Line { get; init; }
        public string Edition { get; init; } = "";

        public Period Period =>
            new PeriodRow
            {
                Kind = Kind,
                StartOn = StartOn,
                EndOn = EndOn,
                Label = Label,
                StartStated = StartStated,
            }.Period;

        /// <summary>The question asks for rows with a value alone.</summary>
        public decimal Number => Series.Figures.Exact(Value, ValueText)!.Value;
    }
}
