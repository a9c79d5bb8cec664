using System.Reflection;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.Tracing;
using FoodSecurity.Web.Pages;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>The trace of a number as JSON, and the site's health.</summary>
public static class TraceFilesApi
{
    public static void MapTraceFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/trace/{dataset}/{area}/{item}/{element}/{period}.json", Trace);
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", (Archive archive) => TypedResults.Json(
                new
                {
                    status = "ok",
                    data_version = archive.Version(),
                    program = typeof(TraceFilesApi)
                        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                        ?.InformationalVersion,
                    datasets = SourceAnswer
                        .All(archive)
                        .Select(s => new
                        {
                            code = s.Dataset.Code,
                            releases = s.Releases.Count,
                            areas = s.Count?.Areas,
                            observations = s.Count?.Observations,
                        }),
                }
            ));
    }

    private static Results<JsonHttpResult<object>, ProblemHttpResult> Trace(
        string dataset,
        string area,
        string item,
        string element,
        string period,
        string? basis,
        string? dimensions,
        string? indicator,
        string? edition,
        HttpContext context,
        Archive archive
    )
    {
        var t = PageTexts.Of(context).Texts;
        var (choice, complaint) = ChartChoice.Read(context.Request.Query, t);
        if (complaint is not null)
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        var view = TraceAnswer.Of(
            archive,
            new TraceQuestion(dataset, area.ToUpperInvariant(), item, element, period)
            {
                Basis = basis,
                Dimensions = dimensions,
                Indicator = indicator,
                Edition = edition,
                AsOf = choice.AsOf,
            }
        );
        return view is null
            ? TypedResults.Problem(t["page.file.no-number"], statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Json(
                (object)
                    new
                    {
                        address = view.Address,
                        area = view.Area.Code,
                        item = view.Item.Code,
                        element = view.Element.Code,
                        unit = view.Unit.Code,
                        basis = view.Key.Basis,
                        period = view.Point.Period.Label,
                        edition = view.Point.Edition,
                        as_of = view.AsOf,
                        value = view.Point.Value,
                        printed = view.Point.ValueText,
                        status = view.Point.Status.ToString(),
                        flag = view.Point.Flag,
                        indicator = view.Indicator,
                        release = view.Release,
                        origin = view.Point.Origin,
                        parts = view.Parts.Select(p => new
                        {
                            p.Part.Key,
                            printed = p.Part.Point.ValueText,
                            p.Part.Factor,
                            p.Part.FactorNote,
                            p.Part.Point.Origin,
                            p.Release,
                        }),
                        published = view.Published.Select(p => new
                        {
                            known_on = p.Figure.KnownOn,
                            value = p.Figure.Value,
                            printed = p.Figure.ValueText,
                            release = p.Figure.ReleaseId,
                            line = p.Figure.Line,
                        }),
                        lines = TraceText.Lines(view).ToDictionary(l => l.Name, l => l.Value),
                    }
            );
    }
}
