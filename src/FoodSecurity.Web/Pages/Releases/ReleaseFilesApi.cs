using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Series;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web.Pages;

/// <summary>What a release changed, as csv and JSON under the page's own address.</summary>
public static class ReleaseFilesApi
{
    public static void MapReleaseFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/sources/{provider}/{dataset}/releases/{id:long}.csv",
            (string provider, string dataset, long id, string? kind, string? by, string? area, HttpContext context, Archive archive) =>
                Answer(provider, dataset, id, kind, by, area, context, archive, view =>
                    TypedResults.Text(ReleaseFiles.Csv(view), "text/csv; charset=utf-8")
                )
        );
        app.MapGet(
            "/sources/{provider}/{dataset}/releases/{id:long}.json",
            (string provider, string dataset, long id, string? kind, string? by, string? area, HttpContext context, Archive archive) =>
                Answer(provider, dataset, id, kind, by, area, context, archive, view =>
                    TypedResults.Text(ReleaseFiles.JsonText(view), "application/json; charset=utf-8")
                )
        );
    }

    /// <summary>The question an address asks; null where a word in it is none of ours.</summary>
    public static DifferenceQuestion? Question(long id, string? kind, string? by, string? area) =>
        Known(kind ?? "changed", out DifferenceKind what) && Known(by ?? "relative", out DifferenceOrder order)
            ? new DifferenceQuestion
            {
                ReleaseId = id,
                Kind = what,
                Order = order,
                Area = string.IsNullOrEmpty(area) ? null : area.ToUpperInvariant(),
            }
            : null;

    private static bool Known<T>(string word, out T value)
        where T : struct, Enum => Enum.TryParse(word, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0]);

    private static Results<ContentHttpResult, ProblemHttpResult> Answer(
        string provider,
        string dataset,
        long id,
        string? kind,
        string? by,
        string? area,
        HttpContext context,
        Archive archive,
        Func<ReleaseView, ContentHttpResult> write
    )
    {
        if (Question(id, kind, by, area) is not { } question)
        {
            return TypedResults.Problem(PageTexts.Of(context).Texts["page.query.release"], statusCode: StatusCodes.Status400BadRequest);
        }

        return
            ReleaseAnswer.Of(archive, question with { Count = ReleaseAnswer.PerFile }, withRecords: true) is { } view
            && view.Provider.Code == provider
            && view.Dataset.Name == dataset
            ? write(view)
            : TypedResults.Problem(PageTexts.Of(context).Texts["page.file.no-release"], statusCode: StatusCodes.Status404NotFound);
    }
}
