using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources;

/// <summary>A file on disk as a reader sees it: its name, hash and size, and its data member opened as bytes (plain, .gz, or inside a zip).</summary>
public sealed class SourceFile
{
    private SourceFile(string path, string sha256, long size, string member, FileHead head)
    {
        Path = path;
        Sha256 = sha256;
        Size = size;
        Member = member;
        Head = head;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";

    public string Sha256 { get; }

    public long Size { get; }

    /// <summary>The data file inside a zip; empty for a plain or gzipped file.</summary>
    public string Member { get; }

    public FileHead Head { get; }

    /// <summary>Hashes the file, finds its data member and reads its first lines.</summary>
    /// <exception cref="DataFormatException">Empty file, damaged or ambiguous zip, or not a text file.</exception>
    public static SourceFile Open(string path)
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

        var member = FindMember(path, name);
        using var data = OpenMember(path, name, member);
        return new SourceFile(path, sha256, size, member, FileHead.Read(name, member, data));
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

    /// <summary>The one member that is data: the largest .csv that is not a flag, item or area code table.</summary>
    private static string FindMember(string path, string name)
    {
        if (!StartsWith(path, "PK"u8))
        {
            return "";
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            var data = zip.Entries
                .Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(e => e.Length).FirstOrDefault();
            return data?.FullName ?? throw new DataFormatException(new DataProblem(
                name, 0, "", string.Join(", ", zip.Entries.Select(e => e.FullName).Take(8)), "a .csv file inside the zip"));
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, "a whole zip file; this one is cut off or damaged: download it again"));
        }
    }

    private static Stream OpenMember(string path, string name, string member)
    {
        if (member.Length > 0)
        {
            var zip = ZipFile.OpenRead(path);
            var entry = zip.GetEntry(member) ?? throw new DataFormatException(new DataProblem(name, 0, "", "no such member", member));
            return new OwningStream(entry.Open(), zip);
        }

        Stream bytes = File.OpenRead(path);
        return StartsWith(path, [0x1f, 0x8b]) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
    }

    private sealed class OwningStream(Stream inner, IDisposable owner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                owner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>The beginning of a data file: enough to tell its format by content.</summary>
public sealed record FileHead(string FileName, string Member, IReadOnlyList<string> Lines)
{
    private const int Bytes = 16 * 1024;

    public string Shown => Member.Length > 0 ? FileName + "!" + Member : FileName;

    /// <summary>The first line, byte-order mark removed.</summary>
    public string First => Lines.Count > 0 ? Lines[0] : "";

    /// <exception cref="DataFormatException">The bytes are not text.</exception>
    public static FileHead Read(string name, string member, Stream data)
    {
        var buffer = new byte[Bytes];
        int read;
        try
        {
            read = data.ReadAtLeast(buffer, Bytes, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFormatException(new DataProblem(name, 0, "", damaged.Message, "a whole compressed file; this one is cut off or damaged"));
        }

        var bytes = buffer.AsSpan(0, read);
        var shown = member.Length > 0 ? name + "!" + member : name;
        if (read == 0)
        {
            throw new DataFormatException(new DataProblem(shown, 0, "", "an empty file", "a header line and data"));
        }

        if (bytes.Contains((byte)0))
        {
            throw new DataFormatException(new DataProblem(shown, 0, "", "bytes that are not text", "a csv file, plain or zipped"));
        }

        // Headers are ASCII in every known format: latin-1 keeps one character per byte here, whatever follows.
        var text = Encoding.Latin1.GetString(bytes);
        if (text.StartsWith("\u00ef\u00bb\u00bf", StringComparison.Ordinal))
        {
            text = text[3..];
        }

        var lines = text.Split('\n');
        return new FileHead(name, member, [.. lines.Take(read == Bytes ? Math.Max(1, lines.Length - 1) : lines.Length).Select(l => l.TrimEnd('\r'))]);
    }
}
