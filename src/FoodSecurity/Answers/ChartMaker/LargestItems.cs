using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The word "top3" among the items of a question: the three largest of the place in the last ten years, by what it grows, or by the element itself where that is a trade.</summary>
public static class LargestItems
{
    private const string Word = "top";
    private const int Years = 10;

    /// <summary>True for "top1" to "top9".</summary>
    public static bool IsWord(string item) => Count(item) > 0;

    /// <summary>3 for "top3"; 0 for anything else.</summary>
    public static int Count(string item) =>
        item.StartsWith(Word, StringComparison.Ordinal)
        && int.TryParse(item.AsSpan(Word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is > 0 and < 10
            ? count
            : 0;

    /// <summary>The elements that rank the items of another, the first that has any for the place: what is grown, else on how much land, else itself.</summary>
    internal static IReadOnlyList<string> RankedBy(string element, Vocabulary words) =>
        words.Elements[element].Quantity == "mass" ? [element] : ["production", "area-harvested", element];

    /// <summary>The largest items by the sum of their last ten years; of several sources the first asked for that has any speaks, and no total is among them.</summary>
    /// <param name="ranking">Series of the element that ranks.</param>
    /// <param name="sources">Datasets in the order asked; empty: any.</param>
    /// <param name="words">For totals and units.</param>
    /// <param name="most">How many.</param>
    internal static IReadOnlyList<string> Of(IReadOnlyList<TimeSeries> ranking, IReadOnlyList<string> sources, Vocabulary words, int most)
    {
        var of = sources.Count == 0 ? [.. ranking.Select(s => s.Key.Dataset).Distinct().Order(StringComparer.Ordinal)] : sources;
        foreach (var dataset in of)
        {
            var series = ranking.Where(s => s.Key.Dataset == dataset).ToList();
            var last = series.Select(s => s.Last?.Period.Year ?? 0).DefaultIfEmpty(0).Max();
            var largest = series
                .Where(s => s.Key.Basis != "paddy" || series.All(o => o.Key.Item != s.Key.Item || o.Key.Basis == "paddy"))
                .Where(s => words.Items.GetValueOrDefault(s.Key.Item)?.Kind != "aggregate")
                .Select(s => (s.Key.Item, Size: Size(s, last - Years, words)))
                .Where(s => s.Size > 0)
                .GroupBy(s => s.Item)
                .Select(g => (Item: g.Key, Size: g.Max(s => s.Size)))
                .OrderByDescending(s => s.Size)
                .ThenBy(s => s.Item, StringComparer.Ordinal)
                .Take(most)
                .Select(s => s.Item)
                .ToList();
            if (largest.Count > 0)
            {
                return largest;
            }
        }

        return [];
    }

    private static decimal Size(TimeSeries series, int from, Vocabulary words) =>
        series.Points.Where(p => p.Value is not null && p.Period.Year >= from).Sum(p => p.Value!.Value)
        * (decimal)(words.Units.GetValueOrDefault(series.Key.Unit)?.Factor ?? 1);
}
