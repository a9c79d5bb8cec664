using FoodSecurity.Answers.Areas;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Articles;

/// <summary>An article with each excerpt beside the chart it speaks of.</summary>
public sealed record StoryView(Article Article, IReadOnlyList<StoryPart> Parts)
{
    /// <summary>The day its figures were known on; null: what is current.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>One excerpt with what is found on its claim, and the chart cut to the years it speaks of; no chart where no data are loaded.</summary>
public sealed record StoryPart(ChartAnnotation Annotation, Area Area, TracedChart? Chart);

/// <summary>Articles as stories.</summary>
public static class StoryAnswer
{
    public static IReadOnlyList<StoryView> All(Archive archive)
    {
        using var connection = archive.Read();
        return [.. ArticleStore.All(connection).Select(a => Build(archive, a))];
    }

    public static StoryView? Of(Archive archive, string slug, DateOnly? asOf = null)
    {
        using var connection = archive.Read();
        return ArticleStore.All(connection).FirstOrDefault(a => a.Slug == slug) is { } article ? Build(archive, article, asOf) : null;
    }

    /// <summary>An article as it would stand with all that is given of it, drafts too: for the editing desk alone, never for readers. Excerpts without an area are left out.</summary>
    public static StoryView Preview(Archive archive, Article article) =>
        Build(archive, article with { Excerpts = [.. article.Excerpts.Where(e => archive.Words.Areas.ContainsKey(e.Target.Area))] });

    private static StoryView Build(Archive archive, Article article, DateOnly? asOf = null)
    {
        using var connection = archive.Read();
        var parts = new List<StoryPart>();
        foreach (var group in article.Excerpts.GroupBy(e => e.Target.Area))
        {
            var area = archive.Words.Areas[group.Key];
            var series = AreaSeries.Read(archive, connection, area, asOf);
            var told = ReleaseQuery.Events(connection, area.Code);
            var events = ReleaseQuery.KnownOn(told, asOf);
            foreach (var annotation in AreaAnswer.Annotations(archive, connection, [article], series, told, asOf))
            {
                var (from, to) = Window(annotation);
                var chart = ExcerptChart.Of(archive, annotation, from, to, series.Held with { Events = events });
                parts.Add(new StoryPart(annotation, area, chart));
            }
        }

        return new StoryView(article, [.. parts.OrderBy(p => p.Annotation.Number)]) { AsOf = asOf };
    }

    /// <summary>Years in view: some before and after what the excerpt speaks of; everything for an open period.</summary>
    private static (int? From, int? To) Window(ChartAnnotation annotation) =>
        (annotation.Start, annotation.End) switch
        {
            ({ } start, { } end) when annotation.IsPoint => (start.Year - 13, end.Year + 3),
            ({ } start, { } end) => (start.Year - 8, end.Year + 6),
            _ => (null, null),
        };
}
