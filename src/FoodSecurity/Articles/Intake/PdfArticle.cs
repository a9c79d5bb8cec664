using System.Diagnostics;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace FoodSecurity.Articles.Intake;

/// <summary>An article as a PDF that holds its text (not a picture of it): lines joined to paragraphs, words parted at line ends put together.</summary>
internal static class PdfArticle
{
    private const int MostPages = 300;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <exception cref="IntakeException">Locked, damaged, without text, or too long.</exception>
    public static ReceivedArticle Read(byte[] bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes);
            if (pdf.NumberOfPages > MostPages)
            {
                throw new IntakeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The PDF has {pdf.NumberOfPages} pages; at most {MostPages} are read. Give the pages that matter."
                    )
                );
            }

            var text = Joined(Pages(pdf));
            return text.Length == 0
                ? throw new IntakeException(
                    "The PDF holds no text, only pictures of it. Copy the text by hand or have it recognised first."
                )
                : new ReceivedArticle(
                    text,
                    new ArticleDetails
                    {
                        Title = Clean(pdf.Information.Title) ?? "",
                        Author = Clean(pdf.Information.Author),
                        PublishedOn = StatedDate.Read(pdf.Information.CreationDate),
                        Language = "",
                    },
                    "pdf",
                    [
                        "The text comes from a PDF: look at the order of columns, and at headers and footers between paragraphs. Its date is the day the file was made.",
                    ]
                );
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new IntakeException("The PDF is locked with a password: unlock it, or paste its text.");
        }
        catch (Exception damaged) when (damaged is not ArticleException and not OutOfMemoryException)
        {
            // The reader meets damaged files with exceptions of many kinds.
            throw new IntakeException($"The PDF is damaged and cannot be read ({damaged.Message.TrimEnd('.')}). Paste its text instead.");
        }
    }

    private static IEnumerable<string> Pages(PdfDocument pdf)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var page in pdf.GetPages())
        {
            yield return ContentOrderTextExtractor.GetText(page, addDoubleNewline: true);
            if (Stopwatch.GetElapsedTime(began) > Longest)
            {
                throw new IntakeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The PDF takes more than {Longest.TotalSeconds:0} seconds to read. Paste its text instead."
                    )
                );
            }
        }
    }

    /// <summary>Lines of one paragraph in one line; an empty line between paragraphs.</summary>
    private static string Joined(IEnumerable<string> pages)
    {
        var text = new StringBuilder();
        foreach (
            var line in pages
                .SelectMany(p => (p + "\n\n").Replace("\r", "", StringComparison.Ordinal).Split('\n'))
                .Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        )
        {
            if (line.Length == 0)
            {
                text.Append(text.Length > 0 && text[^1] != '\n' ? "\n\n" : "");
            }
            else if (text.Length > 1 && text[^1] == '-' && char.IsLower(text[^2]) && char.IsLower(line[0]))
            {
                text.Length--;
                text.Append(line);
            }
            else
            {
                text.Append(text.Length > 0 && text[^1] != '\n' ? " " : "").Append(line);
            }
        }

        return text.ToString().Trim();
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
