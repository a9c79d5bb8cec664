using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>
/// FAOSTAT bulk download of a whole domain, normalised (one figure a row), zip or csv; https://www.fao.org/faostat/en/#data
/// <code>
/// Area Code,Area,Item Code,Item,Element Code,Element,Year Code,Year,Unit,Value,Flag
/// "107","Côte d'Ivoire","210041","Prevalence of undernourishment (percent) (3-year average)","6121","Value","20162018","2016-2018","%","19","F"
/// "116","Democratic People's Republic of Korea","210041","Prevalence of undernourishment (percent) (3-year average)","6121","Value","20162018","2016-2018","%","47.8","F"
/// "116","Democratic People's Republic of Korea","210401","Prevalence of severe food insecurity in the total population (percent) (3-year average)","6121","Value","20162018","2016-2018","%",,"NV"
/// "10","Australia","210041","Prevalence of undernourishment (percent) (3-year average)","6121","Value","20162018","2016-2018","%","&lt;2.5","F"
/// </code>
/// That is the layout of 2019: latin-1, CRLF. The current one is UTF-8, its M49 and CPC codes carry an apostrophe:
/// <code>
/// Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Year Code,Year,Unit,Value,Flag,Note
/// </code>
/// Prices have months beside the year:
/// <code>
/// 231,'840,United States of America,23013,"Consumer Prices, Food Indices (2015 = 100)",6125,Value,7001,January,2024,2024,,130.500000,X,base year is 2015
/// </code>
/// Traps: FAO's area 116 is North Korea, M49's is Cambodia; 351 is China with Taiwan, Hong Kong and Macao; flags change their
/// meaning with the layout; in the food security suite the item code names the indicator; 20162018 is a three-year average.
/// </summary>
public sealed class FaostatBulkReader : IReleaseReader
{
    private static readonly string[] Columns =
    [
        "Area Code",
        "Area",
        "Item Code",
        "Item",
        "Element Code",
        "Element",
        "Year Code",
        "Year",
        "Unit",
        "Value",
        "Flag",
    ];

    private static readonly string[] Current = ["Area Code (M49)", "Item Code (CPC)", "Item Code (FBS)", "Item Code (SDG)", "Note"];

    private static readonly string[] Months = ["Months Code", "Months"];

    public string Format => "FAOSTAT normalised bulk";

    public Recognition? Recognise(FileHead head) => HeaderMatch.Judge(head, 0, Format, Columns, [.. Current, .. Months]);

    public ReleaseDraft Describe(SourceFile file) =>
        FaostatRows.Describe(file, Format, FaostatDomain.OfBulk(file.Head), ReleaseCoverage.Whole);

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var current = file.Head.Cells().Any(Current.Contains);
        return FaostatRows.Read(file, context, FaostatDomain.OfBulk(file.Head), latin1: !current, newFlags: current);
    }
}
