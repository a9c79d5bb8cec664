namespace FoodSecurity.Observations;

/// <summary>
/// Everything about a figure but its time: whose, where, of what, measured how, in which unit and on which basis.
/// Codes are ours (<c>seeds/</c>); <see cref="Native"/> keeps the provider's own codes for the trace and is not part of the identity.
/// </summary>
public sealed record SeriesKey
{
    public required string Dataset { get; init; }
    public required string Area { get; init; }
    public required string Item { get; init; }
    public required string Element { get; init; }
    public required string Unit { get; init; }

    /// <summary>paddy, milled, cereal equivalent ...; empty where the question does not arise.</summary>
    public string Basis { get; init; } = "";

    /// <summary>What a provider adds (market, price type, phase, estimator ...): "name=value" pairs in order of name, joined by ';'.</summary>
    public string Dimensions { get; init; } = "";
    public Frequency Frequency { get; init; } = Frequency.Yearly;

    /// <summary>The provider's own codes, as printed ("KN 0422110 028").</summary>
    public string Native { get; init; } = "";

    public bool Equals(SeriesKey? other) =>
        other is not null
        && Dataset == other.Dataset
        && Area == other.Area
        && Item == other.Item
        && Element == other.Element
        && Unit == other.Unit
        && Basis == other.Basis
        && Dimensions == other.Dimensions
        && Frequency == other.Frequency;

    public override int GetHashCode() => HashCode.Combine(Dataset, Area, Item, Element, Unit, Basis, Dimensions, Frequency);

    /// <summary>Writes name–value pairs in the one canonical form; pairs without a value are left out.</summary>
    public static string JoinDimensions(params IEnumerable<(string Name, string Value)> pairs) =>
        string.Join(
            ';',
            pairs
                .Where(p => p.Value.Length > 0)
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => p.Name + "=" + p.Value.Replace(";", ",", StringComparison.Ordinal))
        );

    /// <summary>The pairs of the canonical form.</summary>
    public static IEnumerable<(string Name, string Value)> SplitDimensions(string dimensions) =>
        dimensions
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => (p[0], p.Length > 1 ? p[1] : ""));

    /// <summary>The value of one dimension, or empty.</summary>
    public string Dimension(string name)
    {
        foreach (var pair in Dimensions.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && pair.AsSpan(0, at).SequenceEqual(name))
            {
                return pair[(at + 1)..];
            }
        }

        return "";
    }
}

public enum Frequency
{
    Yearly = 1,
    Monthly = 2,
    Irregular = 3,
}
