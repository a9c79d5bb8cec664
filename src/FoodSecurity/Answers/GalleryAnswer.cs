using System.Data.Common;
using FoodSecurity.Answers.Making;
using FoodSecurity.Charts;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers;

/// <summary>A kind in the gallery with its picture from what is loaded; without one where the data for it are not there.</summary>
/// <param name="Sample">What is shown.</param>
/// <param name="Kind">The kind with its card.</param>
/// <param name="Drawn">The picture; null where data are missing or the kind refuses.</param>
/// <param name="Reason">Why there is no picture.</param>
public sealed record GalleryEntry(GallerySample Sample, IChartKind Kind, ChartDrawn? Drawn, string Reason)
{
    /// <summary>Unique on the page.</summary>
    public string Id { get; init; } = Kind.Id;
}

/// <summary>Builds the gallery from the store.</summary>
public static class GalleryAnswer
{
    public static IReadOnlyList<GalleryEntry> All(Archive archive)
    {
        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
        var boundaries = Directory.Exists(Path.Combine(archive.SeedsFolder, "boundaries")) ? Boundaries.Load(archive.SeedsFolder) : null;
        return [.. GallerySamples.All.Select((sample, i) => Entry(archive, connection, releases, boundaries, sample) with { Id = FormattableString.Invariant($"g{i + 1}-{sample.Kind}") })];
    }

    /// <summary>One entry of the gallery.</summary>
    public static GalleryEntry Entry(Archive archive, DbConnection connection, IReadOnlyDictionary<long, Release> releases, Boundaries? boundaries, GallerySample sample)
    {
        var t = archive.Texts;
        var kind = ChartKindCatalog.Find(sample.Kind) ?? throw new ArgumentException($"No chart kind \"{sample.Kind}\".", nameof(sample));
        if (sample.NeedsOwnData)
        {
            return new GalleryEntry(sample, kind, null, t["gallery.needs-data"]);
        }

        var series = GallerySeries.Of(archive, connection, releases, sample);
        if (series.Count == 0)
        {
            return new GalleryEntry(sample, kind, null, t["gallery.needs-data"]);
        }

        var input = Input(archive, sample, series, boundaries);
        return kind.Build(input) switch
        {
            ChartDrawn drawn => new GalleryEntry(sample, kind, drawn with { Spec = drawn.Spec with { SourceLine = ChartCaption.Sources(drawn.Series, releases, archive.Words, t), Address = sample.Address } }, ""),
            ChartRefusal refusal => new GalleryEntry(sample, kind, null, refusal.Reason),
            _ => throw new InvalidOperationException("A kind draws or refuses."),
        };
    }

    private static ChartKindInput Input(Archive archive, GallerySample sample, IReadOnlyList<LabelledSeries> series, Boundaries? boundaries)
    {
        var words = archive.Words;
        var elements = sample.Elements.Split(',');
        decimal Largest(string element) => series.Where(s => s.Series.Key.Element == element).SelectMany(s => s.Series.Points.Where(p => p.Value is not null).Select(p => p.Value!.Value * s.Factor)).DefaultIfEmpty(0).Max();
        return new ChartKindInput
        {
            Series = series, Texts = archive.Texts, Areas = words.Areas, Items = words.Items, Elements = words.Elements, Boundaries = boundaries, From = sample.From, To = sample.To,
            Place = MakingWords.Place(sample.Areas.Split(','), words, archive.Texts),
            Subject = MakingWords.Subject(series, words, archive.Texts), Basis = words.Bases.TryGetValue(sample.Basis, out var basis) ? basis.Name.ToLowerInvariant() : "",
            Unit = Unit(words, elements[0], elements.Max(Largest)),
            UnitByElement = elements.ToDictionary(e => e, e => Unit(words, e, Largest(e))),
            Options = sample is { Kind: "map" } ? new Dictionary<string, string> { ["region"] = sample.Areas } : [],
        };
    }

    private static ChartUnit Unit(Vocabulary words, string element, decimal largest) => words.Elements[element].Quantity switch
    {
        "mass" => ChartUnit.Mass(largest),
        "area" => ChartUnit.Hectares(largest),
        "mass-per-area" => ChartUnit.TonnesPerHectare,
        _ => ChartUnit.Percent,
    };
}
