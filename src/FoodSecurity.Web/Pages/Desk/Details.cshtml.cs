using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>Corrects what is known about an article. That a second person must approve is taken away by administrators alone: else the rule would bind nobody.</summary>
public sealed class ArticleDetailsModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    public DetailsForm Details { get; private set; } = new(new ArticleDetails());

    private bool ApprovalIsFixed => Article.NeedsSecondApproval && !User.IsInRole(EditorsSetup.Administrator);

    public IActionResult OnGet(string slug) => With(slug, () =>
        {
            Details = new DetailsForm(ArticleDetails.Of(Article)) { ApprovalIsFixed = ApprovalIsFixed };
            return Page();
        });

    public IActionResult OnPost(string slug) => With(slug, () =>
        {
            var sent = DetailsForm.Of(Request.Form) with { ApprovalIsFixed = ApprovalIsFixed };
            Details = ApprovalIsFixed ? sent with { Details = sent.Details with { NeedsSecondApproval = true } } : sent;
            return Try(
                () =>
                {
                    Desk.Correct(slug, Details.Details, Me);
                    return To(Address, T["page.desk-details.saved"]);
                },
                why =>
                {
                    Details = Details.Refused(why);
                    return Page();
                }
            );
        });
}
