using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Releases;

/// <summary>What taking a release back did.</summary>
public sealed record WithdrawalReport
{
    public required long ReleaseId { get; init; }
    public required string Dataset { get; init; }

    /// <summary>Figures that were current and are so no longer.</summary>
    public long Removed { get; init; }

    /// <summary>Of these, how many have the figure of another release in their place again.</summary>
    public long Restored { get; init; }
    public long Events { get; init; }

    /// <summary>
    /// Releases loaded later that found figures unchanged. What they only confirmed is not kept twice: where it was a figure of the release taken
    /// back, an earlier one may stand now, until the file is taken back and loaded again.
    /// </summary>
    public IReadOnlyList<long> Confirming { get; init; } = [];
}

/// <summary>A release cannot be taken back; the message says why and is fit to be shown.</summary>
public sealed class WithdrawalException(string message) : Exception(message);

/// <summary>
/// Takes a release back, all or nothing: no figure of it stays, current or superseded, and for each of its keys the other releases' figures
/// are set against each other anew in the order they were loaded, as if this one had never been. The release stays in the list, marked with
/// when, by whom and why; its file may be loaded again.
/// </summary>
public static class ReleaseWithdrawal
{
    private const string Columns = """
        series_id, period_id, edition, value, value_text, bound, lower_value, upper_value, status, flag, marks, release_id, member, line, column_name,
        published_on, row_source, row_source_address, note
        """;

    private const string Keys = "(series_id, period_id, edition) in (select series_id, period_id, edition from withdrawn_key)";

    /// <param name="store">Where.</param>
    /// <param name="releaseId">Which.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="because">Why, in words; kept with the release.</param>
    /// <param name="alongside">What else belongs to the same transaction: the book of changes.</param>
    /// <exception cref="WithdrawalException">No such release, withdrawn before, no reason given, or an event file that replaced another.</exception>
    public static WithdrawalReport Run(
        Store store,
        long releaseId,
        string by,
        string because,
        Action<DbConnection, DbTransaction>? alongside = null
    )
    {
        if (string.IsNullOrWhiteSpace(because))
        {
            throw new WithdrawalException("Say why the release is withdrawn: the reason is shown with it.");
        }

        using var connection = store.OpenWriter();
        using var transaction = connection.BeginWriting();
        var dataset = Check(connection, transaction, releaseId);
        var report = TakeOut(connection, transaction, releaseId, dataset);
        connection.Run(
            """
            update release set withdrawn_at = @now, withdrawn_by = @by, withdrawn_because = @because where id = @releaseId
            """,
            new
            {
                now = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                by,
                because = because.Trim(),
                releaseId,
            },
            transaction
        );
        alongside?.Invoke(connection, transaction);
        DataVersion.Raise(connection, transaction);
        transaction.Commit();
        return report;
    }

