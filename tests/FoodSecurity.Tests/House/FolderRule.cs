namespace FoodSecurity.Tests.House;

/// <summary>
/// The rule of the house as a table: a folder refers only to folders that stand left of it, and some libraries only to be used in the folder that wraps them.
/// </summary>
internal static class FolderRule
{
    /// <summary>Left to right; folders of one step are neighbours and do not know each other.</summary>
    public static readonly string[][] Steps =
    [
        ["Database", "Wording", "Fetching"],
        ["Observations", "Editors"],
        ["Sources", "Series"],
        ["Indicators"],
        ["Articles"],
        ["Claims"],
        ["Charts"],
        ["Exports"],
        ["Answers"],
        ["Web", "Cli"],
    ];

    /// <summary>Folders that know less than their place would allow: they are given what they need.</summary>
    private static readonly Dictionary<string, string[]> NeverTouch = new()
    {
        ["Indicators"] = ["Database"],
        ["Claims"] = ["Database"],
        ["Charts"] = ["Database"],
        ["Editors"] = ["Wording", "Fetching"],
    };

    /// <summary>What begins with this may be referred to only in these folders; the first row that fits counts.</summary>
    private static readonly (string Name, string[] Only, string Why)[] Wrapped =
    [
        ("ScottPlot.", ["Charts", "Exports"], "pictures are drawn in Charts"),
        ("SkiaSharp.", ["Charts", "Exports"], "pictures are drawn in Charts"),
        ("Npgsql.", ["Database"], "what differs between engines stays in Database"),
        ("Microsoft.Data.Sqlite.", ["Database"], "what differs between engines stays in Database"),
        ("System.Net.Http.", ["Fetching"], "all outgoing traffic goes through the guarded downloader"),
        ("System.Net.Sockets.", ["Fetching"], "all outgoing traffic goes through the guarded downloader"),
        ("System.Net.WebClient", ["Fetching"], "all outgoing traffic goes through the guarded downloader"),
        ("System.Console", ["Cli"], "the library gives answers, Cli prints them"),
        ("Spectre.Console.", ["Cli"], "the library gives answers, Cli prints them"),
        ("System.CommandLine.", ["Cli"], "the shell's words are Cli's"),
        ("DocumentFormat.OpenXml.", ["Exports", "Sources"], "workbooks are written in Exports and read in Sources"),
        ("Microsoft.AspNetCore.Identity.", ["Editors", "Web"], "accounts are Editors' and the site's"),
        ("Microsoft.AspNetCore.", ["Web"], "pages live in Web"),
        ("Microsoft.Extensions.Hosting.", ["Web"], "pages live in Web"),
    ];

    /// <summary>Every reference that breaks the rule, with what to do instead.</summary>
    /// <param name="references">Who refers to whom.</param>
    /// <param name="roots">Beginnings of namespaces that hold folders; the library's own, and those of planted code.</param>
    public static IReadOnlyList<string> Broken(IEnumerable<Reference> references, params string[] roots) =>
        [.. references.Select(r => Judge(r, roots)).Where(v => v is not null).Select(v => v!).Distinct().Order(StringComparer.Ordinal)];

    private static string? Judge(Reference r, string[] roots)
    {
        if (Folder(r.Namespace, roots) is not { } from)
        {
            return null;
        }

        var step = Step(from);
        if (step < 0)
        {
            return $"{r.Namespace}.{r.Type}: \"{from}\" is no folder of the house. Put it into one of them, or change the design first.";
        }

        var full = r.ToNamespace + "." + r.ToType;
        var wrapped = Wrapped.FirstOrDefault(w =>
            full == w.Name || (w.Name.EndsWith('.') && full.StartsWith(w.Name, StringComparison.Ordinal))
        );
        if (wrapped.Only is { } only && !only.Contains(from))
        {
            return $"{from} uses {full} in {r.Type}: only {string.Join(" and ", only)} may, {wrapped.Why}.";
        }

        if (Folder(r.ToNamespace, ["FoodSecurity."]) is not { } to || to == from || Step(to) < 0)
        {
            return null;
        }

        return Step(to) >= step
                ? $"{from} uses {to} ({r.Type} refers to {full}): a folder uses only what stands left of it. Move the type left, or be given its result."
            : NeverTouch.TryGetValue(from, out var never) && never.Contains(to)
                ? $"{from} uses {to} ({r.Type} refers to {full}): {from} never touches {to}. Take the values as an argument."
            : null;
    }

    private static string? Folder(string name, string[] roots)
    {
        foreach (var root in roots)
        {
            if (name.StartsWith(root, StringComparison.Ordinal))
            {
                return name[root.Length..].Split('.')[0];
            }
        }

        return null;
    }

    private static int Step(string folder) => Array.FindIndex(Steps, s => s.Contains(folder));
}
