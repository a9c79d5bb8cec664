using System.Text;
using System.Text.RegularExpressions;

namespace FoodSecurity.Articles.Intake;

/// <summary>
/// Bytes to text: by their mark (BOM), else by the encoding that is declared beside or within them, else as UTF-8, else as windows-1252 where that makes sense.
/// A byte that the encoding does not have is never replaced in silence.
/// </summary>
internal static partial class TextDecoding
{
    // Windows-1252 has letters in these bytes; a text in another alphabet is made of them nearly alone.
    private const double MostHighBytes = 0.25;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the encodings of old files known to readers that ask for them by name.</summary>
    public static void Prepare() => Strict("windows-1252");

    /// <summary>The text and, where the encoding was guessed or looks wrong, a doubt.</summary>
    /// <param name="bytes">Of a text file or page.</param>
    /// <param name="declared">The encoding named beside the bytes (Content-Type); null where none is. One named within the bytes counts where this is null.</param>
    /// <exception cref="IntakeException">Binary, or not what it declares.</exception>
    public static (string Text, string? Doubt) Decode(byte[] bytes, string? declared = null)
    {
        var (text, doubt) = Marked(bytes) is { } marked ? (marked, null) : Unmarked(bytes, declared ?? Within(bytes));
        var controls = text.Count(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'));
        if (controls > text.Length / 50 + 1)
        {
            throw NoText();
        }

        if (text.Contains('\uFFFD'))
        {
            doubt = "Some letters were lost before the file came here (replacement characters): compare the quotes with the source.";
        }
        else if (Garbled().Count(text) >= 3)
        {
            doubt =
                "The text looks as if it had been read in the wrong encoding once before it came here (“â€™”, “Ã©”): copy it again from its source.";
        }

        return (text, doubt);
    }

    private static string? Marked(byte[] bytes)
    {
        var (name, skip) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => ("utf-32", 4),
            [0xFF, 0xFE, ..] => ("utf-16", 2),
            [0xFE, 0xFF, ..] => ("utf-16BE", 2),
            _ => ("", 0),
        };
        return name.Length == 0
            ? null
            : Try(bytes.AsSpan(skip), name)
                ?? throw new IntakeException(
                    $"The file begins with the mark of {name} and holds bytes that {name} does not have. Save it again as UTF-8."
                );
    }

    private static (string Text, string? Doubt) Unmarked(byte[] bytes, string? declared)
    {
        if (Wide(bytes) is { } wide)
        {
            return (wide, "The file does not say its encoding; it was read as UTF-16.");
        }

        // What declares UTF-16 within its own single bytes is not UTF-16 (HTML standard, 13.2.3.2).
        if (declared is not null && !declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            if (Known(declared) is null)
            {
                throw new IntakeException($"The text declares an encoding that is not known here: \"{declared}\". Save it as UTF-8.");
            }

            return Try(bytes, declared) is { } said ? (said, null)
                : Try(bytes, "utf-8") is { } utf8 ? (utf8, $"The text declares {declared} and is UTF-8; it was read so.")
                : throw new IntakeException(
                    $"The text declares {declared} and holds bytes that {declared} does not have. Save it again as UTF-8."
                );
        }

        if (Try(bytes, "utf-8") is { } plain)
        {
            return (plain, null);
        }

        return bytes.Count(b => b >= 0x80) <= bytes.Length * MostHighBytes && Try(bytes, "windows-1252") is { } western
            ? (western, "The file does not say its encoding and is not UTF-8; it was read as windows-1252 (Western European).")
            : throw (
                bytes.Count(b => b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0x1B))
                > bytes.Length / 50 + 1
                    ? NoText()
                    : new IntakeException("The encoding of the text is not stated and cannot be told. Save it as UTF-8.")
            );
    }

    private static IntakeException NoText() =>
        new("This is no text: it holds bytes that no text has. Give the article as text, HTML, Markdown, PDF or mail (.eml).");

    /// <summary>UTF-16 without a mark: every other byte is zero in texts of European letters.</summary>
    private static string? Wide(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length & ~1, 4096));
        int even = 0,
            odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var half = head.Length / 2;
        return half < 4 || bytes.Length % 2 != 0 ? null
            : odd > half * 0.6 && even == 0 ? Try(bytes, "utf-16")
            : even > half * 0.6 && odd == 0 ? Try(bytes, "utf-16BE")
            : null;
    }

    /// <summary>The encoding a page or XML file names in its first 2,048 bytes.</summary>
    private static string? Within(byte[] bytes)
    {
        var found = Declaration().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048)));
        return found.Success ? found.Groups["name"].Value : null;
    }

    private static string? Try(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Known(name)?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Known(string name)
    {
        try
        {
            // Pages that say ISO-8859-1 mean windows-1252 (WHATWG Encoding standard, 4.2).
            return Strict(
                name.Trim().ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name.Trim()
            );
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding Strict(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    [GeneratedRegex(
        """(?:<meta[^>]{0,200}?charset\s*=\s*["']?|<\?xml[^>]{0,100}?encoding\s*=\s*["'])(?<name>[A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Declaration();

    [GeneratedRegex("â€[™œ\u009d\u0093\u0094“”˜¦]|Ã[©¨¼¶¤±]")]
    private static partial Regex Garbled();
}
