using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>
/// FAOSTAT web export: the answer to a query, with the code columns its asker chose; https://www.fao.org/faostat/en/#data
/// <code>
/// Domain Code,Domain,Area Code (ISO3),Area,Element Code,Element,Item Code (CPC),Item,Year Code,Year,Unit,Value,Flag,Flag Description,Note
/// "QCL","Crops and livestock products","PRK","Democratic People's Republic of Korea","5412","Yield","0111","Wheat","2023","2023","kg/ha","1230.8","E","Estimated value",""
///
/// Domain Code,Domain,Country Code,Country,Element Code,Element,Item Code,Item,Year Code,Year,Unit,Value,Flag,Flag Description      (old balances)
/// FBS,Food Balance Sheets,2,Afghanistan,5511,Production,2511,Wheat and products,1980,1980,1000 tonnes,2550,S,Standardized data
/// </code>
/// Traps: area codes are M49, ISO 3166 or FAO's own by choice; ISO3 CHN is the aggregate in one export and the mainland in another
/// (the name tells); M49 may carry an apostrophe; item codes are CPC, FAO's or the balances'. A query's answer is never whole.
/// </summary>
public sealed class FaostatExportReader : IReleaseReader
{
    private static readonly string[] Columns =
    [
        "Domain Code",
        "Domain",
        "Element Code",
        "Element",
        "Item",
        "Year Code",
        "Year",
        "Unit",
        "Value",
        "Flag",
    ];

    private static readonly string[] Areas = ["Area Code (M49)", "Area Code (ISO3)", "Area Code (FAO)", "Area Code", "Country Code"];

    private static readonly string[] Items = ["Item Code (CPC)", "Item Code (FAO)", "Item Code (FBS)", "Item Code"];

    private static readonly string[] Rest = ["Area", "Country", "Months Code", "Months", "Flag Description", "Note"];

    public string Format => "FAOSTAT web export";

    public Recognition? Recognise(FileHead head)
    {
        var judged = HeaderMatch.Judge(head, 0, Format, Columns, [.. Areas, .. Items, .. Rest]);
        if (judged is not { Complaint: null })
        {
            return judged;
        }

        var cells = head.Cells();
        return !cells.Any(Areas.Contains) ? new Recognition(50, HeaderMatch.Complaint(head, 0, Format, [Areas[0]]))
            : !cells.Any(Items.Contains) ? new Recognition(50, HeaderMatch.Complaint(head, 0, Format, [Items[0]]))
            : !cells.Contains("Area") && !cells.Contains("Country") ? new Recognition(50, HeaderMatch.Complaint(head, 0, Format, ["Area"]))
            : judged;
    }

    public ReleaseDraft Describe(SourceFile file) =>
        FaostatRows.Describe(file, Format, FaostatDomain.OfExport(file.Head), ReleaseCoverage.Part);

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var cells = file.Head.Cells();
        var current = cells.Contains("Note") || cells.Contains("Item Code (CPC)") || cells.Contains("Area Code (M49)");
        return FaostatRows.Read(file, context, FaostatDomain.OfExport(file.Head), latin1: false, newFlags: current);
    }
}
