using System.Data.Common;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Areas;

/// <summary>Everything a country page shows, computed from the store.</summary>
public sealed record AreaView
{
    public required Area Area { get; init; }
    public required string Region { get; init; }
    public IReadOnlyList<IReadOnlyList<Phrase>> Lede { get; init; } = [];
    public IReadOnlyList<KeyFigure> KeyFigures { get; init; } = [];
    public IReadOnlyList<TracedChart> Charts { get; init; } = [];
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];
    public IReadOnlyList<CropYearTable> CropTables { get; init; } = [];
    public IReadOnlyList<AreaEvent> Events { get; init; } = [];

    /// <summary>Releases behind what is shown.</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];

    /// <summary>What nothing is loaded of, as a sentence; or empty.</summary>
    public string Absent { get; init; } = "";
    public DateOnly? AsOf { get; init; }

    public TracedChart? Chart(string id) => Charts.FirstOrDefault(c => c.Id == id);
}

/// <summary>A figure at the top of the page: never without its source and period.</summary>
public sealed record KeyFigure(string Name, Phrase Value, string Note);

/// <summary>Puts the steps together for one area: series, indicators, findings, charts.</summary>
public static class AreaAnswer
{
    /// <summary>The page of an area; null where nothing is loaded for it.</summary>
    public static AreaView? Of(Archive archive, string code, DateOnly? asOf = null, int? from = null, int? to = null)
    {
        if (!archive.Words.Areas.TryGetValue(code, out var area))
        {
            return null;
        }

        using var connection = archive.Read();
        var series = AreaSeries.Read(archive, connection, area, asOf);
        var told = ReleaseQuery.Events(connection, area.Code);
        var events = ReleaseQuery.KnownOn(told, asOf);
        if (series.IsEmpty && events.Count == 0)
        {
            return null;
        }

        var releases = ReleaseQuery.All(connection);
        var annotations = Annotations(archive, connection, ArticleStore.All(connection), series, told, asOf);
        var held = series.Held with { Annotations = annotations, Events = events };
        var charts = NamedCharts.All(archive, from, to, held);
        return new AreaView
        {
            Area = area,
            Region = archive.Words.Areas.GetValueOrDefault(area.Parent)?.Name ?? "",
            Charts = charts,
            Annotations = annotations,
            Events = events,
            AsOf = asOf,
            Lede = AreaLede.Of(series, archive.Words, archive.Texts),
            KeyFigures = KeyFigures.Of(series, archive.Words, archive.Texts),
            Absent = Missed(archive, area, charts, held),
            CropTables = CropYearTable.Of(series, annotations, archive),
            Releases =
            [
                .. ChartCaption
                    .ReleasesOf(charts.Count > 0 ? charts.SelectMany(c => c.Series).Select(s => s.Series) : series.Published)
                    .Select(id => releases[id]),
            ],
        };
    }

    /// <summary>The excerpts that speak of an area, each with what every source says of it.</summary>
    internal static IReadOnlyList<ChartAnnotation> Annotations(
        Archive archive,
        DbConnection connection,
        IReadOnlyList<Article> articles,
        AreaSeries series,
        IReadOnlyList<AreaEvent> told,
        DateOnly? asOf
    )
    {
        var excerpts = articles.SelectMany(a => a.Excerpts).Where(e => e.Target.Area == series.Area.Code).ToList();
        return excerpts.Count == 0
            ? []
            : new ExcerptCheck(archive, AreaFigures.Beside(archive, connection, series.Held, excerpts, told, asOf)).Annotations(
                articles,
                series.Area.Code
            );
    }

    /// <summary>One sentence on what readers look for and nothing is loaded of; empty where all of it is.</summary>
    private static string Missed(Archive archive, Area area, IReadOnlyList<TracedChart> charts, AreaHeld held)
    {
        var t = archive.Texts;
        var missed = NamedCharts
            .ListOf(archive)
            .Where(n => n.IsMissed && charts.All(c => c.Id != n.Name) && !NamedCharts.IsThere(archive, n, held))
            .Select(n => n.Words(t))
            .ToList();
        return missed.Count == 0 ? "" : t["area.absent", area.Name, t.List(missed)];
    }
}

