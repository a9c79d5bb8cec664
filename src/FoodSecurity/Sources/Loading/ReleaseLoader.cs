using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Database.Engines;
using FoodSecurity.Editors;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Checks;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Own;

namespace FoodSecurity.Sources.Loading;

/// <summary>How far a load has come; <see cref="Left"/> is null until it can be guessed.</summary>
public readonly record struct LoadProgress(string File, long Rows, double RowsPerSecond, double? Share, TimeSpan? Left);

/// <summary>What the caller wants of a load.</summary>
public sealed record LoadOptions
{
    /// <summary>Leave out rows whose codes are in no crosswalk and keep the list with the release.</summary>
    public bool SkipUnknown { get; init; }

    /// <summary>Take items that are in no crosswalk as their provider names them, and tell them with the release. Price files always do.</summary>
    public bool AsNamed { get; init; }

    /// <summary>Read and check everything, write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Keep the file itself beside the database, so that a trace can show the very line.</summary>
    public bool KeepRaw { get; init; }

    /// <summary>A mapping file: the table is one of the office's own and read as it says.</summary>
    public string? Mapping { get; init; }

    /// <summary>What the caller says of the file where it leaves something open: order of dates, meaning of commas, encoding, area, sheet.</summary>
    public ReadingChoices Reading { get; init; } = ReadingChoices.None;

    /// <summary>Called a few times a second.</summary>
    public Action<LoadProgress>? Progress { get; init; }

    /// <summary>Where the file was fetched; null where it was handed over.</summary>
    public LoadOrigin? Origin { get; init; }

    /// <summary>Who loads, for the book of changes; null: the program itself loads what it ships, which is not a change of anybody's.</summary>
    public string? By { get; init; }

    /// <summary>Writes the load into the book of changes, within the transaction that makes it visible.</summary>
    internal Action<DbConnection, DbTransaction, LoadReport>? Book =>
        By is not { } by
            ? null
            : (connection, transaction, report) =>
                AuditLog.Write(
                    connection,
                    transaction,
                    by,
                    "load",
                    string.Create(CultureInfo.InvariantCulture, $"release {report.ReleaseId}"),
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"{report.FileName}: {report.RowsRead} rows into {report.Dataset}")
                );

    /// <summary>The release with what is known of it beside its file: where it was fetched, and the licence stated for its dataset where it states none of its own.</summary>
    internal ReleaseDraft Complete(ReleaseDraft draft, Vocabulary words)
    {
        var known = Origin?.Complete(draft) ?? draft;
        return known.Licence is null && words.Datasets.GetValueOrDefault(known.Dataset)?.Licence is { Length: > 0 } stated and not "unknown"
            ? known with
            {
                Licence = stated + " (as stated for the dataset)",
            }
            : known;
    }
}

/// <summary>
/// Loads one file: recognises it by content, reads it through, and writes one release, all or nothing. Bad cells and unknown codes are gathered
/// to the end of the file, so that one run shows all of them; then nothing is written.
/// </summary>
public static class ReleaseLoader
{
    private const int ProgressEvery = 8192;

    /// <exception cref="DataFormatException">The file is not of a known format or holds bad cells.</exception>
    /// <exception cref="UnknownCodesException">Codes are in no crosswalk and <see cref="LoadOptions.SkipUnknown"/> is off.</exception>
    /// <exception cref="StoreException">Another program is loading, or the database has no room: nothing was written.</exception>
    public static LoadReport Load(Store store, Vocabulary words, SourceFile file, LoadOptions options)
    {
        try
        {
            return LoadFile(store, words, file, options);
        }
        catch (DbException wrong) when (StoreErrors.Explain(wrong) is { } told)
        {
            throw told;
        }
    }

    private static LoadReport LoadFile(Store store, Vocabulary words, SourceFile file, LoadOptions options)
    {
        var clock = Stopwatch.StartNew();
        var reader = options.Mapping is { } mapping ? new OwnReader(OwnMapping.Read(mapping)) : SourceCatalog.Recognise(file);
        var context = new ReadContext(words, file.Name) { AsNamed = options.AsNamed };

        // The first rows are read while the file's hash, which the description states, is still worked out.
        using var feed = new RowFeed(reader.Read(file, context));
        var draft = options.Complete(reader.Describe(file), words);
        if (!words.Datasets.ContainsKey(draft.Dataset))
        {
            throw new DataFormatException(
                new DataProblem(
                    file.Name,
                    0,
                    "dataset",
                    draft.Dataset,
                    "one of " + string.Join(", ", words.Datasets.Keys.Order(StringComparer.Ordinal))
                )
            );
        }

        if (AlreadyLoaded(store, draft) is { } known)
        {
            return known;
        }

        using var writer = ReleaseWriter.Begin(store, draft);
        if (writer.LoadedAs is { } meanwhile)
        {
            return Known(draft, meanwhile);
        }

        var checks = new ReleaseChecks(words, draft);
        var rows = 0L;
        while (feed.TryNext(out var batch))
        {
            foreach (var row in batch)
            {
                writer.Add(row);
                checks.See(row);
            }

            rows += batch.Length;
            feed.Return();
            if (rows % ProgressEvery < batch.Length)
            {
                Report(options, file, context, clock);
            }
        }

        Report(options, file, context, clock);
        Refuse(file, context, options);
        foreach (var code in context.UnknownCodes())
        {
            writer.Warn("Skipped: " + code);
        }

        foreach (var warning in context.Warnings)
        {
            writer.Warn(warning);
        }

        if (rows == 0)
        {
            throw new DataFormatException(
                new DataProblem(file.Head.Shown, 0, "", "a header without any data row", "at least one row that can be read")
            );
        }

        return writer.Commit(context.UnknownRows, checks, options.DryRun, options.Book) with
        {
            Elapsed = clock.Elapsed,
        };
    }

    /// <summary>The report of a file that was loaded before, or null.</summary>
    internal static LoadReport? AlreadyLoaded(Store store, ReleaseDraft draft)
    {
        using var connection = store.OpenReader();
        return ReleaseWriter.FindLoaded(connection, draft.Dataset, draft.LoadedSha256) is { } known ? Known(draft, known) : null;
    }

    internal static LoadReport Known(ReleaseDraft draft, long release) =>
        new()
        {
            Dataset = draft.Dataset,
            FileName = draft.FileName,
            Format = draft.Format,
            ReleaseId = release,
            AlreadyLoaded = true,
        };

    internal static void Refuse(SourceFile file, ReadContext context, LoadOptions options)
    {
        if (context.ProblemCount > 0)
        {
            throw new DataFormatException(context.Problems, context.ProblemCount);
        }

        if (context.HasUnknown && !options.SkipUnknown)
        {
            throw new UnknownCodesException(file.Name, context.UnknownCodes());
        }
    }

    private static void Report(LoadOptions options, SourceFile file, ReadContext context, Stopwatch clock)
    {
        if (options.Progress is not { } progress)
        {
            return;
        }

        var seconds = Math.Max(0.001, clock.Elapsed.TotalSeconds);
        var share = context.ShareRead;
        TimeSpan? left = share is > 0.02 ? TimeSpan.FromSeconds(seconds / share.Value - seconds) : null;
        progress(new LoadProgress(file.Name, context.Rows, context.Rows / seconds, share, left));
    }
}
