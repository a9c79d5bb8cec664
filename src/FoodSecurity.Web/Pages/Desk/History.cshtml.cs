using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles.Desk;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>Every change of an article's excerpts.</summary>
public sealed class ArticleHistoryModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<ExcerptRevision> Revisions { get; private set; } = [];

    public IActionResult OnGet(string slug) => With(slug, () =>
        {
            Revisions = [.. Desk.Revisions(slug).Reverse()];
            return Page();
        });
}
