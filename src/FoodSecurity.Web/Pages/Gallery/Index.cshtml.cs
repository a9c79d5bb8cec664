using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>All kinds of chart with their cards, pictures and addresses.</summary>
public sealed class GalleryModel(PictureCache pictures) : PageModel
{
    public IReadOnlyList<GalleryEntry> Entries { get; } = pictures.Gallery();

    /// <summary>The first entry of each kind, for the list at the top.</summary>
    public IEnumerable<GalleryEntry> Kinds => Entries.DistinctBy(e => e.Kind.Id);

    public string Picture(GalleryEntry entry, int width) => FormattableString.Invariant($"/charts/gallery/{entry.Id}.svg?w={width}");

    /// <summary>Height of the picture, so that the page does not jump when it comes.</summary>
    public string Height(GalleryEntry entry, int width) =>
        GalleryPictureModel.Svg(pictures, entry, width).Split("viewBox=\"", 2)[1].Split('"', 2)[0].Split(' ')[3];

    public string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
