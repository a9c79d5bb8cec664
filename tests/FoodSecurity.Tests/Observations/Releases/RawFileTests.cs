using System.IO.Compression;
using System.Text;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Raw;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Tests.Observations.Releases;

public sealed class RawFileTests : IDisposable
{
    private const string Sha = "abc";
    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Load(House.Clone.Seeds));
    private readonly ReleaseRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(1, "a,b")]
    [InlineData(2, "1,Corée")]
    [InlineData(3, "2,\"two\r\nlines\"")]
    [InlineData(5, "3,")]
    [InlineData(6, null)]
    [InlineData(0, null)]
    public void The_very_line_comes_back(long line, string? text)
    {
        Keep(Encoding.UTF8.GetBytes("a,b\r\n1,Corée\r\n2,\"two\r\nlines\"\r\n3,"));
        RawFile.Line(_room.Store, Sha, "", line).ShouldBe(text);
    }

    [Fact]
    public void Latin_1_and_utf_16_are_read_as_they_are()
    {
        Keep(Encoding.Latin1.GetBytes("a\nCôte d'Ivoire\n"));
        RawFile.Line(_room.Store, Sha, "", 2).ShouldBe("Côte d'Ivoire");
        RawFile.Forget(_room.Store, Sha);
        Keep([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\n조선\n")]);
        RawFile.Line(_room.Store, Sha, "", 2).ShouldBe("조선");
    }

    [Fact]
    public void A_zip_and_a_gzip_are_kept_as_they_are()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = new StreamWriter(zip.CreateEntry("data.csv").Open());
            member.Write("a\nb\nc\n");
        }

        Keep(bytes.ToArray());
        RawFile.Line(_room.Store, Sha, "data.csv", 3).ShouldBe("c");
        RawFile.Line(_room.Store, Sha, "other.csv", 3).ShouldBeNull();
        RawFile.Forget(_room.Store, Sha);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("x\ny\n"u8);
        }

        Keep(packed.ToArray());
        RawFile.Line(_room.Store, Sha, "", 2).ShouldBe("y");
    }

    [Fact]
    public void A_long_file_is_packed_and_its_last_line_found_with_little_memory()
    {
        var text = new StringBuilder();
        for (var i = 1; i <= 400_000; i++)
        {
            text.Append("PRK,rice,production,1000-t,2020,").Append(i).Append('\n');
        }

        Keep(Encoding.UTF8.GetBytes(text.ToString()));
        new DirectoryInfo(RawFile.Folder(_room.Store)).GetFiles().ShouldHaveSingleItem().Length.ShouldBeLessThan(text.Length / 4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RawFile.Line(_room.Store, Sha, "", 400_000).ShouldBe("PRK,rice,production,1000-t,2020,400000");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void A_load_keeps_its_file_only_if_asked_and_only_if_it_succeeds()
    {
        var file = Write("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,5.25\n");
        FileLoader.Load(_room.Store, Words.Value, file, new LoadOptions { DryRun = true, KeepRaw = true });
        Directory.Exists(RawFile.Folder(_room.Store)).ShouldBeFalse();
        FileLoader.Load(_room.Store, Words.Value, file, new LoadOptions());
        Directory.Exists(RawFile.Folder(_room.Store)).ShouldBeFalse();
        FileLoader.Load(_room.Store, Words.Value, file, new LoadOptions { KeepRaw = true }).AlreadyLoaded.ShouldBeTrue();
        Directory.GetFiles(RawFile.Folder(_room.Store)).Length.ShouldBe(1, "kept later for a file that was loaded before");
        var bad = Write("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,five\n");
        Should.Throw<DataFormatException>(() => FileLoader.Load(_room.Store, Words.Value, bad, new LoadOptions { KeepRaw = true }));
        Directory.GetFiles(RawFile.Folder(_room.Store)).Length.ShouldBe(1);
    }

    private void Keep(byte[] bytes)
    {
        var path = Path.Combine(_room.Folder, "raw-source");
        File.WriteAllBytes(path, bytes);
        RawFile.Keep(_room.Store, path, Sha).ShouldBeTrue();
        RawFile.Keep(_room.Store, path, Sha).ShouldBeFalse();
    }

    private string Write(string text)
    {
        var path = Path.Combine(_room.Folder, "own.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
