using FoodSecurity.Answers.Areas;
using FoodSecurity.Observations;
using FoodSecurity.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>All areas with data.</summary>
public sealed class AreasModel(PictureCache pictures) : PageModel
{
    public IReadOnlyList<RegionEntry> Regions { get; } = pictures.Regions();

    public int Count => Regions.Sum(r => r.Areas.Count(a => a.Area.Level == AreaLevel.Country));
}
