using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Wfp;

/// <summary>The four series a row of prices may belong to: local money and dollars, by month or by day.</summary>
internal sealed class WfpPrices
{
    private readonly Resolution _codes;

    public WfpPrices(Resolution codes, SeriesKey? local)
    {
        _codes = codes;
        Local = local!;
        if (local is not null)
        {
            Dollars = local with
            {
                Unit = "usd-per-package",
                Dimensions = SeriesKey.JoinDimensions(
                    SeriesKey
                        .SplitDimensions(local.Dimensions)
                        .Where(d => d.Name != "currency")
                        .Append(("currency", "USD"))
                        .Append(("conversion", "wfp"))
                ),
            };
            LocalByDay = local with { Frequency = Frequency.Irregular };
            DollarsByDay = Dollars with { Frequency = Frequency.Irregular };
        }
    }

    public SeriesKey Local { get; }

    public SeriesKey Dollars { get; } = null!;

    public SeriesKey LocalByDay { get; } = null!;

    public SeriesKey DollarsByDay { get; } = null!;

    public bool Settled(ReadContext context, long line) => _codes.Settled(context, line);
}

/// <summary>Works out the series of a row of prices.</summary>
internal sealed class WfpSeries
{
    private readonly CsvSource _csv;
    private readonly Vocabulary _words;
    private readonly string _country;
    private readonly RowMemory<WfpPrices> _known = new();
    private readonly int _iso3,
        _admin1,
        _admin2,
        _market,
        _marketId,
        _latitude,
        _longitude,
        _category,
        _commodity,
        _commodityId,
        _unit,
        _type,
        _currency;
    private readonly int[] _identity;

    public WfpSeries(CsvSource csv, Vocabulary words, string country)
    {
        _csv = csv;
        _words = words;
        _country = country;
        (_iso3, _marketId, _commodityId) = (csv.Find("countryiso3"), csv.Find("market_id"), csv.Find("commodity_id"));
        (_admin1, _admin2, _market) = (csv.Require("admin1"), csv.Require("admin2"), csv.Require("market"));
        (_latitude, _longitude, _category) = (csv.Require("latitude"), csv.Require("longitude"), csv.Require("category"));
        (_commodity, _unit, _type, _currency) = (
            csv.Require("commodity"),
            csv.Require("unit"),
            csv.Require("pricetype"),
            csv.Require("currency")
        );
        _identity =
        [
            .. new[] { _market, _commodity, _unit, _type, _currency, _admin1, _admin2, _category, _iso3, _marketId, _commodityId }.Where(
                c => c >= 0
            ),
        ];
    }

    public WfpPrices OfRow()
    {
        _known.Start();
        foreach (var column in _identity)
        {
            _known.With(_csv.Span(column));
        }

        return _known.TryGet(out var known) ? known : _known.Keep(Resolve());
    }

    private WfpPrices Resolve()
    {
        var made = new Resolution();
        string code = _iso3 >= 0 ? _csv.Text(_iso3) : _country,
            id = _csv.Text(_commodityId),
            name = _csv.Text(_commodity);
        var area = CountryCode.Area(_words, code) ?? made.Miss<string>("area", "iso3", code, "");
        var item = _words.Item("wfp", id.Length > 0 ? id : name)
            ?? _words.Item("wfp-name", name)
            ?? (
                id.Length + name.Length > 0
                    ? made.TakeAsNamed("wfp", id.Length > 0 ? id : name, name)
                    : made.Miss<ItemCode>("item", "wfp", "", "")
            );
        return new WfpPrices(
            made,
            area is null || item is null
                ? null
                : new SeriesKey
                {
                    Dataset = WfpPriceReader.DatasetCode,
                    Area = area,
                    Item = item.Item,
                    Element = "price",
                    Unit = "currency-per-package",
                    Frequency = Frequency.Monthly,
                    Dimensions = SeriesKey.JoinDimensions(
                        ("item", made.ItemName),
                        ("admin1", _csv.Text(_admin1)),
                        ("admin2", _csv.Text(_admin2)),
                        ("market", _csv.Text(_market)),
                        ("category", _csv.Text(_category)),
                        ("package", _csv.Text(_unit)),
                        ("pricetype", _csv.Text(_type)),
                        ("currency", _csv.Text(_currency))
                    ),
                    Native =
                        $"{code} market {Named(_marketId)} at {_csv.Text(_latitude)} {_csv.Text(_longitude)}, commodity {Named(_commodityId)}",
                }
        );
    }

    private string Named(int column) => column >= 0 && _csv.Text(column) is { Length: > 0 } id ? id : "without number";
}
