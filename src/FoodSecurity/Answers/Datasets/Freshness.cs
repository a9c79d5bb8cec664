using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Updating;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Datasets;

/// <summary>How fresh a dataset is by its own calendar, and whether its publisher can be reached.</summary>
public sealed record Freshness
{
    /// <summary>Day of the newest release that is loaded, its last one where only month or year is known; null where no release is dated.</summary>
    public DateOnly? Newest { get; init; }

    /// <summary>The day by which a newer one was to be expected; null where no calendar is known or no release is dated.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Null where it is not overdue, or where that cannot be told.</summary>
    public DateOnly? StaleSince { get; init; }

    public bool HasCalendar { get; init; }

    /// <summary>One row per address of the dataset that was ever asked.</summary>
    public IReadOnlyList<DownloadState> Addresses { get; init; } = [];

    /// <summary>The last time any of the dataset's addresses was asked, UTC; null where none ever was.</summary>
    public string? LastChecked => Addresses.Max(a => a.LastChecked);

    public IEnumerable<DownloadState> Failing => Addresses.Where(a => a.FailingSince is not null);

    /// <summary>"stale since 14 December 2025", "a new release is expected by …", "no calendar known".</summary>
    public string Sentence(Texts t) =>
        StaleSince is { } since ? t["source.stale", Dates.Long(since)]
        : !HasCalendar ? t["source.no-calendar"]
        : Due is { } due ? t["source.fresh", Dates.Long(due)]
        : t["source.no-date"];

    /// <summary>"unreachable since 3 May 2026: …" for each address that fails.</summary>
    public IReadOnlyList<string> Failures(Texts t) =>
        [
            .. Failing.Select(f =>
                t[
                    f.Failure == DownloadState.Unusable ? "source.unusable" : "source.unreachable",
                    Dates.Long(f.FailingSince![..10]),
                    f.Address,
                    f.Error ?? ""
                ]
            ),
        ];
}

/// <summary>Freshness of the datasets, by their calendar in <c>seeds/datasets.csv</c>.</summary>
public static class FreshnessAnswer
{
    /// <summary>Freshness of each source on a day.</summary>
    public static IReadOnlyDictionary<string, Freshness> Of(Archive archive, IEnumerable<SourceView> sources, DateOnly today)
    {
        using var connection = archive.Read();
        var states = DownloadStates.All(connection).ToLookup(s => s.Dataset);
        return sources.ToDictionary(s => s.Dataset.Code, s => Of(s, [.. states[s.Dataset.Code]], today));
    }

    /// <summary>The day of the newest release counts: released where known, else retrieved. A month or year stands for its last day, in the publisher's favour.</summary>
    internal static Freshness Of(SourceView source, IReadOnlyList<DownloadState> states, DateOnly today)
    {
        var newest = source.Releases.Max(r => PartialDate.End(r.Release.ReleasedOn ?? r.Release.RetrievedOn));
        var due = newest is { } day && source.Dataset.ExpectedEveryMonths is { } months ? After(day, months) : (DateOnly?)null;
        return new Freshness
        {
            Newest = newest,
            HasCalendar = source.Dataset.ExpectedEveryMonths is not null,
            Due = due,
            StaleSince = due < today ? due : null,
            Addresses = states,
        };
    }

    /// <summary>Today, UTC, by the clock that is given.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>A time of the store, "2026-05-03T08:00:00Z", as "3 May 2026, 08:00 UTC".</summary>
    public static string Moment(string time, Texts t) =>
        DateTimeOffset.TryParse(
            time,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? t["source.moment", Dates.Long(DateOnly.FromDateTime(at.DateTime)), at.ToString("HH:mm", CultureInfo.InvariantCulture)]
            : time;

    private static DateOnly After(DateOnly day, double months)
    {
        var whole = (int)Math.Floor(months);
        return day.AddMonths(whole).AddDays((int)Math.Round((months - whole) * 30));
    }
}
