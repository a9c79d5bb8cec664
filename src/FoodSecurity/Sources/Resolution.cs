using FoodSecurity.Observations;

namespace FoodSecurity.Sources;

/// <summary>What the codes of a row stand for: a series, or the list of those that no crosswalk knows.</summary>
internal sealed class Resolution
{
    private readonly List<(string Kind, string System, string Code, string Name)> _unknown = [];

    /// <summary>Null where a code is unknown.</summary>
    public SeriesKey? Series { get; private set; }

    /// <summary>First month of the series' marketing years, where stated.</summary>
    public int? MarketingStart { get; private set; }

    /// <summary>Notes a code no crosswalk knows; the row will be left out.</summary>
    public T? Miss<T>(string kind, string system, string code, string name)
        where T : class
    {
        _unknown.Add((kind, system, code, name));
        return null;
    }

    public Resolution Of(SeriesKey series, int? marketingStart = null)
    {
        Series = series;
        MarketingStart = marketingStart;
        return this;
    }

    /// <summary>Reports the unknown codes of a row, or answers true where it has none.</summary>
    public bool Settled(ReadContext context, long line)
    {
        foreach (var (kind, system, code, name) in _unknown)
        {
            context.Unknown(kind, system, code, name, line);
        }

        return _unknown.Count == 0;
    }

    /// <summary>
    /// The basis of a figure: the element's own where its code fixes one, else the item's where a basis makes sense. Hectares of
    /// rice are neither paddy nor milled.
    /// </summary>
    public static string BasisOf(Vocabulary words, string item, string element, string unit) =>
        element.Length > 0 ? element
        : words.Units.TryGetValue(unit, out var known) && known.Quantity.StartsWith("mass", StringComparison.Ordinal) ? item
        : "";
}
