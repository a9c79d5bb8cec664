using System.Text;
using FoodSecurity.Articles;

namespace FoodSecurity.Exports;

/// <summary>Excerpts from a file, told by what it is and not by its name: a workbook, JSON-LD of annotations, or a table in csv.</summary>
public static class ExcerptFile
{
    public const int MostBytes = 10_000_000;

    /// <summary>The article the file is of, with its excerpts as drafts.</summary>
    /// <exception cref="ArticleException">Not such a file; an <see cref="IntakeException"/> where it is too large or no text.</exception>
    public static Article Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new IntakeException(
                $"The file has {bytes.Length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} bytes; a file of excerpts has at most 10,000,000."
            );
        }

        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..])
        {
            return AnnotationTable.ReadXlsx(bytes);
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new IntakeException("The file is neither a workbook nor text in UTF-8: save it as .csv in UTF-8, or as .xlsx.");
        }

        return text.AsSpan().TrimStart() is ['{' or '[', ..] ? AnnotationReader.Read(text) : AnnotationTable.ReadCsv(text);
    }
}
