using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>Questions about releases and events.</summary>
public static class ReleaseQuery
{
    private const string Columns = """
        id, dataset, title, format, file_name as FileName, sha256, size_bytes as SizeBytes, loaded_file as LoadedFile, loaded_sha256 as LoadedSha256,
        publisher_address as PublisherAddress, obtained_from as ObtainedFrom, released_on as ReleasedOn, retrieved_on as RetrievedOn, licence, selection,
        coverage, loaded_at as LoadedAt, rows_read as RowsRead, new_count as NewCount, changed_count as ChangedCount, unchanged_count as UnchangedCount,
        vanished_count as VanishedCount, older_count as OlderCount, repeated_count as RepeatedCount, skipped_count as SkippedCount,
        withdrawn_at as WithdrawnAt, withdrawn_by as WithdrawnBy, withdrawn_because as WithdrawnBecause
        """;

    // one row per release
    public static IReadOnlyDictionary<long, Release> All(DbConnection connection) =>
        connection.Rows<Release>($"select {Columns} from release order by id").ToDictionary(r => r.Id);

    // one row per warning of a release
    public static IReadOnlyList<string> Warnings(DbConnection connection, long releaseId) =>
        connection.Rows<string>("select text from release_warning where release_id = @releaseId order by number", new { releaseId });

    // one row per dataset: how many series, areas and figures are current
    public static IReadOnlyList<DatasetCount> Counts(DbConnection connection) =>
        connection.Rows<DatasetCount>(
            """
            select s.dataset as Dataset, count(distinct s.id) as Series, count(distinct s.area) as Areas, count(*) as Observations,
              min(p.start_on) as FirstDay, max(p.end_on) as LastDay
            from observation o join series s on s.id = o.series_id join period p on p.id = o.period_id
            where o.value is not null group by s.dataset order by s.dataset
            """
        );

    // one row per area and dataset that has at least one series
    public static IReadOnlyList<AreaCoverage> Coverage(DbConnection connection) =>
        connection.Rows<AreaCoverage>("select area as Area, dataset as Dataset, count(*) as Series from series group by area, dataset");

    /// <summary>The events of an area; on a day in the past only those told of by then: by the row's own date, or else by the event's.</summary>
    public static IReadOnlyList<AreaEvent> Events(DbConnection connection, string area, DateOnly? asOf = null) =>
        KnownOn(Events(connection, area), asOf);

    /// <summary>Of events read, those told of by a day; all without one.</summary>
    public static IReadOnlyList<AreaEvent> KnownOn(IReadOnlyList<AreaEvent> events, DateOnly? asOf) =>
        asOf is null
            ? events
            : [.. events.Where(e => (PartialDate.End(e.PublishedOn) ?? PartialDate.Start(e.Start)) is not { } known || known <= asOf)];

    // one row per event of an area
    private static IReadOnlyList<AreaEvent> Events(DbConnection connection, string area) =>
        connection.Rows<AreaEvent>(
            """
            select area as Area, kind as Kind, start_on as Start, end_on as End, value as Value, lower_value as Lower, upper_value as Upper, unit as Unit,
              statement as Text, source as Source, source_address as SourceAddress, published_on as PublishedOn, line as Line
            from event where area = @area order by start_on, id
            """,
            new { area }
        );
}

public sealed record DatasetCount
{
    public string Dataset { get; init; } = "";
    public long Series { get; init; }
    public long Areas { get; init; }
    public long Observations { get; init; }
    public string FirstDay { get; init; } = "";
    public string LastDay { get; init; } = "";
}

public sealed record AreaCoverage
{
    public string Area { get; init; } = "";
    public string Dataset { get; init; } = "";
    public long Series { get; init; }
}
