using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>An article's excerpts on their charts before anybody else sees them. Nothing of it is kept in memory for other pages.</summary>
public sealed class ArticlePreviewModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    public IReadOnlyList<StoryPart> Parts { get; private set; } = [];

    public IActionResult OnGet(string slug) => With(slug, () =>
        {
            Parts = StoryAnswer
                .Preview(Archive, Article with { Excerpts = [.. Article.Excerpts.Where(e => e.State != ExcerptState.Orphaned)] })
                .Parts;
            return Page();
        });
}
