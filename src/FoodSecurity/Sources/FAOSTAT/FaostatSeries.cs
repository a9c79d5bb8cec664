using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>Works out the series of a row from the code columns its layout has, whichever they are.</summary>
internal sealed class FaostatSeries
{
    private readonly CsvSource _csv;
    private readonly Vocabulary _words;
    private readonly bool _asNamed;
    private readonly FaostatDomain _domain;
    private readonly RowMemory<Resolution> _known = new();
    private readonly string _areaSystem,
        _itemSystem;
    private readonly int _area,
        _areaName,
        _item,
        _itemName,
        _element,
        _elementName,
        _unit;

    public FaostatSeries(CsvSource csv, ReadContext context, FaostatDomain domain)
    {
        _csv = csv;
        _words = context.Words;
        _asNamed = context.AsNamed;
        _domain = domain;
        (_area, _areaSystem) = First(
            csv,
            ("Area Code", "fao"),
            ("Area Code (FAO)", "fao"),
            ("Country Code", "fao"),
            ("Area Code (M49)", "m49"),
            ("Area Code (ISO3)", "iso3")
        );
        (_item, _itemSystem) = First(
            csv,
            ("Item Code", domain.Items),
            ("Item Code (FAO)", domain.Items),
            ("Item Code (FBS)", "fbs"),
            ("Item Code (CPC)", "cpc")
        );
        (_areaName, _itemName) = (csv.Require("Area", "Country"), csv.Require("Item"));
        (_element, _elementName, _unit) = (csv.Require("Element Code"), csv.Require("Element"), csv.Require("Unit"));
    }

    public Resolution OfRow()
    {
        _known.Start().With(_csv.Span(_area)).With(_csv.Span(_item)).With(_csv.Span(_element)).With(_csv.Span(_unit));
        if (_areaSystem == "iso3")
        {
            // CHN is the mainland in one export and the aggregate in another: only the name beside it tells.
            _known.With(_csv.Span(_areaName));
        }

        return _known.TryGet(out var known) ? known : _known.Keep(Resolve());
    }

    private static (int Column, string System) First(CsvSource csv, params (string Heading, string System)[] choices)
    {
        foreach (var (heading, system) in choices)
        {
            if (csv.Find(heading) is >= 0 and var column)
            {
                return (column, system);
            }
        }

        return (csv.Require([.. choices.Select(c => c.Heading)]), "");
    }

    private Resolution Resolve()
    {
        var made = new Resolution();
        string areaCode = _csv.Text(_area).TrimStart('\''),
            areaName = _csv.Text(_areaName);
        if (_areaSystem == "m49")
        {
            areaCode = areaCode.PadLeft(3, '0');
        }

        var area = _words.Area(_areaSystem, areaCode, areaName) ?? made.Miss<string>("area", _areaSystem, areaCode, areaName);
        return _domain.IsIndicators ? Indicator(made, area, areaCode) : ItemAndElement(made, area, areaCode);
    }

    private Resolution ItemAndElement(Resolution made, string? area, string areaCode)
    {
        string itemCode = _csv.Text(_item),
            elementCode = _csv.Text(_element);
        var lookedUp = _itemSystem == "fbs" ? itemCode.TrimStart('S') : itemCode.TrimStart('\'');
        var item = _words.Item(_itemSystem, lookedUp)
            ?? (
                _asNamed
                    ? made.TakeAsNamed(_itemSystem, itemCode, _csv.Text(_itemName))
                    : made.Miss<ItemCode>("item", _itemSystem, itemCode, _csv.Text(_itemName))
            );
        var element = _words.Element("fao", elementCode) ?? made.Miss<ElementCode>("element", "fao", elementCode, _csv.Text(_elementName));
        var unit = element is null ? null : UnitOf(made, element.Unit);
        return area is null || item is null || element is null || unit is null
            ? made
            : made.Of(
                new SeriesKey
                {
                    Dataset = _domain.Dataset,
                    Area = area,
                    Item = item.Item,
                    Element = element.Element,
                    Unit = unit,
                    Basis = Resolution.BasisOf(_words, item.Basis, element.Basis, unit),
                    Dimensions = SeriesKey.JoinDimensions(("item", made.ItemName)),
                    Native = $"{areaCode} {itemCode} {elementCode}",
                }
            );
    }

    private Resolution Indicator(Resolution made, string? area, string areaCode)
    {
        string itemCode = _csv.Text(_item),
            elementCode = _csv.Text(_element);
        var topic = _words.Indicator(_itemSystem, itemCode)
            ?? made.Miss<IndicatorCode>("indicator", _itemSystem, itemCode, _csv.Text(_itemName));
        var unit = topic is null ? null : UnitOf(made, topic.Unit);
        return area is null || topic is null || unit is null
            ? made
            : made.Of(
                new SeriesKey
                {
                    Dataset = _domain.Dataset,
                    Area = area,
                    Item = topic.Item,
                    Element = topic.Element,
                    Unit = unit,
                    Basis = topic.Basis,
                    Dimensions = SeriesKey.JoinDimensions(("estimate", Estimate(_csv.Text(_elementName)))),
                    Native = $"{areaCode} {itemCode} {elementCode}",
                }
            );
    }

    /// <summary>Bounds of a confidence interval are series of their own: "Confidence interval: Lower bound" is estimate=lower.</summary>
    private static string Estimate(string element) =>
        element == "Value" ? ""
        : element.Contains("lower", StringComparison.OrdinalIgnoreCase) ? "lower"
        : element.Contains("upper", StringComparison.OrdinalIgnoreCase) ? "upper"
        : element;

    /// <summary>
    /// The printed unit where it measures the same as the code's own (hg/ha or kg/ha, t or 1000 t: the figures are in it), else
    /// the code's: "1000 No" are persons in one domain and eggs in another, and "I$" is printed for dollars per person.
    /// </summary>
    private string? UnitOf(Resolution made, string fixedByCode)
    {
        var printed = _csv.Text(_unit);
        if (printed.Length == 0 && fixedByCode.Length > 0)
        {
            return fixedByCode;
        }

        return _words.Unit("fao", printed) is not { } known ? made.Miss<string>("unit", "fao", printed, "")
            : fixedByCode.Length == 0 || _words.Units[known].Quantity == _words.Units[fixedByCode].Quantity ? known
            : fixedByCode;
    }
}
