using FoodSecurity.Answers;
using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

/// <summary>What the lists of the form offer.</summary>
public sealed class ExcerptChoices(Vocabulary words, ArticleReading reading)
{
    public IEnumerable<(string Code, string Name)> Areas => words.Areas.Values.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (a.Code, a.Name));

    public IEnumerable<(string Code, string Name)> Items => words.Items.Values.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => (i.Code, i.Name));

    public IReadOnlyList<(string Code, string Name)> Providers => [.. words.Providers.Values.Select(p => (p.Code, p.Name))];

    public IReadOnlyList<(string Code, string Name)> Indicators => [.. reading.Indicators.Values.Select(i => (i.Code, i.Title))];

    public IReadOnlyList<string> Events => reading.Events;

    public static IReadOnlyList<(string Code, string Name)> Kinds => Plain(ExcerptCorrection.Kinds);

    public static IReadOnlyList<(string Code, string Name)> Relations { get; } =
    [
        ("none", "nothing data could check"), ("rise", "rise"), ("fall", "fall"), ("unchanged", "unchanged"), ("level", "a figure is stated"), ("above", "above"), ("below", "below"), ("equal", "equal"),
        ("highest", "highest"), ("lowest", "lowest"), ("shortage", "shortage"), ("surplus", "surplus"), ("famine", "famine"), ("aim", "an aim or order"),
    ];

    public static IReadOnlyList<(string Code, string Name)> Modalities { get; } =
    [
        ("plain", "a plain statement"), ("possible", "possible"), ("forecast", "a forecast"), ("warned", "a warning"), ("denied", "denied by somebody"), ("negated", "negated"), ("asked", "a question"), ("conditional", "on a condition"),
    ];

    public static IReadOnlyList<(string Code, string Name)> Plain(IEnumerable<string> codes) => [.. codes.Select(c => (c, c.Replace('-', ' ')))];
}
