using FoodSecurity.Answers;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;

namespace FoodSecurity.Web;

/// <summary>Made charts as files: /charts/line.svg?areas=PRK…, .png, .pdf, .csv, .json, .xlsx; a refusal is a problem with its reason and what works instead.</summary>
public static class MakerFilesApi
{
    public static void MapMakerFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/charts/{{kind}}.{{form:{ChartForms.Pattern}}}", Answer);
    }

    /// <summary>Names and values of a query, a name once for each of its values; what steers the form is left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection query, params string[] without) =>
        query.Where(q => !without.Contains(q.Key)).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));

    /// <summary>True where a data file is asked for with all years of its series.</summary>
    public static bool IsWhole(IQueryCollection query) => query["years"] == ChartChoice.AllYears;

    /// <summary>The status of a refusal: 404 for a kind that is not there, 400 for what cannot be read, 422 for what has no meaning.</summary>
    public static int Status(MakingRefusal refusal, string kind) =>
        Charts.Kinds.ChartKindCatalog.Find(kind) is null ? StatusCodes.Status404NotFound
        : refusal.Cause == RefusalCause.Contradiction ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status400BadRequest;

    private static IResult Answer(string kind, string form, HttpContext context, Archive archive, PictureCache pictures)
    {
        var (question, refusal) = ChartMaking.Reader(archive).Read(kind, Pairs(context.Request.Query));
        var answer = question is null ? new ChartAnswer(null, refusal) : pictures.Made(question);
        if (question is null || answer.Made is not { } made)
        {
            var instead = answer
                .Refusal!.Instead.Select(i => new { name = i.Name, address = ChartAddress.File(i.Question, form) })
                .ToList();
            return TypedResults.Problem(
                answer.Refusal.Reason,
                statusCode: Status(answer.Refusal, kind),
                extensions: new Dictionary<string, object?> { ["instead"] = instead }
            );
        }

        var host = $"{context.Request.Scheme}://{context.Request.Host}";
        var chart = made.Chart with { Spec = made.Chart.Spec with { Address = host + ChartAddress.Of(made.Question) } };
        var frame = new ChartFrame
        {
            Width = question.Width ?? ChartForms.DefaultWidth,
            Form = ChartForm.Picture,
            Scale = question.IsDouble ? 2 : 1,
        };
        return ChartForms
            .Answer(
                chart,
                form,
                frame,
                $"{host}{made.Question}",
                $"{string.Join('-', question.Areas)}-{kind}",
                IsWhole(context.Request.Query),
                archive,
                pictures
            )
            .Result;
    }
}
