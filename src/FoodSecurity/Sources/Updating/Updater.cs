using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Fetching;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Sources.Updating;

/// <summary>
/// Brings datasets up to date: asks each address whether its file has changed, loads what has as a release, and notes what came of it. A failure is noted
/// and told; what was loaded before stays.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="words">What codes stand for.</param>
/// <param name="download">How files are fetched.</param>
/// <param name="time">Gives the day of retrieval.</param>
/// <param name="folder">Where fetched files are kept: dataset/day/file, and dataset/incoming/file until they are loaded.</param>
public sealed class Updater(Store store, Vocabulary words, Download download, TimeProvider time, string folder)
{
    private readonly KeptFiles _files = new(folder);

    /// <summary>Asks for the files of a plan, one after the other.</summary>
    /// <exception cref="UpdateRunningException">Another update is running.</exception>
    public async Task<IReadOnlyList<UpdateOutcome>> RunAsync(
        IReadOnlyList<PlannedDownload> plan,
        UpdateOptions options,
        CancellationToken cancel = default
    )
    {
        using var lease = UpdateLease.Take(store, time);
        var outcomes = new List<UpdateOutcome>();
        foreach (var planned in plan)
        {
            lease.Renew();
            options.Begins?.Invoke(planned);
            var outcome = await UpdateAsync(planned, options, lease, cancel);
            outcomes.Add(outcome);
            options.Done?.Invoke(outcome);
        }

        lease.Finish();
        return outcomes;
    }

    private async Task<UpdateOutcome> UpdateAsync(
        PlannedDownload planned,
        UpdateOptions options,
        UpdateLease lease,
        CancellationToken cancel
    )
    {
        var before = Known(planned);
        DownloadResult got;
        try
        {
            var request = new DownloadRequest(planned.Address, _files.Incoming(planned))
            {
                ETag = before.ETag,
                LastModified = before.LastModified,
            };
            got = await download.FetchAsync(request, options.Downloading, cancel);
        }
        catch (Exception wrong) when (wrong is DownloadException or IOException or UnauthorizedAccessException)
        {
            return Note(
                before.Failed(time.GetUtcNow(), DownloadState.Unreachable, (wrong as DownloadException)?.What ?? wrong.Message),
                planned,
                UpdateResult.Failed,
                wrong.Message
            );
        }

        if (got.Unchanged)
        {
            return Note(before.Succeeded(time.GetUtcNow()), planned, UpdateResult.Unchanged);
        }

        try
        {
            lease.Renew();
            var after = before.Succeeded(time.GetUtcNow()) with { ETag = got.ETag, LastModified = got.LastModified, Sha256 = got.Sha256 };
            return Load(planned, before, options) is { } report
                ? Note(after, planned, UpdateResult.Loaded, report: report)
                : Note(after, planned, UpdateResult.Unchanged);
        }
        catch (Exception wrong)
            when (wrong is DataFormatException or UnknownCodesException or IOException or UnauthorizedAccessException or DbException)
        {
            return Note(
                before.Failed(time.GetUtcNow(), DownloadState.Unusable, wrong.Message.Split('\n', 2)[0].TrimEnd()),
                planned,
                UpdateResult.Failed,
                $"{planned.Address}: the file came and cannot be loaded; it is kept as {_files.Incoming(planned)}. {wrong.Message}"
            );
        }
    }

    /// <summary>Loads a fetched file as a release; null where its data are held already.</summary>
    private LoadReport? Load(PlannedDownload planned, DownloadState before, UpdateOptions options)
    {
        if (before.LastSuccess is not null && _files.HoldsSameData(planned))
        {
            _files.Drop(planned);
            return null;
        }

        var day = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var report = FileLoader.Load(
            store,
            words,
            _files.Incoming(planned),
            new LoadOptions
            {
                Progress = options.Loading,
                SkipUnknown = options.SkipUnknown,
                AsNamed = options.AsNamed,
                By = options.By,
                Origin = new LoadOrigin(planned.Dataset, planned.Address, day),
            }
        );
        _files.Keep(planned, day);
        return report.AlreadyLoaded ? null : report;
    }

    private DownloadState Known(PlannedDownload planned)
    {
        using var connection = store.OpenReader();
        return DownloadStates.All(connection).FirstOrDefault(s => s.Address == planned.Address)
            ?? new DownloadState { Address = planned.Address, Dataset = planned.Dataset };
    }

    private UpdateOutcome Note(
        DownloadState state,
        PlannedDownload planned,
        UpdateResult result,
        string? error = null,
        LoadReport? report = null
    )
    {
        using var connection = store.OpenWriter();
        using var transaction = connection.BeginTransaction();
        DownloadStates.Save(connection, state with { Dataset = planned.Dataset }, transaction);
        // Pages show when an address was asked last: what they keep is out of date.
        DataVersion.Raise(connection, transaction);
        transaction.Commit();
        return new UpdateOutcome(planned, result, report, error);
    }
}
