namespace FoodSecurity.Tests.House;

/// <summary>Circles of a directed graph: its strongly connected parts of more than one node (Tarjan 1972).</summary>
internal static class Circles
{
    public static IReadOnlyList<IReadOnlyList<string>> Between(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Where(a => a.From != a.To).Distinct().ToLookup(a => a.From, a => a.To);
        var (index, low) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var (path, onPath) = (new Stack<string>(), new HashSet<string>());
        var circles = new List<IReadOnlyList<string>>();
        foreach (var node in next.Select(g => g.Key).Order(StringComparer.Ordinal))
        {
            if (!index.ContainsKey(node))
            {
                Visit(node);
            }
        }

        return circles;

        void Visit(string node)
        {
            index[node] = low[node] = index.Count;
            path.Push(node);
            onPath.Add(node);
            foreach (var to in next[node].Order(StringComparer.Ordinal))
            {
                if (!index.ContainsKey(to))
                {
                    Visit(to);
                    low[node] = Math.Min(low[node], low[to]);
                }
                else if (onPath.Contains(to))
                {
                    low[node] = Math.Min(low[node], index[to]);
                }
            }

            if (low[node] != index[node])
            {
                return;
            }

            var part = new List<string>();
            do
            {
                part.Add(path.Pop());
                onPath.Remove(part[^1]);
            } while (part[^1] != node);

            if (part.Count > 1)
            {
                part.Sort(StringComparer.Ordinal);
                circles.Add(part);
            }
        }
    }
}
