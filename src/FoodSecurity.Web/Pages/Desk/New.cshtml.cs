using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Intake;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FoodSecurity.Web.Pages;

/// <summary>Takes an article in: reads it, shows what was read for correction, and keeps it as a draft.</summary>
[IntakeSize]
[RequestSizeLimit(IntakeSizeAttribute.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = IntakeSizeAttribute.MostBytes, ValueLengthLimit = IntakeSizeAttribute.MostBytes)]
[EnableRateLimiting(IntakeLimits.Policy)]
public sealed class NewArticleModel(Archive archive, ArticleReading reading, IntakeLimits limits, TimeProvider time)
    : DeskPage(archive, reading, time)
{
    /// <summary>What was read; null before it.</summary>
    public ReceivedArticle? Received { get; private set; }

    public DetailsForm Details { get; private set; } = new(new ArticleDetails());

    public IReadOnlyList<ArticleDuplicate> Alike { get; private set; } = [];

    public string Pasted { get; private set; } = "";

    public string Web { get; private set; } = "";

    public bool IsSameText => Alike.Any(d => d.Likeness == Likeness.SameText);

    public string How(ArticleDuplicate found) =>
        found.Likeness switch
        {
            Likeness.SameText => T["page.desk-new.same-text"],
            Likeness.SameAddress => T["page.desk-new.same-address"],
            _ => T["page.desk-new.alike", found.Share * 100],
        };

    public void OnGet() { }

    public async Task<IActionResult> OnPostReadAsync(string? text, IFormFile? file, string? web)
    {
        (Pasted, Web) = (text ?? "", web?.Trim() ?? "");
        var given = new[] { !string.IsNullOrWhiteSpace(text), file is not null, Web.Length > 0 }.Count(g => g);
        if (given != 1)
        {
            return Refuse(given == 0 ? T["page.desk-new.nothing"] : T["page.desk-new.several"], Page);
        }

        if (Web.Length > 0 && !limits.MayFetch(HttpContext))
        {
            Complaint = IntakeLimits.FetchedOften;
            return Page();
        }

        try
        {
            Received =
                file is not null ? ArticleReading.File(await Bytes(file), file.FileName, file.ContentType)
                : Web.Length > 0 ? await Reading.Address(Web, HttpContext.RequestAborted)
                : ArticleReading.Pasted(Pasted);
        }
        catch (ArticleException why)
        {
            return Refuse(why.Message, Page);
        }

        Details = new DetailsForm(Received.Details);
        Alike = Desk.FindDuplicates(Received.Text, Received.Details.Address);
        return Page();
    }

    public IActionResult OnPostKeep(string? text, string? alike)
    {
        Details = DetailsForm.Of(Request.Form);
        Received = new ReceivedArticle(text ?? "", Details.Details, "text", []);
        try
        {
            var added = Desk.Add(Received.Text, Details.Details, Me, evenIfAlike: alike == "yes");
            return To($"/articles/{added.Slug}/edit", T["page.desk-new.kept"]);
        }
        catch (DuplicateArticleException here)
        {
            Alike = here.Found;
            return Refuse(here.Message, Page);
        }
        catch (ArticleException why)
        {
            Details = Details.Refused(why.Message);
            return Refuse(why.Message, Page);
        }
    }

    private static async Task<byte[]> Bytes(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
