using FoodSecurity.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>An article's excerpts, each beside its chart.</summary>
public sealed class ArticleModel(PictureCache pictures) : PageModel
{
    public PictureCache Pictures => pictures;

    public StoryView Story { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (pictures.Story(slug, choice.AsOf) is not { } story)
        {
            return Missing.View(this, StatusCodes.Status404NotFound, $"No article “{slug}”", [.. pictures.Stories().Select(s => (s.Article.Title, $"/articles/{s.Article.Slug}"))]);
        }

        Story = story;
        return Page();
    }
}
