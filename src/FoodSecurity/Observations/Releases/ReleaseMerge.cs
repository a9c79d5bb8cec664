using System.Data.Common;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Releases;

internal sealed record MergeCounts
{
    public long New { get; init; }
    public long Changed { get; init; }
    public long Unchanged { get; init; }
    public long Vanished { get; init; }
    public long Older { get; init; }
}

/// <summary>
/// Sets the staged rows of a release against what is held. Changed values: the old one goes to the history with the release that replaced it.
/// A release known to be older than the one that gave the held value goes straight to the history. In a whole release, what a series lacks has vanished.
/// </summary>
internal static class ReleaseMerge
{
    public const string Staging = "incoming";

    /// <summary>An empty staging table of this connection, without the index it gets when all rows are in.</summary>
    public static void CreateStaging(DbConnection connection, DbTransaction transaction) =>
        connection.Run(
            """
            drop table if exists incoming;
            create temporary table incoming (
              series_id integer not null, period_id integer not null, edition text not null, value double precision, value_text text, bound integer not null,
              lower_value double precision, upper_value double precision, status integer not null, flag text, marks integer not null, release_id integer not null,
              member text, line bigint not null, column_name text, published_on text, row_source text, row_source_address text, note text);
            drop table if exists gone;
            create temporary table gone (series_id integer not null, period_id integer not null, edition text not null);
            """,
            transaction: transaction
        );

    public static void IndexStaging(DbConnection connection, DbTransaction transaction, string table)
    {
        if (table == Staging)
        {
            connection.Run(
                "create unique index if not exists incoming_key on incoming (series_id, period_id, edition)",
                transaction: transaction
            );
        }
    }

    // A held value is newer only where both days are known; a month stands for its last day, a year for its end.
    // So that they compare as text, what is not stated of a day is written as 99.
    private const string HeldIsNewer = """
        (r.released_on is not null and @released <> '' and substr(r.released_on || '-99-99', 1, 10) > substr(@released || '-99-99', 1, 10))
        """;

    // The same figure, but said earlier than the held row tells: kept in the history, so that what was known on a day does not depend on the order of loading.
    private const string WasKnownEarlier = $"""
        ({HeldIsNewer} and substr(coalesce(o.published_on, r.released_on) || '-99-99', 1, 10) > substr(coalesce(i.published_on, @released) || '-99-99', 1, 10))
        """;

    private const string Differs = """
        (o.value is distinct from i.value or o.value_text is distinct from i.value_text or o.bound <> i.bound or o.status <> i.status
         or o.flag is distinct from i.flag or o.lower_value is distinct from i.lower_value or o.upper_value is distinct from i.upper_value)
        """;

    private static readonly string Columns = ObservationRows.ColumnList();

    /// <summary>True where a release of the dataset is known to be newer than this one.</summary>
    public static bool IsLate(DbConnection connection, DbTransaction transaction, ReleaseDraft draft) =>
        connection.One<long?>(
            $"select r.id from release r where r.dataset = @Dataset and {HeldIsNewer} limit 1",
            new { draft.Dataset, released = draft.ReleasedOn ?? "" },
            transaction
        )
            is not null;

