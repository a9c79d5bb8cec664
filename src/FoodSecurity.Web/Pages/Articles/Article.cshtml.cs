using System.Text.Json;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Checking;
using FoodSecurity.Observations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>An article's excerpts, each beside its chart and what every source says of it: on the day it was published, and now.</summary>
public sealed class ArticleModel(PictureCache pictures, Archive archive) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public PictureCache Pictures => pictures;

    public StoryView Story { get; private set; } = null!;

    public IReadOnlyList<CheckView> Checks { get; private set; } = [];

    public ErrorChoice Errors { get; private set; } = ErrorChoice.Ours;

    public IReadOnlyCollection<AssumedError> Assumed => CheckTables.Of(archive).Errors;

    /// <summary>The day set beside now: the one asked for, else that of publication; null where neither is known.</summary>
    public DateOnly? Then { get; private set; }

    /// <summary>schema.org ClaimReview of the claims that a person has approved; markup in it is escaped as JSON.</summary>
    public string? Reviews { get; private set; }

    public IActionResult OnGet(string slug)
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        var (errors, refused) = ErrorQuery.Read(Request.Query, T.Texts);
        if ((complaint ?? refused) is { } wrong)
        {
            return Missing.Bad(this, wrong);
        }

        if (pictures.Story(slug, choice.AsOf) is not { } story)
        {
            return Missing.View(this, StatusCodes.Status404NotFound, T["page.article.none", slug], [.. pictures.Stories().Select(s => (s.Article.Title, $"/articles/{s.Article.Slug}"))]);
        }

        Story = story;
        Errors = errors;
        Then = choice.AsOf ?? PartialDate.End(story.Article.PublishedOn);
        var findings = pictures.Findings(story.Article, errors, choice.AsOf);
        var changes = FindingWatch.Changes(archive, slug);
        Checks = [.. story.Parts.Select(p => (Part: p, Found: findings.First(f => f.Excerpt.Number == p.Annotation.Excerpt.Number)))
            .Select(p => new CheckView(p.Part, p.Found, Then, choice.AsOf is not null, [.. changes.Where(c => c.Excerpt == p.Found.Excerpt.Number).Take(3)], pictures, T))];
        var reviews = choice.AsOf is null && errors.IsOurs
            ? findings.Where(f => f.Excerpt.Claim is not null).Select(f => FindingsJson.Review(archive, story.Article, f, $"{Request.Scheme}://{Request.Host}", null)).Where(r => r is not null).ToList() : [];
        Reviews = reviews.Count > 0 ? JsonSerializer.Serialize(reviews) : null;
        return Page();
    }
}
