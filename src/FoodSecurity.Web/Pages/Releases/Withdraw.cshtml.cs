using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Takes a release back, with a reason; editors only.</summary>
[Authorize(Policy = EditorsSetup.Editor)]
public sealed class WithdrawModel(Archive archive) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public ReleaseView View { get; private set; } = null!;

    public string Complaint { get; private set; } = "";

    public string Done { get; private set; } = "";

    public IActionResult OnGet(string provider, string dataset, long id) => Find(provider, dataset, id) ?? Page();

    public IActionResult OnPost(string provider, string dataset, long id, string? because)
    {
        if (Find(provider, dataset, id) is { } missing)
        {
            return missing;
        }

        try
        {
            Done = ReleaseRemoval.Describe(archive, ReleaseRemoval.Run(archive, id, User.Identity!.Name!, because ?? ""));
        }
        catch (WithdrawalException refused)
        {
            Complaint = refused.Message;
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    private IActionResult? Find(string provider, string dataset, long id)
    {
        if (
            ReleaseAnswer.Of(archive, new DifferenceQuestion { ReleaseId = id, Count = 1 }) is not { } view
            || view.Provider.Code != provider
            || view.Dataset.Name != dataset
        )
        {
            return Missing.View(this, StatusCodes.Status404NotFound, T["page.withdraw.none"], [(T["page.withdraw.all"], "/sources")]);
        }

        View = view;
        return null;
    }
}
