using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Web.Pages.Charts;
using Microsoft.Extensions.Caching.Memory;

namespace FoodSecurity.Web.Caching;

/// <summary>Views and drawn pictures of the present data version, as many as fit; all of them are dropped when the data change, those asked least lately when it is full.</summary>
public sealed class PictureCache(Archive archive) : IDisposable
{
    /// <summary>Bytes, as far as they can be told.</summary>
    private const long Most = 160_000_000;

    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.25 });
    private long _version = -1;

    /// <summary>The view of an area, or null where nothing is loaded for it.</summary>
    public AreaView? Area(string code, ChartChoice choice) =>
        Get($"area {code} {choice}", () => AreaAnswer.Of(archive, code, choice.AsOf, choice.From, choice.To));

    /// <summary>One of an area's standing charts, or why there is none.</summary>
    public ChartAnswer Named(NamedChart chart, string code, ChartChoice choice) =>
        Get($"named {chart.Name} {code} {choice}", () => NamedCharts.One(archive, chart, code, choice.From, choice.To, choice.AsOf))!;

    /// <summary>The chart of a question, or why there is none.</summary>
    public ChartAnswer Made(ChartQuestion question) => Get($"made {question.WithoutSize}", () => ChartMaking.Of(archive, question))!;

    public IReadOnlyList<RegionEntry> Regions() => Get("regions", () => AreaDirectory.ByRegion(archive))!;

    public StoryView? Story(string slug, DateOnly? asOf) => Get($"story {slug} {asOf:O}", () => StoryAnswer.Of(archive, slug, asOf));

    /// <summary>What the sources say of each excerpt of an article, with the errors a reader assumes, now and on a day.</summary>
    public IReadOnlyList<ExcerptFindings> Findings(Article article, ErrorChoice choice, DateOnly? asOf) =>
        Get($"findings {article.Slug} {choice} {asOf:O}", () => ArticleFindings.Of(archive, article, choice, asOf))!;

    public IReadOnlyList<StoryView> Stories() => Get("stories", () => StoryAnswer.All(archive))!;

    public IReadOnlyList<GalleryEntry> Gallery() => Get("gallery", () => GalleryAnswer.All(archive))!;

    public string Svg(ChartSpec spec, ChartFrame frame, string key) =>
        Get(string.Create(CultureInfo.InvariantCulture, $"svg {key} {spec.Id} {frame.Width} {frame.Form}"), () =>
            ChartPicture.Svg(spec, frame)
        )!;

    public byte[] Png(ChartSpec spec, ChartFrame frame, string key) =>
        Get(string.Create(CultureInfo.InvariantCulture, $"png {key} {spec.Id} {frame.Width} {frame.Scale}"), () =>
            ChartPicture.Png(spec, frame)
        )!;

    public byte[] Pdf(ChartSpec spec, ChartFrame frame, string key) =>
        Get(string.Create(CultureInfo.InvariantCulture, $"pdf {key} {spec.Id} {frame.Width}"), () => ChartPicture.Pdf(spec, frame))!;

    public void Dispose() => _held.Dispose();

    private T? Get<T>(string key, Func<T?> make)
    {
        var version = archive.Version();
        if (Interlocked.Exchange(ref _version, version) != version)
        {
            _held.Clear();
        }

        // The version is part of the key: a view that was begun before a load ends is never found after it.
        var name = string.Create(CultureInfo.InvariantCulture, $"{version} {key}");
        if (_held.TryGetValue(name, out var held))
        {
            return (T?)held;
        }

        var made = make();
        _held.Set(name, made, new MemoryCacheEntryOptions { Size = Weight(made) });
        return made;
    }

    /// <summary>What a thing is worth in memory, roughly: pictures are their bytes, views mostly the points of their series.</summary>
    private static long Weight(object? made) =>
        made switch
        {
            null => 100,
            string text => 100 + 2 * text.Length,
            byte[] bytes => 100 + bytes.Length,
            AreaView view => 20_000 + view.Charts.Sum(Weight),
            ChartAnswer { Made: { } chart } => 10_000 + Weight(chart.Chart),
            StoryView story => 10_000 + story.Parts.Sum(part => part.Chart is { } chart ? Weight(chart) : 1_000),
            _ => 100_000,
        };

    private static long Weight(TracedChart chart) => 10_000 + chart.Series.Sum(line => 1_000 + 400L * line.Series.Points.Count);
}
