using FoodSecurity.Answers.Articles;
using FoodSecurity.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>All articles.</summary>
public sealed class ArticlesModel(PictureCache pictures) : PageModel
{
    public IReadOnlyList<StoryView> Stories { get; } = pictures.Stories();
}
