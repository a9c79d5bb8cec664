using FoodSecurity.Answers;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Where a computed number of a made chart comes from: its indicators, and every published number that went in, with its own trace.</summary>
public sealed class MadeTraceModel(Archive archive, PictureCache pictures) : PageModel
{
    private PageTexts T => PageTexts.Of(HttpContext);

    public MadeTrace Trace { get; private set; } = null!;

    /// <summary>Every indicator on the way, first step first.</summary>
    public IReadOnlyList<IndicatorCard> Cards =>
        [
            .. Trace
                .Line.Series.Key.Dimension("indicator")
                .Split('|')
                .Select(id => IndicatorCatalog.Cards.FirstOrDefault(c => c.Id == id))
                .OfType<IndicatorCard>(),
        ];

    /// <summary>The parts with how deep they stand; a computed part is followed by its own parts.</summary>
    public IReadOnlyList<(int Depth, Part Part)> Parts => [.. Walk(Trace.Point.Parts, 0)];

    public IActionResult OnGet(string kind, string? line, string? at)
    {
        var (question, refusal) = ChartMaking.Reader(archive).Read(kind, MakerFilesApi.Pairs(Request.Query, "line", "at"));
        var answer = question is null ? new ChartAnswer(null, refusal) : pictures.Made(question);
        if (answer.Made is not { } made)
        {
            return Missing.View(
                this,
                MakerFilesApi.Status(answer.Refusal!, kind),
                answer.Refusal!.Reason,
                [.. answer.Refusal.Instead.Select(i => (i.Name, ChartAddress.Of(i.Question)))]
            );
        }

        if (MadeTrace.Find(made, line ?? "", at ?? "") is not { } trace)
        {
            return Missing.View(
                this,
                StatusCodes.Status404NotFound,
                T["page.made-trace.none"],
                [(made.Chart.Spec.Title, ChartAddress.Of(made.Question))]
            );
        }

        Trace = trace;
        return Page();
    }

    public string Name(SeriesKey key)
    {
        var words = archive.Words;
        return string.Join(
            ", ",
            new[]
            {
                words.Areas[key.Area].Name,
                words.Items[key.Item].Name,
                words.Elements[key.Element].Name,
                words.Bases.GetValueOrDefault(key.Basis)?.Short ?? "",
                words.Datasets[key.Dataset].Short,
            }.Where(p => p.Length > 0)
        );
    }

    public string Unit(SeriesKey key) => archive.Words.Units.GetValueOrDefault(key.Unit)?.Symbol ?? key.Unit;

    private static IEnumerable<(int, Part)> Walk(IReadOnlyList<Part> parts, int depth) =>
        parts.SelectMany(p => new[] { (depth, p) }.Concat(Walk(p.Point.Parts, depth + 1)));
}
