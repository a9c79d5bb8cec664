using FoodSecurity.Answers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>All datasets that are loaded, with their freshness today.</summary>
public sealed class SourcesModel : PageModel
{
    public SourcesModel(Archive archive, TimeProvider time)
    {
        Sources = SourceAnswer.All(archive);
        Freshness = FreshnessAnswer.Of(archive, Sources, FreshnessAnswer.Today(time));
        Groups = LineageText.Groups(archive.Words, new Lineage(archive.Words), [.. Sources.Select(s => s.Dataset.Code)], archive.Texts);
    }

    public IReadOnlyList<SourceView> Sources { get; }

    public IReadOnlyDictionary<string, Freshness> Freshness { get; }

    /// <summary>How many independent sources the datasets are.</summary>
    public string Groups { get; }
}