    /// <param name="connection">Where the staged rows are.</param>
    /// <param name="transaction">The load's transaction.</param>
    /// <param name="releaseId">The release that is loaded.</param>
    /// <param name="draft">What is known of it.</param>
    /// <param name="missing">The held keys a whole release lacks, where they were found while reading; null: to be found here.</param>
    public static MergeCounts Run(
        DbConnection connection,
        DbTransaction transaction,
        long releaseId,
        ReleaseDraft draft,
        IEnumerable<(long Series, long Period, string Edition)>? missing
    )
    {
        var values = new { release = releaseId, released = draft.ReleasedOn ?? "" };
        IndexStaging(connection, transaction, Staging);
        Dialects.Of(connection).Measure(connection, transaction, Staging);
        var vanished = draft.Coverage == ReleaseCoverage.Whole ? Vanish(connection, transaction, values, missing) : 0;
        var unchanged = connection.Run(
            $"""
            delete from incoming as i where exists (
              select 1 from observation o join release r on r.id = o.release_id
              where o.series_id = i.series_id and o.period_id = i.period_id and o.edition = i.edition and not {Differs} and not {WasKnownEarlier})
            """,
            values,
            transaction
        );
        var older = connection.Run(
            $"""
            insert into observation_history ({Columns}, replaced_by)
            select {ObservationRows.ColumnList("i.")}, o.release_id
            from incoming i join observation o on o.series_id = i.series_id and o.period_id = i.period_id and o.edition = i.edition
            join release r on r.id = o.release_id where {HeldIsNewer}
            """,
            values,
            transaction
        );
        connection.Run(
            $"""
            delete from incoming as i where exists (
              select 1 from observation o join release r on r.id = o.release_id
              where o.series_id = i.series_id and o.period_id = i.period_id and o.edition = i.edition and {HeldIsNewer})
            """,
            values,
            transaction
        );
        older += SetAsideWhatVanished(connection, transaction, draft, values);
        var changed = connection.Run(
            $"""
            insert into observation_history ({Columns}, replaced_by)
            select {ObservationRows.ColumnList("o.")}, @release
            from observation o join incoming i on o.series_id = i.series_id and o.period_id = i.period_id and o.edition = i.edition
            """,
            values,
            transaction
        );
        connection.Run(
            """
            delete from observation where (series_id, period_id, edition) in (select series_id, period_id, edition from incoming)
            """,
            values,
            transaction
        );
        var inserted = connection.Run($"insert into observation ({Columns}) select {Columns} from incoming", values, transaction);
        return new MergeCounts
        {
            New = inserted - changed,
            Changed = changed,
            Unchanged = unchanged,
            Vanished = vanished,
            Older = older,
        };
    }

    /// <summary>
    /// An older release that comes after a newer whole one must not bring back what that one no longer prints: such keys go straight to the history.
    /// </summary>
    private static int SetAsideWhatVanished(DbConnection connection, DbTransaction transaction, ReleaseDraft draft, object values)
    {
        var newer = connection.One<long?>(
            $"select max(r.id) from release r where r.dataset = @Dataset and r.coverage = 1 and r.withdrawn_at is null and {HeldIsNewer}",
            new { draft.Dataset, released = draft.ReleasedOn ?? "" },
            transaction
        );
        if (newer is null)
        {
            return 0;
        }

        const string Dropped = $"""
            exists (select 1 from observation o join release r on r.id = o.release_id where o.series_id = i.series_id and r.coverage = 1 and {HeldIsNewer})
            """;
        var dropped = connection.Run(
            $"""
            insert into observation_history ({Columns}, replaced_by)
            select {ObservationRows.ColumnList("i.")}, {newer} from incoming i where {Dropped}
            """,
            values,
            transaction
        );
        connection.Run($"delete from incoming as i where {Dropped}", values, transaction);
        return dropped;
    }

    private static int Vanish(
        DbConnection connection,
        DbTransaction transaction,
        object values,
        IEnumerable<(long Series, long Period, string Edition)>? missing
    )
    {
        if (missing is null)
        {
            connection.Run(
                """
                insert into gone (series_id, period_id, edition)
                select o.series_id, o.period_id, o.edition from observation o
                where o.series_id in (select distinct series_id from incoming)
                and not exists (select 1 from incoming i where o.series_id = i.series_id and o.period_id = i.period_id and o.edition = i.edition)
                """,
                values,
                transaction
            );
        }
        else
        {
            WriteGone(connection, missing);
        }

        Dialects.Of(connection).Measure(connection, transaction, "gone");
        var vanished = connection.Run(
            $"""
            insert into observation_history ({Columns}, replaced_by)
            select {ObservationRows.ColumnList("o.")}, @release
            from gone g join observation o on o.series_id = g.series_id and o.period_id = g.period_id and o.edition = g.edition
            where not exists (select 1 from release r where r.id = o.release_id and {HeldIsNewer})
            """,
            values,
            transaction
        );
        connection.Run(
            $"""
            delete from observation where (series_id, period_id, edition) in (select series_id, period_id, edition from gone)
            and not exists (select 1 from release r where r.id = observation.release_id and {HeldIsNewer})
            """,
            values,
            transaction
        );
        return vanished;
    }

    private static void WriteGone(DbConnection connection, IEnumerable<(long Series, long Period, string Edition)> missing)
    {
        using var rows = Dialects.Of(connection).OpenRows(connection, "gone", ["series_id", "period_id", "edition"]);
        foreach (var (series, period, edition) in missing)
        {
            rows.Write(series);
            rows.Write(period);
            rows.Write(edition);
            rows.EndRow();
        }

        rows.Rest();
    }
}
