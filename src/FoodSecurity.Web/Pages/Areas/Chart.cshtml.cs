using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Exports;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One chart with its table, releases and citation.</summary>
public sealed class ChartModel(Archive archive, PictureCache pictures, TimeProvider time) : PageModel
{
    private ChartChoice _choice;

    private PageTexts T => PageTexts.Of(HttpContext);

    public AreaView View { get; private set; } = null!;

    public CountryChart Chart { get; private set; } = null!;

    public ChartFigure Figure { get; private set; } = null!;

    /// <summary>How the first figures behind the chart held up.</summary>
    public RecordView Record { get; private set; } = null!;

    public Archive Archive => archive;

    public IReadOnlyList<Release> Releases { get; private set; } = [];

    public IReadOnlyList<ChartAnnotation> Annotations =>
        [.. View.Annotations.Where(a => Chart.Spec.Excerpts.Any(e => e.Number == a.Number))];

    /// <summary>One row per year, newest first, one cell per series.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<(LabelledSeries Series, SeriesPoint? Point)> Cells)> Rows =>
        [
            .. Chart
                .Series.SelectMany(s => s.Series.Points.Select(p => p.Period.Year))
                .Distinct()
                .OrderDescending()
                .Select(y =>
                    (
                        y.ToString(CultureInfo.InvariantCulture),
                        (IReadOnlyList<(LabelledSeries, SeriesPoint?)>)[.. Chart.Series.Select(s => (s, s.Series.At(y)))]
                    )
                ),
        ];

    public IActionResult OnGet(string code, string chart)
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (archive.Words.FindArea(code) is { } named && named.Code != code && pictures.Area(named.Code, choice) is not null)
        {
            return RedirectPermanent($"/areas/{named.Code}/{Uri.EscapeDataString(chart)}{choice.Query}");
        }

        if (pictures.Area(code, choice) is not { } view)
        {
            return Missing.Area(this, archive, code);
        }

        if (view.Chart(chart) is not { } found)
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.chart.none", view.Area.Name, chart],
                [.. view.Charts.Select(c => (c.Spec.Title, $"/areas/{view.Area.Code}/{c.Id}"))]
            );
        }

        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
        View = view;
        _choice = choice;
        Chart = found;
        Releases = [.. ChartCaption.ReleasesOf(found.Series.Select(s => s.Series)).Select(id => releases[id])];
        Figure = new ChartFigure
        {
            Chart = found,
            AreaCode = view.Area.Code,
            Width = 860,
            Query = choice.Query,
            Pictures = pictures,
            Citation = Citation.Of(
                found,
                releases,
                archive.Words,
                $"{Request.Scheme}://{Request.Host}/areas/{view.Area.Code}/{found.Id}{choice.Query}",
                FreshnessAnswer.Today(time),
                archive.Texts
            ),
        };
        Record = RecordAnswer.Of(archive, view.Area.Code, found, choice.AsOf);
        return Page();
    }

    /// <summary>The country's page, of the same day.</summary>
    public string AreaAddress => $"/areas/{View.Area.Code}{new ChartChoice(null, null, _choice.AsOf).Query}";

    /// <summary>This chart with what is known now.</summary>
    public string NowAddress => Figure.Address + (_choice with { AsOf = null }).Query;

    /// <summary>This chart from the first year of any of its series.</summary>
    public string AllYears =>
        Figure.Address + new ChartChoice(Chart.Series.Min(s => s.Series.First?.Period.Year), null, _choice.AsOf).Query;

    public string UnitOf(LabelledSeries series)
    {
        var unit = archive.Words.Units.GetValueOrDefault(series.Series.Key.Unit)?.Name ?? series.Series.Key.Unit;
        var basis = archive.Words.Bases.GetValueOrDefault(series.Series.Key.Basis)?.Short;
        return basis is null ? unit : $"{unit}, {basis}";
    }

    /// <summary>The figure as printed with its trace, period where it is not the plain year, and status where it is not plain.</summary>
    public IHtmlContent Cell((LabelledSeries Series, SeriesPoint? Point) cell)
    {
        if (cell.Point is not { Value: { } value } point)
        {
            return new HtmlString("–");
        }

        var text =
            point.ValueText.Length > 0 && point.Bound != ValueBound.Exact
                ? point.ValueText
                : value.ToString("#,0.####", CultureInfo.GetCultureInfo("en-GB"));
        var notes = new List<string>();
        if (point.Period.Kind != PeriodKind.CalendarYear)
        {
            notes.Add(point.Period.Label);
        }

        if (point.Status is not (ObservationStatus.Official or ObservationStatus.Unspecified))
        {
            notes.Add(point.Status.Name());
        }

        if (point.IsDerived)
        {
            notes.Add(T["page.chart.derived"]);
        }

        var html = new HtmlContentBuilder();
        html.AppendHtml(Marks.Number(new Phrase(text, TraceAddress.Of(cell.Series.Series, point))));
        if (notes.Count > 0)
        {
            html.AppendHtml(" <small>").Append(string.Join(", ", notes)).AppendHtml("</small>");
        }

        return html;
    }

    public string SourceName(Release release) =>
        $"{archive.Words.Datasets[release.Dataset].Short}, {archive.Words.Datasets[release.Dataset].Title}";

    public string SourceAddress(Release release) =>
        $"/sources/{archive.Words.Datasets[release.Dataset].Provider}/{archive.Words.Datasets[release.Dataset].Name}";
}
