using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Making;
using FoodSecurity.Charts;
using FoodSecurity.Exports;
using FoodSecurity.Series;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>Made charts as files: /charts/line.svg?areas=PRK…, .png, .pdf, .csv, .json, .xlsx; a refusal is a problem with its reason and what works instead.</summary>
public static class MakerFilesApi
{
    private const int DefaultWidth = 1200;

    public static void MapMakerFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/charts/{kind}.{form:regex(^(svg|png|pdf|csv|json|xlsx)$)}", Answer);
    }

    /// <summary>Names and values of a query, a name once for each of its values; what steers the form is left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection query, params string[] without) =>
        query.Where(q => !without.Contains(q.Key)).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));

    /// <summary>The status of a refusal: 404 for a kind that is not there, 400 for what cannot be read, 422 for what has no meaning.</summary>
    public static int Status(MakingRefusal refusal, string kind) =>
        Charts.Kinds.ChartKindCatalog.Find(kind) is null ? StatusCodes.Status404NotFound
        : refusal.Cause == RefusalCause.Contradiction ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest;

    private static Results<ContentHttpResult, FileContentHttpResult, ProblemHttpResult> Answer(string kind, string form, HttpContext context, Archive archive, PictureCache pictures)
    {
        var (question, refusal) = ChartMaking.Reader(archive).Read(kind, Pairs(context.Request.Query));
        var answer = question is null ? new ChartAnswer(null, refusal) : pictures.Made(question);
        if (question is null || answer.Made is not { } made)
        {
            var instead = answer.Refusal!.Instead.Select(i => new { name = i.Name, address = ChartAddress.File(i.Question, form) }).ToList();
            return TypedResults.Problem(answer.Refusal.Reason, statusCode: Status(answer.Refusal, kind), extensions: new Dictionary<string, object?> { ["instead"] = instead });
        }

        var host = $"{context.Request.Scheme}://{context.Request.Host}";
        var spec = made.Chart.Spec with { Address = host + ChartAddress.Of(made.Question) };
        var chart = made.Chart with { Spec = spec };
        var frame = new ChartFrame { Width = question.Width ?? DefaultWidth, Form = ChartForm.Picture, Scale = question.IsDouble ? 2 : 1 };
        var key = $"{host}{made.Question}";
        var name = $"{string.Join('-', question.Areas)}-{kind}.{form}";
        switch (form)
        {
            case "svg":
                return TypedResults.Content(pictures.Svg(spec, frame, key), "image/svg+xml; charset=utf-8");
            case "png":
                return TypedResults.File(pictures.Png(spec, frame, key), "image/png");
            case "pdf":
                return TypedResults.File(ChartPicture.Pdf(spec, frame), "application/pdf", name);
        }

        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
        return form switch
        {
            "csv" => TypedResults.File(Encoding.UTF8.GetBytes(ChartFiles.Csv(chart, archive.Words, releases)), "text/csv; charset=utf-8", name),
            "xlsx" => TypedResults.File(ChartWorkbook.Write(chart, archive.Words, releases), ChartWorkbook.MediaType, name),
            _ => TypedResults.Content(ChartFiles.JsonText(chart, archive.Words, releases), "application/json; charset=utf-8"),
        };
    }
}
