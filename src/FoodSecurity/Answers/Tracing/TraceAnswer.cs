using System.Data.Common;
using System.Globalization;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Tracing;

/// <summary>Where one number comes from, down to the printed cell.</summary>
public sealed record TraceView
{
    public required SeriesKey Key { get; init; }
    public required SeriesPoint Point { get; init; }
    public required Area Area { get; init; }
    public required Item Item { get; init; }
    public required Element Element { get; init; }
    public required Unit Unit { get; init; }
    public required DatasetCard Dataset { get; init; }
    public required Provider Provider { get; init; }
    public Basis? Basis { get; init; }
    public Release? Release { get; init; }
    public string FlagMeaning { get; init; } = "";

    /// <summary>For a computed number: its indicator; null for a published one.</summary>
    public IndicatorCard? Indicator { get; init; }

    /// <summary>For a computed number: its ingredients, each with the release it stands in.</summary>
    public IReadOnlyList<(Part Part, Release? Release)> Parts { get; init; } = [];
    public required string Address { get; init; }

    /// <summary>The line of the file as it stands there, or why it cannot be shown; empty for a computed number.</summary>
    public string FileLine { get; init; } = "";

    /// <summary>The day the number was known on; null: it is current.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>For a number as known on a day: what stands in its place now; null where nothing does.</summary>
    public SeriesPoint? Now { get; init; }

    /// <summary>Every figure that was published for this period, oldest first; one where it was never revised, none for a computed number.</summary>
    public IReadOnlyList<(PublishedFigure Figure, Release? Release)> Published { get; init; } = [];

    /// <summary>The address of the number that stands in its place now.</summary>
    public string? NowAddress => Now is { } now ? TraceAddress.Of(Key, now.Period, now.Edition) : null;
}

/// <summary>Which number is meant.</summary>
/// <param name="Dataset">Dataset code.</param>
/// <param name="Area">Area code.</param>
/// <param name="Item">Item code.</param>
/// <param name="Element">Element code.</param>
/// <param name="Period">Period as <see cref="TraceAddress.Slug"/> writes it, or its label.</param>
public sealed record TraceQuestion(string Dataset, string Area, string Item, string Element, string Period)
{
    /// <summary>Basis; null for the only or first one.</summary>
    public string? Basis { get; init; }

    /// <summary>Dimensions; null for the main statement.</summary>
    public string? Dimensions { get; init; }

    /// <summary>Indicator id of a computed number, else null.</summary>
    public string? Indicator { get; init; }

    /// <summary>Edition of a figure that several editions give; null for the latest.</summary>
    public string? Edition { get; init; }

    /// <summary>What was known at the end of this day; null for what is current.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Finds the number an address names.</summary>
public static class TraceAnswer
{
    /// <returns>
    /// Null where no such number is held, or was known on the day asked for. Where no day is asked for and newer releases left the number out, it is
    /// given as known on the day of the last release that had it.
    /// </returns>
    public static TraceView? Of(Archive archive, TraceQuestion question)
    {
        if (!archive.Words.Areas.TryGetValue(question.Area, out var area))
        {
            return null;
        }

        using var connection = archive.Read();
        if (Series(archive, connection, area, question) is not { } series || Find(series, question) is not { } point)
        {
            return question.AsOf is null ? NoLongerPublished(archive, connection, question) : null;
        }

        var now = question.AsOf is null ? null : Series(archive, connection, area, question with { AsOf = null });
        var releases = ReleaseQuery.All(connection);
        return View(archive, releases, area, series, point) with
        {
            Published = point.Origin is null
                ? []
                :
                [
                    .. TrackRecordQuery
                        .Figures(connection, series.Key, point.Period)
                        .Select(f => (f, releases.GetValueOrDefault(f.ReleaseId))),
                ],
            AsOf = question.AsOf,
            Now = now?.Key == series.Key ? Find(now, question with { Edition = point.Edition }) : null,
        };
    }

    /// <summary>A figure that a newer release left out, as of the last day on which it stood.</summary>
    private static TraceView? NoLongerPublished(Archive archive, DbConnection connection, TraceQuestion question) =>
        ReleaseQuery
            .All(connection)
            .Values.Where(r => r.Dataset == question.Dataset)
            .Select(r =>
                DateOnly.TryParse(r.ReleasedOn ?? r.RetrievedOn ?? r.LoadedAt[..10], CultureInfo.InvariantCulture, out var day)
                    ? day
                    : (DateOnly?)null
            )
            .Where(day => day is not null)
            .Distinct()
            .OrderDescending()
            .Select(day => Of(archive, question with { AsOf = day }))
            .FirstOrDefault(view => view is not null);

    private static TimeSeries? Series(Archive archive, DbConnection connection, Area area, TraceQuestion question) =>
        question.Indicator is { Length: > 0 } id
            ? AreaSeries.Read(archive, connection, area, question.AsOf).Computed(id, question.Dataset, question.Element)
            : SeriesQuery
                .Find(
                    connection,
                    new SeriesQuestion
                    {
                        Area = area.Code,
                        Items = [question.Item],
                        Elements = [question.Element],
                        Datasets = [question.Dataset],
                        Basis = question.Basis,
                        AsOf = question.AsOf,
                    },
                    archive.Corrections
                )
                .Where(s => question.Dimensions is null || s.Key.Dimensions == question.Dimensions)
                .OrderBy(s => s.Key.Dimensions.Length)
                .FirstOrDefault(s => Find(s, question) is not null);

    private static SeriesPoint? Find(TimeSeries series, TraceQuestion question) =>
        series
            .Points.Where(p =>
                TraceAddress.Slug(p.Period) == question.Period || p.Period.Label == question.Period || p.Period.TidyText == question.Period
            )
            .Where(p => question.Edition is null || p.Edition == question.Edition)
            .MaxBy(p => p.Edition, StringComparer.Ordinal);

    private static TraceView View(
        Archive archive,
        IReadOnlyDictionary<long, Release> releases,
        Area area,
        TimeSeries series,
        SeriesPoint point
    )
    {
        var words = archive.Words;
        var key = series.Key;
        var dataset = words.Datasets[key.Dataset];
        var release = point.Origin is { } origin ? releases.GetValueOrDefault(origin.ReleaseId) : null;
        return new TraceView
        {
            Key = key,
            Point = point,
            Area = area,
            Item = words.Items.GetValueOrDefault(key.Item) ?? new Item(key.Item, key.Item, "", "", "", ""),
            Element = words.Elements.GetValueOrDefault(key.Element) ?? new Element(key.Element, key.Element, "", "", ""),
            Unit = words.Units.GetValueOrDefault(key.Unit) ?? new Unit(key.Unit, key.Unit, key.Unit, "", 1, key.Unit),
            Basis = words.Bases.GetValueOrDefault(key.Basis),
            Dataset = dataset,
            Provider = words.Providers[dataset.Provider],
            Release = release,
            FlagMeaning =
                point.Flag.Length == 0
                    ? ""
                    : (words.Flag("faostat-new", point.Flag) ?? words.Flag("faostat-old", point.Flag))?.Meaning ?? "",
            Indicator = IndicatorCatalog.Cards.FirstOrDefault(c => c.Id == key.Dimension("indicator")),
            Parts = [.. point.Parts.Select(p => (p, p.Point.Origin is { } o ? releases.GetValueOrDefault(o.ReleaseId) : null))],
            Address = TraceAddress.Of(series, point),
            FileLine = TraceLine.Of(archive, release, point),
        };
    }
}
