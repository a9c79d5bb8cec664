using FoodSecurity.Answers;
using FoodSecurity.Answers.Tracing;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Where one number comes from.</summary>
public sealed class TraceModel(Archive archive) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public TraceView View { get; private set; } = null!;

    /// <summary>The lines of the trace; ingredients stand in a table of their own.</summary>
    public IEnumerable<(string Name, string Value)> Lines =>
        TraceText.Lines(View).Where(l => !l.Name.StartsWith("Part ", StringComparison.Ordinal));

    public string JsonAddress => $"{Request.Path}.json{Request.QueryString}";

    public IActionResult OnGet(
        string dataset,
        string area,
        string item,
        string element,
        string period,
        string? basis,
        string? dimensions,
        string? indicator,
        string? edition
    )
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (!archive.Words.Areas.ContainsKey(area))
        {
            return Missing.Area(this, archive, area);
        }

        if (
            TraceAnswer.Of(
                archive,
                new TraceQuestion(dataset, area.ToUpperInvariant(), item, element, period)
                {
                    Basis = basis,
                    Dimensions = dimensions,
                    Indicator = indicator,
                    Edition = edition,
                    AsOf = choice.AsOf,
                }
            )
            is not { } view
        )
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                choice.AsOf is { } day ? T["page.trace.none-then", Dates.Long(day)] : T["page.trace.none"],
                [(T["page.trace.area", archive.Words.Areas[area].Name], $"/areas/{area}")]
            );
        }

        View = view;
        return Page();
    }

    public string ItemName(string code) => archive.Words.Items.GetValueOrDefault(code)?.Name ?? code;
}
