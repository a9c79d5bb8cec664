using System.Globalization;
using FoodSecurity.Charts;

namespace FoodSecurity.Web.Pages;

/// <summary>The address query that makes a story's cut of a chart.</summary>
public static class StoryQuery
{
    public static string Of(CountryChart chart) => chart.Spec.Kind == ChartKind.Bar
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"?from={(int)chart.Spec.From}&to={(int)chart.Spec.To}");
}
