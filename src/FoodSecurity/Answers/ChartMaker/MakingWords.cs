using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The words of a question: where and what, for titles, refusals and sentences.</summary>
internal static class MakingWords
{
    private const int MostNames = 3;

    /// <summary>"North Korea and South Korea", or "8 areas".</summary>
    public static string Place(IReadOnlyList<string> areas, Vocabulary words, Texts t) =>
        areas.Count <= MostNames ? t.List([.. areas.Select(a => words.Areas[a].Name)]) : t.Count("make.places", areas.Count);

    /// <summary>"production of rice and maize", "undernourishment"; in lower case.</summary>
    public static string Subject(IReadOnlyList<LabelledSeries> lines, Vocabulary words, Texts t)
    {
        var elements = lines.Select(l => l.Series.Key.Element).Distinct().ToList();
        var items = lines.Where(l => IsOfItem(words, l.Series.Key.Element)).Select(l => l.Series.Key.Item).Distinct().ToList();

        // The RDA's food crops beside others' cereals are one subject under two counts.
        items = items.Contains("cereals") ? [.. items.Where(i => i != "food-crops")] : items;
        var what = Names(elements, e => words.Elements[e].Name.Lower(), "make.elements", t);
        return items.Count == 0 ? what : t["make.subject", what, Names(items, i => words.Items[i].Name.Lower(), "make.items", t)];
    }

    /// <summary>True where the element says nothing without its crop; undernourishment speaks of people by itself.</summary>
    private static bool IsOfItem(Vocabulary words, string element) =>
        words.Elements[element].Quantity is "mass" or "area" or "mass-per-area" or "animals" or "money"
        || IndicatorCatalog.Computing(element) is not null
        || element is "price" or "milling-rate" or "energy-share-staples";

    /// <summary>A name inside a sentence: its first letter small, abbreviations kept.</summary>
    public static string Lower(this string name) =>
        name.Length < 2 || char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    public static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Names(List<string> codes, Func<string, string> name, string many, Texts t) =>
        codes.Count <= MostNames ? t.List([.. codes.Select(name)])
        : many == "make.items" ? t.Count("make.items", codes.Count)
        : t.Count("make.elements", codes.Count);
}
