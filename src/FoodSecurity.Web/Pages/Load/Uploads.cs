using FoodSecurity.Answers;
using FoodSecurity.Observations.Raw;

namespace FoodSecurity.Web.Pages;

/// <summary>A file on its way in: where it lies until it is loaded.</summary>
/// <param name="Key">Its address under /load.</param>
/// <param name="Name">The name it was sent under.</param>
/// <param name="Path">Where it lies.</param>
public sealed record Upload(string Key, string Name, string Path);

/// <summary>Files that were sent and are not loaded yet, in a folder of their own each, beside the files that are kept. A day later they are gone.</summary>
public sealed class Uploads(Archive archive)
{
    public const long MostBytes = 100L * 1024 * 1024;

    private const string OwnerFile = "owner";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private string Root => Path.Combine(Path.GetDirectoryName(RawFile.Folder(archive.Store))!, "uploads");

    public async Task<string> Keep(IFormFile file, string owner, CancellationToken cancel)
    {
        Clean();
        var key = Guid.NewGuid().ToString("N");
        var folder = Path.Combine(Root, key);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, SafeName(file.FileName));
        await using (var into = File.Create(path))
        {
            await file.CopyToAsync(into, cancel);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, OwnerFile), owner, cancel);
        return key;
    }

    /// <summary>The upload of an address, if this editor sent it; else null.</summary>
    public Upload? Find(string key, string owner)
    {
        if (
            !Guid.TryParseExact(key, "N", out _)
            || !File.Exists(Path.Combine(Root, key, OwnerFile))
            || File.ReadAllText(Path.Combine(Root, key, OwnerFile)) != owner
        )
        {
            return null;
        }

        var folder = Path.Combine(Root, key);
        var path = Directory.EnumerateFiles(folder).FirstOrDefault(f => Path.GetFileName(f) != OwnerFile);
        return path is null ? null : new Upload(key, Path.GetFileName(path), path);
    }

    /// <summary>Writes the mapping file of an upload and gives its path; the same choices make the same file.</summary>
    public string Map(Upload upload, string json)
    {
        var path = Path.Combine(Root, upload.Key, "choices", "mapping.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json);
        return path;
    }

    public void Forget(Upload upload) => Directory.Delete(Path.Combine(Root, upload.Key), recursive: true);

    private void Clean()
    {
        Directory.CreateDirectory(Root);
        foreach (var folder in Directory.EnumerateDirectories(Root).Where(f => Directory.GetCreationTimeUtc(f) < DateTime.UtcNow - Kept))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The last part of the name, letters, digits, dots, hyphens, underscores and spaces only, and never one of ours.</summary>
    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var safe = string.Concat(last.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '_'))
            .Trim(' ', '.');
        safe = safe.Length > 100 ? safe[^100..] : safe;
        return safe is "" or OwnerFile or "origin.json" ? "table.csv" : safe;
    }
}
