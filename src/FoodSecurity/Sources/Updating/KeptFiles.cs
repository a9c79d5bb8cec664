using System.Security.Cryptography;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Updating;

/// <summary>The publishers' files as they were fetched: <c>dataset/day/file</c>, and <c>dataset/incoming/file</c> until a file is loaded.</summary>
internal sealed class KeptFiles(string folder)
{
    public string Incoming(PlannedDownload planned) => Path.Combine(folder, planned.Dataset, "incoming", planned.FileName);

    /// <summary>
    /// True where the data inside are byte for byte those of the file kept last: some publishers make a zip anew for each request, and its dates alone make it another file.
    /// </summary>
    public bool HoldsSameData(PlannedDownload planned)
    {
        var last = Directory
            .EnumerateDirectories(Path.Combine(folder, planned.Dataset))
            .Where(d => Path.GetFileName(d) != "incoming")
            .OrderDescending(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, planned.FileName))
            .FirstOrDefault(File.Exists);
        return last is not null && DataHash(last) == DataHash(Incoming(planned));
    }

    /// <summary>Puts a loaded file where its lines can be looked up later.</summary>
    public void Keep(PlannedDownload planned, string day)
    {
        var kept = Path.Combine(folder, planned.Dataset, day);
        Directory.CreateDirectory(kept);
        File.Move(Incoming(planned), Path.Combine(kept, planned.FileName), overwrite: true);
    }

    /// <summary>Lets go of a file that is held already.</summary>
    public void Drop(PlannedDownload planned) => File.Delete(Incoming(planned));

    private static string DataHash(string path)
    {
        using var data = SourceFile.Open(path).OpenData();
        return Convert.ToHexStringLower(SHA256.HashData(data));
    }
}
