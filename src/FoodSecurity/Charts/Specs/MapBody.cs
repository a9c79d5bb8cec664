using FoodSecurity.Charts.Maps;

namespace FoodSecurity.Charts.Specs;

/// <summary>Areas of the world or of a region in the colour of their value.</summary>
public sealed record MapBody : ChartBody
{
    public required Boundaries Boundaries { get; init; }

    /// <summary>Fill by area code; land that is not in it is context and stays plain grey.</summary>
    public required IReadOnlyDictionary<string, MapArea> Areas { get; init; }
    public required IReadOnlyList<ChartKeyEntry> Key { get; init; }

    /// <summary>What the picture must hold; empty: the world without Antarctica.</summary>
    public IReadOnlyList<string> Focus { get; init; } = [];
    public required string Disclaimer { get; init; }
}

/// <summary>One area: its colour, its name and value for a label where there is room, and the read-out.</summary>
public sealed record MapArea(ChartFill Fill, string Label, string Text);
