using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>All datasets that are loaded, with their freshness today or on a day in the past.</summary>
public sealed class SourcesModel(Archive archive, TimeProvider time) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public IReadOnlyList<SourceView> Sources { get; private set; } = [];

    public IReadOnlyDictionary<string, Freshness> Freshness { get; private set; } = new Dictionary<string, Freshness>();

    /// <summary>How many independent sources the datasets are.</summary>
    public string Groups { get; private set; } = "";

    /// <summary>The day the page speaks of; null: today.</summary>
    public DateOnly? AsOf { get; private set; }

    public IActionResult OnGet()
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        AsOf = choice.AsOf;
        Sources = choice.AsOf is { } day
            ? [.. SourceAnswer.All(archive).Select(s => SourceAnswer.AsOf(s, day))]
            : SourceAnswer.All(archive);
        Freshness = FreshnessAnswer.Of(archive, Sources, AsOf ?? FreshnessAnswer.Today(time));
        Groups = LineageText.Groups(archive.Words, new Lineage(archive.Words), [.. Sources.Select(s => s.Dataset.Code)], archive.Texts);
        return Page();
    }
}
