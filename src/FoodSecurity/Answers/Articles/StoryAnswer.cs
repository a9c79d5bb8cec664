using FoodSecurity.Answers.Areas;
using FoodSecurity.Articles;
using FoodSecurity.Charts;
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
public sealed record StoryPart(ChartAnnotation Annotation, Area Area, CountryChart? Chart);

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

    /// <summary>The standing chart an excerpt's subject is shown on where the maker has none of its own food; null where no standing chart is of it: another one beside it would mislead.</summary>
    public static string? ChartOf(string subject) =>
        subject switch
        {
            "imports" or "area" or "yield" => subject,
            "uncovered-deficit" => DeficitChart.Id,
            "undernourishment" => UndernourishmentChart.Id,
            "production" or "shortage" => OutputChart.Id,
            _ => null,
        };

    private static StoryView Build(Archive archive, Article article, DateOnly? asOf = null)
    {
        using var connection = archive.Read();
        var releases = ReleaseQuery.All(connection);
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
                var input = new CountryChartInput
                {
                    Area = area,
                    Words = archive.Words,
                    Texts = archive.Texts,
                    Releases = releases,
                    Annotations = [annotation],
                    Events = events,
                    From = from,
                    To = to,
                    AsOf = asOf,
                };
                var chart = AreaMadeCharts.Beside(archive, area, annotation, from, to, asOf);
                if (chart is null && ChartOf(annotation.Excerpt.Target.Subject) is { } standing)
                {
                    chart = AreaAnswer.Charts(input, series).FirstOrDefault(c => c.Id == standing);
                }

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
