using System.Globalization;
using System.Text.Json;
using FoodSecurity.Answers;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>
/// A chart with its sentence, form, table, comparison of sources, citation and files; or the reason why it is not drawn. A country's standing chart stands at its own
/// address, any other question at the chart maker's.
/// </summary>
public sealed class ChartModel(Archive archive, PictureCache pictures, TimeProvider time) : PageModel
{
    private const int WideWidth = 860;
    private const int NarrowWidth = 360;
    private const int MostColumns = 12;

    private ChartQuestion _asked = new();
    private NamedChart? _named;

    private PageTexts T => PageTexts.Of(HttpContext);

    /// <summary>The chart cut to the years in view, as the table shows it.</summary>
    private TracedChart Shown => Made!.Chart.InView();

    public MadeChart? Made { get; private set; }

    public MakingRefusal? Refusal { get; private set; }

    public MakerForm Form { get; private set; } = null!;

    public string Citation { get; private set; } = "";

    public IReadOnlyList<Release> Releases { get; private set; } = [];

    public string Wide => Svg(WideWidth);

    public string Narrow => Svg(NarrowWidth);

    /// <summary>One row per year or month, newest first, one cell per series; X is where the row stands on the time axis.</summary>
    public IReadOnlyList<(double X, string Label, IReadOnlyList<(LabelledSeries Series, SeriesPoint? Point)> Cells)> Rows
    {
        get
        {
            var lines = Shown.Series;
            var points = lines.SelectMany(s => s.Series.Points.Where(p => p.Value is not null)).ToList();
            return points.Any(p => p.Period.Kind is PeriodKind.Month or PeriodKind.Day or PeriodKind.Window)
                ?
                [
                    .. points
                        .Select(p => p.Period)
                        .DistinctBy(p => p.Label)
                        .OrderByDescending(p => p.Start)
                        .Select(p =>
                            (
                                (TimeScale.At(p.Start) + TimeScale.AtEnd(p.End)) / 2,
                                p.Label,
                                (IReadOnlyList<(LabelledSeries, SeriesPoint?)>)
                                    [.. lines.Select(s => (s, s.Series.Points.FirstOrDefault(x => x.Period == p)))]
                            )
                        ),
                ]
                :
                [
                    .. points
                        .Select(p => p.Period.Year)
                        .Distinct()
                        .OrderDescending()
                        .Select(y =>
                            (
                                (double)y,
                                y.ToString(CultureInfo.InvariantCulture),
                                (IReadOnlyList<(LabelledSeries, SeriesPoint?)>)[.. lines.Select(s => (s, s.Series.At(y)))]
                            )
                        ),
                ];
        }
    }

    /// <summary>
    /// Where the axis is not calendar time (months of the season, years since an event, two moments): the lines as they stand in the picture, one row per place on
    /// the axis. Empty for other pictures.
    /// </summary>
    public IReadOnlyList<(double X, string Label, IReadOnlyList<string> Cells)> PlotRows
    {
        get
        {
            var spec = Made!.Chart.Spec;
            if (spec.Ticks is not { } ticks || spec.Body is not null)
            {
                return [];
            }

            var values = spec.Lines.SelectMany(l => l.Points).Where(p => p.Y is not null).ToList();
            var largest = values.Select(p => Math.Abs((decimal)p.Y!.Value * Made.Unit.Divisor)).DefaultIfEmpty(0).Max();
            return
            [
                .. values
                    .Select(p => p.X)
                    .Distinct()
                    .Order()
                    .Select(x =>
                        (
                            x,
                            ticks.FirstOrDefault(k => k.X == x)?.Label ?? x.ToString("+0;−0;0", CultureInfo.InvariantCulture),
                            (IReadOnlyList<string>)
                                [
                                    .. spec.Lines.Select(l =>
                                        l.Points.FirstOrDefault(p => p.X == x)?.Y is { } y
                                            ? Made.Unit.Say((decimal)y * Made.Unit.Divisor, largest)
                                            : "–"
                                    ),
                                ]
                        )
                    ),
            ];
        }
    }

