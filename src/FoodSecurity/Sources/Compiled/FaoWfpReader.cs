using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Compiled;

/// <summary>
/// Cereal balances of North Korea by FAO and WFP, gathered from their reports, one statement a row; https://www.fao.org/giews/
/// <code>
/// marketing_year,element,value,unit,basis,source,source_url,published_on,derived,note
/// 2004/05,production,4235,1000 t,"cereal equivalent, rice milled",FAO/WFP or FAO GIEWS,http://www.fao.org/asiapacific/…,2004-11-23,no,
/// 2004/05,production,3600,1000 t,"cereal equivalent, rice milled",FAO GIEWS 10/05,https://fao.org/4/J6398e/pays/drk.htm,2005-10,no,another statement gives 4235;
/// 2008/09,food aid,450,1000 t,received and pledged,FAO/WFP or FAO GIEWS,https://fao.org/3/ai475e/ai475e00.htm,2008-12-08,no,
/// </code>
/// Traps: the marketing year runs from November to October; the basis column holds a basis for quantities of cereals and the
/// coverage (planned, pledged, received and pledged) for imports and aid, which becomes a dimension. Where two statements give one
/// figure, the balance's own ("FAO/WFP or FAO GIEWS") keeps the series and the other becomes one of its own (dimension statement).
/// </summary>
public sealed class FaoWfpReader : IReleaseReader
{
    public const string DatasetCode = "fao-wfp";

    private const string BalanceSource = "FAO/WFP or FAO GIEWS";

    private static readonly string[] Columns =
    [
        "marketing_year",
        "element",
        "value",
        "unit",
        "basis",
        "source",
        "source_url",
        "published_on",
        "derived",
        "note",
    ];

    private static readonly string[] Coverages = ["planned", "pledged", "received and pledged"];

    public string Format => "FAO/WFP balances, compiled";

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
            RepeatsAreErrors = true,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var holders = Holders(file);
        using var csv = CsvSource.Open(file);
        int year = csv.Require("marketing_year"),
            element = csv.Require("element"),
            unit = csv.Require("unit"),
            basis = csv.Require("basis"),
            source = csv.Require("source");
        var start = context.Words.MarketingStart(DatasetCode, "PRK", "cereals");
        var row = new StatementRow(csv, context);
        while (csv.Read(context))
        {
            var from = csv.Text(source);
            var holder = holders[(csv.Text(year), csv.Text(element), csv.Text(basis))];
            var series = Resolve(context.Words, csv.Text(element), csv.Text(unit), csv.Text(basis), csv.Line == holder ? "" : from);
            if (!series.Settled(context, csv.Line))
            {
                continue;
            }

            if (!Period.TryParse(csv.Text(year), start, out var period) || period.Kind != PeriodKind.MarketingYear)
            {
                csv.Bad(context, year, "a marketing year, 2018/19");
            }
            else if (row.Read(series.Series!, period, from) is { } observation)
            {
                yield return observation;
            }
        }
    }

    /// <summary>By figure, the line of the statement that keeps the series: the balance's own, else the first.</summary>
    private static Dictionary<(string Year, string Element, string Basis), long> Holders(SourceFile file)
    {
        var holders = new Dictionary<(string Year, string Element, string Basis), long>();
        var own = new HashSet<(string Year, string Element, string Basis)>();
        using var csv = CsvSource.Open(file);
        int year = csv.Require("marketing_year"),
            element = csv.Require("element"),
            basis = csv.Require("basis"),
            source = csv.Require("source");
        var nobody = new ReadContext(null!, file.Name);
        while (csv.Read(nobody))
        {
            var figure = (csv.Text(year), csv.Text(element), csv.Text(basis));
            if ((csv.Span(source).SequenceEqual(BalanceSource) && own.Add(figure)) || !holders.ContainsKey(figure))
            {
                holders[figure] = csv.Line;
            }
        }

        return holders;
    }

    private static Resolution Resolve(Vocabulary words, string elementText, string unitText, string basisText, string statement)
    {
        var made = new Resolution();
        var element = words.Element(DatasetCode, elementText) ?? made.Miss<ElementCode>("element", DatasetCode, elementText, "");
        var unit = words.Unit(DatasetCode, unitText) ?? made.Miss<string>("unit", DatasetCode, unitText, "");
        var coverage = Coverages.Contains(basisText) ? basisText : "";
        var basis =
            coverage.Length > 0 ? "" : words.Basis(DatasetCode, basisText) ?? made.Miss<string>("basis", DatasetCode, basisText, "");
        return element is null || unit is null || basis is null
            ? made
            : made.Of(
                new SeriesKey
                {
                    Dataset = DatasetCode,
                    Area = "PRK",
                    Item = "cereals",
                    Element = element.Element,
                    Unit = unit,
                    Basis = basis,
                    Dimensions = SeriesKey.JoinDimensions(("coverage", coverage), ("statement", statement)),
                    Native = elementText,
                }
            );
    }
}
