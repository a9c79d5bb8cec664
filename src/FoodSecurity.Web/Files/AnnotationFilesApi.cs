using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Articles;
using FoodSecurity.Exports;
using FoodSecurity.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>A published article's approved excerpts as files: /articles/{slug}/annotations.jsonld, .csv, .xlsx, and each as an annotation of its own. Drafts and texts are never among them.</summary>
public static class AnnotationFilesApi
{
    public static void MapAnnotationFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/articles/{slug}/annotations.{form:regex(^(jsonld|csv|xlsx)$)}", All);
        app.MapGet("/articles/{slug}/annotations/{number:int}.jsonld", One);
    }

    private static Results<ContentHttpResult, FileContentHttpResult, ProblemHttpResult> All(
        string slug,
        string form,
        HttpContext context,
        Archive archive
    )
    {
        using var connection = archive.Read();
        if (ArticleStore.Find(connection, slug) is not { } article)
        {
            return NoArticle(context, slug);
        }

        var name = $"{article.Slug}-annotations.{form}";
        return form switch
        {
            "csv" => TypedResults.File(
                Encoding.UTF8.GetBytes(AnnotationTable.Csv(article, Host(context))),
                "text/csv; charset=utf-8",
                name
            ),
            "xlsx" => TypedResults.File(AnnotationTable.Xlsx(article, Host(context)), AnnotationTable.WorkbookType, name),
            _ => TypedResults.Content(AnnotationJsonLd.Collection(article, Host(context)), AnnotationJsonLd.MediaType),
        };
    }

    private static Results<ContentHttpResult, ProblemHttpResult> One(string slug, int number, HttpContext context, Archive archive)
    {
        using var connection = archive.Read();
        return ArticleStore.Find(connection, slug) is not { } article ? NoArticle(context, slug)
            : article.Excerpts.FirstOrDefault(e => e.Number == number) is not { } excerpt
                ? TypedResults.Problem(
                    PageTexts.Of(context).Texts["page.file.no-excerpt", number, string.Join(", ", article.Excerpts.Select(e => e.Number))],
                    statusCode: StatusCodes.Status404NotFound
                )
            : TypedResults.Content(AnnotationJsonLd.One(article, excerpt, Host(context)), AnnotationJsonLd.MediaType);
    }

    private static ProblemHttpResult NoArticle(HttpContext context, string slug) =>
        TypedResults.Problem(PageTexts.Of(context).Texts["page.file.not-published", slug], statusCode: StatusCodes.Status404NotFound);

    private static string Host(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
