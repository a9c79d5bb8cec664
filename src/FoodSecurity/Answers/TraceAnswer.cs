using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers;

/// <summary>Where one number comes from, down to the printed cell.</summary>
public sealed record TraceView
{
    public required SeriesKey Key { get; init; }
    public required SeriesPoint Point { get; init; }
    public required Area Area { get; init; }
    public required Item Item { get; init; }
    public required Element Element { get; init; }
    public required Unit Unit { get; init; }
    public required Dataset Dataset { get; init; }
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
}

/// <summary>Finds the number an address names.</summary>
public static class TraceAnswer
{
    /// <param name="archive">Where to look.</param>
    /// <param name="dataset">Dataset code.</param>
    /// <param name="areaCode">Area code.</param>
    /// <param name="item">Item code.</param>
    /// <param name="element">Element code.</param>
    /// <param name="period">Period as <see cref="TraceAddress.Slug"/> writes it, or its label.</param>
    /// <param name="basis">Basis, or null for the only or first one.</param>
    /// <param name="dimensions">Dimensions, or null for the main statement.</param>
    /// <param name="indicator">Indicator id for a computed number, else null.</param>
    /// <returns>Null where no such number is held.</returns>
    public static TraceView? Of(Archive archive, string dataset, string areaCode, string item, string element, string period, string? basis, string? dimensions, string? indicator)
    {
        if (!archive.Words.Areas.TryGetValue(areaCode, out var area))
        {
            return null;
        }

        using var connection = archive.Read();
        var series = indicator is { Length: > 0 } id
            ? AreaSeries.Read(archive, connection, area).Computed(id, dataset, element)
            : SeriesQuery.Find(connection, new SeriesQuestion { Area = area.Code, Items = [item], Elements = [element], Datasets = [dataset], Basis = basis }, archive.Corrections)
                .Where(s => dimensions is null || s.Key.Dimensions == dimensions)
                .OrderBy(s => s.Key.Dimensions.Length)
                .FirstOrDefault(s => Find(s, period) is not null);
        return series is null || Find(series, period) is not { } point ? null : View(archive, ReleaseQuery.All(connection), area, series, point);
    }

    private static SeriesPoint? Find(TimeSeries series, string period) =>
        series.Points.FirstOrDefault(p => TraceAddress.Slug(p.Period) == period || p.Period.Label == period || p.Period.TidyText == period);

    private static TraceView View(Archive archive, IReadOnlyDictionary<long, Release> releases, Area area, TimeSeries series, SeriesPoint point)
    {
        var words = archive.Words;
        var key = series.Key;
        var dataset = words.Datasets[key.Dataset];
        var release = point.Origin is { } origin ? releases.GetValueOrDefault(origin.ReleaseId) : null;
        return new TraceView
        {
            Key = key, Point = point, Area = area, Item = words.Items.GetValueOrDefault(key.Item) ?? new Item(key.Item, key.Item, "", "", "", ""),
            Element = words.Elements.GetValueOrDefault(key.Element) ?? new Element(key.Element, key.Element, "", "", ""),
            Unit = words.Units.GetValueOrDefault(key.Unit) ?? new Unit(key.Unit, key.Unit, key.Unit, "", 1, key.Unit),
            Basis = words.Bases.GetValueOrDefault(key.Basis), Dataset = dataset, Provider = words.Providers[dataset.Provider], Release = release,
            FlagMeaning = point.Flag.Length == 0 ? "" : (words.Flag("faostat-new", point.Flag) ?? words.Flag("faostat-old", point.Flag))?.Meaning ?? "",
            Indicator = IndicatorCatalog.Cards.FirstOrDefault(c => c.Id == key.Dimension("indicator")),
            Parts = [.. point.Parts.Select(p => (p, p.Point.Origin is { } o ? releases.GetValueOrDefault(o.ReleaseId) : null))],
            Address = TraceAddress.Of(key, point.Period), FileLine = TraceLine.Of(archive, release, point),
        };
    }
}
