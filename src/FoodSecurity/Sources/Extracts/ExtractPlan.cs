using FoodSecurity.Observations;
using FoodSecurity.Sources.Compiled;
using FoodSecurity.Sources.Tidy;

namespace FoodSecurity.Sources.Extracts;

/// <summary>
/// The extracts this repository ships, as reviewed rows of <c>seeds/extracts.csv</c>: which publisher's file, what of it, into which
/// folder, with the facts that the file itself does not state.
/// </summary>
public sealed class ExtractPlan
{
    private const string FileName = "extracts.csv";

    private ExtractPlan(IReadOnlyList<PlannedExtract> extracts) => Extracts = extracts;

    public IReadOnlyList<PlannedExtract> Extracts { get; }

    /// <exception cref="DataFormatException">The table is missing or lacks a column.</exception>
    public static ExtractPlan Load(string seedsFolder) =>
        new([
            .. SeedTable
                .Read(
                    seedsFolder,
                    FileName,
                    "file",
                    "target",
                    "items",
                    "elements",
                    "areas",
                    "released_on",
                    "retrieved_on",
                    "publisher_address",
                    "obtained_from",
                    "licence",
                    "title",
                    "selection_note"
                )
                .Select(r => new PlannedExtract(
                    r["file"],
                    r["target"],
                    new ExtractChoice(r.List("items"), r.List("elements"), r.List("areas")),
                    new Origin
                    {
                        Dataset = "",
                        Title = Known(r["title"]),
                        PublisherAddress = Known(r["publisher_address"]),
                        ObtainedFrom = Known(r["obtained_from"]),
                        ReleasedOn = Known(r["released_on"]),
                        RetrievedOn = Known(r["retrieved_on"]),
                        Licence = Known(r["licence"]),
                        Selection = Known(r["selection_note"]),
                    }
                )),
        ]);

    /// <summary>Writes every extract; tells each as it is done.</summary>
    /// <param name="inputRoot">Folder of the publishers' files.</param>
    /// <param name="datasetsRoot">Folder the extracts are written under.</param>
    /// <param name="words">The vocabulary.</param>
    /// <param name="progress">Told after each extract; may be null.</param>
    /// <exception cref="DataFormatException">A file is missing or cannot be read.</exception>
    public IReadOnlyList<WrittenExtract> Run(
        string inputRoot,
        string datasetsRoot,
        Vocabulary words,
        IProgress<WrittenExtract>? progress = null
    )
    {
        var written = new List<WrittenExtract>();
        foreach (var planned in Extracts)
        {
            var file = SourceCatalog.Open(Path.Combine(inputRoot, planned.File));
            var folder = Path.Combine(datasetsRoot, planned.Target);
            var rows = EventFile.IsEvents(file.Head)
                ? EventFile.WriteExtract(file, planned.Facts, folder, words)
                : ExtractWriter.Write(SourceCatalog.Recognise(file), file, planned.Choice, planned.Facts, folder, words);
            var done = new WrittenExtract(planned, rows, new FileInfo(Path.Combine(folder, ExtractWriter.DataFile)).Length);
            written.Add(done);
            progress?.Report(done);
        }

        return written;
    }

    private static string? Known(string text) => text.Length > 0 && text != "unknown" ? text : null;
}

/// <summary>One row of the plan.</summary>
/// <param name="File">The publisher's file, below the folder of publishers' files.</param>
/// <param name="Target">provider/dataset/release, below <c>datasets/</c>.</param>
/// <param name="Choice">Which rows.</param>
/// <param name="Facts">What the file does not state of itself.</param>
public sealed record PlannedExtract(string File, string Target, ExtractChoice Choice, Origin Facts);

/// <summary>What was written: rows, and bytes of the compressed data file.</summary>
public sealed record WrittenExtract(PlannedExtract Planned, long Rows, long Bytes);
