using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One picture of the gallery, 320 to 2400 pixels wide; it brings the dark colours of the style sheet with it, since an image sees no style of its page.</summary>
public sealed class GalleryPictureModel(PictureCache pictures, DarkColors dark) : PageModel
{
    public IActionResult OnGet(string id, int w = 760) =>
        w is >= 320 and <= 2400 && pictures.Gallery().FirstOrDefault(e => e.Id == id) is { Drawn: not null } entry
            ? Content(
                Svg(pictures, entry, w).Replace("</desc>", $"</desc><style>{dark.Rule}</style>", StringComparison.Ordinal),
                "image/svg+xml; charset=utf-8"
            )
            : NotFound();

    internal static string Svg(PictureCache pictures, GalleryEntry entry, int width) =>
        pictures.Svg(entry.Drawn!.Spec with { Id = entry.Id }, new ChartFrame { Width = width, Form = ChartForm.Page }, "gallery");
}
