using System.IO.Compression;
using System.Security.Cryptography;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>A file on disk as a reader sees it: its name, hash and size, and its data member opened as bytes (plain, .gz, inside a zip, or a workbook's sheet).</summary>
public sealed class SourceFile
{
    private readonly Task<string> _sha256;

    private SourceFile(
        string path,
        Task<string> sha256,
        long size,
        string member,
        DateOnly? memberDate,
        bool isSheet,
        FileHead head,
        ReadingChoices choices
    )
    {
        Path = path;
        _sha256 = sha256;
        Size = size;
        Member = member;
        MemberDate = memberDate;
        IsSheet = isSheet;
        Head = head;
        Choices = choices;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";

    /// <summary>SHA-256 in hexadecimal; waits for it, as it is worked out beside the first steps of a load.</summary>
    public string Sha256 => _sha256.GetAwaiter().GetResult();

    public long Size { get; }

    /// <summary>The data file inside a zip, or the sheet of a workbook; empty for a plain or gzipped file.</summary>
    public string Member { get; }

    /// <summary>The day stamped on that member, where the zip states one: for bulk files the day the publisher wrote it.</summary>
    public DateOnly? MemberDate { get; }

    /// <summary>True for a sheet of a workbook: its rows are counted, not its line breaks.</summary>
    public bool IsSheet { get; }

    public FileHead Head { get; }

    /// <summary>What the caller says of the file where it leaves something open.</summary>
    public ReadingChoices Choices { get; }

    /// <summary>Hashes the file, finds its data member and reads its first lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="choices">What the caller says of it where it leaves something open.</param>
    /// <param name="knows">Whether a reader knows a sheet of this head; where none is asked, a workbook's first sheet with cells is taken.</param>
    /// <exception cref="DataFormatException">No such file, empty file, damaged zip, or not a text file.</exception>
    public static SourceFile Open(string path, ReadingChoices? choices = null, Func<FileHead, bool>? knows = null)
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

        var sha256 = Task.Run(() => Hash(path));
        choices ??= ReadingChoices.None;
        var (member, date) = FindMember(path, name);
        if (member is null)
        {
            return OpenSheet(path, sha256, size, choices, knows);
        }

        using var data = OpenMember(path, name, member);
        return new SourceFile(path, sha256, size, member, date, isSheet: false, FileHead.Read(name, member, data), choices);
    }

    /// <summary>The sheet the caller names, else the first whose header a reader knows, else the first.</summary>
    private static SourceFile OpenSheet(string path, Task<string> sha256, long size, ReadingChoices choices, Func<FileHead, bool>? knows)
    {
        var name = System.IO.Path.GetFileName(path);
        var sheets = Workbook.Sheets(path);
        if (choices.Sheet.Length > 0)
        {
            sheets = sheets.Contains(choices.Sheet)
                ? [choices.Sheet]
                : throw new DataFormatException(
                    new DataProblem(name, 0, "", choices.Sheet, "one of its sheets: " + string.Join(", ", sheets))
                );
        }

        SourceFile? first = null;
        foreach (var sheet in sheets)
        {
            using var data = Workbook.Open(path, sheet);
            if (FileHead.OfSheet(name, sheet, data) is { } head)
            {
                var file = new SourceFile(path, sha256, size, sheet, null, isSheet: true, head, choices);
                first ??= file;
                if (knows is null || knows(head))
                {
                    return file;
                }
            }
        }

        return first
            ?? throw new DataFormatException(
                new DataProblem(name, 0, "", "an Excel workbook (.xlsx) of empty sheets", "a header line and data")
            );
    }

    /// <summary>The data as bytes from the beginning; the caller disposes it.</summary>
    public Stream OpenData() => IsSheet ? Workbook.Open(Path, Member) : OpenMember(Path, Name, Member);

    private static string Hash(string path)
    {
        using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static bool StartsWith(string path, ReadOnlySpan<byte> magic)
    {
        Span<byte> start = stackalloc byte[4];
        using var bytes = File.OpenRead(path);
        var read = bytes.ReadAtLeast(start, magic.Length, throwOnEndOfStream: false);
        return read >= magic.Length && start[..magic.Length].SequenceEqual(magic);
    }

    /// <summary>The one member that is data: the largest .csv (the others are tables of flags, items or areas), else .json. Null for a workbook.</summary>
    private static (string? Member, DateOnly? Date) FindMember(string path, string name)
    {
        if (!StartsWith(path, "PK"u8))
        {
            return ("", null);
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (Workbook.IsOne(zip))
            {
                return (null, null);
            }

            var data = new[] { ".csv", ".json" }
                .Select(end => zip.Entries.Where(e => e.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length))
                .FirstOrDefault(e => e is not null)
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
                return CheckedStream.OfZip(
                    zip,
                    zip.GetEntry(member) ?? throw new InvalidDataException("The zip lost its member " + member + ".")
                );
            }

            return StartsWith(path, [0x1f, 0x8b]) ? CheckedStream.OfGzip(File.OpenRead(path)) : File.OpenRead(path);
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, FileKind.Whole));
        }
    }
}
