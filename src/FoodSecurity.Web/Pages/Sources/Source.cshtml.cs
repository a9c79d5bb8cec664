using FoodSecurity.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One dataset: licence, freshness, lineage, releases.</summary>
public sealed class SourceModel(Archive archive, TimeProvider time) : PageModel
{
    public SourceView Source { get; private set; } = null!;

    public Freshness Freshness { get; private set; } = null!;

    /// <summary>Whose figures it passes on.</summary>
    public IReadOnlyList<string> Republishes { get; private set; } = [];

    /// <summary>With which others it counts as one source.</summary>
    public string Company { get; private set; } = "";

    public IActionResult OnGet(string provider, string dataset)
    {
        var all = SourceAnswer.All(archive);
        if (SourceAnswer.Of(archive, provider, dataset) is not { } source)
        {
            return Missing.View(this, StatusCodes.Status404NotFound, $"No source “{provider}/{dataset}”", [.. all.Select(s => (s.Dataset.Title, s.Address))]);
        }

        var lineage = new Lineage(archive.Words);
        Source = source;
        Freshness = FreshnessAnswer.Of(archive, [source], FreshnessAnswer.Today(time))[source.Dataset.Code];
        Republishes = LineageText.Republishes(archive.Words, lineage, source.Dataset.Code, archive.Texts);
        Company = LineageText.Company(archive.Words, lineage, source.Dataset.Code, all.Select(s => s.Dataset.Code), archive.Texts);
        return Page();
    }
}
