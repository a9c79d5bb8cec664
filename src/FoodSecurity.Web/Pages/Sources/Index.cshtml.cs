using FoodSecurity.Answers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>All datasets that are loaded.</summary>
public sealed class SourcesModel(Archive archive) : PageModel
{
    public IReadOnlyList<SourceView> Sources { get; } = SourceAnswer.All(archive);
}
