using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Ipc;

/// <summary>
/// IPC acute food insecurity, wide tables: one row an analysis and area, periods and phases side by side; of 2022, of 2023 and the
/// population tracking tool's workbook; https://data.humdata.org/dataset/global-acute-food-insecurity-country-data
/// <code>
/// Date of analysis,Country,Total country population,Current from,Current to,Population analyzed current,Phase 3+ number current,Phase 3+ percentage current,…
/// #date+analysis,#country+code,#population,#date+start+current,#date+end+current,#affected+num+ipc+current+total,#affected+num+ipc+current+p3plus,…
/// Mar 2022,AFG,41727303,2022-03-01,2022-05-31,41727303,19650163,0.47,7451417,0.18,14625723,0.35,…
/// Mar 2022,CAF,5677026,,,,,,,,,,,,,,,,2022-04-01,2022-08-31,4946679,2208902,0.45,…
/// </code>
/// Traps: the tags of phases 1 and 2 stand in each other's place, so only headings are read; "Total area population" is the country's;
/// ends on the first of a month mean its last day (2022). An analysis without a current period leaves its cells empty. The keys are
/// those of the long tables, so that one may follow the other.
/// </summary>
public sealed class IpcWideReader : IReleaseReader
{
    private const int FewestFigures = 7;

    public string Format => "IPC wide table";

    public Recognition? Recognise(FileHead head)
    {
        if (IpcHeader.Of(head) is not { } header || header.Headings.Count(h => IpcHeading.Of(h).Kind == IpcColumn.Figure) < FewestFigures)
        {
            return null;
        }

        string[] missing = [.. new[] { "Country" }.Where(_ => !header.Headings.Any(h => h is "Country" or "country_iso3"))];
        return missing.Length == 0
            ? new Recognition(98)
            : new Recognition(60, HeaderMatch.Complaint(head, header.FirstLine, Format, missing));
    }

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = IpcReader.DatasetCode,
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
        var header = IpcHeader.Of(file.Head)!;
        using var csv = CsvSource.Open(
            file,
            anywhere: file.Head.Cells(header.FirstLine).Contains("analysis_date") ? "analysis_date" : "Date of analysis"
        );
        int analysis = csv.Require("Date of analysis", "analysis_date"),
            country = csv.Require("Country", "country_iso3"),
            level1 = Any(csv, "Level 1", "Level 1 Name", "level1_name"),
            part = Any(csv, "Area"),
            population = Any(csv, "Total country population", "Country Population", "Total area population", "population");
        var blocks = IpcBlock.Of(header.Headings);
        var days = new DayCells(file, csv, [.. blocks.SelectMany(b => new[] { b.From, b.To }).Where(c => c >= 0)]);
        var series = new IpcSeries(IpcReader.DatasetCode);
        var analyses = new IpcAnalyses();
        while (csv.Read(context))
        {
            if (csv.Line <= file.Head.Number(header.LastLine))
            {
                context.Rows--;
                continue;
            }

            var code = csv.Text(country);
            if ((CountryCode.Area(context.Words, code) ?? context.Words.FindArea(code)?.Code) is not { } area)
            {
                context.Unknown("area", "iso3", code, code, csv.Line);
                continue;
            }

            if (IpcSeries.Analysis(csv.Span(analysis)) is not { } month)
            {
                csv.Bad(context, analysis, IpcSeries.AnalysisExpected);
                continue;
            }

            var place = new IpcPlace(area, csv.Text(level1), csv.Text(part) == code ? "" : csv.Text(part), code);
            foreach (var block in blocks)
            {
                if (block.Figures.All(f => csv.Span(f.Column).IsEmpty) || block.Window(csv, context, days) is not { } window)
                {
                    continue;
                }

                var made = new Observation
                {
                    Series = series.Country(area),
                    Period = window,
                    Edition = csv.Pooled(month),
                    PublishedOn = csv.Pooled(month),
                    Status = IpcSeries.StatusOf(block.Validity),
                    Member = csv.Member,
                    Line = csv.Line,
                };
                var other = analyses.Mark(month, place, block.Validity, window, block.All >= 0 ? csv.Text(block.All) : null);
                foreach (var (column, heading) in block.Figures)
                {
                    if (!csv.Span(column).IsEmpty && csv.Fill(context, column, made) is { } figure)
                    {
                        if (heading.Share && figure.Value > 1)
                        {
                            csv.Bad(context, column, "a share between 0 and 1");
                            continue;
                        }

                        yield return figure with
                        {
                            Series =
                                heading.Kind == IpcColumn.AreaPhase
                                    ? series.AreaPhase(place, block.Validity, other)
                                    : series.Of(place, block.Validity, heading.Phase, heading.Share, other),
                            Column = header.Headings[column],
                        };
                    }
                }

                if (
                    population >= 0
                    && !csv.Span(population).IsEmpty
                    && series.FirstPopulation(area, month, window)
                    && csv.Fill(context, population, made) is { } whole
                )
                {
                    yield return whole;
                }
            }
        }
    }

    private static int Any(CsvSource csv, params ReadOnlySpan<string> headings)
    {
        foreach (var heading in headings)
        {
            if (csv.Find(heading) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }
}

/// <summary>The columns of one validity period.</summary>
internal sealed record IpcBlock(string Validity, int From, int To, int Months, IReadOnlyList<(int Column, IpcHeading Heading)> Figures)
{
    /// <summary>The column of the population analysed, or −1.</summary>
    public int All { get; } =
        Figures
            .Where(f => f.Heading is { Phase: "all", Share: false, Kind: IpcColumn.Figure })
            .Select(f => f.Column)
            .DefaultIfEmpty(-1)
            .First();

    public static IReadOnlyList<IpcBlock> Of(IReadOnlyList<string> headings)
    {
        var read = headings.Select((h, i) => (Column: i, Heading: IpcHeading.Of(h))).Where(h => h.Heading.Kind != IpcColumn.None).ToList();
        return
        [
            .. IpcSeries
                .Validities.Where(v => read.Exists(r => r.Heading.Validity == v && r.Heading.Kind == IpcColumn.Figure))
                .Select(v => new IpcBlock(
                    v,
                    Column(v, IpcColumn.From),
                    Column(v, IpcColumn.To),
                    Column(v, IpcColumn.Months),
                    [
                        .. read.Where(r =>
                            r.Heading.Validity == v && r.Heading.Kind is IpcColumn.Figure or IpcColumn.AreaPhase && r.Heading.Validity == v
                        ),
                    ]
                )),
        ];

        int Column(string validity, IpcColumn kind) =>
            read.FindIndex(r => r.Heading.Validity == validity && r.Heading.Kind == kind) is >= 0 and var at ? read[at].Column : -1;
    }

    /// <summary>The validity period of the current row; reported and null where it is none.</summary>
    public Period? Window(CsvSource csv, ReadContext context, DayCells days)
    {
        if (Months >= 0)
        {
            if (IpcSeries.Months(csv.Text(Months)) is { } months)
            {
                return months;
            }

            csv.Bad(context, Months, "the months the figures hold for: Jun 2021 - Sep 2021");
            return null;
        }

        if (From < 0 || To < 0)
        {
            csv.Bad(context, -1, $"columns that say from when to when the figures of the {Validity} period hold");
            return null;
        }

        if (!days.TryRead(context, From, out var first) || !days.TryRead(context, To, out var last))
        {
            return null;
        }

        if (last >= first)
        {
            return IpcSeries.Window(first, last);
        }

        csv.Bad(context, To, "a day after " + csv.Text(From));
        return null;
    }
}
