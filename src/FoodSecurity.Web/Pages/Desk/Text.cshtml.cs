using FoodSecurity.Answers;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>Puts a corrected text in the place of the one that is kept, and tells what became of each excerpt.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
public sealed class ArticleTextModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    private const int MostBytes = 24 * 1024 * 1024;

    public string Text { get; private set; } = "";

    /// <summary>What became of each excerpt; null before the text is replaced.</summary>
    public IReadOnlyList<ReanchoredExcerpt>? Found { get; private set; }

    public string Summary => Found is not { Count: > 0 } found ? T["page.desk-text.no-excerpts"]
        : string.Join(", ", found.GroupBy(f => f.Anchor).OrderBy(g => g.Key).Select(g => $"{g.Count()} {How(g.Key)}")) + ".";

    public IActionResult OnGet(string slug) => With(slug, () =>
    {
        Text = Desk.Text(slug) ?? "";
        return Page();
    });

    public IActionResult OnPost(string slug, string? text) => With(slug, () =>
    {
        Text = text ?? "";
        return Try(() =>
        {
            (Article, Found) = Desk.Replace(slug, Text, Me);
            return Page();
        }, _ => Page());
    });

    public string How(AnchorState anchor) => T[$"page.anchor.{anchor.ToString().ToLowerInvariant()}"];

    public static string Tone(AnchorState anchor) => anchor switch { AnchorState.Orphaned => "no", AnchorState.Approximate => "", _ => "yes" };
}
