using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Wfp;

/// <summary>
/// World Food Programme, food prices, country and global csv; https://data.humdata.org/organization/wfp
/// <code>
/// date,admin1,admin2,market,market_id,latitude,longitude,category,commodity,commodity_id,unit,priceflag,pricetype,currency,price,usdprice
/// #date,#adm1+name,#adm2+name,#loc+market+name,#loc+market+code,#geo+lat,#geo+lon,#item+type,#item+name,#item+code,#item+unit,…
/// 2006-01-15,Coast,Mombasa,Mombasa,191,-4.05,39.67,cereals and tubers,Maize,51,KG,actual,Wholesale,KES,16.13,0.22
/// 2006-01-15,Coast,Mombasa,Mombasa,191,-4.05,39.67,cereals and tubers,Maize (white),67,90 KG,actual,Wholesale,KES,1480,20.58
/// </code>
/// Until March 2025 without market_id and commodity_id, until February 2026 with the line of tags; global files open with countryiso3.
/// Traps: a country file states its country only in its name (wfp_food_prices_ken.csv); KG, 90 KG and Marmite are different series and
/// are never averaged; the 15th stands for the month; a month can be reported one year and be a mean of reports the next, so the
/// priceflag is the flag of the figure, not a part of the series; Bangladesh has a row dated 1900, which is kept, noted and told.
/// Commodities are several hundred and grow with every country: one that no crosswalk knows is kept as WFP names it, and told.
/// The price in dollars is a series of its own, worked out by WFP. Numbers of markets and places stand in the provider's own codes.
/// </summary>
public sealed class WfpPriceReader : IReleaseReader
{
    public const string DatasetCode = "wfp-prices";

    /// <summary>WFP was founded in 1961; no price is older.</summary>
    private const int FirstYear = 1961;

    private static readonly string[] Columns =
    [
        "date",
        "admin1",
        "admin2",
        "market",
        "latitude",
        "longitude",
        "category",
        "commodity",
        "unit",
        "priceflag",
        "pricetype",
        "currency",
        "price",
        "usdprice",
    ];

    private static readonly string[] Newer = ["market_id", "commodity_id", "countryiso3"];

    public string Format => "WFP food prices";

    public Recognition? Recognise(FileHead head)
    {
        var judged = HeaderMatch.Judge(head, 0, Format, Columns, Newer);
        if (judged is { Complaint: null })
        {
            return judged;
        }

        return WfpOtherTables.Recognise(head) ?? judged;
    }

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
            Title = WfpCountry.OfName(file.Name) is { Length: > 0 } code ? "Food prices, " + code : null,
            Coverage = WfpCountry.OfName(file.Name).Length > 0 ? ReleaseCoverage.Whole : ReleaseCoverage.Part,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        int date = csv.Require("date"),
            flag = csv.Require("priceflag"),
            price = csv.Require("price"),
            dollars = csv.Require("usdprice");
        var row = new WfpSeries(csv, context.Words, WfpCountry.Of(file, csv));
        var days = new DayCells(file, csv, date);
        var periods = new RowMemory<Period[]>();
        while (csv.Read(context))
        {
            var known = row.OfRow();
            if (!known.Settled(context, csv.Line))
            {
                continue;
            }

            if (!periods.Start().With(csv.Span(date)).TryGet(out var kept))
            {
                kept = periods.Keep(
                    days.TryRead(context, date, out var day) ? [day.Day == 15 ? Period.Month(day.Year, day.Month) : Period.Day(day)] : []
                );
            }
            else if (kept.Length == 0)
            {
                days.TryRead(context, date, out _);
            }

            if (kept.Length == 0)
            {
                continue;
            }

            var period = kept[0];
            if (!context.FlagMeaning("wfp", csv.Text(flag), csv.Line, out var status))
            {
                continue;
            }

            var note = "";
            if (period.Year < FirstYear)
            {
                note = $"Implausible date: the file prints {csv.Text(date)}";
                context.Warn(
                    $"Line {csv.Line}: implausible date {csv.Text(date)} ({csv.Text(csv.Find("commodity"))}, {csv.Text(csv.Find("market"))}); the row is kept and marked."
                );
            }

            var daily = period.Kind == PeriodKind.Day;
            var made = new Observation
            {
                Series = daily ? known.LocalByDay : known.Local,
                Period = period,
                Status = status,
                Flag = csv.Text(flag),
                Note = note,
                Member = csv.Member,
                Line = csv.Line,
            };
            if (csv.Fill(context, price, made) is { } local)
            {
                yield return local;
            }

            if (csv.Fill(context, dollars, made) is { } converted)
            {
                yield return converted with
                {
                    Series = daily ? known.DollarsByDay : known.Dollars,
                    IsDerived = true,
                };
            }
        }
    }
}
