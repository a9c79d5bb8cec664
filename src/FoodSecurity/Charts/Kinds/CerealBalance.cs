using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>One year's supply and use from the published lines of a balance; never a total with its own parts.</summary>
internal sealed record CerealBalance(int Year, IReadOnlyList<BalanceLine> Supply, IReadOnlyList<BalanceLine> Use)
{
    /// <summary>Lines of supply: opening stocks, output, imports however they are split.</summary>
    private static readonly string[] SupplyElements =
    [
        "beginning-stocks",
        "production",
        "import-quantity",
        "commercial-imports",
        "concessional-imports",
        "food-aid",
    ];

    /// <summary>Lines of use, each followed by what it holds: where the whole is published its parts are left out.</summary>
    private static readonly (string Whole, string[] Parts)[] UseElements =
    [
        (
            "utilization",
            [
                "domestic-consumption",
                "food",
                "food-use",
                "feed",
                "seed",
                "losses",
                "food-seed-industrial",
                "non-food-use",
                "other-uses",
                "processing",
                "export-quantity",
                "ending-stocks",
            ]
        ),
        (
            "domestic-consumption",
            ["food", "food-use", "feed", "food-seed-industrial", "seed", "losses", "non-food-use", "other-uses", "processing"]
        ),
        ("food-seed-industrial", ["food", "food-use", "seed"]),
        ("export-quantity", []),
        ("ending-stocks", []),
        ("food-use", []),
        ("food", []),
        ("feed", []),
        ("seed", []),
        ("losses", []),
        ("non-food-use", []),
        ("other-uses", []),
        ("processing", []),
    ];

    public decimal Supplied => Supply.Sum(l => l.Value);

    public decimal Used => Use.Sum(l => l.Value);

    /// <summary>Use without supply; below zero it is a surplus.</summary>
    public decimal Gap => Used - Supplied;

    /// <summary>Draws the balance of the series, or says why they are none.</summary>
    public static ChartKindResult Draw(ChartKindInput input, Func<KindParts, CerealBalance, ChartKindResult> draw)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var (balance, reason) = Of(parts);
        return balance is null ? new ChartRefusal(reason) : draw(parts, balance);
    }

    /// <summary>The latest year in view with output and use; null with the reason where the series are no balance.</summary>
    public static (CerealBalance? Balance, string Reason) Of(KindParts parts)
    {
        var t = parts.Texts;
        if (parts.Series.Select(s => (s.Series.Key.Area, s.Series.Key.Item, s.Source)).Distinct().Skip(1).Any())
        {
            return (null, t["kind.refuse.balance-one"]);
        }

        foreach (var year in Enumerable.Range(parts.From, parts.To - parts.From + 1).Reverse())
        {
            var supply = Lines(parts, SupplyElements, year);
            List<BalanceLine> use = [];
            HashSet<string> held = [];
            foreach (var (whole, members) in UseElements.Where(u => !held.Contains(u.Whole)))
            {
                if (Lines(parts, [whole], year) is [var line])
                {
                    use.Add(line);
                    held.UnionWith(members);
                }
            }

            use.RemoveAll(line => held.Contains(line.Element));
            if (supply.Any(l => l.Element == "production") && use.Any(l => l.Element is not ("ending-stocks" or "export-quantity")))
            {
                return (new CerealBalance(year, supply, use), "");
            }
        }

        return (null, t["kind.refuse.balance"]);
    }

    private static List<BalanceLine> Lines(KindParts parts, IEnumerable<string> elements, int year) =>
        [
            .. elements
                .Select(e => parts.Series.FirstOrDefault(s => s.Series.Key.Element == e && KindParts.At(s, year) is not null))
                .Where(s => s is not null)
                .Select(s => new BalanceLine(
                    s!.Series.Key.Element,
                    parts.ElementName(s.Series.Key.Element),
                    KindParts.At(s, year)!.Value,
                    s
                )),
        ];
}

/// <summary>One published line of a balance, in the base unit.</summary>
internal sealed record BalanceLine(string Element, string Name, decimal Value, LabelledSeries Series);
