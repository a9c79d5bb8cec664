using System.IO.Compression;
using System.Text;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Tests.Sources;

/// <summary>Recorded excerpts and files made on the spot, read with the vocabulary of <c>seeds/</c>.</summary>
internal static class RecordedFile
{
    private static readonly Lazy<Vocabulary> Loaded = new(() => Vocabulary.Load(DatabaseLocation.FindFolder("seeds")));

    public static Vocabulary Words => Loaded.Value;

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Recorded", name);

    public static SourceFile Open(string name, ReadingChoices? choices = null) => SourceCatalog.Open(PathOf(name), choices);

    /// <summary>Reads a recorded excerpt, or any file by its full path, by the reader the catalog picks.</summary>
    public static (IReadOnlyList<Observation> Rows, ReadContext Context, IReleaseReader Reader) Read(
        string name,
        ReadingChoices? choices = null
    )
    {
        var file = Open(name, choices);
        var reader = SourceCatalog.Recognise(file);
        var context = new ReadContext(Words, file.Name);
        return ([.. reader.Read(file, context)], context, reader);
    }

    /// <summary>Reads an excerpt that must hold nothing wrong.</summary>
    public static IReadOnlyList<Observation> ReadAll(string name)
    {
        var (rows, context, _) = Read(name);
        context.Problems.ShouldBeEmpty();
        context.UnknownCodes().ShouldBeEmpty();
        return rows;
    }

    /// <summary>An empty folder that is gone when the tests have run.</summary>
    public static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    /// <summary>A file in a folder of its own.</summary>
    public static string Make(string name, byte[] content)
    {
        var folder = Folder();
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public static string Make(string name, string content) => Make(name, Encoding.UTF8.GetBytes(content));

    public static byte[] Zip(string member, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(member).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    /// <summary>The folder of whole publishers' files; the test is visibly skipped where none is named.</summary>
    public static string Sample(string path)
    {
        var folder = Environment.GetEnvironmentVariable("FOODSEC_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "FOODSEC_SAMPLES names no folder of publishers' files");
        return Path.Combine(folder!, path);
    }
}
