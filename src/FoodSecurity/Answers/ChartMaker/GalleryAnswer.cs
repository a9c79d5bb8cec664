using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A kind in the gallery with the picture its address makes; without one where the data for it are not there.</summary>
/// <param name="Sample">What is shown.</param>
/// <param name="Kind">The kind with its card.</param>
/// <param name="Drawn">The picture; null where data are missing or the maker refuses.</param>
/// <param name="Reason">Why there is no picture.</param>
public sealed record GalleryEntry(GallerySample Sample, IChartKind Kind, TracedChart? Drawn, string Reason)
{
    /// <summary>Unique on the page.</summary>
    public string Id { get; init; } = Kind.Id;
}

/// <summary>Makes the pictures of the gallery by their addresses, as a reader would.</summary>
public static class GalleryAnswer
{
    public static IReadOnlyList<GalleryEntry> All(Archive archive) =>
        [
            .. GallerySample
                .Load(archive.SeedsFolder)
                .GroupBy(s => s.Kind)
                .SelectMany(g =>
                    g.Select(
                        (sample, i) =>
                            Entry(archive, sample) with
                            {
                                Id = i == 0 ? sample.Kind : FormattableString.Invariant($"{sample.Kind}-{i + 1}"),
                            }
                    )
                ),
        ];

    /// <summary>One entry of the gallery.</summary>
    public static GalleryEntry Entry(Archive archive, GallerySample sample)
    {
        var kind = ChartKindCatalog.Find(sample.Kind) ?? throw new ArgumentException($"No chart kind \"{sample.Kind}\".", nameof(sample));
        var (question, unread) = ChartMaking.Reader(archive).Read(sample.Kind, sample.Query);
        var refusal = unread;
        MadeChart? made = null;
        if (question is not null)
        {
            (made, refusal) = ChartMaking.Of(archive, question);
        }

        return new GalleryEntry(sample, kind, made?.Chart, refusal is null ? "" : archive.Texts["gallery.refused", refusal.Reason]);
    }
}

/// <summary>One entry of the gallery, a row of <c>seeds/gallery.csv</c>: a kind and what it is shown with, as the query of its chart address.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Words">The query without its question mark.</param>
public sealed record GallerySample(string Kind, string Words)
{
    /// <summary>The address of the chart maker that makes this picture.</summary>
    public string Address => $"/charts/{Kind}?{Words}";

    public IEnumerable<KeyValuePair<string, string>> Query =>
        Words.Split('&').Select(part => part.Split('=', 2)).Select(part => KeyValuePair.Create(part[0], part[1]));

    /// <summary>What the gallery shows, every kind at least once, in the order of the catalog.</summary>
    public static IReadOnlyList<GallerySample> Load(string seedsFolder)
    {
        var rows = SeedTable
            .Read(seedsFolder, "gallery.csv", "kind", "question")
            .Select(r => new GallerySample(r["kind"], r["question"]))
            .ToList();
        return [.. ChartKindCatalog.All.SelectMany(k => rows.Where(r => r.Kind == k.Id))];
    }
}
