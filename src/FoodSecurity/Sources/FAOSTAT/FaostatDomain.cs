using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>The domains of FAOSTAT this program knows, and how a file tells which is its own.</summary>
/// <param name="Code">FAOSTAT's code.</param>
/// <param name="Dataset">Our dataset.</param>
/// <param name="Items">Crosswalk of its plain item codes: fao, fbs, or fs or cp where the item code names an indicator.</param>
internal sealed record FaostatDomain(string Code, string Dataset, string Items)
{
    public static readonly FaostatDomain Crops = new("QCL", "fao-qcl", "fao");
    public static readonly FaostatDomain FoodSecurity = new("FS", "fao-fs", "fs");
    public static readonly FaostatDomain Population = new("OA", "fao-oa", "fao");
    public static readonly FaostatDomain Balances = new("FBS", "fao-fbs", "fbs");
    public static readonly FaostatDomain OldBalances = new("FBSH", "fao-fbsh", "fbs");

    public static readonly FaostatDomain Trade = new("TCL", "fao-tcl", "fao");
    public static readonly FaostatDomain ProducerPrices = new("PP", "fao-pp", "fao");
    public static readonly FaostatDomain ConsumerPrices = new("CP", "fao-cp", "cp");

    private const string Known = "a domain this program knows: QCL, FS, OA, FBS, FBSH, TCL, PP or CP";

    /// <summary>True where the item code names an indicator, with item, element and unit in one.</summary>
    public bool IsIndicators => Items is "fs" or "cp";

    /// <summary>By the Domain Code of an export. Headings "Country Code" are older than the split of the balances of 2020: those are the old ones.</summary>
    /// <exception cref="DataFormatException">Another domain.</exception>
    public static FaostatDomain OfExport(FileHead head)
    {
        var code = head.Cells(1) is [var first, ..] ? first : "";
        var old = head.Cells().Contains("Country Code");
        return code switch
        {
            "QCL" or "QC" => Crops,
            "FS" => FoodSecurity,
            "OA" => Population,
            "TCL" or "TP" => Trade,
            "PP" => ProducerPrices,
            "CP" => ConsumerPrices,
            "FBS" when !old => Balances,
            "FBSH" or "FBS" => OldBalances,
            _ => throw new DataFormatException(new DataProblem(head.Shown, 2, "Domain Code", code, Known)),
        };
    }

    /// <summary>By the file's name, as FAO gives it ("Production_Crops_Livestock_E_All_Data_(Normalized).csv"), else by the codes of its first rows.</summary>
    /// <exception cref="DataFormatException">Neither tells.</exception>
    public static FaostatDomain OfBulk(FileHead head)
    {
        var name = head.Member.Length > 0 ? head.Member : head.FileName;
        (string Part, FaostatDomain Domain)[] names =
        [
            ("Food_Security", FoodSecurity),
            ("Production_Crops", Crops),
            ("Population", Population),
            ("Trade_Crops", Trade),
            ("Prices_E", ProducerPrices),
            ("ConsumerPrice", ConsumerPrices),
            ("FoodBalanceSheetsHistoric", OldBalances),
            ("FoodBalanceSheets", Balances),
        ];
        foreach (var (part, domain) in names)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return domain;
            }
        }

        int item = IndexOf(head.Cells(), "Item Code"),
            element = IndexOf(head.Cells(), "Element Code"),
            year = IndexOf(head.Cells(), "Year Code");
        var row = head.Cells(1);
        if (item < 0 || element < 0 || Math.Max(item, Math.Max(element, year)) >= row.Count)
        {
            throw new DataFormatException(
                new DataProblem(head.Shown, 2, "", head.Lines.Count > 1 ? head.Lines[1] : "", "a first row that tells the domain")
            );
        }

        return (row[item], row[element]) switch
        {
            ("23012" or "23013" or "23014", _) => ConsumerPrices,
            ({ Length: 5 or 6 } i, { Length: 4 or 5 } e) when i.StartsWith('2') && e.StartsWith('6') => FoodSecurity,
            ("3010", _) => Population,
            ({ Length: 4 } i, _)
                when i.StartsWith("25", StringComparison.Ordinal)
                    || i.StartsWith("26", StringComparison.Ordinal)
                    || i.StartsWith("27", StringComparison.Ordinal)
                    || i.StartsWith("28", StringComparison.Ordinal)
                    || i.StartsWith("29", StringComparison.Ordinal) => year >= 0 && string.CompareOrdinal(row[year], "2010") >= 0
                ? Balances
                : OldBalances,
            (_, "5530" or "5531" or "5532" or "5539") => ProducerPrices,
            (_, "5610" or "5622" or "5910" or "5922" or "5608" or "5609" or "5908" or "5909") => Trade,
            (_, "5312" or "5412" or "5419" or "5510" or "5111" or "5112" or "5320" or "5321") => Crops,
            var (i, e) => throw new DataFormatException(
                new DataProblem(head.Shown, 2, "Item Code", i + ", element " + e, Known + ", told by the file's name or its items")
            ),
        };
    }

    private static int IndexOf(IReadOnlyList<string> cells, string heading)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] == heading)
            {
                return i;
            }
        }

        return -1;
    }
}
