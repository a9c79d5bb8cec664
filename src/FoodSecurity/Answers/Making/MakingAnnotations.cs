using System.Data.Common;
using FoodSecurity.Articles;
using FoodSecurity.Charts;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Making;

/// <summary>The excerpts a chart takes: those of its areas that speak of what it shows, or of the subjects asked for.</summary>
internal static class MakingAnnotations
{
    /// <summary>Subjects of excerpts that a picture of an element answers to.</summary>
    private static string[] Subjects(string element) => element switch
    {
        "production" => ["production", "shortage", "imports"],
        "import-quantity" or "commercial-imports" or "food-aid" => ["imports"],
        "area-harvested" => ["area"],
        "yield" => ["yield"],
        "uncovered-deficit" or "import-requirement" => ["uncovered-deficit", "shortage"],
        "undernourishment" => ["undernourishment", "shortage"],
        _ => [element],
    };

    public static IReadOnlyList<ChartAnnotation> Of(Archive archive, DbConnection connection, ChartQuestion question, IReadOnlyList<LabelledSeries> lines, Texts t)
    {
        if (question.Notes is { Count: 0 })
        {
            return [];
        }

        var subjects = question.Notes?.ToHashSet() ?? [.. lines.Select(l => l.Series.Key.Element).Distinct().SelectMany(Subjects)];
        var articles = ArticleStore.All(connection);
        var found = new List<ChartAnnotation>();
        foreach (var area in question.Areas.Where(a => articles.Any(x => x.Excerpts.Any(e => e.Target.Area == a && subjects.Contains(e.Target.Subject)))))
        {
            var series = AreaSeries.Read(archive, connection, archive.Words.Areas[area], question.AsOf);
            found.AddRange(AreaAnswer.Annotate(articles, area, series, ReleaseQuery.Events(connection, area, question.AsOf), t).Where(a => subjects.Contains(a.Excerpt.Target.Subject)));
        }

        return found.Select(f => f.Number).Distinct().Count() == found.Count ? found : [.. found.Select((a, i) => a with { Number = i + 1 })];
    }
}