/// <summary>The key figures: the last published of each kind, whatever its year.</summary>
internal static class KeyFigures
{
    public static IReadOnlyList<KeyFigure> Of(AreaSeries series, Vocabulary words, Texts t)
    {
        var figures = new List<KeyFigure>();
        var main = series.Output.FirstOrDefault(s => s.Key == words.DatasetWith(DatasetCard.FoodCrops).Code)
            ?? series.Output.FirstOrDefault(s => s.Key == words.DatasetWith(DatasetCard.FullBalance).Code)
            ?? series.Output.FirstOrDefault();
        if (main is not null && LastFigure(main) is { } output)
        {
            var change = Indicators.YearOnYear.At(main.Series, output.Period.Year);
            var others = series
                .Output.Where(o => o != main && o.Series.At(output.Period.Year)?.Value is not null)
                .Select(o => $"{o.Source} {Numbers.Mass(o.ValueAt(output.Period.Year)!.Value)}");
            var note = main.Source + (change is { } c ? t["key.on-year-before", Numbers.Change(c)] : "");
            figures.Add(Figure(t["key.output", output.Period.Label], main, output, Numbers.Mass, string.Join("; ", [note, .. others])));
        }

        if (series.Deficit is { } deficit && LastFigure(deficit) is { } gap)
        {
            figures.Add(Figure(t["key.deficit"], deficit, gap, Numbers.Mass, t["key.deficit-note", gap.Period.Label, deficit.Source]));
        }

        if (series.Undernourishment.FirstOrDefault() is { } hunger && LastFigure(hunger) is { } share)
        {
            var silent = hunger.Series.Points.Any(p => p.Value is null && p.Period.Start > share.Period.Start);
            figures.Add(
                Figure(
                    t["key.undernourished"],
                    hunger,
                    share,
                    v => SpecParts.Bound(share) + Numbers.Percent(v),
                    t[silent ? "key.undernourished-silent" : "key.undernourished-note", share.Period.Label, hunger.Source]
                )
            );
        }

        if (series.Imports.FirstOrDefault() is { } imports && LastFigure(imports) is { } bought)
        {
            var before = imports.Series.At(bought.Period.Year - 5);
            var note = before?.Value is { } b
                ? t["key.imports-before", imports.Source, Numbers.Mass(b * imports.Factor), before.Period.Label]
                : imports.Source;
            figures.Add(Figure(t["key.imports", bought.Period.Label], imports, bought, Numbers.Mass, note));
        }

        return figures;
    }

    private static KeyFigure Figure(string name, LabelledSeries source, SeriesPoint point, Func<decimal, string> say, string note) =>
        new(name, new Phrase(say(point.Value!.Value * source.Factor), TraceAddress.Of(source.Series, point)), note);

    /// <summary>The last figure that is not a forecast.</summary>
    internal static SeriesPoint? LastFigure(LabelledSeries series) =>
        series.Series.Points.LastOrDefault(p => p.Value is not null && p.Status != ObservationStatus.Forecast) ?? series.Series.Last;
}

/// <summary>The sentences under the country's name.</summary>
internal static class AreaLede
{
    public static IReadOnlyList<IReadOnlyList<Phrase>> Of(AreaSeries series, Vocabulary words, Texts t)
    {
        var sentences = new List<IReadOnlyList<Phrase>>();
        var latest = new List<Phrase>();
        foreach (var source in series.Output.Where(s => s.Key != words.DatasetWith(DatasetCard.AssessedBalance).Code))
        {
            if (KeyFigures.LastFigure(source) is not { } last)
            {
                continue;
            }

            latest.Add(new(latest.Count == 0 ? t["lede.output"] : "; "));
            latest.Add(new(source.Source + " "));
            latest.Add(new(Numbers.Mass(last.Value!.Value * source.Factor), TraceAddress.Of(source.Series, last)));
            latest.Add(new(t["finding.in-year", last.Period.Label]));
            if (Indicators.YearOnYear.At(source.Series, last.Period.Year) is { } change)
            {
                latest.Add(new($" ({Numbers.Change(change)})"));
            }
        }

        if (latest.Count > 0)
        {
            latest.Add(new("."));
            sentences.Add(latest);
        }

        if (series.Deficits.Count > 0)
        {
            var with = series.Deficits.Count(d => d.Published.Value > 0);
            sentences.Add([new(t["lede.deficit", with, series.Deficits.Count, series.Deficits[^1].Published.Period.Label])]);
        }
        else if (series.Undernourishment.FirstOrDefault() is { } hunger && hunger.Series.Last is { } share)
        {
            sentences.Add([
                new(t["lede.undernourished", hunger.Source]),
                new(SpecParts.Bound(share) + Numbers.Percent(share.Value!.Value), TraceAddress.Of(hunger.Series, share)),
                new(t["lede.undernourished-when", share.Period.Label]),
            ]);
        }

        if (sentences.Count == 0)
        {
            var sources = series
                .Published.Select(s => words.Datasets[s.Key.Dataset])
                .DistinctBy(d => d.Code)
                .Select(d => $"{d.Short}, {d.Title}");
            sentences.Add([new(t["lede.nothing", series.Area.Name, string.Join("; ", sources)])]);
        }

        return sentences;
    }
}
