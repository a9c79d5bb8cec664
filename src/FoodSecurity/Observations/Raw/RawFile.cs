using System.IO.Compression;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Raw;

/// <summary>
/// Files as they were loaded, kept by their hash so that a trace can show the very line: in the folder <c>raw</c> beside the SQLite file, else
/// in <c>.local/raw</c>. Text is packed with Brotli; what is packed already is kept as it is. What the program ships is not kept again.
/// </summary>
public static class RawFile
{
    private const string Packed = ".br",
        Plain = ".raw";

    /// <summary>Where the files of a store lie.</summary>
    public static string Folder(Store store)
    {
        if (!store.IsServer)
        {
            return Path.Combine(Path.GetDirectoryName(store.Location)!, "raw");
        }

        return DatabaseLocation.FindRoot() is { } root
            ? Path.Combine(root, ".local", "raw")
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "foodsec",
                "raw"
            );
    }

    public static bool IsKept(Store store, string sha256) => Find(store, sha256) is not null;

    /// <summary>Keeps a file; one that is kept already stays as it is.</summary>
    /// <returns>True where it was not kept before.</returns>
    public static bool Keep(Store store, string path, string sha256)
    {
        if (Find(store, sha256) is not null)
        {
            return false;
        }

        Directory.CreateDirectory(Folder(store));
        using var source = File.OpenRead(path);
        var isPacked = RawLines.IsZip(source) || RawLines.IsGzip(source);
        var target = Path.Combine(Folder(store), sha256 + (isPacked ? Plain : Packed));
        var unfinished = target + "." + Path.GetRandomFileName();
        try
        {
            using (var file = File.Create(unfinished))
            using (Stream into = isPacked ? file : new BrotliStream(file, CompressionLevel.Optimal))
            {
                source.CopyTo(into);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return true;
    }

    /// <summary>Lets a kept file go: its load came to nothing.</summary>
    public static void Forget(Store store, string sha256)
    {
        if (Find(store, sha256) is { } path)
        {
            File.Delete(path);
        }
    }

    /// <summary>The line of a kept file as it stands there, read without holding the file; the lines after it where its quotes stay open.</summary>
    /// <param name="store">Whose files.</param>
    /// <param name="loadedSha256">Hash of the file that was loaded.</param>
    /// <param name="member">File inside a zip; empty where there is none.</param>
    /// <param name="line">Physical line from 1.</param>
    /// <returns>Null where the file is not kept, is a workbook, or has no such line.</returns>
    public static string? Line(Store store, string loadedSha256, string member, long line)
    {
        if (Find(store, loadedSha256) is not { } path || line < 1)
        {
            return null;
        }

        using var file = File.OpenRead(path);
        if (path.EndsWith(Packed, StringComparison.Ordinal))
        {
            using var text = new BrotliStream(file, CompressionMode.Decompress);
            return RawLines.Read(text, line);
        }

        if (RawLines.IsGzip(file))
        {
            using var text = new GZipStream(file, CompressionMode.Decompress);
            return RawLines.Read(text, line);
        }

        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        if (zip.GetEntry(member) is not { } entry || member.StartsWith("xl/", StringComparison.Ordinal))
        {
            return null;
        }

        using var data = entry.Open();
        return RawLines.Read(data, line);
    }

    /// <summary>Where a kept workbook lies, for a reader of sheets; null where the file is none or is not kept.</summary>
    public static string? WorkbookPath(Store store, string sha256)
    {
        if (Find(store, sha256) is not { } path || !path.EndsWith(Plain, StringComparison.Ordinal))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        if (!RawLines.IsZip(file))
        {
            return null;
        }

        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return zip.GetEntry("xl/workbook.xml") is null ? null : path;
    }

    private static string? Find(Store store, string sha256)
    {
        var path = Path.Combine(Folder(store), sha256);
        return File.Exists(path + Packed) ? path + Packed
            : File.Exists(path + Plain) ? path + Plain
            : null;
    }
}
