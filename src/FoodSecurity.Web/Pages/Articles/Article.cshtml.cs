using System.Globalization;
using System.Text.Json;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Observations;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Web.Security;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>An article's excerpts, each beside its chart and what every source says of it: on the day it was published, and now.</summary>
public sealed class ArticleModel(PictureCache pictures, Archive archive) : PageModel
{
    public PictureCache Pictures => pictures;

    public StoryView Story { get; private set; } = null!;

    public IReadOnlyList<CheckView> Checks { get; private set; } = [];

    public ErrorChoice Errors { get; private set; } = ErrorChoice.Ours;

    /// <summary>When, where and by whom, as far as known: "28 December 2023 · Seoul · reporting KCNA. Author, outlet and address are not known."</summary>
    public string Origin
    {
        get
        {
            var a = Story.Article;
            var unknown = new[] { (a.Author, T["article.author"]), (a.Outlet, T["article.outlet"]), (a.Address, T["article.address"]) }
                .Where(p => p.Item1 is not { Length: > 0 })
                .Select(p => p.Item2)
                .ToList();
            var known =
                string.Join(
                    " · ",
                    new[]
                    {
                        Dates.Long(a.PublishedOn),
                        a.Outlet,
                        a.Author is { } by ? T["article.by", by] : null,
                        a.Dateline,
                        a.Agency is { } agency ? T["article.reporting", agency] : null,
                    }.Where(k => k is { Length: > 0 })
                ) + ".";
            return unknown.Count == 0
                ? known
                : known + " " + Marks.Upper(T.Count("article.not-known", unknown.Count, T.Texts.List(unknown)));
        }
    }

    /// <summary>The page's findings as a file, in the state the page is in.</summary>
    public string FileAddress => With(Story.AsOf, Errors, ".json");

    public IReadOnlyCollection<AssumedError> Assumed => CheckTables.Of(archive).Errors;

    /// <summary>The day set beside now: the one asked for, else that of publication; null where neither is known.</summary>
    public DateOnly? Then { get; private set; }

    /// <summary>schema.org ClaimReview of the claims that a person has approved; markup in it is escaped as JSON.</summary>
    public string? Reviews { get; private set; }

    private PageTexts T => PageTexts.Of(HttpContext);

    /// <summary>Address of the page with another day or other errors.</summary>
    public string With(DateOnly? day, ErrorChoice errors, string ending = "")
    {
        var invariant = CultureInfo.InvariantCulture;
        var query = new[]
        {
            day is { } d ? string.Create(invariant, $"asof={d:yyyy-MM-dd}") : "",
            errors.U is { } u ? string.Create(invariant, $"u={u}") : "",
            errors.Rho is { } rho ? string.Create(invariant, $"rho={rho}") : "",
        }
            .Where(p => p.Length > 0)
            .ToList();
        return "/articles/" + Story.Article.Slug + ending + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    public string Said(double? error) => error?.ToString(CultureInfo.InvariantCulture) ?? T["article.assumed-short"];

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
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.article.none", slug],
                [.. pictures.Stories().Select(s => (s.Article.Title, $"/articles/{s.Article.Slug}"))]
            );
        }

        Story = story;
        Errors = errors;
        Then = choice.AsOf ?? PartialDate.End(story.Article.PublishedOn);
        var findings = pictures.Findings(story.Article, errors, choice.AsOf);
        var changes = FindingWatch.Changes(archive, slug);
        Checks =
        [
            .. story
                .Parts.Select(p => (Part: p, Found: findings.First(f => f.Excerpt.Number == p.Annotation.Excerpt.Number)))
                .Select(p => new CheckView(
                    p.Part,
                    p.Found,
                    Then,
                    choice.AsOf is not null,
                    [.. changes.Where(c => c.Excerpt == p.Found.Excerpt.Number).Take(5)],
                    pictures,
                    archive,
                    T.Texts
                )),
        ];
        var since = FindingWatch.Since(archive, slug);
        var reviews =
            choice.AsOf is null && errors.IsOurs
                ? findings
                    .Where(f => f.Excerpt.Claim is not null)
                    .Select(f =>
                        FindingsJson.Review(
                            archive,
                            story.Article,
                            f,
                            $"{Request.Scheme}://{Request.Host}",
                            since.GetValueOrDefault(f.Excerpt.Number)?[..10]
                        )
                    )
                    .Where(r => r is not null)
                    .ToList()
                : [];
        Reviews = reviews.Count > 0 ? JsonSerializer.Serialize(reviews) : null;
        return Page();
    }
}
