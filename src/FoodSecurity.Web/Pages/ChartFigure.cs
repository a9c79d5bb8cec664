using FoodSecurity.Answers.Making;
using FoodSecurity.Charts;
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
    /// <summary>Added to ids where a chart stands on a page more than once.</summary>
    public string Suffix { get; init; } = "";
    public required PictureCache Pictures { get; init; }
    public string Citation { get; init; } = "";
    public int HeadingLevel { get; init; } = 2;
    /// <summary>Shows the excerpts as a short key under the chart.</summary>
    public bool WithKey { get; init; }

    public string Address => $"/areas/{AreaCode}/{Chart.Id}";

    /// <summary>The same chart in the maker, where it can be changed; null where the maker has none like it.</summary>
    public string? Maker
    {
        get
        {
            var (choice, _) = ChartChoice.Read(new QueryCollection(QueryHelpers.ParseQuery(Query)), Texts.English);
            return StandingQuestion.Of(Chart.Id, AreaCode, choice.From, choice.To, choice.AsOf) is { } question ? ChartAddress.Of(question) : null;
        }
    }

    public string File(string ending) => $"{Address}.{ending}{Query}";

    public string Wide => Pictures.Svg(Chart.Spec with { Id = Chart.Id + Suffix }, new ChartFrame { Width = Width, Form = ChartForm.Page }, AreaCode + Query + Suffix);

    public string Narrow => Pictures.Svg(Chart.Spec with { Id = Chart.Id + Suffix + "-narrow" }, new ChartFrame { Width = 360, Form = ChartForm.Page }, AreaCode + Query + Suffix);
}
