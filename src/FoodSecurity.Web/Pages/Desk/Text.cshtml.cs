using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Articles.Desk;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>Puts a corrected text in the place of the one that is kept, after it was shown what becomes of each excerpt.</summary>
[IntakeSize]
[RequestSizeLimit(IntakeSizeAttribute.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = IntakeSizeAttribute.MostBytes, ValueLengthLimit = IntakeSizeAttribute.MostBytes)]
public sealed class ArticleTextModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    public string Text { get; private set; } = "";

    /// <summary>What becomes, or became, of each excerpt; null before a text was given.</summary>
    public IReadOnlyList<ReanchoredExcerpt>? Found { get; private set; }

    /// <summary>True while nothing is kept.</summary>
    public bool IsTrial { get; private set; }

    /// <summary>A mark of the text that was tried and of what it was tried on: what is kept is what was looked at.</summary>
    public string Tried =>
        CleanText.Sha256(
            string.Join(
                '\n',
                new[] { CleanText.Sha256(CleanText.Of(Text)), Article.TextSha256 }.Concat(
                    Article.Excerpts.Select(e => $"{e.Number} {Seen(e)}")
                )
            )
        );

    public string Summary =>
        Found is not { Count: > 0 } found
            ? T["anchors.none"]
            : string.Join(
                ", ",
                found
                    .GroupBy(How)
                    .OrderBy(g => g.First().Anchor)
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => $"{T[$"anchors.is.{g.Key}"]}: {g.Count()}")
            ) + ".";

    public IActionResult OnGet(string slug) => With(slug, () =>
        {
            Text = Desk.Text(slug) ?? "";
            return Page();
        });

    public IActionResult OnPostTry(string slug, string? text, IFormFile? file) => With(slug, () =>
        {
            Text = text ?? "";
            return Try(
                () =>
                {
                    Text = file is null ? Text : FromFile(slug, file);
                    return ShowTrial(slug);
                },
                _ => Page()
            );
        });

    public IActionResult OnPostReplace(string slug, string? text, string? tried) => With(slug, () =>
        {
            Text = text ?? "";
            return Try(
                () =>
                {
                    if (tried != Tried)
                    {
                        return Refuse(T["anchors.meanwhile"], () => ShowTrial(slug));
                    }

                    var done = Desk.Replace(slug, Text, Me);
                    (Article, Found) = (done.Article, done.Excerpts);
                    return Page();
                },
                _ => Page()
            );
        });

    /// <summary>Ending of the key of the words for how an excerpt was found.</summary>
    public static string How(ReanchoredExcerpt found) =>
        found.Anchor switch
        {
            AnchorState.Orphaned => "orphaned",
            AnchorState.Approximate => WordChange.Weight(found.Changes) switch
            {
                ChangeWeight.Figures => "figures",
                ChangeWeight.Words => "words",
                _ => "marks",
            },
            _ when found.Was != found.Is => "written",
            AnchorState.Moved => "moved",
            _ => "exact",
        };

    /// <summary>Ending of the key of the words for whether readers see it then.</summary>
    public static string Seen(ReanchoredExcerpt found) =>
        found.State switch
        {
            ExcerptState.Approved => "approved",
            ExcerptState.Draft => "draft",
            _ => "orphaned",
        };

    public static string Tone(ReanchoredExcerpt found) =>
        found.Anchor switch
        {
            AnchorState.Orphaned => "no",
            AnchorState.Approximate => WordChange.Weight(found.Changes) == ChangeWeight.Figures ? "no" : "",
            _ => "yes",
        };

    private IActionResult ShowTrial(string slug)
    {
        Found = Desk.Replace(slug, Text, Me, isTrial: true).Excerpts;
        IsTrial = true;
        return Page();
    }

    /// <summary>The text of a file; refused where the field holds another one too.</summary>
    private string FromFile(string slug, IFormFile file)
    {
        if (CleanText.Of(Text).Trim() is { Length: > 0 } typed && typed != Desk.Text(slug)?.Trim())
        {
            throw new ArticleException(T["anchors.both"]);
        }

        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return ArticleReading.File(bytes.ToArray(), file.FileName, file.ContentType).Text;
    }
}
