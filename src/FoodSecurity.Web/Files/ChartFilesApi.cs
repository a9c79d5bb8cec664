using System.Globalization;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Charts;
using FoodSecurity.Exports;
using FoodSecurity.Series;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>A country's standing charts as files: /areas/PRK/output.svg, .png, .pdf, .csv, .json, with ?w= ?scale= ?from= ?to= ?asof=.</summary>
public static class ChartFilesApi
{
    private const int DefaultWidth = 1200;

    public static void MapChartFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/areas/{code}/{chart}.{form:regex(^(svg|png|pdf|csv|json|xlsx)$)}", Answer);
        app.MapGet("/areas/{code}/{chart}/record.{form:regex(^(csv|json)$)}", Record);
    }

    private static Results<ContentHttpResult, FileContentHttpResult, RedirectHttpResult, ProblemHttpResult> Answer(
        string code, string chart, string form, HttpContext context, Archive archive, PictureCache pictures)
    {
        var (choice, complaint) = ChartChoice.Read(context.Request.Query);
        if (complaint is not null)
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        if (!Frame(context.Request.Query, out var frame, out complaint))
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        if (pictures.Area(code.ToUpperInvariant(), choice) is not { } view)
        {
            if (archive.Words.FindArea(code) is { } named && pictures.Area(named.Code, choice) is not null)
            {
                return TypedResults.Redirect($"/areas/{named.Code}/{Uri.EscapeDataString(chart)}.{form}{context.Request.QueryString}", permanent: true);
            }

            return TypedResults.Problem($"No area \"{code}\" with data. Nearest: {Nearest(archive, code)}.", statusCode: StatusCodes.Status404NotFound);
        }

        if (view.Chart(chart) is not { } found)
        {
            return TypedResults.Problem($"{view.Area.Name} has no chart \"{chart}\". It has: {string.Join(", ", view.Charts.Select(c => c.Id))}.", statusCode: StatusCodes.Status404NotFound);
        }

        var key = $"{view.Area.Code} {choice}";
        var name = $"{view.Area.Code}-{found.Id}.{form}";
        var spec = found.Spec with { Address = $"{context.Request.Scheme}://{context.Request.Host}/areas/{view.Area.Code}/{found.Id}{choice.Query}" };
        key += " " + context.Request.Host;
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
            "csv" => TypedResults.File(Encoding.UTF8.GetBytes(ChartFiles.Csv(found, archive.Words, releases)), "text/csv; charset=utf-8", name),
            "xlsx" => TypedResults.File(ChartWorkbook.Write(found with { Spec = spec }, archive.Words, releases), ChartWorkbook.MediaType, name),
            _ => TypedResults.Content(ChartFiles.JsonText(found, archive.Words, releases), "application/json; charset=utf-8"),
        };
    }

    /// <summary>How the first figures behind a chart held up: /areas/PRK/undernourishment/record.csv, .json, with ?asof=.</summary>
    private static Results<ContentHttpResult, FileContentHttpResult, ProblemHttpResult> Record(string code, string chart, string form, HttpContext context, Archive archive, PictureCache pictures)
    {
        var (choice, complaint) = ChartChoice.Read(context.Request.Query);
        if (complaint is not null)
        {
            return TypedResults.Problem(complaint, statusCode: StatusCodes.Status400BadRequest);
        }

        if (pictures.Area(code.ToUpperInvariant(), choice) is not { } view || view.Chart(chart) is not { } found)
        {
            return TypedResults.Problem($"No chart \"{chart}\" of \"{code}\".", statusCode: StatusCodes.Status404NotFound);
        }

        var record = RecordAnswer.Of(archive, view.Area.Code, found, choice.AsOf);
        return form == "csv"
            ? TypedResults.File(Encoding.UTF8.GetBytes(RecordAnswer.Csv(record)), "text/csv; charset=utf-8", $"{view.Area.Code}-{found.Id}-record.csv")
            : TypedResults.Content(RecordAnswer.JsonText(record), "application/json; charset=utf-8");
    }

    private static bool Frame(IQueryCollection query, out ChartFrame frame, out string? complaint)
    {
        frame = new ChartFrame { Width = DefaultWidth, Form = ChartForm.Picture };
        complaint = null;
        if (query["w"].ToString() is { Length: > 0 } width)
        {
            if (!int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var w) || w is < 320 or > 2400)
            {
                complaint = $"w: found \"{width}\", expected a width from 320 to 2400";
                return false;
            }

            frame = frame with { Width = w };
        }

        if (query["scale"].ToString() is { Length: > 0 } scale)
        {
            if (scale is not ("1" or "2"))
            {
                complaint = $"scale: found \"{scale}\", expected 1 or 2";
                return false;
            }

            frame = frame with { Scale = scale == "2" ? 2 : 1 };
        }

        return true;
    }

    private static string Nearest(Archive archive, string code) =>
        string.Join(", ", AreaDirectory.Nearest(archive, code).Select(a => $"{a.Code} ({a.Name})"));
}
