using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Where a dataset has figures: regions by years, or areas by years of one element.</summary>
public sealed class CoverageModel(Archive archive, CoverageMemory memory) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public CoverageView View { get; private set; } = null!;

    public string Heading { get; private set; } = "";

    public IActionResult OnGet(string provider, string dataset, string? element)
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (memory.Of(provider, dataset, string.IsNullOrEmpty(element) ? null : element, choice.AsOf) is not { } view)
        {
            return SourceAnswer.Of(archive, provider, dataset) is { } source
                ? Missing.View(
                    this,
                    StatusCodes.Status404NotFound,
                    T["page.coverage.no-element", element!, source.Dataset.Title],
                    [(T["page.coverage.nearest", source.Dataset.Title], source.Address + "/coverage")]
                )
                : Missing.View(
                    this,
                    StatusCodes.Status404NotFound,
                    T["page.source.none", provider, dataset],
                    [.. SourceAnswer.All(archive).Select(s => (s.Dataset.Title, s.Address))]
                );
        }

        View = view;
        Heading = view.Element is { } chosen ? T["coverage.areas", chosen.Name] : T["coverage.regions"];
        return Page();
    }
}
