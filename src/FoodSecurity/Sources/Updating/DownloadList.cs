using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Updating;

/// <summary>One file that a publisher keeps up to date at one address.</summary>
/// <param name="Dataset">Dataset code; the file must turn out to be of this dataset.</param>
/// <param name="Provider">Provider code.</param>
/// <param name="Address">The publisher's own address of the file.</param>
/// <param name="FileName">The name to keep it under.</param>
/// <param name="Format">What comes, in words: for people; the file is recognised by its content.</param>
/// <param name="Note">What a person should know of it.</param>
public sealed record PlannedDownload(string Dataset, string Provider, string Address, string FileName, string Format, string Note);

/// <summary>
/// Which files are asked for in an update: <c>seeds/downloads.csv</c>. How often a dataset is expected anew stands in <c>datasets.csv</c>.
/// <code>
/// dataset,address,file_name,format,note
/// usda-psd,https://apps.fas.usda.gov/psdonline/downloads/psd_grains_pulses_csv.zip,psd_grains_pulses_csv.zip,PSD csv in a zip,
/// </code>
/// </summary>
public static class DownloadList
{
    public const string File = "downloads.csv";

    /// <summary>Reads the list.</summary>
    /// <exception cref="DataFormatException">A row names no known dataset, no http or https address, no plain file name, or an address twice.</exception>
    public static IReadOnlyList<PlannedDownload> Load(string seedsFolder, Vocabulary words)
    {
        var rows = new List<PlannedDownload>();
        foreach (var r in SeedTable.Read(seedsFolder, File, "dataset", "address", "file_name", "format", "note"))
        {
            var dataset = words.Datasets.GetValueOrDefault(r["dataset"]) ?? throw Wrong(r, "dataset", "a code of datasets.csv");
            if (!Uri.TryCreate(r["address"], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw Wrong(r, "address", "an http or https address");
            }

            if (r["file_name"].Length == 0 || r["file_name"].StartsWith('.') || Path.GetFileName(r["file_name"]) != r["file_name"])
            {
                throw Wrong(r, "file_name", "a file name without folders");
            }

            if (rows.Exists(d => d.Address == r["address"] || (d.Dataset == dataset.Code && d.FileName == r["file_name"])))
            {
                throw Wrong(r, "address", "each address once, and each file name once in a dataset");
            }

            rows.Add(new PlannedDownload(dataset.Code, dataset.Provider, r["address"], r["file_name"], r["format"], r["note"]));
        }

        return rows;
    }

    /// <summary>The downloads of a provider, of a dataset by its code or as provider/dataset; all where nothing is named; none where the name is unknown.</summary>
    public static IReadOnlyList<PlannedDownload> Matching(IReadOnlyList<PlannedDownload> all, string? named, Vocabulary words) =>
        string.IsNullOrEmpty(named)
            ? all
            : [.. all.Where(d => d.Dataset == named || d.Provider == named || $"{d.Provider}/{words.Datasets[d.Dataset].Name}" == named)];

    private static DataFormatException Wrong(SeedRow row, string column, string expected) =>
        new(new DataProblem(File, row.Line, column, row[column], expected));
}
