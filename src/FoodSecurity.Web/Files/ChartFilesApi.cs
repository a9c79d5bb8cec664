using System.Globalization;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>A country's standing charts as files: /areas/PRK/output.svg, .png, .pdf, .csv, .json, with ?w= ?scale= ?from= ?to= ?asof=.</summary>
public static class ChartFilesApi
{
    public static void MapChartFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/areas/{{code}}/{{chart}}.{{form:{ChartForms.Pattern}}}", Answer);
        app.MapGet("/areas/{code}/{chart}/record.{form:regex(^(csv|json)$)}", Record);
    }

    private static IResult Answer(string code, string chart, string form, HttpContext context, Archive archive, PictureCache pictures)
    {
        var t = PageTexts.Of(context).Texts;
        var (choice, complaint) = ChartChoice.Read(context.Request.Query, t);
        if (complaint is not null)
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        if (!Frame(context.Request.Query, t, out var frame, out complaint))
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        if (pictures.Area(code.ToUpperInvariant(), choice) is not { } view)
        {
            if (archive.Words.FindArea(code) is { } named && pictures.Area(named.Code, choice) is not null)
            {
                return TypedResults.Redirect(
                    $"/areas/{named.Code}/{Uri.EscapeDataString(chart)}.{form}{context.Request.QueryString}",
                    permanent: true
                );
            }

            return TypedResults.Problem(t["page.file.no-area", code, Nearest(archive, code)], statusCode: StatusCodes.Status404NotFound);
        }

        if (view.Chart(chart) is not { } found)
        {
            return Outside(archive, pictures, view.Area.Code, chart, choice) is { } outside
                ? TypedResults.Problem(outside.Reason, statusCode: StatusCodes.Status422UnprocessableEntity)
                : TypedResults.Problem(
                    t["page.file.no-chart", view.Area.Name, chart, string.Join(", ", view.Charts.Select(c => c.Id))],
                    statusCode: StatusCodes.Status404NotFound
                );
        }

        // The numbers' files name the chart by its path, the pictures by the whole address.
        var address = $"{context.Request.Scheme}://{context.Request.Host}{found.Page}";
        var addressed = form is "csv" or "json" ? found : found with { Spec = found.Spec with { Address = address } };
        return ChartForms
            .Answer(
                addressed,
                form,
                frame,
                $"{view.Area.Code} {choice} {context.Request.Scheme} {context.Request.Host}",
                $"{view.Area.Code}-{found.Id}",
                MakerFilesApi.IsWhole(context.Request.Query),
                archive,
                pictures
            )
            .Result;
    }

    /// <summary>Why one of the charts an area has cannot be drawn for the years asked for; null where it has no such chart at all.</summary>
    public static MakingRefusal? Outside(Archive archive, PictureCache pictures, string code, string chart, ChartChoice choice) =>
        (choice.From ?? choice.To) is not null
        && NamedCharts.Find(archive, chart) is { } named
        && pictures.Area(code, new ChartChoice(null, null, choice.AsOf))?.Chart(chart) is not null
            ? pictures.Named(named, code, choice).Refusal
            : null;

    /// <summary>How the first figures behind a chart held up: /areas/PRK/undernourishment/record.csv, .json, with ?asof=.</summary>
    private static Results<ContentHttpResult, FileContentHttpResult, ProblemHttpResult> Record(
        string code,
        string chart,
        string form,
        HttpContext context,
        Archive archive,
        PictureCache pictures
    )
    {
        var t = PageTexts.Of(context).Texts;
        var (choice, complaint) = ChartChoice.Read(context.Request.Query, t);
        if (complaint is not null)
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        if (pictures.Area(code.ToUpperInvariant(), choice) is not { } view || view.Chart(chart) is not { } found)
        {
            return TypedResults.Problem(t["page.file.no-such-chart", chart, code], statusCode: StatusCodes.Status404NotFound);
        }

        var record = RecordAnswer.Of(archive, view.Area.Code, found, choice.AsOf);
        return form == "csv"
            ? TypedResults.File(
                Encoding.UTF8.GetBytes(RecordAnswer.Csv(record)),
                "text/csv; charset=utf-8",
                $"{view.Area.Code}-{found.Id}-record.csv"
            )
            : TypedResults.Content(RecordAnswer.JsonText(record), "application/json; charset=utf-8");
    }

    private static bool Frame(IQueryCollection query, Texts t, out ChartFrame frame, out string? complaint)
    {
        frame = new ChartFrame { Width = ChartForms.DefaultWidth, Form = ChartForm.Picture };
        complaint = null;
        if (query["w"].ToString() is { Length: > 0 } width)
        {
            if (!int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var w) || w is < 320 or > 2400)
            {
                complaint = t["page.query.found", "w", width, t["make.expected.width"]];
                return false;
            }

            frame = frame with { Width = w };
        }

        if (query["scale"].ToString() is { Length: > 0 } scale)
        {
            if (scale is not ("1" or "2"))
            {
                complaint = t["page.query.found", "scale", scale, t["page.query.scale"]];
                return false;
            }

            frame = frame with { Scale = scale == "2" ? 2 : 1 };
        }

        return true;
    }

    private static string Nearest(Archive archive, string code) =>
        string.Join(", ", AreaDirectory.Nearest(archive, code).Select(a => $"{a.Code} ({a.Name})"));
}
