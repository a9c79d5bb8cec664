using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One dataset: licence, freshness, lineage, releases.</summary>
public sealed class SourceModel(Archive archive, TimeProvider time, CoverageMemory memory) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public SourceView Source { get; private set; } = null!;

    public Freshness Freshness { get; private set; } = null!;

    /// <summary>The day the page speaks of; null: today.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>How many figures were known on that day.</summary>
    public long KnownFigures { get; private set; }

    /// <summary>Whose figures it passes on.</summary>
    public IReadOnlyList<string> Republishes { get; private set; } = [];

    /// <summary>With which others it counts as one source.</summary>
    public string Company { get; private set; } = "";

    public IActionResult OnGet(string provider, string dataset)
    {
        var all = SourceAnswer.All(archive);
        if (SourceAnswer.Of(archive, provider, dataset) is not { } source)
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.source.none", provider, dataset],
                [.. all.Select(s => (s.Dataset.Title, s.Address))]
            );
        }

        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (choice.AsOf is { } day)
        {
            AsOf = day;
            source = SourceAnswer.AsOf(source, day);
            KnownFigures = memory.Of(provider, dataset, null, day)?.Rows.Sum(r => (long)r.Total) ?? 0;
        }

        var lineage = new Lineage(archive.Words);
        Source = source;
        Freshness = FreshnessAnswer.Of(archive, [source], AsOf ?? FreshnessAnswer.Today(time))[source.Dataset.Code];
        Republishes = LineageText.Republishes(archive.Words, lineage, source.Dataset.Code, archive.Texts);
        Company = LineageText.Company(archive.Words, lineage, source.Dataset.Code, all.Select(s => s.Dataset.Code), archive.Texts);
        return Page();
    }
}
