using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Web.Caching;

namespace FoodSecurity.Web.Pages;

/// <summary>A chart as a figure of a page: drawn once for wide and once for narrow windows; the style sheet shows one of them.</summary>
public sealed record ChartFigure
{
    public required TracedChart Chart { get; init; }

    /// <summary>Width of the wide drawing in CSS pixels.</summary>
    public int Width { get; init; } = 760;

    /// <summary>Name of the article whose excerpt is on the picture; empty for a country's own page. Pictures are kept by it: another article's pins are not these.</summary>
    public string Article { get; init; } = "";

    /// <summary>Added to ids where a chart stands on a page more than once.</summary>
    public string Suffix { get; init; } = "";
    public required PictureCache Pictures { get; init; }
    public string Citation { get; init; } = "";
    public int HeadingLevel { get; init; } = 2;

    /// <summary>Shows the excerpts as a short key under the chart.</summary>
    public bool WithKey { get; init; }

    private string Kept => $"{Article} {Chart.Page}{Suffix}";

    public string Wide =>
        Pictures.Svg(Chart.Spec with { Id = Chart.Id + Suffix }, new ChartFrame { Width = Width, Form = ChartForm.Page }, Kept);

    public string Narrow =>
        Pictures.Svg(Chart.Spec with { Id = Chart.Id + Suffix + "-narrow" }, new ChartFrame { Width = 360, Form = ChartForm.Page }, Kept);
}
