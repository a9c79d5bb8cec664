using FoodSecurity.Observations;

namespace FoodSecurity.Answers.Datasets;

/// <summary>One dataset whose figures another passes on.</summary>
/// <param name="Dataset">Code of the dataset that passes them on.</param>
/// <param name="From">Code of the dataset they come from; it need not be one we hold (un-wpp).</param>
/// <param name="Elements">The elements this holds for; empty: all that no other row names.</param>
public sealed record LineageLink(string Dataset, string From, IReadOnlyList<string> Elements);

/// <summary>
/// Who passes on whose figures, from the column <c>derived_from</c> of <c>seeds/datasets.csv</c>: <c>fao-qcl|fao-fs|un-wpp@population+population-rural</c>. A source with elements
/// stands for these elements alone and takes them away from the sources without; <c>@gdp</c> says that these are its own. Datasets of one provider, and datasets
/// that lead to a common origin, count as one source: agreement between them is no second witness.
/// </summary>
public sealed class Lineage
{
    private readonly Dictionary<string, string> _providers;
    private readonly ILookup<string, LineageLink> _links;

    public Lineage(Vocabulary words)
    {
        _providers = words.Datasets.Values.ToDictionary(d => d.Code, d => d.Provider);
        _links = words
            .Datasets.Values.SelectMany(d =>
                d.DerivedFrom.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(t => Parse(d.Code, t))
            )
            .ToLookup(l => l.Dataset);
    }

    /// <summary>Whose figures a dataset passes on: for one element, or, without one, all it says.</summary>
    public IReadOnlyList<LineageLink> LinksOf(string dataset, string? element = null)
    {
        var all = _links[dataset].ToList();
        var named = all.FindAll(l => element is not null && l.Elements.Contains(element));
        return
        [
            .. (
                element is null ? all
                : named.Count > 0 ? named
                : all.FindAll(l => l.Elements.Count == 0)
            ).Where(l => l.From.Length > 0),
        ];
    }

    /// <summary>
    /// The datasets gathered into groups that know of the matter independently of each other; "4 sources" may be 2 groups. Groups and their members keep the order asked in.
    /// </summary>
    /// <param name="datasets">Dataset codes; repeats count once.</param>
    /// <param name="element">The element the question is of; null: whatever they pass on of each other counts.</param>
    public IReadOnlyList<IReadOnlyList<string>> IndependentGroups(IEnumerable<string> datasets, string? element = null)
    {
        var groups = new List<(List<string> Members, HashSet<string> Origins)>();
        foreach (var dataset in datasets.Distinct(StringComparer.Ordinal))
        {
            var origins = Origins(dataset, element);
            var near = groups.FindAll(g => g.Origins.Overlaps(origins));
            if (near.Count == 0)
            {
                groups.Add(([dataset], origins));
                continue;
            }

            // It may tie together groups that had nothing in common until now.
            near[0].Members.Add(dataset);
            near[0].Origins.UnionWith(origins);
            foreach (var other in near.Skip(1))
            {
                near[0].Members.AddRange(other.Members);
                near[0].Origins.UnionWith(other.Origins);
                groups.Remove(other);
            }
        }

        return [.. groups.Select(g => g.Members)];
    }

    /// <summary>The other datasets, of those named, that count as one source with this one.</summary>
    public IReadOnlyList<string> OneWith(string dataset, IEnumerable<string> among) =>
        [.. IndependentGroups(among.Prepend(dataset)).First(g => g.Contains(dataset)).Where(d => d != dataset)];

    /// <summary>The dataset, all it passes on, and the providers of these: two sets that meet are not independent.</summary>
    private HashSet<string> Origins(string dataset, string? element)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { dataset };
        var open = new Queue<string>([dataset]);
        while (open.TryDequeue(out var next))
        {
            if (_providers.TryGetValue(next, out var provider))
            {
                found.Add("provider " + provider);
            }

            foreach (var link in LinksOf(next, element))
            {
                if (found.Add(link.From))
                {
                    open.Enqueue(link.From);
                }
            }
        }

        return found;
    }

    private static LineageLink Parse(string dataset, string text)
    {
        var parts = text.Split('@', 2);
        return new LineageLink(
            dataset,
            parts[0],
            parts.Length > 1 ? parts[1].Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : []
        );
    }
}