    private static string Check(DbConnection connection, DbTransaction transaction, long releaseId)
    {
        // one row: the release
        var row = connection.One<WithdrawnRow>(
            "select dataset as Dataset, withdrawn_at as WithdrawnAt from release where id = @releaseId",
            new { releaseId },
            transaction
        ) ?? throw new WithdrawalException(string.Create(CultureInfo.InvariantCulture, $"No release {releaseId} is loaded."));
        if (row.WithdrawnAt is { } at)
        {
            throw new WithdrawalException(
                string.Create(CultureInfo.InvariantCulture, $"Release {releaseId} was withdrawn on {at[..10]} already.")
            );
        }

        // An event file takes the place of the one before it, whose events are not kept: there is nothing to go back to.
        var before = connection.One<long?>(
            """
            select max(r.id) from release r where r.dataset = @Dataset and r.id < @releaseId and r.withdrawn_at is null
              and exists (select 1 from event e where e.release_id = @releaseId)
            """,
            new { row.Dataset, releaseId },
            transaction
        );
        return before is null
            ? row.Dataset
            : throw new WithdrawalException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Release {releaseId} is a file of events that took the place of release {before}, whose events are not kept. Withdraw release {before}, then load its file again."
                )
            );
    }

    private static WithdrawalReport TakeOut(DbConnection connection, DbTransaction transaction, long releaseId, string dataset)
    {
        var id = releaseId.ToString(CultureInfo.InvariantCulture);
        Drop();
        // A table made from a query keeps the columns' types and collations on every engine; such a statement takes no parameters on PostgreSQL.
        Run(
            $"""
            create temp table withdrawn_key as
            select row_number() over (order by series_id, period_id, edition) as number, series_id, period_id, edition from (
              select series_id, period_id, edition from observation_history where release_id = {id} or replaced_by = {id}
              union
              select o.series_id, o.period_id, o.edition from observation o
              where o.series_id in (select series_id from release_series where release_id = {id}) and o.release_id = {id} and exists (
                select 1 from observation_history h where h.series_id = o.series_id and h.period_id = o.period_id and h.edition = o.edition)) as touched
            """
        );
        Run(
            $"""
            create temp table withdrawn_row as
            select k.number, {Prefixed("o.")}, 0 as replaced_by from withdrawn_key k
            join observation o on o.series_id = k.series_id and o.period_id = k.period_id and o.edition = k.edition
            union all
            select k.number, {Prefixed("o.")}, o.replaced_by from withdrawn_key k
            join observation_history o on o.series_id = k.series_id and o.period_id = k.period_id and o.edition = k.edition
            """
        );
        Run("create temp table withdrawn_place (number bigint not null, release_id bigint not null, replaced_by bigint not null)");
        var restored = ReleaseReplay.Run(connection, transaction, releaseId);

        var removed = connection.Run(
            "delete from observation where series_id in (select series_id from release_series where release_id = @releaseId) and release_id = @releaseId",
            new { releaseId },
            transaction
        );
        Run($"delete from observation where {Keys}");
        Run($"delete from observation_history where {Keys}");
        Run(
            $"""
            insert into observation ({Columns}) select {Prefixed("r.")} from withdrawn_row r
            join withdrawn_place p on p.number = r.number and p.release_id = r.release_id where p.replaced_by = 0
            """
        );
        Run(
            $"""
            insert into observation_history ({Columns}, replaced_by) select {Prefixed("r.")}, p.replaced_by from withdrawn_row r
            join withdrawn_place p on p.number = r.number and p.release_id = r.release_id where p.replaced_by <> 0
            """
        );
        connection.Run("delete from release_series where release_id = @releaseId", new { releaseId }, transaction);
        var events = connection.Run("delete from event where release_id = @releaseId", new { releaseId }, transaction);
        connection.Run(
            """
            delete from series where dataset = @dataset and not exists (select 1 from observation o where o.series_id = series.id)
              and not exists (select 1 from observation_history h where h.series_id = series.id)
            """,
            new { dataset },
            transaction
        );
        Drop();

        // one row per later release that found figures unchanged
        var confirming = connection.Rows<long>(
            "select id from release where dataset = @dataset and id > @releaseId and withdrawn_at is null and unchanged_count > 0 order by id",
            new { dataset, releaseId },
            transaction
        );
        return new WithdrawalReport
        {
            ReleaseId = releaseId,
            Dataset = dataset,
            Removed = removed,
            Restored = restored,
            Events = events,
            Confirming = removed > 0 ? confirming : [],
        };

        void Run(string sql) => connection.Run(sql, transaction: transaction);

        void Drop()
        {
            Run("drop table if exists withdrawn_key");
            Run("drop table if exists withdrawn_row");
            Run("drop table if exists withdrawn_place");
        }
    }

    private static string Prefixed(string prefix) =>
        prefix + string.Join(", " + prefix, Columns.Split(',', StringSplitOptions.TrimEntries));

    private sealed record WithdrawnRow
    {
        public string Dataset { get; init; } = "";
        public string? WithdrawnAt { get; init; }
    }
}
