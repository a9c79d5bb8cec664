using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Datasets;

/// <summary>Lineage in sentences.</summary>
public static class LineageText
{
    /// <summary>What a dataset passes on, one phrase per origin: "World Population Prospects of the United Nations (Population)".</summary>
    public static IReadOnlyList<string> Republishes(Vocabulary words, Lineage lineage, string dataset, Texts t) =>
        [
            .. lineage
                .LinksOf(dataset)
                .Select(l =>
                    l.Elements.Count == 0
                        ? t["lineage.all", Origin(words, l.From, t)]
                        : t[
                            "lineage.elements",
                            Origin(words, l.From, t),
                            t.List([.. l.Elements.Select(e => words.Elements.GetValueOrDefault(e)?.Name ?? e)])
                        ]
                ),
        ];

    /// <summary>Whose figures of one element a dataset passes on, in short: "FAO".</summary>
    public static IReadOnlyList<string> Origins(Vocabulary words, string dataset, string element, Texts t) =>
        [
            .. new Lineage(words)
                .LinksOf(dataset, element)
                .Select(l => words.Datasets.GetValueOrDefault(l.From)?.Short ?? Origin(words, l.From, t))
                .Distinct(),
        ];

    /// <summary>With which of the datasets that are loaded this one counts as one source.</summary>
    public static string Company(Vocabulary words, Lineage lineage, string dataset, IEnumerable<string> loaded, Texts t) =>
        lineage.OneWith(dataset, loaded) is { Count: > 0 } others
            ? t["lineage.one-with", t.List([.. others.Select(o => t["lineage.dataset", Dataset(words, o), words.Datasets[o].Title])])]
            : t["lineage.alone"];

    /// <summary>"The 7 datasets that are loaded are 4 independent sources: FAO with World Bank; RDA; USDA".</summary>
    public static string Groups(Vocabulary words, Lineage lineage, IReadOnlyList<string> loaded, Texts t)
    {
        var groups = lineage.IndependentGroups(loaded);
        return t.Count("lineage.groups", groups.Count, loaded.Count)
            + string.Join(
                t["lineage.group-join"],
                groups.Select(g => string.Join(t["lineage.member-join"], g.Select(d => Dataset(words, d)).Distinct()))
            )
            + ".";
    }

    private static string Origin(Vocabulary words, string code, Texts t) =>
        words.Datasets.TryGetValue(code, out var dataset) ? t["lineage.dataset", dataset.Short, dataset.Title]
        : t.Keys.Contains("origin." + code) ? t[$"origin.{code}"]
        : code;

    private static string Dataset(Vocabulary words, string code) => words.Datasets.GetValueOrDefault(code)?.Short ?? code;
}
