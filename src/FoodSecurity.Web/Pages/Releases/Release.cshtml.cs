using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>One release: where it comes from, what it changed, biggest changes first, and how first estimates held up.</summary>
public sealed class ReleaseModel(Archive archive) : PageModel
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private PageTexts T => PageTexts.Of(HttpContext);

    public ReleaseView View { get; private set; } = null!;

    public IActionResult OnGet(string provider, string dataset, long id, string? kind, string? by, string? area, int from = 0)
    {
        if (ReleaseFilesApi.Question(id, kind, by, area) is not { } question || from < 0)
        {
            return Missing.Bad(this, T["page.query.release-page"]);
        }

        if (
            ReleaseAnswer.Of(archive, question with { Count = ReleaseAnswer.PerPage, Offset = from }, withRecords: from == 0)
                is not { } view
            || view.Provider.Code != provider
            || view.Dataset.Name != dataset
        )
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.release.none", id, provider, dataset],
                [.. SourceAnswer.All(archive).Where(s => s.Provider.Code == provider).Select(s => (s.Dataset.Title, s.Address))]
            );
        }

        View = view;
        return Page();
    }

    public string Name(SeriesKey key) => ReleaseAnswer.Name(archive, key);

    public string Unit(SeriesKey key) =>
        archive.Words.Units.GetValueOrDefault(key.Unit)?.Symbol is { Length: > 0 } symbol ? symbol : key.Unit;

    public string KindName(DifferenceKind kind) => T[$"page.release.kind.{ReleaseFiles.KindName(kind)}"];

    public static string Count(long number) => number.ToString("N0", English);

    /// <summary>A figure as printed, "–" where there is none.</summary>
    public static string Printed(string text) => text.Length > 0 ? text : "–";

    /// <summary>The change as amount and per cent; what changed where the amount did not.</summary>
    public string Change(ReleaseDifference d) =>
        d.Absolute switch
        {
            null => "–",
            0 => d.OldStatus != d.NewStatus ? T["page.release.change-status"] : T["page.release.change-print"],
            { } amount => (amount > 0 ? "+" : "−")
                + Math.Abs(amount).ToString("#,0.####", English)
                + (d.Relative is { } ratio ? ", " + Numbers.Change(ratio) : ""),
        };

    /// <summary>The page's address with another kind, order or part of the list; what is the default is left out.</summary>
    public string With(DifferenceKind? kind = null, DifferenceOrder? by = null, int from = 0, string ending = "")
    {
        var q = View.Question;
        var parts = new List<string>();
        if ((kind ?? q.Kind) is var k and not DifferenceKind.Changed)
        {
            parts.Add("kind=" + ReleaseFiles.KindName(k));
        }

        if ((by ?? q.Order) == DifferenceOrder.Absolute)
        {
            parts.Add("by=absolute");
        }

        if (q.Area is { } area)
        {
            parts.Add("area=" + Uri.EscapeDataString(area));
        }

        if (from > 0)
        {
            parts.Add("from=" + from.ToString(CultureInfo.InvariantCulture));
        }

        return View.Address + ending + (parts.Count > 0 ? "?" + string.Join('&', parts) : "");
    }
}
