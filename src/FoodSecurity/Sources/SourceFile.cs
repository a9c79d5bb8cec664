using System.IO.Compression;
using System.Security.Cryptography;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources;

/// <summary>A file on disk as a reader sees it: its name, hash and size, and its data member opened as bytes (plain, .gz, or inside a zip).</summary>
public sealed class SourceFile
{
    private SourceFile(string path, string sha256, long size, string member, DateOnly? memberDate, FileHead head, ReadingChoices choices)
    {
        Path = path;
        Sha256 = sha256;
        Size = size;
        Member = member;
        MemberDate = memberDate;
        Head = head;
        Choices = choices;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";

    public string Sha256 { get; }

    public long Size { get; }

    /// <summary>The data file inside a zip; empty for a plain or gzipped file.</summary>
    public string Member { get; }

    /// <summary>The day stamped on that member, where the zip states one: for bulk files the day the publisher wrote it.</summary>
    public DateOnly? MemberDate { get; }

    /// <summary>True for a sheet of a workbook: its rows are counted, not its line breaks.</summary>
    public bool IsSheet { get; }

    public FileHead Head { get; }

    /// <summary>What the caller says of the file where it leaves something open.</summary>
    public ReadingChoices Choices { get; }

    /// <summary>Hashes the file, finds its data member and reads its first lines.</summary>
    /// <exception cref="DataFormatException">No such file, empty file, damaged zip, or not a text file.</exception>
    public static SourceFile Open(string path, ReadingChoices? choices = null)
    {
        var name = System.IO.Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new DataFormatException(new DataProblem(name, 0, "", "no such file", "a file to load"));
        }

        var size = new FileInfo(path).Length;
        if (size == 0)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", "an empty file", "a header line and data"));
        }

        string sha256;
        using (var bytes = File.OpenRead(path))
        {
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        var (member, date) = FindMember(path, name);
        using var data = OpenMember(path, name, member);
        return new SourceFile(path, sha256, size, member, date, FileHead.Read(name, member, data), choices ?? ReadingChoices.None);
    }

    /// <summary>The data as bytes from the beginning; the caller disposes it.</summary>
    public Stream OpenData() => OpenMember(Path, Name, Member);

    private static bool StartsWith(string path, ReadOnlySpan<byte> magic)
    {
        Span<byte> start = stackalloc byte[4];
        using var bytes = File.OpenRead(path);
        var read = bytes.ReadAtLeast(start, magic.Length, throwOnEndOfStream: false);
        return read >= magic.Length && start[..magic.Length].SequenceEqual(magic);
    }

    /// <summary>The one member that is data: the largest .csv (the others are tables of flags, items or areas).</summary>
    private static (string Member, DateOnly? Date) FindMember(string path, string name)
    {
        if (!StartsWith(path, "PK"u8))
        {
            return ("", null);
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            var data = zip.Entries
                .Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(e => e.Length).FirstOrDefault()
                ?? throw new DataFormatException(new DataProblem(name, 0, "", FileKind.OfZip(zip), "a .csv file inside the zip"));

            // 1980-01-01 is what zip tools write when they know no date.
            var date = DateOnly.FromDateTime(data.LastWriteTime.DateTime);
            return (data.FullName, date.Year > 1980 ? date : null);
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, FileKind.Whole));
        }
    }

    private static Stream OpenMember(string path, string name, string member)
    {
        try
        {
            if (member.Length > 0)
            {
                var zip = ZipFile.OpenRead(path);
                return CheckedStream.OfZip(zip, zip.GetEntry(member) ?? throw new InvalidDataException("The zip lost its member " + member + "."));
            }

            return StartsWith(path, [0x1f, 0x8b]) ? CheckedStream.OfGzip(File.OpenRead(path)) : File.OpenRead(path);
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, FileKind.Whole));
        }
    }
}
