using System.Collections.Concurrent;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Checking;
using FoodSecurity.Answers.Making;
using FoodSecurity.Articles;
using FoodSecurity.Charts;

namespace FoodSecurity.Web;

/// <summary>Views and drawn pictures of the present data version; all of it is dropped when the data change or when it grows too large.</summary>
public sealed class PictureCache(Archive archive)
{
    private const int Most = 4000;

    private readonly ConcurrentDictionary<string, object?> _held = new(StringComparer.Ordinal);
    private long _version = -1;

    /// <summary>The view of an area, or null where nothing is loaded for it.</summary>
    public AreaView? Area(string code, ChartChoice choice) =>
        Get($"area {code} {choice}", () => AreaAnswer.Of(archive, code, choice.AsOf, choice.From, choice.To));

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
        Get(string.Create(CultureInfo.InvariantCulture, $"svg {key} {spec.Id} {frame.Width} {frame.Form}"), () => ChartPicture.Svg(spec, frame))!;

    public byte[] Png(ChartSpec spec, ChartFrame frame, string key) =>
        Get(string.Create(CultureInfo.InvariantCulture, $"png {key} {spec.Id} {frame.Width} {frame.Scale}"), () => ChartPicture.Png(spec, frame))!;

    private T? Get<T>(string key, Func<T?> make)
    {
        var version = archive.Version();
        if (Interlocked.Exchange(ref _version, version) != version || _held.Count > Most)
        {
            _held.Clear();
        }

        // The version is part of the key: a view that was begun before a load ends is never found after it.
        return (T?)_held.GetOrAdd(string.Create(CultureInfo.InvariantCulture, $"{version} {key}"), _ => make());
    }
}
