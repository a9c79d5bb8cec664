using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Compiled;

/// <summary>
/// Crop output of North Korea as estimated by South Korea's Rural Development Administration, gathered from published statements,
/// one a row; https://www.rda.go.kr/
/// <code>
/// year,crop,value,unit,basis,published_on,source_url,derived,note
/// 2008,rice,186,10000 t,"milled, 0.72 of paddy",2008-12-18,https://www.voakorea.com/a/…,no,
/// 2018,rice,220,10000 t,"milled, 0.72 of paddy",2018-12,http://www.foodnews.co.kr/news/articleView.html?idxno=68666,no,
/// 2018,rice,221,10000 t,,2019,Statistics Korea 2019,no,second statement of the same figure
/// </code>
/// Traps: the total counts potatoes, sweet potatoes and soybeans; rice is milled at 0.72; crops do not add up to the total where
/// one is missing. A second statement of a figure is a series of its own (dimension estimator), so that both stay in view.
/// </summary>
public sealed class RdaReader : IReleaseReader
{
    public const string DatasetCode = "rda";

    private const string SecondStatement = "second statement of the same figure";

    private static readonly string[] Columns = ["year", "crop", "value", "unit", "basis", "published_on", "source_url", "derived", "note"];

    public string Format => "RDA statements, compiled";

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
        using var csv = CsvSource.Open(file);
        int year = csv.Require("year"),
            crop = csv.Require("crop"),
            unit = csv.Require("unit"),
            basis = csv.Require("basis"),
            note = csv.Require("note");
        var row = new StatementRow(csv, context);
        while (csv.Read(context))
        {
            var second = csv.Span(note).StartsWith(SecondStatement, StringComparison.Ordinal);
            var series = Resolve(context.Words, csv.Text(crop), csv.Text(unit), csv.Text(basis), second ? Estimator(row.Address) : "");
            if (!series.Settled(context, csv.Line))
            {
                continue;
            }

            if (!Figure.TryYear(csv.Span(year), out var harvest))
            {
                csv.Bad(context, year, "the year of the harvest, four digits");
            }
            else if (row.Read(series.Series!, Period.CalendarYear(harvest), "RDA") is { } observation)
            {
                yield return observation with
                {
                    Status = ObservationStatus.Estimated,
                };
            }
        }
    }

    /// <summary>Who made a second statement: named where its source is, else in what way it is another one.</summary>
    private static string Estimator(string source)
    {
        if (source.Contains("Statistics Korea", StringComparison.Ordinal))
        {
            return "Statistics Korea";
        }

        if (source.Contains("restated", StringComparison.Ordinal))
        {
            return "restated";
        }

        if (source.StartsWith("one outlet", StringComparison.Ordinal))
        {
            return "one outlet";
        }

        var end = source.AsSpan().IndexOfAny(",;0123456789");
        return (end > 0 ? source[..end] : source).Trim();
    }

    private static Resolution Resolve(Vocabulary words, string crop, string unitText, string basisText, string estimator)
    {
        var made = new Resolution();
        var item = words.Item(DatasetCode, crop) ?? made.Miss<ItemCode>("item", DatasetCode, crop, "");
        var unit = words.Unit(DatasetCode, unitText) ?? made.Miss<string>("unit", DatasetCode, unitText, "");
        var basis =
            basisText.Length == 0
                ? UsualBasis(item?.Item)
                : words.Basis(DatasetCode, basisText) ?? made.Miss<string>("basis", DatasetCode, basisText, "");
        return item is null || unit is null || basis is null
            ? made
            : made.Of(
                new SeriesKey
                {
                    Dataset = DatasetCode,
                    Area = "PRK",
                    Item = item.Item,
                    Element = "production",
                    Unit = unit,
                    Basis = basis,
                    Dimensions = SeriesKey.JoinDimensions(("estimator", estimator)),
                    Native = crop,
                }
            );
    }

    /// <summary>The basis the statements use throughout, for rows that do not repeat it.</summary>
    private static string UsualBasis(string? item) =>
        item switch
        {
            "food-crops" => "grain-equivalent-rda",
            "rice" => "milled-0.72",
            "potatoes-and-sweet-potatoes" => "tuber-grain-equivalent-rda",
            _ => "",
        };
}
