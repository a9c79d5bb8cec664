using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.WebUtilities;

namespace FoodSecurity.Web.Pages;

/// <summary>A chart as a figure of a page: drawn once for wide and once for narrow windows; the style sheet shows one of them.</summary>
public sealed record ChartFigure
{
    public required CountryChart Chart { get; init; }
    public required string AreaCode { get; init; }

    /// <summary>Width of the wide drawing in CSS pixels.</summary>
    public int Width { get; init; } = 760;

    /// <summary>Query of the chart's address, with its question mark; empty for the standing chart.</summary>
    public string Query { get; init; } = "";

    /// <summary>Name of the article whose excerpt is on the picture; empty for a country's own page. Pictures are kept by it: another article's pins are not these.</summary>
    public string Article { get; init; } = "";

    /// <summary>Added to ids where a chart stands on a page more than once.</summary>
    public string Suffix { get; init; } = "";
    public required PictureCache Pictures { get; init; }
    public string Citation { get; init; } = "";
    public int HeadingLevel { get; init; } = 2;

    /// <summary>Shows the excerpts as a short key under the chart.</summary>
    public bool WithKey { get; init; }

    public string Address => $"/areas/{AreaCode}/{Chart.Id}";

    /// <summary>Address of the chart's own page.</summary>
    public string Page => Chart.MadeAt ?? Address + Query;

    /// <summary>The same chart in the maker, where it can be changed; null where the maker has none like it.</summary>
    public string? Maker
    {
        get
        {
            if (Chart.MadeAt is { } made)
            {
                return made;
            }

            var (choice, _) = ChartChoice.Read(new QueryCollection(QueryHelpers.ParseQuery(Query)), Texts.English);
            return StandingQuestion.Of(Chart.Id, AreaCode, choice.From, choice.To, choice.AsOf) is { } question
                ? ChartAddress.Of(question)
                : null;
        }
    }

    public string File(string ending) =>
        Chart.MadeAt?.Split('?', 2) is [var path, var query] ? $"{path}.{ending}?{query}" : $"{Address}.{ending}{Query}";

    private string Kept => $"{Article} {AreaCode} {Chart.MadeAt}{Query}{Suffix}";

    public string Wide =>
        Pictures.Svg(Chart.Spec with { Id = Chart.Id + Suffix }, new ChartFrame { Width = Width, Form = ChartForm.Page }, Kept);

    public string Narrow =>
        Pictures.Svg(Chart.Spec with { Id = Chart.Id + Suffix + "-narrow" }, new ChartFrame { Width = 360, Form = ChartForm.Page }, Kept);
}
