using FoodSecurity.Observations;
using FoodSecurity.Sources.Compiled;
using FoodSecurity.Sources.FAOSTAT;
using FoodSecurity.Sources.FewsNet;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Inform;
using FoodSecurity.Sources.Ipc;
using FoodSecurity.Sources.Owid;
using FoodSecurity.Sources.Reading;
using FoodSecurity.Sources.Tidy;
using FoodSecurity.Sources.Usda;
using FoodSecurity.Sources.Wfp;
using FoodSecurity.Sources.WorldBank;

namespace FoodSecurity.Sources;

/// <summary>Every format this program reads. Adding a source is one reader and one line here.</summary>
public static class SourceCatalog
{
    public static IReadOnlyList<IReleaseReader> Readers { get; } =
    [
        new PsdReader(),
        new FaostatBulkReader(),
        new FaostatWideReader(),
        new FaostatExportReader(),
        new WdiReader(),
        new RdaReader(),
        new FaoWfpReader(),
        new WfpPriceReader(),
        new IpcReader(),
        new IpcWideReader(),
        new IpcApiReader(),
        new CadreHarmoniseReader(),
        new OwidReader(),
        new FewsNetPriceReader(),
        new InformReader(),
        new FoodPriceIndexReader(),
        new WdiApiReader(),
        new PsdApiReader(),
        new TidyReader(),
    ];

    /// <summary>True where the file is a table of events (read by <see cref="EventFile"/>), not of observations.</summary>
    public static bool HoldsEvents(SourceFile file) => EventFile.IsEvents(file.Head);

    /// <summary>True where a reader is sure of the file, or it is a table of events.</summary>
    private static bool Knows(FileHead head) => EventFile.IsEvents(head) || Readers.Any(r => r.Recognise(head) is { Complaint: null });

    /// <summary>A file to be read: of a workbook the sheet the choices name, else the first whose header a reader knows, else the first.</summary>
    /// <exception cref="DataFormatException">No such file, empty file, damaged zip, or not a text file.</exception>
    public static SourceFile Open(string path, ReadingChoices? choices = null) => SourceFile.Open(path, choices, Knows);

    /// <summary>The reader of a file, told by its content.</summary>
    /// <exception cref="DataFormatException">No format fits: says the header found, and the nearest format with the columns it lacks.</exception>
    public static IReleaseReader Recognise(SourceFile file)
    {
        var answers = Readers
            .Select(r => (Reader: r, Answer: r.Recognise(file.Head)))
            .Where(a => a.Answer is not null)
            .OrderByDescending(a => a.Answer!.Certainty)
            .ToList();
        if (answers.Find(a => a.Answer!.Complaint is null) is { Reader: { } sure })
        {
            return sure;
        }

        throw new DataFormatException(
            NotTable(file.Head)
                ?? (
                    answers.Count > 0
                        ? answers[0].Answer!.Complaint!
                        : new DataProblem(
                            file.Head.Shown,
                            1,
                            "",
                            file.Head.First,
                            "the header of a known format: " + string.Join("; ", Readers.Select(r => r.Format))
                        )
                )
        );
    }

    private static DataProblem? NotTable(FileHead head)
    {
        if (EventFile.IsEvents(head))
        {
            return new DataProblem(head.Shown, 1, "", head.First, "a table of observations; this is one of events");
        }

        if (FileKind.NotTable(head.First) is { } kind)
        {
            return new DataProblem(head.Shown, 1, "", kind, "a csv file with a header line");
        }

        return null;
    }
}
