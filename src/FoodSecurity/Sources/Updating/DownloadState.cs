using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Sources.Updating;

/// <summary>What is known of one publisher's address. Times are UTC, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
public sealed record DownloadState
{
    /// <summary>The file cannot be had.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The file came and cannot be loaded.</summary>
    public const string Unusable = "unusable";

    public string Address { get; init; } = "";
    public string Dataset { get; init; } = "";
    public string? ETag { get; init; }
    public string? LastModified { get; init; }

    /// <summary>Hash of the file that was loaded last.</summary>
    public string? Sha256 { get; init; }
    public string? LastChecked { get; init; }

    /// <summary>The last time the address answered with a file that is loaded, or said that it is unchanged.</summary>
    public string? LastSuccess { get; init; }

    /// <summary>The first failure since then; null where the last try went well.</summary>
    public string? FailingSince { get; init; }

    /// <summary><see cref="Unreachable"/>, <see cref="Unusable"/>, or null where the last try went well.</summary>
    public string? Failure { get; init; }
    public string? Error { get; init; }

    internal DownloadState Succeeded(DateTimeOffset now) =>
        this with
        {
            LastChecked = Time(now),
            LastSuccess = Time(now),
            FailingSince = null,
            Failure = null,
            Error = null,
        };

    internal DownloadState Failed(DateTimeOffset now, string failure, string error) =>
        this with
        {
            LastChecked = Time(now),
            FailingSince = FailingSince ?? Time(now),
            Failure = failure,
            Error = error,
        };

    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

/// <summary>The states of all addresses, in the database.</summary>
public static class DownloadStates
{
    // one row per address that was ever asked
    public static IReadOnlyList<DownloadState> All(DbConnection connection) =>
        connection.Rows<DownloadState>(
            """
            select address as Address, dataset as Dataset, etag as ETag, last_modified as LastModified, sha256 as Sha256, last_checked as LastChecked,
              last_success as LastSuccess, failing_since as FailingSince, failure as Failure, error as Error
            from download_state order by dataset, address
            """
        );

    internal static void Save(DbConnection connection, DownloadState state, DbTransaction transaction) =>
        connection.Run(
            """
            insert into download_state (address, dataset, etag, last_modified, sha256, last_checked, last_success, failing_since, failure, error)
            values (@Address, @Dataset, @ETag, @LastModified, @Sha256, @LastChecked, @LastSuccess, @FailingSince, @Failure, @Error)
            on conflict (address) do update set dataset = excluded.dataset, etag = excluded.etag, last_modified = excluded.last_modified, sha256 = excluded.sha256,
              last_checked = excluded.last_checked, last_success = excluded.last_success, failing_since = excluded.failing_since, failure = excluded.failure,
              error = excluded.error
            """,
            state,
            transaction
        );
}
