using FoodSecurity.Answers;
using FoodSecurity.Answers.ChartMaker;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>The chart maker's form: where, what, how. Its choices become an address; a complete one goes to its chart.</summary>
public sealed class MakerModel(Archive archive) : PageModel
{
    public MakerForm Form { get; private set; } = null!;

    public MakingRefusal? Refusal { get; private set; }

    public IActionResult OnGet(string? kind, string? draw)
    {
        kind = string.IsNullOrEmpty(kind) ? ChartQuestion.DefaultKind : kind;
        // A form sends every field: what belongs to another scale or kind than the chosen one is left behind.
        string[] without = ["kind", "draw", "step", Request.Query["scale"] == ChartAddress.Name(AskedScale.Index) ? "kind" : "base"];
        var (question, refusal) = ChartMaking.Reader(archive).Read(kind, MakerFilesApi.Pairs(Request.Query, without));
        question = question is null ? null : KindOptions.OfKind(question);
        if (refusal is not null)
        {
            Response.StatusCode = MakerFilesApi.Status(refusal, kind);
        }
        else if (draw is not null && question!.Areas.Count > 0)
        {
            return Redirect(ChartAddress.Of(question));
        }

        Refusal = refusal;
        question ??= new ChartQuestion();
        Form = new MakerForm(question, ChartOffers.Of(archive, question), archive)
        {
            Peers = PeerArea.Of(archive, question, archive.Texts),
        };
        return Page();
    }
}
