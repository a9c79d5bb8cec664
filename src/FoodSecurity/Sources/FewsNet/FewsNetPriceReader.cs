using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.FewsNet;

/// <summary>
/// FEWS NET, staple food prices, csv export of the data explorer; https://fews.net/
/// <code>
/// country,market,admin_1,longitude,latitude,cpcv2,product,source_document,period_date,price_type,product_source,unit,unit_type,currency,value
/// Zimbabwe,"Harare, Mbare",Harare,30.9914,-17.8678,R01122AC,Maize Grain (White),"Famine Early Warning Systems Network (FEWS NET), Zimbabwe, Price (ZWL)",2019-06-30,Retail,Local,kg,Weight,ZWL,1.85
/// </code>
/// Traps: byte-order mark; the last day of a month stands for the month; one market is priced in two currencies, each from its own source;
/// 700_g, kg and L are different series; an empty value is a month without a report, not a zero.
/// </summary>
public sealed class FewsNetPriceReader : IReleaseReader
{
    public const string DatasetCode = "fewsnet";

    private static readonly string[] Columns =
    [
        "country",
        "market",
        "admin_1",
        "longitude",
        "latitude",
        "cpcv2",
        "product",
        "source_document",
        "period_date",
        "price_type",
        "product_source",
        "unit",
        "unit_type",
        "currency",
        "value",
    ];

    public string Format => "FEWS NET prices";

    public Recognition? Recognise(FileHead head) => HeaderMatch.Judge(head, 0, Format, Columns, []);

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Coverage = ReleaseCoverage.Part,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        int country = csv.Require("country"),
            market = csv.Require("market"),
            admin1 = csv.Require("admin_1"),
            longitude = csv.Require("longitude"),
            latitude = csv.Require("latitude"),
            code = csv.Require("cpcv2"),
            product = csv.Require("product"),
            source = csv.Require("source_document"),
            date = csv.Require("period_date"),
            type = csv.Require("price_type"),
            origin = csv.Require("product_source"),
            unit = csv.Require("unit"),
            currency = csv.Require("currency"),
            value = csv.Require("value");
        int[] identity = [market, code, currency, unit, type, origin, admin1, country];
        var memory = new RowMemory<Resolution>();
        var days = new DayCells(file, csv, date);
        while (csv.Read(context))
        {
            memory.Start();
            foreach (var column in identity)
            {
                memory.With(csv.Span(column));
            }

            if (!memory.TryGet(out var known))
            {
                known = memory.Keep(Resolve());
            }

            if (!known.Settled(context, csv.Line) || !days.TryRead(context, date, out var day))
            {
                continue;
            }

            var monthly = day.AddDays(1).Day == 1;
            var made = new Observation
            {
                Series = monthly ? known.Series! : known.Series! with { Frequency = Frequency.Irregular },
                Period = monthly ? Period.Month(day.Year, day.Month) : Period.Day(day),
                Member = csv.Member,
                Line = csv.Line,
                RowSource = csv.Text(source),
            };
            if (csv.Fill(context, value, made) is { } price)
            {
                yield return price;
            }
        }

        Resolution Resolve()
        {
            var made = new Resolution();
            var area = context.Words.FindArea(csv.Text(country))?.Code
                ?? made.Miss<string>("area", "own", csv.Text(country), csv.Text(country));
            var item = context.Words.Item(DatasetCode, csv.Text(code))
                ?? (
                    csv.Text(product).Length > 0
                        ? made.TakeAsNamed(DatasetCode, csv.Text(code), csv.Text(product))
                        : made.Miss<ItemCode>("item", DatasetCode, csv.Text(code), "")
                );
            return area is null || item is null
                ? made
                : made.Of(
                    new SeriesKey
                    {
                        Dataset = DatasetCode,
                        Area = area,
                        Item = item.Item,
                        Element = "price",
                        Unit = "currency-per-package",
                        Frequency = Frequency.Monthly,
                        Dimensions = SeriesKey.JoinDimensions(
                            ("item", made.ItemName),
                            ("admin1", csv.Text(admin1)),
                            ("market", csv.Text(market)),
                            ("package", csv.Text(unit).Replace('_', ' ')),
                            ("pricetype", csv.Text(type)),
                            ("currency", csv.Text(currency)),
                            ("origin", csv.Text(origin))
                        ),
                        Native = $"{csv.Text(code)} at {csv.Text(latitude)} {csv.Text(longitude)}",
                    }
                );
        }
    }
}