    /// <summary>True where a column a series would be too wide to read: then a row a series shows its last figure, and the files hold all.</summary>
    public bool IsLong => Made!.Chart.Series.Count > MostColumns;

    /// <summary>The last figure in view of each series, or of the year a map shows.</summary>
    public IEnumerable<(LabelledSeries Series, SeriesPoint? Point)> LastCells =>
        Made!.Chart.Series.Select(s => (s, s.Series.Points.LastOrDefault(p => p.Value is not null && p.Period.Year <= Made.Chart.Spec.To)));

    /// <summary>How the first figures behind a standing chart held up; null for other charts.</summary>
    public RecordView? Record { get; private set; }

    /// <summary>The country's page, of the same day.</summary>
    public string AreaAddress => $"/areas/{_asked.Areas[0]}{new ChartChoice(null, null, _asked.AsOf).Query}";

    /// <summary>This chart with what is known now.</summary>
    public string NowAddress =>
        (_named is { } named ? NamedCharts.Address(named, _asked with { AsOf = null }) : ChartAddress.Of(_asked with { AsOf = null }));

    /// <summary>This chart from the first year of any of its series.</summary>
    public string AllYears
    {
        get
        {
            var all = _asked with { From = Made!.Chart.Series.Min(s => s.Series.First?.Period.Year), To = null };
            return _named is { } named ? NamedCharts.Address(named, all) : ChartAddress.Of(all);
        }
    }

    public Archive Archive => archive;

    public IActionResult OnGet(string? kind, string? code, string? chart) => code is null ? OnQuestion(kind!) : OnNamed(code, chart!);

    private IActionResult OnQuestion(string kind)
    {
        var (question, refusal) = ChartMaking.Reader(archive).Read(kind, MakerFilesApi.Pairs(Request.Query));
        if (question is not null)
        {
            if (
                ChartAddress.Query(question) is var shortest
                && shortest != Request.QueryString.ToUriComponent()
                && question.Areas.Count > 0
            )
            {
                return Redirect($"/charts/{kind}{shortest}");
            }

            (Made, refusal) = pictures.Made(question);
        }

        return Show(question ?? new ChartQuestion(), refusal, refusal is null ? 0 : MakerFilesApi.Status(refusal, kind));
    }

    private IActionResult OnNamed(string code, string name)
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (archive.Words.FindArea(code) is { } known && known.Code != code && pictures.Area(known.Code, choice) is not null)
        {
            return RedirectPermanent($"/areas/{known.Code}/{Uri.EscapeDataString(name)}{choice.Query}");
        }

        if (pictures.Area(code, choice) is not { } view)
        {
            return Missing.Area(this, archive, code);
        }

        if (NamedCharts.Find(archive, name) is { } named)
        {
            var question = named.QuestionOf(code, choice.From, choice.To, choice.AsOf);
            if (view.Chart(name) is { } found)
            {
                _named = named;
                (Made, _) = pictures.Named(named, code, choice);
                Record = RecordAnswer.Of(archive, code, found, choice.AsOf);
                return Show(question, null, 0);
            }

            if (ChartFilesApi.Outside(archive, pictures, code, name, choice) is { } outside)
            {
                return Show(question, outside, StatusCodes.Status422UnprocessableEntity);
            }
        }

