using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Exports;
using FoodSecurity.Series;
using FoodSecurity.Web.Caching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FoodSecurity.Web;

/// <summary>A chart in the form an address ends in, for standing and made charts alike.</summary>
public static class ChartForms
{
    /// <summary>What an address of a chart may end in, as a route constraint.</summary>
    public const string Pattern = "regex(^(svg|png|pdf|csv|json|xlsx)$)";

    /// <summary>CSS pixels of a picture where no width is asked for.</summary>
    public const int DefaultWidth = 1200;

    /// <param name="chart">The chart, with the address under which it was asked for.</param>
    /// <param name="form">svg, png, pdf, csv, xlsx or json.</param>
    /// <param name="frame">How large a picture is drawn.</param>
    /// <param name="key">Names the chart in the cache, with the host, because the address is in the picture.</param>
    /// <param name="name">File name without ending, for forms that are saved rather than shown.</param>
    /// <param name="isWhole">True where a data file holds all years of its series; else those in view.</param>
    /// <param name="archive">Where releases and words come from.</param>
    /// <param name="pictures">Drawn pictures of the present data.</param>
    public static Results<ContentHttpResult, FileContentHttpResult> Answer(
        TracedChart chart,
        string form,
        ChartFrame frame,
        string key,
        string name,
        bool isWhole,
        Archive archive,
        PictureCache pictures
    )
    {
        switch (form)
        {
            case "svg":
                return TypedResults.Content(pictures.Svg(chart.Spec, frame, key), "image/svg+xml; charset=utf-8");
            case "png":
                return TypedResults.File(pictures.Png(chart.Spec, frame, key), "image/png");
            case "pdf":
                return TypedResults.File(pictures.Pdf(chart.Spec, frame, key), "application/pdf", $"{name}.pdf");
        }

        chart = isWhole ? chart : chart.InView();
        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
        return form switch
        {
            "csv" => TypedResults.File(
                Encoding.UTF8.GetBytes(ChartFiles.Csv(chart, archive.Words, releases)),
                "text/csv; charset=utf-8",
                $"{name}.csv"
            ),
            "xlsx" => TypedResults.File(ChartWorkbook.Write(chart, archive.Words, releases), ChartWorkbook.MediaType, $"{name}.xlsx"),
            _ => TypedResults.Content(ChartFiles.JsonText(chart, archive.Words, releases), "application/json; charset=utf-8"),
        };
    }
}
