using System.Data.Common;
using FoodSecurity.Database;

namespace FoodSecurity.Sources.Updating;

/// <summary>
/// The right to update, held by one program at a time through a row of the database. It lapses by itself, so that a program that dies does not hold it for ever;
/// it is renewed before every file and every load, and must outlast the longest of them.
/// </summary>
public sealed class UpdateLease : IDisposable
{
    private const string Name = "update";

    /// <summary>A load holds the database's one writing transaction, during which the lease cannot be renewed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly Store _store;
    private readonly TimeProvider _time;
    private readonly string _holder;
    private bool _finished;

    private UpdateLease(Store store, TimeProvider time, string holder)
    {
        _store = store;
        _time = time;
        _holder = holder;
    }

    /// <summary>Takes the lease.</summary>
    /// <exception cref="UpdateRunningException">Another holds it.</exception>
    public static UpdateLease Take(Store store, TimeProvider time)
    {
        var holder = $"{Environment.MachineName}, process {Environment.ProcessId}, {Guid.NewGuid():N}";
        var now = time.GetUtcNow();
        using var connection = store.OpenWriter();
        var taken = connection.Run(
            """
            insert into update_lease (name, holder, held_until) values (@Name, @holder, @until)
            on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until where update_lease.held_until < @now
            """,
            new
            {
                Name,
                holder,
                until = DownloadState.Time(now + Lasts),
                now = DownloadState.Time(now),
            }
        );
        return taken == 1 ? new UpdateLease(store, time, holder) : throw new UpdateRunningException(Read(connection));
    }

    /// <summary>When the last update that went through ended, UTC; null where there was none.</summary>
    public static string? LastFinished(DbConnection connection) => Read(connection)?.FinishedAt;

    /// <exception cref="UpdateRunningException">It had lapsed and another took it.</exception>
    internal void Renew()
    {
        using var connection = _store.OpenWriter();
        if (
            connection.Run(
                "update update_lease set held_until = @until where name = @Name and holder = @_holder",
                new
                {
                    Name,
                    _holder,
                    until = DownloadState.Time(_time.GetUtcNow() + Lasts),
                }
            ) == 0
        )
        {
            throw new UpdateRunningException(Read(connection));
        }
    }

    /// <summary>Notes that the update went through to its end.</summary>
    internal void Finish() => _finished = true;

    public void Dispose()
    {
        using var connection = _store.OpenWriter();
        connection.Run(
            "update update_lease set held_until = '', finished_at = coalesce(@finished, finished_at) where name = @Name and holder = @_holder",
            new
            {
                Name,
                _holder,
                finished = _finished ? DownloadState.Time(_time.GetUtcNow()) : null,
            }
        );
    }

    private static LeaseRow? Read(DbConnection connection) =>
        connection.One<LeaseRow>(
            "select holder as Holder, held_until as HeldUntil, finished_at as FinishedAt from update_lease where name = @Name",
            new { Name }
        );

    internal sealed record LeaseRow
    {
        public string Holder { get; init; } = "";
        public string HeldUntil { get; init; } = "";
        public string? FinishedAt { get; init; }
    }
}

/// <summary>Another update is running; nothing was asked.</summary>
public sealed class UpdateRunningException : Exception
{
    internal UpdateRunningException(UpdateLease.LeaseRow? other)
        : base(
            $"Another update is running ({other?.Holder ?? "it has just ended"}); if it is not, it is forgotten at {other?.HeldUntil}. Nothing was asked."
        ) { }
}
