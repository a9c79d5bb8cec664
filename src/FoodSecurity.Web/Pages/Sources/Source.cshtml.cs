using FoodSecurity.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One dataset: licence, lineage, releases.</summary>
public sealed class SourceModel(Archive archive) : PageModel
{
    public SourceView Source { get; private set; } = null!;

    public IActionResult OnGet(string provider, string dataset)
    {
        if (SourceAnswer.Of(archive, provider, dataset) is not { } source)
        {
            return Missing.View(this, StatusCodes.Status404NotFound, $"No source “{provider}/{dataset}”", [.. SourceAnswer.All(archive).Select(s => (s.Dataset.Title, s.Address))]);
        }

        Source = source;
        return Page();
    }
}
