using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.WorldBank;

/// <summary>
/// World Bank, World Development Indicators, csv download of one indicator; https://data.worldbank.org/
/// <code>
/// "Data Source","World Development Indicators",
///
/// "Last Updated Date","2023-12-18",
///
/// "Country Name","Country Code","Indicator Name","Indicator Code","1960","1961",…,"2022",
/// "Korea, Dem. People's Rep.","PRK","Cereal production (metric tons)","AG.PRD.CREL.MT","","3583000",…
/// </code>
/// Traps: byte-order mark, four lines before the header, a comma after the last cell, aggregates (AFE, WLD) among the countries.
/// Undernourishment is FAO's three-year mean stamped with its middle year: 2018 is 2017–2019. An empty cell before a country's
/// first figure is left out; holes, and the years after its last figure up to the last year in which any country has one, are
/// missing observations, so that the silence of the release is known.
/// </summary>
public sealed class WdiReader : IReleaseReader
{
    public const string DatasetCode = "wb-wdi";

    private const string FirstHeading = "Country Name";

    private static readonly string[] Columns = [FirstHeading, "Country Code", "Indicator Name", "Indicator Code"];

    public string Format => "World Bank WDI csv";

    public Recognition? Recognise(FileHead head)
    {
        var line = HeaderLine(head);
        if (line < 0)
        {
            return head.First.Contains("World Development Indicators", StringComparison.Ordinal)
                ? new Recognition(40, HeaderMatch.Complaint(head, 0, Format, Columns))
                : null;
        }

        return HeaderMatch.Judge(head, line, Format, Columns, [.. head.Cells(line).Where(c => Figure.TryYear(c, out _))]);
    }

    public ReleaseDraft Describe(SourceFile file)
    {
        var indicator = file.Head.Cells(HeaderLine(file.Head) + 1);
        return new ReleaseDraft
        {
            Dataset = DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Title = indicator.Count > 2 ? indicator[2] : null,
            ReleasedOn = LastUpdated(file.Head),
            Coverage = ReleaseCoverage.Whole,
        };
    }

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var spoken = LastYears(file);
        using var csv = CsvSource.Open(file, firstHeading: FirstHeading);
        int country = csv.Require("Country Code"),
            countryName = csv.Require(FirstHeading),
            indicator = csv.Require("Indicator Code"),
            indicatorName = csv.Require("Indicator Name");
        var years = YearColumns(csv);
        var periods = new PeriodMemory();
        while (csv.Read(context))
        {
            string code = csv.Text(country),
                topic = csv.Text(indicator);
            var means = context.Words.Indicator("wdi", topic)?.Period == "3-year-mean-centred";
            var known = Resolve(context.Words, (code, csv.Text(countryName)), (topic, csv.Text(indicatorName)));
            if (!known.Settled(context, csv.Line))
            {
                continue;
            }

            var begun = false;
            foreach (var (column, year) in years)
            {
                var cell = csv.Span(column);
                begun |= !cell.IsEmpty;
                if (!begun || (cell.IsEmpty && year > spoken.GetValueOrDefault(topic)))
                {
                    continue;
                }

                if (!cell.IsEmpty & !Figure.TryRead(cell, out var figure, out var bound))
                {
                    csv.Bad(context, column, Figure.Expected);
                    continue;
                }

                yield return new Observation
                {
                    Series = known.Series!,
                    Period = means ? periods.Mean(year - 1, year + 1) : periods.CalendarYear(year),
                    Value = cell.IsEmpty ? null : figure,
                    Bound = bound,
                    ValueText = csv.Text(column),
                    Status = cell.IsEmpty ? ObservationStatus.Missing : ObservationStatus.Unspecified,
                    Member = csv.Member,
                    Line = csv.Line,
                    Column = csv.Header[column],
                };
            }
        }
    }

    /// <summary>By indicator the last year in which any row has a figure.</summary>
    private static Dictionary<string, int> LastYears(SourceFile file)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        using var csv = CsvSource.Open(file, firstHeading: FirstHeading);
        var years = YearColumns(csv);
        var indicator = csv.Require("Indicator Code");
        var nobody = new ReadContext(null!, file.Name);
        while (csv.Read(nobody))
        {
            var topic = csv.Text(indicator);
            var known = last.GetValueOrDefault(topic);
            foreach (var (column, year) in years)
            {
                if (year > known && !csv.Span(column).IsEmpty)
                {
                    known = year;
                }
            }

            last[topic] = known;
        }

        return last;
    }

    private static List<(int Column, int Year)> YearColumns(CsvSource csv)
    {
        var years = new List<(int Column, int Year)>();
        for (var i = 0; i < csv.Header.Count; i++)
        {
            if (Figure.TryYear(csv.Header[i], out var year))
            {
                years.Add((i, year));
            }
        }

        return years;
    }

    internal static Resolution Resolve(Vocabulary words, (string Code, string Name) country, (string Code, string Name) indicator)
    {
        var made = new Resolution();
        var area = words.Area("worldbank", country.Code) ?? made.Miss<string>("area", "worldbank", country.Code, country.Name);
        var topic = words.Indicator("wdi", indicator.Code) ?? made.Miss<IndicatorCode>("indicator", "wdi", indicator.Code, indicator.Name);
        return area is null || topic is null
            ? made
            : made.Of(
                new SeriesKey
                {
                    Dataset = DatasetCode,
                    Area = area,
                    Item = topic.Item,
                    Element = topic.Element,
                    Unit = topic.Unit,
                    Basis = topic.Basis,
                    Native = $"{country.Code} {indicator.Code}",
                }
            );
    }

    private static int HeaderLine(FileHead head)
    {
        for (var i = 0; i < Math.Min(head.Lines.Count, 12); i++)
        {
            if (head.Cells(i)[0] == FirstHeading)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? LastUpdated(FileHead head)
    {
        for (var i = 0; i < Math.Min(head.Lines.Count, 12); i++)
        {
            if (head.Cells(i) is ["Last Updated Date", var date, ..] && Stamp.IsOne(date))
            {
                return date;
            }
        }

        return null;
    }
}
