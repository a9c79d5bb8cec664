using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Usda;

/// <summary>
/// USDA FAS, Production, Supply and Distribution (PSD), bulk file of a commodity group, zip or csv; https://apps.fas.usda.gov/psdonline/
/// <code>
/// Commodity_Code,Commodity_Description,Country_Code,Country_Name,Market_Year,Calendar_Year,Month,Attribute_ID,Attribute_Description,Unit_ID,Unit_Description,Value
/// 0422110,"Rice, Milled",KN,"Korea, North",2023,2025,03,028,"Production",08,"(1000 MT)",1451.0000
/// 0422110,"Rice, Milled",KN,"Korea, North",2023,2025,03,054,"Rough Production",08,"(1000 MT)",2232.0000
/// 0422110,"Rice, Milled",KN,"Korea, North",2023,2025,03,182,"Milling Rate (.9999)",08,"(1000 MT)",6500.0000
/// </code>
/// Traps: codes keep their leading zeros; country codes are PSD's own (KN is North Korea, ISO's KN is Saint Kitts and Nevis);
/// Market_Year 2023 means 2023/24; the milling rate is in ten-thousandths whatever its unit says; yield of rice is of rough rice
/// (2,232 over 534 thousand hectares is 4.18, the milled figure would give 2.72). Calendar_Year and Month say when the row was
/// last changed. PSD prints no flags, so a figure is of unspecified status; one whose market year was not over when it was
/// stamped (Market_Year at or after Calendar_Year) is a forecast.
/// </summary>
public sealed class PsdReader : IReleaseReader
{
    public const string DatasetCode = "usda-psd";

    private static readonly string[] Columns =
    [
        "Commodity_Code",
        "Commodity_Description",
        "Country_Code",
        "Country_Name",
        "Market_Year",
        "Calendar_Year",
        "Month",
        "Attribute_ID",
        "Attribute_Description",
        "Unit_ID",
        "Unit_Description",
        "Value",
    ];

    public string Format => "USDA PSD bulk";

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
            ReleasedOn = Stamp.Day(file.MemberDate),
            Coverage = ReleaseCoverage.Whole,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        int commodity = csv.Require("Commodity_Code"),
            commodityName = csv.Require("Commodity_Description"),
            country = csv.Require("Country_Code"),
            countryName = csv.Require("Country_Name"),
            marketYear = csv.Require("Market_Year"),
            stampYear = csv.Require("Calendar_Year"),
            stampMonth = csv.Require("Month"),
            attribute = csv.Require("Attribute_ID"),
            attributeName = csv.Require("Attribute_Description"),
            unit = csv.Require("Unit_Description"),
            value = csv.Require("Value");
        var memory = new RowMemory<Resolution>();
        var periods = new PeriodMemory();
        while (csv.Read(context))
        {
            memory.Start().With(csv.Span(country)).With(csv.Span(commodity)).With(csv.Span(attribute)).With(csv.Span(unit));
            if (!memory.TryGet(out var known))
            {
                known = memory.Keep(
                    Resolve(
                        context,
                        (csv.Text(country), csv.Text(countryName)),
                        (csv.Text(commodity), csv.Text(commodityName)),
                        (csv.Text(attribute), csv.Text(attributeName)),
                        ("psd", csv.Text(unit))
                    )
                );
            }

            if (!known.Settled(context, csv.Line))
            {
                continue;
            }

            if (!Figure.TryYear(csv.Span(marketYear), out var year))
            {
                csv.Bad(context, marketYear, "the first year of a marketing year, four digits");
            }
            else if (!Figure.TryYear(csv.Span(stampYear), out var changedYear))
            {
                csv.Bad(context, stampYear, "the year the row was last changed, four digits");
            }
            else if (!Figure.TryWhole(csv.Span(stampMonth), out var changedMonth) || changedMonth > 12)
            {
                csv.Bad(context, stampMonth, "the month the row was last changed, 01 to 12 (00: not known)");
            }
            else if (!Figure.TryRead(csv.Span(value), out var figure, out var bound))
            {
                csv.Bad(context, value, "a number");
            }
            else
            {
                yield return new Observation
                {
                    Series = known.Series!,
                    Period = periods.MarketingYear(year, known.MarketingStart),
                    Value = figure,
                    Bound = bound,
                    ValueText = csv.Text(value),
                    Status = year >= changedYear ? ObservationStatus.Forecast : ObservationStatus.Unspecified,
                    PublishedOn = Stamp.Month(csv, changedYear, changedMonth),
                    Member = csv.Member,
                    Line = csv.Line,
                    Column = "Value",
                };
            }
        }
    }

    internal static Resolution Resolve(
        ReadContext context,
        (string Code, string Name) country,
        (string Code, string Name) commodity,
        (string Code, string Name) attribute,
        (string System, string Text) unitText
    )
    {
        // Spreadsheets take the zeros off 0422110 and 028; the codes always have seven and three digits.
        commodity.Code = commodity.Code.PadLeft(7, '0');
        attribute.Code = attribute.Code.PadLeft(3, '0');
        var (made, words) = (new Resolution(), context.Words);
        var area = words.Area("psd", country.Code) ?? made.Miss<string>("area", "psd", country.Code, country.Name);
        var item = words.Item("psd", commodity.Code)
            ?? (
                context.AsNamed
                    ? made.TakeAsNamed("psd", commodity.Code, commodity.Name)
                    : made.Miss<ItemCode>("item", "psd", commodity.Code, commodity.Name)
            );
        var element = words.Element("psd", attribute.Code) ?? made.Miss<ElementCode>("element", "psd", attribute.Code, attribute.Name);
        var unit = element is { Unit.Length: > 0 }
            ? element.Unit
            : words.Unit(unitText.System, unitText.Text) ?? made.Miss<string>("unit", unitText.System, unitText.Text, "");
        if (area is null || item is null || element is null || unit is null)
        {
            return made;
        }

        var roughYield = attribute.Code == "184" && item.Item == "rice" ? "paddy" : element.Basis;
        return made.Of(
            new SeriesKey
            {
                Dataset = DatasetCode,
                Area = area,
                Item = item.Item,
                Element = element.Element,
                Unit = unit,
                Basis = Resolution.BasisOf(words, item.Basis, roughYield, unit),
                Dimensions = SeriesKey.JoinDimensions(("item", made.ItemName)),
                Native = $"{country.Code} {commodity.Code} {attribute.Code}",
            },
            words.MarketingStart(DatasetCode, area, item.Item)
        );
    }
}
