using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Exports;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>A country's page.</summary>
public sealed class AreaModel(Archive archive, PictureCache pictures, TimeProvider time) : PageModel
{
    private IReadOnlyDictionary<long, Release> _releases = new Dictionary<long, Release>();

    private PageTexts T => PageTexts.Of(HttpContext);

    public AreaView View { get; private set; } = null!;

    /// <summary>Events and estimates worth a row: prices and monthly trade have figures of their own places.</summary>
    public IReadOnlyList<AreaEvent> Estimates =>
        [.. View.Events.OrderBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Start, StringComparer.Ordinal)];

    public IActionResult OnGet(string code)
    {
        var (choice, complaint) = ChartChoice.Read(Request.Query, T.Texts);
        if (complaint is not null)
        {
            return Missing.Bad(this, complaint);
        }

        if (pictures.Area(code.ToUpperInvariant(), choice) is not { } view)
        {
            return archive.Words.FindArea(code) is { } named && pictures.Area(named.Code, choice) is not null
                ? RedirectPermanent($"/areas/{named.Code}{choice.Query}")
                : Missing.Area(this, archive, code);
        }

        if (code != view.Area.Code)
        {
            return RedirectPermanent($"/areas/{view.Area.Code}{choice.Query}");
        }

        using var connection = archive.Read();
        _releases = ReleaseQuery.All(connection);
        View = view;
        return Page();
    }

    public ChartFigure Figure(TracedChart chart, int width, bool withKey) =>
        new()
        {
            Chart = chart,
            Width = width,
            Pictures = pictures,
            WithKey = withKey,
            Citation = Citation.Of(
                chart,
                _releases,
                archive.Words,
                $"{Request.Scheme}://{Request.Host}{chart.Page}",
                FreshnessAnswer.Today(time),
                archive.Texts
            ),
        };

    public string SourceName(Release release) =>
        $"{archive.Words.Datasets[release.Dataset].Short}, {archive.Words.Datasets[release.Dataset].Title}";

    public string SourceAddress(Release release) =>
        $"/sources/{archive.Words.Datasets[release.Dataset].Provider}/{archive.Words.Datasets[release.Dataset].Name}";

    public string When(AreaEvent e) =>
        e.End.Length == 0 || e.End == e.Start ? Dates.Long(e.Start) : T["page.from-to", Dates.Long(e.Start), Dates.Long(e.End)];

    /// <summary>The figure as its source gives it: one value or a range, with its unit.</summary>
    public static string Range(AreaEvent e)
    {
        static string Say(double value) => value.ToString("#,0.##", CultureInfo.GetCultureInfo("en-GB"));
        var figure =
            e.Value is { } value ? Say(value)
            : e.Lower is { } low && e.Upper is { } high ? $"{Say(low)}–{Say(high)}"
            : "";
        return figure.Length == 0 ? "–" : $"{figure} {e.Unit}";
    }
}
