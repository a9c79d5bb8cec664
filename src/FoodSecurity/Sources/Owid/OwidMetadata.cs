using System.IO.Compression;
using System.Text.Json;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Owid;

/// <summary>
/// What OWID states of a table: metadata.json in the zip or beside the csv, datapackage.json beside the older tables.
/// <code>
/// {"chart": {"title": "Share of people who are undernourished", "citation": "…", "originalChartUrl": "https://ourworldindata.org/grapher/…"},
///  "columns": {"2.1.1 Prevalence of …": {"titleShort": "…", "unit": "percent", "shortName": "_2_1_1_prevalence_of_…", "lastUpdated": "2025-03-17", …}},
///  "dateDownloaded": "2025-11-26"}
/// </code>
/// </summary>
internal sealed record OwidMetadata(string? Title, string? UpdatedOn, string? RetrievedOn, string? Address, string? Licence)
{
    private readonly Dictionary<string, (string Full, string Name)> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where there is none.</summary>
    /// <exception cref="DataFormatException">It is no JSON.</exception>
    public static OwidMetadata? Of(SourceFile file)
    {
        var (name, text) = Find(file);
        if (text is null)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return name.EndsWith("datapackage.json", StringComparison.Ordinal) ? OfPackage(json.RootElement) : OfChart(json.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new DataFormatException(
                new DataProblem(name, (wrong.LineNumber ?? 0) + 1, "", wrong.Message, "the metadata OWID gives with its tables")
            );
        }
    }

    /// <summary>Long heading and plain name of a column, also where the csv has its short name.</summary>
    public (string Full, string Name)? Column(string heading) => _columns.TryGetValue(heading, out var known) ? known : null;

    private static OwidMetadata OfPackage(JsonElement root) =>
        new(root.Text("title") is { Length: > 0 } title ? title : null, null, null, null, null);

    private static OwidMetadata OfChart(JsonElement root)
    {
        var chart = root.TryGetProperty("chart", out var found) ? found : default;
        var columns =
            root.TryGetProperty("columns", out var named) && named.ValueKind == JsonValueKind.Object
                ? named.EnumerateObject().ToList()
                : [];
        var updated = columns
            .Select(c => c.Value.Text("lastUpdated"))
            .Where(d => Stamp.IsOne(d))
            .DefaultIfEmpty("")
            .Max(StringComparer.Ordinal)!;
        var made = new OwidMetadata(
            Some(chart.Text("title")),
            Some(updated),
            Stamp.IsOne(root.Text("dateDownloaded")) ? root.Text("dateDownloaded") : null,
            Some(chart.Text("originalChartUrl")),
            "CC BY 4.0; " + (Some(chart.Text("citation")) ?? "original data under its publisher's terms")
        );
        foreach (var column in columns)
        {
            var names = (column.Name, column.Value.Text("titleShort"));
            made._columns[column.Name] = names;
            if (column.Value.Text("shortName") is { Length: > 0 } brief)
            {
                made._columns[brief] = names;
            }
        }

        return made;
    }

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static (string Name, string? Text) Find(SourceFile file)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        if (file.Member.Length > 0 && !file.IsSheet)
        {
            using var zip = ZipFile.OpenRead(file.Path);
            if (zip.Entries.FirstOrDefault(e => e.Name.EndsWith("metadata.json", StringComparison.Ordinal)) is not { } entry)
            {
                return ("", null);
            }

            using var text = new StreamReader(entry.Open());
            return (file.Name + "!" + entry.FullName, text.ReadToEnd());
        }

        var path = new[] { stem + ".metadata.json", stem + ".datapackage.json" }
            .Select(n => Path.Combine(file.Folder, n))
            .FirstOrDefault(File.Exists);
        return path is null ? ("", null) : (Path.GetFileName(path), File.ReadAllText(path));
    }
}
