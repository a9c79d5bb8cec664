using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Observations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Search over names in all languages, aliases and codes; a name that is exactly one country goes to its page.</summary>
public sealed class SearchModel(Archive archive) : PageModel
{
    public string Text { get; private set; } = "";

    public IReadOnlyList<AreaEntry> Found { get; private set; } = [];

    public IReadOnlyList<Area> Nearest { get; private set; } = [];

    public IActionResult OnGet(string? q)
    {
        Text = (q ?? "").Trim();
        Text = Text.Length > 80 ? Text[..80] : Text;
        Found = AreaDirectory.Search(archive, Text);
        if (archive.Words.FindArea(Text) is { } exact && Found.Any(f => f.Area.Code == exact.Code))
        {
            return Redirect($"/areas/{exact.Code}");
        }

        if (Found.Count == 0 && Text.Length > 0)
        {
            Nearest = [.. AreaDirectory.Nearest(archive, Text)];
        }

        return Page();
    }
}
