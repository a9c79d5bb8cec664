using System.IO.Compression;

namespace FoodSecurity.Sources.Files;

/// <summary>What a file that is no csv looks like, in words for the error.</summary>
internal static class FileKind
{
    public const string Whole = "a whole file; this one is cut off or damaged: download it again";

    /// <summary>The kind of bytes that are not text; null where they are.</summary>
    public static string? NotText(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? "a PDF document"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) ? "a PNG picture"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]) ? "an old Excel workbook (.xls)"
        : bytes.StartsWith("SQLite format 3"u8) ? "a SQLite database"
        : bytes.Contains((byte)0) ? "bytes that are not text"
        : null;

    /// <summary>The kind of text that is no table; null where it may be one.</summary>
    public static string? NotTable(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                ? "an HTML page (perhaps an error page saved in place of the file)"
            : start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "an XML document"
            : start.StartsWith("{", StringComparison.Ordinal) || start.StartsWith("[", StringComparison.Ordinal) ? "JSON"
            : null;
    }

    /// <summary>What a zip without a csv file holds.</summary>
    public static string OfZip(ZipArchive zip)
    {
        var names = zip.Entries.Select(e => e.FullName).ToList();
        return names.Exists(n => n.StartsWith("word/", StringComparison.Ordinal)) ? "a Word document (.docx)"
            : names.Count == 0 ? "an empty zip file"
            : "a zip with " + string.Join(", ", names.Take(8));
    }
}
