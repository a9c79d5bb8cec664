using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations.Checks;

namespace FoodSecurity.Observations.Releases;

/// <summary>
/// Writes one release, all or nothing: rows go in inside one transaction, and only <see cref="Commit"/> makes them visible.
/// Disposing without committing leaves the database exactly as it was. Readers are never blocked.
/// </summary>
public sealed class ReleaseWriter : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly ReleaseDraft _draft;
    private readonly ObservationRows _out;
    private readonly RepeatedKeys _repeats;
    private readonly SeenKeys _seen = new();
    private readonly KeyIds _ids;
    private readonly bool _fresh;
    private readonly HeldCells? _held;
    private readonly List<string> _warnings = [];
    private long _rows;

    private ReleaseWriter(DbConnection connection, ReleaseDraft draft)
    {
        _connection = connection;
        _draft = draft;
        Dialects.Of(connection).PrepareLoad(connection);
        _transaction = connection.BeginWriting();
        ReleaseId = (connection.One<long?>("select max(id) from release", transaction: _transaction) ?? 0) + 1;
        LoadedAs = FindLoaded(connection, draft.Dataset, draft.LoadedSha256, _transaction);
        _fresh =
            connection.One<long?>(
                "select o.series_id from series s join observation o on o.series_id = s.id where s.dataset = @Dataset limit 1",
                new { draft.Dataset },
                _transaction
            )
                is null;
        if (!_fresh)
        {
            ReleaseMerge.CreateStaging(connection, _transaction);
            if (
                !ReleaseMerge.IsLate(connection, _transaction, draft)
                && Dialects.Of(connection).OpenLookup(connection, HeldCells.Question) is { } lookup
            )
            {
                _held = new HeldCells(lookup);
            }
        }

        _ids = new KeyIds(connection, _transaction, draft.Dataset);
        _out = new ObservationRows(connection, _fresh ? "observation" : ReleaseMerge.Staging, ReleaseId);
        _repeats = new RepeatedKeys(connection, _transaction, draft);
    }

    public long ReleaseId { get; }

    /// <summary>The release that another program loaded from the very same file while this one waited for its turn; null where none did.</summary>
    public long? LoadedAs { get; }

    /// <summary>Begins a release; waits for another loader's transaction for as long as the store's patience lasts.</summary>
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
    public static long? FindLoaded(DbConnection connection, string dataset, string loadedSha256, DbTransaction? transaction = null) =>
        connection.One<long?>(
            "select id from release where dataset = @dataset and loaded_sha256 = @loadedSha256 and withdrawn_at is null",
            new { dataset, loadedSha256 },
            transaction
        );

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
        if (_seen.Add(series, period, row.Edition, row.Line, out var before))
        {
            if (_held?.Holds(series, period, row) != true)
            {
                _out.Add(series, period, row);
            }

            return;
        }

        _repeats.Add(series, period, row, before);
        if (_repeats.Many)
        {
            SettleRepeats();
        }
    }

    /// <summary>Something worth telling with the release.</summary>
    public void Warn(string text) => _warnings.Add(text);

    /// <summary>Sets the new rows against what is held, writes the release and makes all of it visible at once.</summary>
    /// <param name="skipped">Rows left out by the reader.</param>
    /// <param name="checks">Asked of the release before it becomes visible: its warnings are kept, its exceptions stop the load.</param>
    /// <param name="rehearse">True: do all of it and write nothing.</param>
    /// <param name="alongside">What else belongs to the same transaction: the book of changes.</param>
    public LoadReport Commit(
        long skipped,
        ReleaseChecks? checks = null,
        bool rehearse = false,
        Action<DbConnection, DbTransaction, LoadReport>? alongside = null
    )
    {
        SettleRepeats();
        _out.Rest();
        _ids.Write();
        var counts = _fresh
            ? new MergeCounts { New = _rows - _repeats.Dropped - _repeats.Conflicts }
            : ReleaseMerge.Run(_connection, _transaction, ReleaseId, _draft, _held?.Missing(_seen));
        counts = counts with { Unchanged = counts.Unchanged + (_held?.Unchanged ?? 0) };
        _warnings.AddRange(_repeats.Warnings);
        _warnings.AddRange(checks?.Run(_connection, _transaction, ReleaseId, _fresh) ?? []);
        WriteRelease(counts, skipped);
        WriteSeries();
        var report = new LoadReport
        {
            Dataset = _draft.Dataset,
            FileName = _draft.FileName,
            Format = _draft.Format,
            ReleaseId = rehearse ? 0 : ReleaseId,
            RowsRead = _rows,
            New = counts.New,
            Changed = counts.Changed,
            Unchanged = counts.Unchanged,
            Vanished = counts.Vanished,
            Older = counts.Older,
            Repeated = _repeats.Dropped,
            Skipped = skipped,
            Warnings = _warnings,
        };
        if (!rehearse)
        {
            alongside?.Invoke(_connection, _transaction, report);
            DataVersion.Raise(_connection, _transaction);
            _transaction.Commit();
            Dialects.Of(_connection).AfterLoad(_connection, counts.New + counts.Changed + counts.Vanished + counts.Older);
        }

        return report;
    }

    /// <summary>Adds the events of a release; they share its transaction.</summary>
    public void Add(AreaEvent row)
    {
        _rows++;
        _connection.Run(
            """
            insert into event (id, release_id, area, kind, start_on, end_on, value, lower_value, upper_value, unit, statement, source, source_address, published_on, line)
            select coalesce(max(id), 0) + 1, @ReleaseId, @Area, @Kind, @Start, @End, @Value, @Lower, @Upper, @Unit, @Text, @Source, @SourceAddress, @PublishedOn, @Line from event
            """,
            new
            {
                ReleaseId,
                row.Area,
                row.Kind,
                row.Start,
                row.End,
                row.Value,
                row.Lower,
                row.Upper,
                row.Unit,
                row.Text,
                row.Source,
                row.SourceAddress,
                row.PublishedOn,
                row.Line,
            },
            _transaction
        );
    }

    /// <summary>Takes out the events of earlier releases of the dataset: an event file is whole.</summary>
    public void ClearEvents() =>
        _connection.Run(
            "delete from event where release_id in (select id from release where dataset = @Dataset)",
            new { _draft.Dataset },
            _transaction
        );

    public void Dispose()
    {
        // Disposing an open transaction rolls it back, and tells nothing that would hide the error that brought us here.
        _out.Dispose();
        _held?.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void SettleRepeats()
    {
        var reopened = _repeats.Settle(_out);
        _held?.Reopen(reopened);
    }

    /// <summary>The series the release touched: what it changed is found through them.</summary>
    private void WriteSeries()
    {
        using var rows = Dialects.Of(_connection).OpenRows(_connection, "release_series", ["release_id", "series_id"]);
        foreach (var series in _seen.Series.Order())
        {
            rows.Write(ReleaseId);
            rows.Write(series);
            rows.EndRow();
        }

        rows.Rest();
    }

    private void WriteRelease(MergeCounts counts, long skipped)
    {
        _connection.Run(
            """
            insert into release (id, dataset, title, format, file_name, sha256, size_bytes, loaded_file, loaded_sha256, publisher_address, obtained_from,
              released_on, retrieved_on, licence, selection, coverage, loaded_at, rows_read, new_count, changed_count, unchanged_count, vanished_count,
              older_count, repeated_count, skipped_count)
            values (@id, @Dataset, @Title, @Format, @FileName, @Sha256, @Size, @LoadedFile, @LoadedSha256, @PublisherAddress, @ObtainedFrom,
              @ReleasedOn, @RetrievedOn, @Licence, @Selection, @coverage, @at, @rows, @New, @Changed, @Unchanged, @Vanished, @Older, @repeated, @skipped)
            """,
            new
            {
                id = ReleaseId,
                _draft.Dataset,
                _draft.Title,
                _draft.Format,
                _draft.FileName,
                _draft.Sha256,
                _draft.Size,
                _draft.LoadedFile,
                _draft.LoadedSha256,
                _draft.PublisherAddress,
                _draft.ObtainedFrom,
                _draft.ReleasedOn,
                _draft.RetrievedOn,
                _draft.Licence,
                _draft.Selection,
                coverage = (int)_draft.Coverage,
                at = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                rows = _rows,
                counts.New,
                counts.Changed,
                counts.Unchanged,
                counts.Vanished,
                counts.Older,
                repeated = _repeats.Dropped,
                skipped,
            },
            _transaction
        );
        for (var i = 0; i < _warnings.Count; i++)
        {
            _connection.Run(
                "insert into release_warning (release_id, number, text) values (@ReleaseId, @number, @text)",
                new
                {
                    ReleaseId,
                    number = i + 1,
                    text = _warnings[i],
                },
                _transaction
            );
        }
    }
}
