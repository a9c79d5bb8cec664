using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Reading;

/// <summary>What the codes of a row stand for: a series, or the list of those that no crosswalk knows.</summary>
internal sealed class Resolution
{
    /// <summary>The item under which stand those that only their provider's name tells apart.</summary>
    public const string NamedItem = "as-named";

    private (string System, string Code) _named;
    private SeriesKey? _byMonth;
    private readonly List<(string Kind, string System, string Code, string Name)> _unknown = [];

    /// <summary>Null where a code is unknown.</summary>
    public SeriesKey? Series { get; private set; }

    /// <summary>The same figures month by month; null where a code is unknown.</summary>
    public SeriesKey? ByMonth => _byMonth ??= Series is null ? null : Series with { Frequency = Frequency.Monthly };

    /// <summary>First month of the series' marketing years, where stated.</summary>
    public int? MarketingStart { get; private set; }

    /// <summary>The provider's own name of an item that no crosswalk knows and that is kept under it; else empty. It is the series' dimension "item".</summary>
    public string ItemName { get; private set; } = "";

    /// <summary>
    /// Takes an item as its provider names it: it stands under one item of ours, told apart by its name, until a crosswalk knows it.
    /// Nothing of it is lost, and it is never merged with another.
    /// </summary>
    public ItemCode TakeAsNamed(string system, string code, string name)
    {
        ItemName = name.Length > 0 ? name : code;
        _named = (system, code);
        return new ItemCode(NamedItem, "");
    }

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

        if (_unknown.Count > 0)
        {
            return false;
        }

        if (ItemName.Length > 0)
        {
            context.Named(_named.System, _named.Code, ItemName, line);
        }

        return true;
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
