using System.Diagnostics;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Raw;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Sources.Compiled;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Loading;

/// <summary>Loads any file the program knows: a release of observations, or a table of events.</summary>
public static class FileLoader
{
    /// <inheritdoc cref="ReleaseLoader.Load(Store, Vocabulary, SourceFile, LoadOptions)"/>
    public static LoadReport Load(Store store, Vocabulary words, string path, LoadOptions options)
    {
        var file = SourceCatalog.Open(path, options.Reading);
        var isNew = options.KeepRaw && !options.DryRun && RawFile.Keep(store, path, file.Sha256);
        try
        {
            return options.Mapping is null && SourceCatalog.HoldsEvents(file)
                ? LoadEvents(store, words, file, options)
                : ReleaseLoader.Load(store, words, file, options);
        }
        catch when (isNew)
        {
            RawFile.Forget(store, file.Sha256);
            throw;
        }
    }

    private static LoadReport LoadEvents(Store store, Vocabulary words, SourceFile file, LoadOptions options)
    {
        var clock = Stopwatch.StartNew();
        var draft = options.Complete(EventFile.Describe(file), words);
        if (ReleaseLoader.AlreadyLoaded(store, draft) is { } known)
        {
            return known;
        }

        var context = new ReadContext(words, file.Name);
        using var writer = ReleaseWriter.Begin(store, draft);
        if (writer.LoadedAs is { } meanwhile)
        {
            return ReleaseLoader.Known(draft, meanwhile);
        }

        writer.ClearEvents();
        foreach (var row in EventFile.Read(file, context))
        {
            writer.Add(row);
        }

        ReleaseLoader.Refuse(file, context, options);
        return options.DryRun
            ? new LoadReport
            {
                Dataset = draft.Dataset,
                FileName = draft.FileName,
                Format = draft.Format,
                RowsRead = context.Rows,
                Elapsed = clock.Elapsed,
            }
            : writer.Commit(context.UnknownRows, alongside: options.Book) with
            {
                Elapsed = clock.Elapsed,
            };
    }
}
