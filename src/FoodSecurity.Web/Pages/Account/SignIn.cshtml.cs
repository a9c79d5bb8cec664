using System.Net;
using FoodSecurity.Editors;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace FoodSecurity.Web.Pages;

/// <summary>Sign-in by name and password; accounts are made from the shell.</summary>
[EnableRateLimiting(EditorsSetup.SignInLimit)]
public sealed class SignInModel(EditorStore editors, SignInNames names) : PageModel
{
    /// <summary>Where to go afterwards; only addresses of this site are followed.</summary>
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    private PageTexts T => PageTexts.Of(HttpContext);

    public string Name { get; private set; } = "";

    public string Complaint { get; private set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string? name, string? password)
    {
        Name = name ?? "";
        // A test server has no address: it is this process.
        if (!Request.IsHttps && HttpContext.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            return Refuse(StatusCodes.Status403Forbidden, T["page.sign-in.https"]);
        }

        if (!names.MayTry(Name))
        {
            await SignInNames.Refuse(HttpContext, HttpContext.RequestAborted);
            return new EmptyResult();
        }

        if (editors.SignIn(Name, password ?? "") is not { } editor)
        {
            return Refuse(StatusCodes.Status401Unauthorized, T["page.sign-in.wrong"]);
        }

        await HttpContext.SignInAsync(EditorsSetup.Principal(editor));
        return LocalRedirect(Url.IsLocalUrl(Return) ? Return : "/");
    }

    private PageResult Refuse(int status, string complaint)
    {
        Complaint = complaint;
        Response.StatusCode = status;
        return Page();
    }
}
