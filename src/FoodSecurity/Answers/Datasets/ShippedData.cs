using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Answers.Datasets;

/// <summary>Loads what the program ships: every release of <c>datasets/</c> and every article of <c>seeds/</c>. Repeatable: what is there already is left alone.</summary>
public static class ShippedData
{
    /// <summary>Loads everything, oldest first within a dataset, telling each file as it begins and ends.</summary>
    /// <param name="archive">Where to.</param>
    /// <param name="datasetsFolder">The datasets folder; null: the clone's or the published program's.</param>
    /// <param name="told">Called with each finished load.</param>
    /// <param name="progress">Called a few times a second during a load.</param>
    /// <param name="by">Who asked for it, for the book of changes; null: nobody, the site fills an empty database.</param>
    public static IReadOnlyList<LoadReport> Load(
        Archive archive,
        string? datasetsFolder,
        Action<LoadReport>? told,
        Action<LoadProgress>? progress,
        string? by = null
    )
    {
        var folder = datasetsFolder ?? DatabaseLocation.FindFolder("datasets");
        var reports = new List<LoadReport>();
        foreach (var file in Files(folder))
        {
            var report = FileLoader.Load(archive.Store, archive.Words, file, new LoadOptions { Progress = progress, By = by });
            reports.Add(report);
            told?.Invoke(report);
        }

        foreach (
            var file in Directory.EnumerateFiles(Path.Combine(archive.SeedsFolder, "articles"), "*.json").Order(StringComparer.Ordinal)
        )
        {
            var (article, sha256) = ArticleFile.Read(file);
            ArticleStore.Save(archive.Store, article, sha256);
        }

        FindingWatch.Refresh(archive);
        return reports;
    }

    /// <summary>The data files of a datasets folder; release folders begin with their date, so that their order is that of publication.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.csv*", SearchOption.AllDirectories)
                .Where(f => f.EndsWith(".csv", StringComparison.Ordinal) || f.EndsWith(".csv.gz", StringComparison.Ordinal))
                .OrderBy(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), StringComparer.Ordinal),
        ];
}
