using FoodSecurity.Database;

namespace FoodSecurity.Tests.House;

/// <summary>The working copy the tests were built in, for rules that read source files.</summary>
internal static class Clone
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Seeds => Path.Combine(Root, "seeds");

    public static string Datasets => Path.Combine(Root, "datasets");

    /// <summary>Path below the root with forward slashes.</summary>
    public static string Short(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files of a folder and below with one of the endings; what a build writes is left out.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)) && !Short(f).Split('/').Any(p => p is "bin" or "obj"))
                .Order(StringComparer.Ordinal),
        ];

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FoodSecurity.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No FoodSecurity.sln above {start}; {nameof(DatabaseLocation)} would find none either.");
    }
}
