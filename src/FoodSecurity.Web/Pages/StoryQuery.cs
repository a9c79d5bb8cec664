using FoodSecurity.Charts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Web.Pages.Charts;

namespace FoodSecurity.Web.Pages;

/// <summary>The address query that makes a story's cut of a chart.</summary>
public static class StoryQuery
{
    public static string Of(CountryChart chart, DateOnly? asOf = null) =>
        chart.Spec.Kind == ChartKind.Bar
            ? new ChartChoice(null, null, asOf).Query
            : new ChartChoice((int)chart.Spec.From, (int)chart.Spec.To, asOf).Query;
}
