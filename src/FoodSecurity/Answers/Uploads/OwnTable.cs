using FoodSecurity.Observations;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Answers.Uploads;

/// <summary>A file somebody wants to load, before it is loaded: what it is, and its first rows.</summary>
public sealed record OwnTable
{
    /// <summary>The format it was recognised as; empty where its columns have to be told.</summary>
    public string Format { get; init; } = "";
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The first rows, each with its line.</summary>
    public IReadOnlyList<(long Line, IReadOnlyList<string> Cells)> Rows { get; init; } = [];

    /// <summary>Null where the file can be read; else what is wrong with it.</summary>
    public string? Complaint { get; init; }
}

/// <summary>What a load did, or would do, or why it cannot be done.</summary>
public sealed record OwnLoad
{
    /// <summary>Null where something is wrong.</summary>
    public LoadReport? Report { get; init; }
    public IReadOnlyList<DataProblem> Problems { get; init; } = [];

    /// <summary>How many cells are bad, also those that are not listed.</summary>
    public long ProblemCount { get; init; }
    public IReadOnlyList<UnknownCode> Unknown { get; init; } = [];
}

/// <summary>Loads tables of somebody's own: looked at, tried, loaded.</summary>
public static class OwnTables
{
    public const int PreviewRows = 10;

    /// <summary>What a file is and its first rows; never throws for a bad file.</summary>
    public static OwnTable Look(Archive archive, string path)
    {
        try
        {
            var file = SourceCatalog.Open(path);
            var format = SourceCatalog.HoldsEvents(file) ? "table of events" : Recognised(file);
            if (format.Length > 0)
            {
                return new OwnTable { Format = format };
            }

            using var csv = CsvSource.Open(file);
            var context = new ReadContext(archive.Words, file.Name);
            var rows = new List<(long, IReadOnlyList<string>)>();
            while (rows.Count < PreviewRows && csv.Read(context))
            {
                rows.Add((csv.Line, [.. Enumerable.Range(0, csv.Header.Count).Select(csv.Text)]));
            }

            return new OwnTable { Headings = csv.Header, Rows = rows };
        }
        catch (DataFormatException wrong)
        {
            return new OwnTable { Complaint = wrong.Problems[0].ToString() };
        }
    }

    /// <summary>Loads a file, or tries it; a load stands in the book of changes.</summary>
    /// <param name="archive">Where to.</param>
    /// <param name="path">The file.</param>
    /// <param name="mapping">Mapping file that says what its columns hold; null where the format is recognised.</param>
    /// <param name="by">Who loads.</param>
    /// <param name="dryRun">True: check all of it and write nothing.</param>
    /// <param name="keepRaw">Keep the file, so that traces show its lines.</param>
    public static OwnLoad Load(Archive archive, string path, string? mapping, string by, bool dryRun, bool keepRaw)
    {
        try
        {
            var report = FileLoader.Load(
                archive.Store,
                archive.Words,
                path,
                new LoadOptions
                {
                    DryRun = dryRun,
                    Mapping = mapping,
                    KeepRaw = keepRaw,
                    By = by,
                }
            );
            return new OwnLoad { Report = report };
        }
        catch (DataFormatException wrong)
        {
            return new OwnLoad { Problems = wrong.Problems, ProblemCount = wrong.Total };
        }
        catch (UnknownCodesException unknown)
        {
            return new OwnLoad { Unknown = unknown.Codes, ProblemCount = unknown.Codes.Count };
        }
    }

    private static string Recognised(SourceFile file)
    {
        try
        {
            return SourceCatalog.Recognise(file).Format;
        }
        catch (DataFormatException)
        {
            return "";
        }
    }
}
