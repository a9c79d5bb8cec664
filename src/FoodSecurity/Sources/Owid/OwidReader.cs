using System.Text.RegularExpressions;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Owid;

/// <summary>
/// Our World in Data: csv of one chart, alone or in a zip with its metadata.json, and the older tables of owid-datasets; https://ourworldindata.org/
/// <code>
/// Entity,Code,Year,2.1.1 Prevalence of undernourishment | 000000000024000 || Value | 006121 || percent
/// Afghanistan,AFG,2001,46
/// Africa (FAO),,2000,18.1
/// World,OWID_WRL,2000,12.8
///
/// Entity,Year,Food supply (kcal/capita/day) - Grand Total,Fat supply quantity (g/capita/day) - Grand Total,…
/// Afghanistan,1961,2999,37.51,…
/// </code>
/// Traps: "Africa (FAO)" is FAO's group and "Africa" OWID's own in charts, but FAO's in the tables of owid-datasets; groups have no code or
/// one of OWID's. Undernourishment of a country is FAO's three-year mean stamped with its middle year, that of a group the single year.
/// "2.5" stands for "less than 2.5". Every column is looked up; one that no crosswalk knows is listed and stops the load. All of it is
/// others' data republished: never a second source beside FAO.
/// </summary>
public sealed partial class OwidReader : IReleaseReader
{
    public const string DatasetCode = "owid";

    public string Format => "Our World in Data csv";

    public Recognition? Recognise(FileHead head) =>
        head.Cells().Where(c => !HeaderMatch.IsIndex(c)).ToList() is [var entity, var second, _, ..] cells
        && Is(entity, "Entity")
        && (Is(second, "Code") && cells.Count > 3 && Is(cells[2], "Year") || Is(second, "Year"))
            ? new Recognition(90)
            : null;

    public ReleaseDraft Describe(SourceFile file)
    {
        var metadata = OwidMetadata.Of(file);
        return new ReleaseDraft
        {
            Dataset = DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Title = metadata?.Title,
            ReleasedOn = metadata?.UpdatedOn,
            RetrievedOn = metadata?.RetrievedOn,
            PublisherAddress = metadata?.Address,
            Licence = metadata?.Licence,
            Coverage = ReleaseCoverage.Part,
        };
    }

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        int entity = csv.Require("Entity"),
            code = csv.Find("Code"),
            year = csv.Require("Year");
        var columns = Columns(csv, context, OwidMetadata.Of(file), [entity, code, year]);
        var areas = new RowMemory<string>();
        var periods = new PeriodMemory();
        var series = new Dictionary<(string Area, int Column), SeriesKey>();
        while (csv.Read(context))
        {
            areas.Start().With(csv.Span(entity)).With(code < 0 ? "" : csv.Span(code));
            if (!areas.TryGet(out var area))
            {
                area = areas.Keep(AreaOf(context.Words, csv.Text(entity), csv.Text(code), coded: code >= 0) ?? "");
            }

            if (area.Length == 0)
            {
                context.Unknown(
                    "area",
                    code >= 0 ? "owid" : "owid-datasets",
                    csv.Text(code) is { Length: > 0 } text ? text : csv.Text(entity),
                    csv.Text(entity),
                    csv.Line
                );
                continue;
            }

            if (!Figure.TryYear(csv.Span(year), out var stamped))
            {
                csv.Bad(context, year, "a year, four digits");
                continue;
            }

            foreach (var (column, indicator) in columns)
            {
                // A table of many columns leaves out what it has not: an empty cell says nothing of its own there.
                if (csv.Span(column).IsEmpty && columns.Count > 1)
                {
                    continue;
                }

                if (!series.TryGetValue((area, column), out var key))
                {
                    key = series[(area, column)] = new SeriesKey
                    {
                        Dataset = DatasetCode,
                        Area = area,
                        Item = indicator.Item,
                        Element = indicator.Element,
                        Unit = indicator.Unit,
                        Basis = indicator.Basis,
                        Dimensions = SeriesKey.JoinDimensions(
                            ("edition", indicator.Element == "hunger-index" ? Edition().Match(csv.Header[column]).Groups[1].Value : "")
                        ),
                        Native = $"{csv.Text(entity)} {csv.Text(code)}".TrimEnd(),
                    };
                }

                var means = indicator.Period == "3-year-mean-centred" && context.Words.Areas[area].Level != AreaLevel.Aggregate;
                var made = new Observation
                {
                    Series = key,
                    Period = means ? periods.Mean(stamped - 1, stamped + 1) : periods.CalendarYear(stamped),
                    Member = csv.Member,
                    Line = csv.Line,
                };
                if (csv.Fill(context, column, made) is { } figure)
                {
                    yield return figure;
                }
            }
        }
    }

    private static List<(int Column, IndicatorCode Indicator)> Columns(
        CsvSource csv,
        ReadContext context,
        OwidMetadata? metadata,
        IReadOnlyList<int> keys
    )
    {
        var known = new List<(int Column, IndicatorCode Indicator)>();
        for (var i = 0; i < csv.Header.Count; i++)
        {
            if (keys.Contains(i) || HeaderMatch.IsIndex(csv.Header[i]))
            {
                continue;
            }

            var (full, name) = metadata?.Column(csv.Header[i]) ?? (csv.Header[i], "");
            if ((context.Words.Indicator("owid", csv.Header[i]) ?? context.Words.Indicator("owid", full)) is { } indicator)
            {
                known.Add((i, indicator));
            }
            else
            {
                context.Unknown("indicator", "owid", csv.Header[i], name, csv.Line);
            }
        }

        return known;
    }

    private static string? AreaOf(Vocabulary words, string entity, string code, bool coded) =>
        code.Length == 3 ? CountryCode.Area(words, code)
        : code.Length > 0 ? words.Area("owid", code)
        : coded ? words.Area("owid", entity) ?? (words.FindArea(entity) is { Level: not AreaLevel.Aggregate } alone ? alone.Code : null)
        : words.Area("owid-datasets", entity) ?? words.FindArea(entity)?.Code;

    private static bool Is(string cell, string heading) => cell.Equals(heading, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\((\d{4})\)$")]
    private static partial Regex Edition();
}
