using FoodSecurity.Observations;
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
    public string Complaint { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return Refuse("Choose a file that is not empty.");
        }

        try
        {
            return LocalRedirect("/load/" + await uploads.Keep(file, User.Identity!.Name!, HttpContext.RequestAborted));
        }
        catch (DataFormatException wrong)
        {
            return Refuse(wrong.Problems[0].ToString());
        }
    }

    private PageResult Refuse(string complaint)
    {
        Complaint = complaint;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
