using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>The story, the search and the countries by region.</summary>
public sealed class HomeModel(PictureCache pictures) : PageModel
{
    public PictureCache Pictures => pictures;

    public IReadOnlyList<StoryView> Stories { get; } = pictures.Stories();

    public IReadOnlyList<RegionEntry> Regions { get; } = pictures.Regions();
}
