using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>What a claim can be about: a row of <c>seeds/claims/indicators.csv</c>.</summary>
/// <param name="Code">Code used in <see cref="Claim.Indicator"/>.</param>
/// <param name="Title">Its name in English.</param>
/// <param name="Subject">Name used in <see cref="ExcerptTarget.Subject"/>.</param>
/// <param name="Element">Element of <c>elements.csv</c> that series of it have; empty where none is loaded.</param>
/// <param name="Item">Item of those series where the claim names none; empty where several come into question.</param>
/// <param name="UpIsGood">Whether "improved" means up; null where it means nothing.</param>
/// <param name="Units">Units in which its level can be stated.</param>
public sealed record ClaimIndicator(
    string Code,
    string Title,
    string Subject,
    string Element,
    string Item,
    bool? UpIsGood,
    IReadOnlyList<string> Units
)
{
    /// <summary>Whether a level can be stated in this unit; a unit of money fits by its beginning.</summary>
    public bool Takes(string unit) => Units.Contains(unit) || Units.Any(u => unit.StartsWith(u + "-per", StringComparison.Ordinal));
}

/// <summary>What one of a unit is: "a bushel of maize" is 0.0254 t.</summary>
/// <param name="Unit">The unit as read.</param>
/// <param name="Item">The crop it is of; empty: any.</param>
/// <param name="Area">Where; empty: everywhere.</param>
/// <param name="Factor">How many of <paramref name="To"/>.</param>
/// <param name="To">A unit figures are compared in.</param>
/// <param name="Note">By what measure.</param>
internal sealed record UnitFactor(string Unit, string Item, string Area, decimal Factor, string To, string Note)
{
    public bool Fits(string unit, string? item, string area) =>
        Unit == unit && (Item.Length == 0 || Item == item) && (Area.Length == 0 || Area == area);
}

/// <summary>Dates of an event that articles name instead of a date.</summary>
/// <param name="Event">Its kind.</param>
/// <param name="Area">Area code; WORLD where it is the same everywhere.</param>
/// <param name="From">First date as precise as known.</param>
/// <param name="To">Last date; null: not over.</param>
/// <param name="Source">Who says so.</param>
public sealed record ClaimEvent(string Event, string Area, string From, string? To, string Source);

/// <summary>The tables of <c>seeds/claims/</c> that hold for every language.</summary>
internal sealed class ClaimTables
{
    private readonly HashSet<string> _made;
    private readonly Dictionary<string, int> _harvestMonths = new(StringComparer.Ordinal);

    public ClaimTables(string folder, Vocabulary words)
    {
        _made = [.. words.Items.Values.Where(i => i is { Group: "cereals", Kind: "product" }).Select(i => i.Code)];
        foreach (var r in SeedTable.Read(folder, "indicators.csv", "code", "title", "subject", "element", "item", "good", "units"))
        {
            Require(r["element"].Length == 0 || words.Elements.ContainsKey(r["element"]), r, "element", "a code of elements.csv");
            Require(r["item"].Length == 0 || words.Items.ContainsKey(r["item"]), r, "item", "a code of items.csv");
            bool? good = r["good"] switch
            {
                "up" => true,
                "down" => false,
                _ => null,
            };
            Indicators.Add(
                r["code"],
                new ClaimIndicator(r["code"], r["title"], r["subject"], r["element"], r["item"], good, r.List("units"))
            );
        }

        foreach (var r in SeedTable.Read(folder, "events.csv", "event", "area", "from", "to", "source"))
        {
            Events.Add(new ClaimEvent(r["event"], r["area"], r["from"], r["to"].Length > 0 ? r["to"] : null, r["source"]));
        }

        foreach (var r in SeedTable.Read(folder, "unit-factors.csv", "unit", "item", "area", "factor", "to", "note"))
        {
            Require(r["item"].Length == 0 || words.Items.ContainsKey(r["item"]), r, "item", "a code of items.csv");
            Require(r["area"].Length == 0 || words.Areas.ContainsKey(r["area"]), r, "area", "a code of areas.csv");
            UnitFactors.Add(new UnitFactor(r["unit"], r["item"], r["area"], (decimal)(r.Number("factor") ?? 0), r["to"], r["note"]));
        }

        foreach (var r in SeedTable.Read(folder, "harvest-months.csv", "area", "month", "note"))
        {
            Require(words.Areas.ContainsKey(r["area"]), r, "area", "a code of areas.csv");
            _harvestMonths.Add(r["area"], (int)(r.Number("month") ?? 12));
        }
    }

    public Dictionary<string, ClaimIndicator> Indicators { get; } = new(StringComparer.Ordinal);

    public List<ClaimEvent> Events { get; } = [];

    /// <summary>Units that are a weight or an area only of one crop or in one country; the first row that fits counts.</summary>
    public List<UnitFactor> UnitFactors { get; } = [];

    /// <summary>Whether a food can be grown: bread and flour have prices and imports, no harvests.</summary>
    public bool CanBe(string item, string subject) => subject is not ("production" or "area" or "yield") || !_made.Contains(item);

    /// <summary>The month from which on a year's harvest counts as in.</summary>
    public int HarvestMonth(string area) => _harvestMonths.GetValueOrDefault(area, _harvestMonths.GetValueOrDefault("WORLD", 12));

    public ClaimEvent? Event(string kind, string area) =>
        Events.Find(e => e.Event == kind && e.Area == area) ?? Events.Find(e => e.Event == kind && e.Area == "WORLD");

    private static void Require(bool holds, SeedRow row, string column, string expected)
    {
        if (!holds)
        {
            throw new DataFormatException(new DataProblem("claims/indicators.csv", row.Line, column, row[column], expected));
        }
    }
}
