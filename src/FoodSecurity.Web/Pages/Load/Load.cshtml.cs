using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Sends a file; what it holds is told on the next page.</summary>
[Authorize(Policy = EditorsSetup.Editor)]
[RequestSizeLimit(Uploads.MostBytes + 64 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.MostBytes)]
public sealed class LoadModel(Uploads uploads) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public string Complaint { get; private set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return Refuse(T["page.load.empty"]);
        }

        return LocalRedirect("/load/" + await uploads.Keep(file, User.Identity!.Name!, HttpContext.RequestAborted));
    }

    private PageResult Refuse(string complaint)
    {
        Complaint = complaint;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
