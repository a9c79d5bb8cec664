using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Inform;

/// <summary>
/// INFORM Risk Index of the European Commission's Joint Research Centre, trends, as HDX publishes them; https://drmkc.jrc.ec.europa.eu/inform-index
/// <code>
/// CountryName,Iso3,GNAYear,IndicatorId,FullName,IndicatorScore
/// Afghanistan,AFG,2024,INFORM,INFORM Risk Index,7.8
/// Afghanistan,AFG,2024,HA,Hazard &amp; Exposure Index,7.6
/// </code>
/// Traps: GNAYear is the year the index is for, not the year of its figures, which are the newest to be had; every edition works out its
/// past anew. Modelled by its publisher, hence estimated.
/// </summary>
public sealed class InformReader : IReleaseReader
{
    public const string DatasetCode = "inform";

    private static readonly string[] Columns = ["Iso3", "GNAYear", "IndicatorId", "FullName", "IndicatorScore"];

    public string Format => "INFORM trends";

    public Recognition? Recognise(FileHead head) => HeaderMatch.Judge(head, 0, Format, Columns, ["CountryName"]);

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
        int country = csv.Require("Iso3"),
            name = csv.Find("CountryName"),
            year = csv.Require("GNAYear"),
            indicator = csv.Require("IndicatorId"),
            indicatorName = csv.Require("FullName"),
            score = csv.Require("IndicatorScore");
        var memory = new RowMemory<Resolution>();
        var periods = new PeriodMemory();
        while (csv.Read(context))
        {
            if (!memory.Start().With(csv.Span(country)).With(csv.Span(indicator)).TryGet(out var known))
            {
                known = memory.Keep(
                    Resolve(context.Words, (csv.Text(country), csv.Text(name)), (csv.Text(indicator), csv.Text(indicatorName)))
                );
            }

            if (!known.Settled(context, csv.Line))
            {
                continue;
            }

            if (!Figure.TryYear(csv.Span(year), out var stamped))
            {
                csv.Bad(context, year, "a year, four digits");
            }
            else if (
                csv.Fill(
                    context,
                    score,
                    new Observation
                    {
                        Series = known.Series!,
                        Period = periods.CalendarYear(stamped),
                        Status = ObservationStatus.Estimated,
                        Member = csv.Member,
                        Line = csv.Line,
                    }
                ) is
                { } figure
            )
            {
                yield return figure;
            }
        }
    }

    private static Resolution Resolve(Vocabulary words, (string Code, string Name) country, (string Code, string Name) indicator)
    {
        var made = new Resolution();
        var area = CountryCode.Area(words, country.Code) ?? made.Miss<string>("area", "iso3", country.Code, country.Name);
        var topic = words.Indicator(DatasetCode, indicator.Code)
            ?? made.Miss<IndicatorCode>("indicator", DatasetCode, indicator.Code, indicator.Name);
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
}
