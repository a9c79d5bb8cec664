using System.Data.Common;
using System.Globalization;
using System.Text;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Releases;

/// <summary>
/// Sets the figures of the keys a withdrawn release touched against each other again, in the order their releases were loaded and by the rule
/// of loading: a figure goes to the history where the one held is known to be newer, else it takes its place; a whole release that lacks a key
/// makes it vanish, also for older releases that come after it. No figure of another release is lost, also where it repeats the one before it.
/// </summary>
internal sealed class ReleaseReplay
{
    private const int Chunk = 500;

    private readonly long _withdrawn;
    private readonly Dictionary<long, string> _released;
    private readonly ILookup<long, long> _whole;
    private readonly List<FigureRow> _places = [];

    private ReleaseReplay(DbConnection connection, DbTransaction transaction, long withdrawn)
    {
        _withdrawn = withdrawn;
        // one row per release
        _released = connection
            .Rows<ReleasedRow>("select id as Id, released_on as ReleasedOn from release", transaction: transaction)
            .ToDictionary(r => r.Id, r => Day(r.ReleasedOn));
        // one row per series touched and whole release that has a figure in it
        _whole = connection
            .Rows<WholeRow>(
                $"""
                select f.series_id as Series, f.release_id as Release from (
                  select series_id, release_id from observation where series_id in (select series_id from withdrawn_key)
                  union select series_id, release_id from observation_history where series_id in (select series_id from withdrawn_key)) as f
                join release r on r.id = f.release_id where r.coverage = {(int)ReleaseCoverage.Whole}
                """,
                transaction: transaction
            )
            .ToLookup(r => r.Series, r => r.Release);
    }

    /// <summary>Fills withdrawn_place from withdrawn_row: for each figure that stays, the release that replaced it, 0 where it is current.</summary>
    /// <returns>How many keys whose current figure was the withdrawn one have a current figure again.</returns>
    public static long Run(DbConnection connection, DbTransaction transaction, long withdrawn)
    {
        var replay = new ReleaseReplay(connection, transaction, withdrawn);
        // one row per figure of the keys, in order of key and loading
        var rows = connection.Rows<FigureRow>(
            """
            select number as Number, series_id as Series, release_id as Release, replaced_by as ReplacedBy, published_on as PublishedOn
            from withdrawn_row order by number, release_id
            """,
            transaction: transaction
        );
        var restored = 0L;
        for (var start = 0; start < rows.Count; )
        {
            var end = start + 1;
            while (end < rows.Count && rows[end].Number == rows[start].Number)
            {
                end++;
            }

            restored += replay.Settle([.. Enumerable.Range(start, end - start).Select(i => rows[i])]) ? 1 : 0;
            start = end;
        }

        foreach (var chunk in replay._places.Chunk(Chunk))
        {
            var values = new StringBuilder("insert into withdrawn_place (number, release_id, replaced_by) values ");
            values.AppendJoin(
                ", ",
                chunk.Select(p => string.Create(CultureInfo.InvariantCulture, $"({p.Number}, {p.Release}, {p.ReplacedBy})"))
            );
            connection.Run(values.ToString(), transaction: transaction);
        }

        return restored;
    }

    /// <summary>One key: what happened to it, and what would have happened without the withdrawn release.</summary>
    private bool Settle(IReadOnlyList<FigureRow> figures)
    {
        var brought = figures.ToDictionary(f => f.Release);
        var vanishing = figures.Select(f => f.ReplacedBy).Where(r => r > 0 && !brought.ContainsKey(r)).ToHashSet();
        var silent = _whole[figures[0].Series].Where(r => !brought.ContainsKey(r) && !vanishing.Contains(r)).ToHashSet();
        FigureRow? held = null,
            place = null;
        var lacking = new List<long>();
        foreach (var release in brought.Keys.Concat(vanishing).Concat(silent).Order())
        {
            if (brought.TryGetValue(release, out var figure))
            {
                held = (held is not null && IsNewer(held.Release, release)) || lacking.Exists(l => IsNewer(l, release)) ? held : figure;
                place = release == _withdrawn ? place : Put(place, figure, lacking.FindLast(l => l != _withdrawn && IsNewer(l, release)));
            }
            else if (vanishing.Contains(release) || Lacked(held, release))
            {
                lacking.Add(release);
                held = held is not null && IsNewer(held.Release, release) ? held : null;
                place = release == _withdrawn ? place : Vanish(place, release);
            }
        }

        return place is not null && brought.TryGetValue(_withdrawn, out var gone) && gone.ReplacedBy == 0;
    }

    /// <summary>
    /// Whether a whole release that left no trace on a key lacked it. With nothing held, a figure of it would have been new; where the withdrawn
    /// figure was held and newer, a figure of it would have gone to the history. Else it said the same as what was held.
    /// </summary>
    private bool Lacked(FigureRow? held, long release) =>
        held is null || (held.Release == _withdrawn && held.PublishedOn is null && IsNewer(held.Release, release));

    /// <param name="current">What is held.</param>
    /// <param name="figure">What a release brings.</param>
    /// <param name="lackedBy">A newer whole release, loaded before, that does not print this key: what it dropped does not come back. 0: none.</param>
    private FigureRow? Put(FigureRow? current, FigureRow figure, long lackedBy)
    {
        var place = new FigureRow { Number = figure.Number, Release = figure.Release };
        _places.Add(place);
        if (current is not null && IsNewer(current.Release, place.Release))
        {
            place.ReplacedBy = current.Release;
            return current;
        }

        if (lackedBy != 0)
        {
            place.ReplacedBy = lackedBy;
            return current;
        }

        current?.ReplacedBy = place.Release;
        return place;
    }

    private FigureRow? Vanish(FigureRow? current, long release)
    {
        if (current is null || IsNewer(current.Release, release))
        {
            return current;
        }

        current.ReplacedBy = release;
        return null;
    }

    private bool IsNewer(long held, long incoming) =>
        _released.GetValueOrDefault(held, "") is { Length: > 0 } heldOn
        && _released.GetValueOrDefault(incoming, "") is { Length: > 0 } incomingOn
        && string.CompareOrdinal(heldOn, incomingOn) > 0;

    /// <summary>As loading compares days: what is not stated of a day is written as 99.</summary>
    private static string Day(string? releasedOn) => string.IsNullOrEmpty(releasedOn) ? "" : (releasedOn + "-99-99")[..10];

    private sealed record ReleasedRow
    {
        public long Id { get; init; }
        public string? ReleasedOn { get; init; }
    }

    private sealed record WholeRow
    {
        public long Series { get; init; }
        public long Release { get; init; }
    }

    private sealed class FigureRow
    {
        public long Number { get; init; }
        public long Series { get; init; }
        public long Release { get; init; }
        public long ReplacedBy { get; set; }
        public string? PublishedOn { get; init; }
    }
}