        return Missing.View(
            this,
            StatusCodes.Status404NotFound,
            T["page.chart.none", view.Area.Name, name],
            [.. view.Charts.Select(c => (c.Spec.Title, c.Page))]
        );
    }

    private PageResult Show(ChartQuestion question, MakingRefusal? refusal, int status)
    {
        _asked = question;
        Refusal = refusal;
        Form = new MakerForm(_asked, ChartOffers.Of(archive, _asked), archive) { Peers = Made?.Peers ?? [], IsMade = Made is not null };
        if (Made is not { } made)
        {
            Response.StatusCode = status;
            return Page();
        }

        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
        Releases = [.. ChartCaption.ReleasesOf(made.Behind.Select(s => s.Series)).Select(id => releases[id])];
        Citation = Exports.Citation.Of(
            made.Chart,
            releases,
            archive.Words,
            $"{Request.Scheme}://{Request.Host}{made.Chart.Page}",
            FreshnessAnswer.Today(time),
            archive.Texts
        );
        return Page();
    }

    /// <summary>What the copy buttons say, for the page's script.</summary>
    public string CopyWords
    {
        get
        {
            var t = Form.T;
            return JsonSerializer.Serialize(
                new
                {
                    address = t["make.copy.address"],
                    sentence = t["make.copy.sentence"],
                    citation = t["make.copy.citation"],
                    @short = t["make.copy.short"],
                    done = t["make.copy.done"],
                    failed = t["make.copy.failed"],
                }
            );
        }
    }

    /// <summary>This chart as a file of the size asked for.</summary>
    public string FileAddress(string ending) => _named is null ? ChartAddress.File(_asked, ending) : Made!.Chart.File(ending);

    public string UnitOf(LabelledSeries series)
    {
        var unit =
            Made!.Question.Scale == AskedScale.Index
                ? Made.Unit.Name
                : archive.Words.Units.GetValueOrDefault(series.Series.Key.Unit)?.Name ?? series.Series.Key.Unit;
        return archive.Words.Bases.GetValueOrDefault(series.Series.Key.Basis)?.Short is { } basis ? $"{unit}, {basis}" : unit;
    }

    /// <summary>What tells the column from the others: area, item and source where they differ.</summary>
    public string ColumnOf(LabelledSeries series)
    {
        var all = Made!.Chart.Series;
        var key = series.Series.Key;
        var parts = new List<string>();
        Add(all.Any(s => s.Series.Key.Area != key.Area), archive.Words.Areas[key.Area].Name);
        Add(all.Any(s => s.Series.Key.Item != key.Item), archive.Words.Items[key.Item].Name);
        Add(all.Any(s => s.Series.Key.Element != key.Element), archive.Words.Elements[key.Element].Name);
        Add(parts.Count == 0 || all.Any(s => s.Source != series.Source), series.Label);
        return string.Join(", ", parts);

        void Add(bool differs, string part)
        {
            if (differs)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>The figure with its trace, its period where it is not the plain year, and its status where it is not plain.</summary>
    public IHtmlContent Cell((LabelledSeries Series, SeriesPoint? Point) cell)
    {
        if (cell.Point is not { Value: { } value } point)
        {
            return new HtmlString("–");
        }

        var text =
            point.ValueText.Length > 0 && point.Bound != ValueBound.Exact
                ? point.ValueText
                : value.ToString(point.Origin is null ? "#,0.##" : "#,0.####", CultureInfo.GetCultureInfo("en-GB")).Replace('-', '−');
        var notes = new List<string>();
        if (point.Period.Kind is PeriodKind.MarketingYear or PeriodKind.MultiYearMean)
        {
            notes.Add(point.Period.Label);
        }

        if (point.Status is not (ObservationStatus.Official or ObservationStatus.Unspecified))
        {
            notes.Add(point.Status.Name());
        }

        var html = new HtmlContentBuilder();
        html.AppendHtml(Marks.Number(new Phrase(text, Made!.Chart.Trace(cell.Series, point))));
        return notes.Count > 0 ? html.AppendHtml(" <small>").Append(string.Join(", ", notes)).AppendHtml("</small>") : html;
    }

    public string SourceName(Release release) =>
        $"{archive.Words.Datasets[release.Dataset].Short}, {archive.Words.Datasets[release.Dataset].Title}";

    public string SourceAddress(Release release) =>
        $"/sources/{archive.Words.Datasets[release.Dataset].Provider}/{archive.Words.Datasets[release.Dataset].Name}";

    private string Svg(int width) =>
        pictures.Svg(
            Made!.Chart.Spec with
            {
                Id = "made" + (width == NarrowWidth ? "-narrow" : ""),
            },
            new ChartFrame { Width = width, Form = ChartForm.Page },
            Made.Chart.Page
        );
}
