using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations;

/// <summary>
/// Writes one release, all or nothing: rows go in inside one transaction, and only <see cref="Commit"/> makes them visible.
/// Disposing without committing leaves the database exactly as it was. Readers are never blocked.
/// </summary>
public sealed class ReleaseWriter : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly ReleaseDraft _draft;
    private readonly ObservationInsert _insert;
    private readonly KeyIds _ids;
    private readonly bool _fresh;
    private readonly List<string> _warnings = [];
    private long _rows;
    private long _repeated;
    private long _conflicts;
    private bool _done;

    private ReleaseWriter(DbConnection connection, ReleaseDraft draft)
    {
        _connection = connection;
        _draft = draft;
        _transaction = connection.BeginTransaction();
        ReleaseId = (connection.One<long?>("select max(id) from release", transaction: _transaction) ?? 0) + 1;
        _fresh = connection.One<long?>(
            "select o.series_id from series s join observation o on o.series_id = s.id where s.dataset = @Dataset limit 1", new { draft.Dataset }, _transaction) is null;
        if (!_fresh)
        {
            connection.Run(ReleaseMerge.CreateStaging, transaction: _transaction);
        }

        _ids = new KeyIds(connection, _transaction);
        _insert = new ObservationInsert(connection, _transaction, _fresh ? "observation" : "incoming", ReleaseId);
    }

    public long ReleaseId { get; }

    /// <summary>Begins a release; waits for another loader's transaction for as long as the connection's time-out allows.</summary>
    public static ReleaseWriter Begin(Store store, ReleaseDraft draft)
    {
        var connection = store.OpenWriter();
        try
        {
            return new ReleaseWriter(connection, draft);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The id of a release that was loaded from the very same file before and not withdrawn, or null.</summary>
    public static long? FindLoaded(DbConnection connection, string dataset, string loadedSha256) =>
        connection.One<long?>("select id from release where dataset = @dataset and loaded_sha256 = @loadedSha256 and withdrawn_at is null", new { dataset, loadedSha256 });

    /// <summary>
    /// Adds one row. A repeat of a key with the same figure is dropped and counted; with another figure the later line is kept, marked and
    /// both lines are told in the warnings, or, in our own files, it is an error.
    /// </summary>
    /// <exception cref="DataFormatException">A repeated key in a file where repeats are errors.</exception>
    public void Add(Observation row)
    {
        _rows++;
        var series = _ids.Series(row.Series);
        var period = _ids.Period(row.Period);
        if (_insert.TryInsert(series, period, row, repeated: false))
        {
            return;
        }

        var before = _insert.Find(series, period, row.Edition);
        if (_draft.RepeatsAreErrors)
        {
            throw new DataFormatException(new DataProblem(_draft.LoadedFile, row.Line, row.Column, row.ValueText,
                string.Create(CultureInfo.InvariantCulture,
                    $"each key once: {row.Series.Area}, {row.Series.Item}, {row.Series.Element}, {row.Period.Label} stands on line {before.Line} already")));
        }

        if (before.Same(row))
        {
            _repeated++;
            return;
        }

        _conflicts++;
        _insert.Replace(series, period, row);
        if (_warnings.Count < 100)
        {
            _warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"Repeated key with another value: {row.Series.Area}, {row.Series.Item}, {row.Series.Element}, {row.Period.Label}: line {before.Line} has {before.Printed ?? "no figure"}, line {row.Line} has {(row.ValueText.Length > 0 ? row.ValueText : "no figure")}; the later line is kept."));
        }
    }

    /// <summary>Something worth telling with the release.</summary>
    public void Warn(string text) => _warnings.Add(text);

    /// <summary>Sets the new rows against what is held, writes the release and makes all of it visible at once.</summary>
    /// <param name="skipped">Rows left out by the reader.</param>
    /// <param name="checks">Asked of the release before it becomes visible: its warnings are kept, its exceptions stop the load.</param>
    /// <param name="rehearse">True: do all of it and write nothing.</param>
    public LoadReport Commit(long skipped, ReleaseChecks? checks = null, bool rehearse = false)
    {
        var counts = _fresh
            ? new MergeCounts { New = _rows - _repeated - _conflicts }
            : ReleaseMerge.Run(_connection, _transaction, ReleaseId, _draft);
        if (_conflicts > 100)
        {
            _warnings.Add(string.Create(CultureInfo.InvariantCulture, $"… and {_conflicts - 100} more repeated keys with another value."));
        }

        _warnings.AddRange(checks?.Run(_connection, _transaction, ReleaseId) ?? []);
        WriteRelease(counts, skipped);
        if (!rehearse)
        {
            DataVersion.Raise(_connection, _transaction);
            _transaction.Commit();
            _done = true;
        }

        return new LoadReport
        {
            Dataset = _draft.Dataset, FileName = _draft.FileName, Format = _draft.Format, ReleaseId = rehearse ? 0 : ReleaseId, RowsRead = _rows,
            New = counts.New, Changed = counts.Changed, Unchanged = counts.Unchanged, Vanished = counts.Vanished, Older = counts.Older,
            Repeated = _repeated, Skipped = skipped, Warnings = _warnings,
        };
    }

    /// <summary>Adds the events of a release; they share its transaction.</summary>
    public void Add(AreaEvent row)
    {
        _rows++;
        _connection.Run("""
            insert into event (id, release_id, area, kind, start_on, end_on, value, lower_value, upper_value, unit, statement, source, source_address, published_on, line)
            select coalesce(max(id), 0) + 1, @ReleaseId, @Area, @Kind, @Start, @End, @Value, @Lower, @Upper, @Unit, @Text, @Source, @SourceAddress, @PublishedOn, @Line from event
            """, new { ReleaseId, row.Area, row.Kind, row.Start, row.End, row.Value, row.Lower, row.Upper, row.Unit, row.Text, row.Source, row.SourceAddress, row.PublishedOn, row.Line }, _transaction);
    }

    /// <summary>Takes out the events of earlier releases of the dataset: an event file is whole.</summary>
    public void ClearEvents() =>
        _connection.Run("delete from event where release_id in (select id from release where dataset = @Dataset)", new { _draft.Dataset }, _transaction);

    public void Dispose()
    {
        _insert.Dispose();
        if (!_done)
        {
            _transaction.Rollback();
        }

        _transaction.Dispose();
        _connection.Dispose();
    }

    private void WriteRelease(MergeCounts counts, long skipped)
    {
        _connection.Run("""
            insert into release (id, dataset, title, format, file_name, sha256, size_bytes, loaded_file, loaded_sha256, publisher_address, obtained_from,
              released_on, retrieved_on, licence, selection, coverage, loaded_at, rows_read, new_count, changed_count, unchanged_count, vanished_count,
              older_count, repeated_count, skipped_count)
            values (@id, @Dataset, @Title, @Format, @FileName, @Sha256, @Size, @LoadedFile, @LoadedSha256, @PublisherAddress, @ObtainedFrom,
              @ReleasedOn, @RetrievedOn, @Licence, @Selection, @coverage, @at, @rows, @New, @Changed, @Unchanged, @Vanished, @Older, @repeated, @skipped)
            """, new
        {
            id = ReleaseId, _draft.Dataset, _draft.Title, _draft.Format, _draft.FileName, _draft.Sha256, _draft.Size, _draft.LoadedFile, _draft.LoadedSha256,
            _draft.PublisherAddress, _draft.ObtainedFrom, _draft.ReleasedOn, _draft.RetrievedOn, _draft.Licence, _draft.Selection, coverage = (int)_draft.Coverage,
            at = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), rows = _rows,
            counts.New, counts.Changed, counts.Unchanged, counts.Vanished, counts.Older, repeated = _repeated, skipped,
        }, _transaction);
        for (var i = 0; i < _warnings.Count; i++)
        {
            _connection.Run("insert into release_warning (release_id, number, text) values (@ReleaseId, @number, @text)",
                new { ReleaseId, number = i + 1, text = _warnings[i] }, _transaction);
        }
    }
}
