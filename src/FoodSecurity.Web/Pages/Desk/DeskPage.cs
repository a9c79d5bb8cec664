using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>What the pages of the editing desk have in common: only for signed-in editors, one article, what was refused, what was done.</summary>
[Authorize(Policy = EditorsSetup.Editor)]
public abstract class DeskPage(Archive archive, ArticleReading reading, TimeProvider time) : PageModel
{
    public const string ListAddress = "/articles/desk";

    protected PageTexts T => PageTexts.Of(HttpContext);

    protected Archive Archive => archive;

    protected ArticleReading Reading => reading;

    protected ArticleDesk Desk { get; } = ArticleDesks.Open(archive, time);

    public Article Article { get; protected set; } = new();

    /// <summary>Why nothing was changed; empty where nothing was refused.</summary>
    public string Complaint { get; protected set; } = "";

    /// <summary>What the change before this page did.</summary>
    [TempData]
    public string? Done { get; set; }

    public string Me => User.Identity!.Name!;

    public string Address => $"/articles/{Article.Slug}/edit";

    /// <summary>Runs what follows for an article, or says that there is none.</summary>
    protected IActionResult With(string slug, Func<IActionResult> next)
    {
        if (Desk.Find(slug) is not { } found)
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.desk.none", slug],
                [(T["page.desk.articles-at-the-desk"], ListAddress)]
            );
        }

        Article = found;
        return next();
    }

    /// <summary>A change; what is refused is said on the page that <paramref name="refused"/> shows.</summary>
    protected IActionResult Try(Func<IActionResult> change, Func<string, IActionResult> refused)
    {
        try
        {
            return change();
        }
        catch (ArticleException why)
        {
            return Refuse(why.Message, () => refused(why.Message));
        }
    }

    /// <summary>Says on the page why nothing was changed.</summary>
    protected IActionResult Refuse(string why, Func<IActionResult> page)
    {
        Complaint = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page();
    }

    protected IActionResult To(string address, string done)
    {
        Done = done;
        return LocalRedirect(address);
    }

    /// <summary>True where this excerpt may be approved by whoever is signed in.</summary>
    public bool MayApprove(Excerpt excerpt) => MayApprove(Article, excerpt);

    public bool MayApprove(Article article, Excerpt excerpt) =>
        excerpt.State == ExcerptState.Draft
        && !(article.NeedsSecondApproval && string.Equals(excerpt.EditedBy, Me, StringComparison.OrdinalIgnoreCase));

    /// <summary>A mark of the excerpt as it stands: what is approved or corrected is what was seen.</summary>
    public static string Seen(Excerpt excerpt) => $"{excerpt.EditedAt} {excerpt.EditedBy} {excerpt.State} {excerpt.Start}";
}
