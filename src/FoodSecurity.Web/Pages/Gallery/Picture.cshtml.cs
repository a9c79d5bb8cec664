using FoodSecurity.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One picture of the gallery, 360 to 2400 pixels wide.</summary>
public sealed class GalleryPictureModel(PictureCache pictures) : PageModel
{
    public IActionResult OnGet(string id, int w = 760) =>
        pictures.Gallery().FirstOrDefault(e => e.Id == id)?.Drawn is { } drawn
            ? Content(pictures.Svg(drawn.Spec with { Id = id }, new ChartFrame { Width = w, Form = ChartForm.Picture }, "gallery"), "image/svg+xml; charset=utf-8")
            : NotFound();
}
