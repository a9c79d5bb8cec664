using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using FoodSecurity.Answers;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Observations;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>An article's findings as JSON, and the Atom feed of new articles and changed findings.</summary>
public static class ArticleFilesApi
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static void MapArticleFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/articles/feed.atom", Feed);
        app.MapGet("/articles/{slug}.json", Findings);
    }

    private static Results<JsonHttpResult<JsonObject>, ProblemHttpResult> Findings(
        string slug,
        HttpContext context,
        Archive archive,
        PictureCache pictures
    )
    {
        var t = PageTexts.Of(context).Texts;
        var (choice, complaint) = ChartChoice.Read(context.Request.Query, t);
        var (errors, refused) = ErrorQuery.Read(context.Request.Query, t);
        if ((complaint ?? refused) is { } wrong)
        {
            return TypedResults.Problem(wrong, statusCode: StatusCodes.Status400BadRequest);
        }

        if (pictures.Story(slug, null)?.Article is not { } article)
        {
            return TypedResults.Problem(t["page.file.no-article", slug], statusCode: StatusCodes.Status404NotFound);
        }

        var day = choice.AsOf ?? PartialDate.End(article.PublishedOn);
        return TypedResults.Json(
            FindingsJson.Of(
                archive,
                article,
                pictures.Findings(article, errors, choice.AsOf),
                errors,
                day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                FindingWatch.Changes(archive, slug)
            ),
            Readable
        );
    }

    private static IResult Feed(HttpContext context, Archive archive)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            ArticleFeed.Of(archive, $"{context.Request.Scheme}://{context.Request.Host}").Save(writer);
        }

        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }
}
