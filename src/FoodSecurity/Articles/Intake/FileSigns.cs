namespace FoodSecurity.Articles.Intake;

/// <summary>What bytes are, by how they begin: kinds that can be read, and kinds that are named when they are refused.</summary>
internal static class FileSigns
{
    private static readonly (byte[] Begin, string What)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip or an office document: save it as PDF or as text"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document: save it as PDF or as text"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture: the text has to be typed or copied"),
        ([0xFF, 0xD8, 0xFF], "a picture: the text has to be typed or copied"),
        ("GIF8"u8.ToArray(), "a picture: the text has to be typed or copied"),
        ([0x1F, 0x8B], "packed (gzip): unpack it first"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "packed: unpack it first"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("MZ"u8.ToArray(), "a program"),
        ("{\\rtf"u8.ToArray(), "rich text: save it as PDF or as plain text"),
        ("SQLite format 3"u8.ToArray(), "a database"),
    ];

    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>What else it is, with what to do; null where it may be text.</summary>
    public static string? Refused(byte[] bytes)
    {
        foreach (var (begin, what) in Known)
        {
            // "MZ" begins words too: a program has bytes that no text has.
            if (
                bytes.AsSpan().StartsWith(begin)
                && (begin[0] != (byte)'M' || bytes.AsSpan(0, Math.Min(bytes.Length, 512)).Contains((byte)0))
            )
            {
                return what;
            }
        }

        return null;
    }

    /// <summary>Header lines of a mail: names, colons, and among them one that only mails have.</summary>
    public static bool IsMail(string head)
    {
        var names = head.Split('\n')
            .TakeWhile(l => l.Trim().Length > 0)
            .Where(l => l.Length > 0 && !char.IsWhiteSpace(l[0]))
            .Select(l => l.Split(':')[0].Trim().ToLowerInvariant())
            .ToList();
        return names.Count >= 2
            && names.All(n => n.Length is > 0 and < 40 && n.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && names.Any(n => n is "mime-version" or "received" or "message-id" or "return-path" or "delivered-to" or "content-type")
            && names.Any(n => n is "subject" or "from" or "date");
    }

    public static bool IsHtml(string text)
    {
        var head = text.AsSpan().TrimStart();
        head = head[..Math.Min(head.Length, 2048)];
        foreach (var sign in new[] { "<!doctype html", "<html", "<head", "<body", "<article", "<?xml" })
        {
            if (head.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return head.StartsWith("<", StringComparison.Ordinal)
            && (head.Contains("</", StringComparison.Ordinal) || head.Contains("/>", StringComparison.Ordinal));
    }
}
