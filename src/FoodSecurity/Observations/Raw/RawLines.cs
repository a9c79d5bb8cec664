using System.Text;

namespace FoodSecurity.Observations.Raw;

/// <summary>Finds one physical line in a stream of text of any length with constant memory.</summary>
internal static class RawLines
{
    private const int LongestRecord = 16 * 1024;

    public static bool IsZip(Stream file) => Begins(file, "PK"u8);

    public static bool IsGzip(Stream file) => Begins(file, [0x1f, 0x8b]);

    /// <summary>The line, and those after it that belong to the same row because a quote is open; null where the text is shorter.</summary>
    public static string? Read(Stream data, long line)
    {
        // Latin-1 keeps one character per byte; a byte-order mark makes the reader change to what it states.
        using var reader = new StreamReader(data, Encoding.Latin1, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        var buffer = new char[32 * 1024];
        var text = new StringBuilder();
        var (at, quoted, any) = (1L, false, false);
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            var rest = buffer.AsSpan(0, read);
            while (at < line && rest.IndexOf('\n') is >= 0 and var end)
            {
                rest = rest[(end + 1)..];
                at++;
            }

            if (at < line)
            {
                continue;
            }

            foreach (var c in rest)
            {
                any = true;
                quoted ^= c == '"';
                if ((c == '\n' && !quoted) || text.Length >= LongestRecord)
                {
                    return Decode(text, reader);
                }

                text.Append(c);
            }
        }

        return any ? Decode(text, reader) : null;
    }

    private static string Decode(StringBuilder text, StreamReader reader)
    {
        var line = text.ToString().TrimEnd('\r');
        if (reader.CurrentEncoding.CodePage != Encoding.Latin1.CodePage)
        {
            return line;
        }

        // UTF-8 with the last character cut in two is still UTF-8; other bytes are latin-1, as many publishers write.
        var bytes = Encoding.Latin1.GetBytes(line);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : line;
    }

    private static bool Begins(Stream file, ReadOnlySpan<byte> magic)
    {
        Span<byte> start = stackalloc byte[magic.Length];
        file.Position = 0;
        var read = file.ReadAtLeast(start, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == magic.Length && start.SequenceEqual(magic);
    }
}
