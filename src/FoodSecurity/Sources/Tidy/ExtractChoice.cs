using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Tidy;

/// <summary>Which rows of a publisher's file an extract keeps; an empty list keeps all. Items may be named by group: <c>group:cereals</c>.</summary>
public sealed record ExtractChoice(IReadOnlyList<string> Items, IReadOnlyList<string> Elements, IReadOnlyList<string> Areas)
{
    public static readonly ExtractChoice Everything = new([], [], []);

    /// <summary>Tells the rows that are kept.</summary>
    /// <exception cref="DataFormatException">The choice names a code that is in no table.</exception>
    public Func<Observation, bool> Kept(Vocabulary words)
    {
        var items = Items
            .SelectMany(i =>
                i.StartsWith("group:", StringComparison.Ordinal)
                    ? words.Items.Values.Where(w => w.Group == i["group:".Length..]).Select(w => w.Code).DefaultIfEmpty(i)
                    : [i]
            )
            .ToHashSet(StringComparer.Ordinal);
        Require(items, words.Items.ContainsKey, "items");
        Require(Elements, words.Elements.ContainsKey, "elements");
        Require(Areas, words.Areas.ContainsKey, "areas");
        var elements = Elements.ToHashSet(StringComparer.Ordinal);
        var areas = Areas.ToHashSet(StringComparer.Ordinal);
        return cell =>
            (items.Count == 0 || items.Contains(cell.Series.Item))
            && (elements.Count == 0 || elements.Contains(cell.Series.Element))
            && (areas.Count == 0 || areas.Contains(cell.Series.Area));
    }

    /// <summary>True where an unknown code of this kind cannot belong to what is chosen and may be passed over.</summary>
    public bool Excludes(string kind) =>
        kind switch
        {
            "item" or "indicator" => Items.Count > 0,
            "element" => Elements.Count > 0,
            "area" => Areas.Count > 0,
            _ => false,
        };

    private static void Require(IEnumerable<string> codes, Func<string, bool> known, string column)
    {
        foreach (var code in codes.Where(c => !known(c)))
        {
            throw new DataFormatException(
                new DataProblem("extracts.csv", 0, column, code, "a code of the vocabulary, or a group of items")
            );
        }
    }
}
