using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FoodSecurity.Web.Pages;

/// <summary>Takes excerpts from a file of annotations or a table, after it was shown what becomes of each.</summary>
[IntakeSize]
[RequestSizeLimit(IntakeSizeAttribute.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = IntakeSizeAttribute.MostBytes, ValueLengthLimit = IntakeSizeAttribute.MostBytes)]
[EnableRateLimiting(IntakeLimits.Policy)]
public sealed class ArticleImportModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    /// <summary>What becomes, or became, of each excerpt; null before a file was given.</summary>
    public ImportedExcerpts? Result { get; private set; }

    /// <summary>True while nothing is kept.</summary>
    public bool IsTrial { get; private set; }

    /// <summary>The file in base64, kept in the form from the trial to the import.</summary>
    public string Held { get; private set; } = "";

    /// <summary>Slug of the article it goes to; "" for the one the file names.</summary>
    public string Into { get; private set; } = "";

    public IReadOnlyList<Article> Articles => Desk.All();

    public void OnGet(string? into) => Into = into ?? "";

    public IActionResult OnPostTry(IFormFile? file, string? into)
    {
        using var bytes = new MemoryStream();
        file?.CopyTo(bytes);
        return Take(file is null ? null : bytes.ToArray(), into, isTrial: true);
    }

    public IActionResult OnPostKeep(string? content, string? into)
    {
        var bytes = new byte[(content?.Length ?? 0) * 3 / 4];
        return Take(
            Convert.TryFromBase64String(content ?? "", bytes, out var length) && length > 0 ? bytes[..length] : null,
            into,
            isTrial: false
        );
    }

    /// <summary>Ending of the key of the words for what became of an excerpt.</summary>
    public static string Word(ImportOutcome outcome) => outcome.ToString().ToLowerInvariant();

    public static string Tone(ImportOutcome outcome) =>
        outcome switch
        {
            ImportOutcome.Added or ImportOutcome.Same => "yes",
            ImportOutcome.Corrected => "",
            _ => "no",
        };

    private IActionResult Take(byte[]? bytes, string? into, bool isTrial)
    {
        Into = into ?? "";
        return Try(
            () =>
            {
                var file = ExcerptFile.Read(bytes ?? throw new ArticleException(T["import.none"]));
                Result = Desk.Import(file, Me, Into.Length > 0 ? Into : null, isTrial);
                (IsTrial, Held) = (isTrial, isTrial ? Convert.ToBase64String(bytes) : "");
                return Page();
            },
            _ => Page()
        );
    }
}
