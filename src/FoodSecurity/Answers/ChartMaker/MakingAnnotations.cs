using System.Data.Common;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The excerpts a chart takes: those of its areas that speak of what it shows or of the subjects asked for, and meet every word of the address.</summary>
internal static class MakingAnnotations
{
    /// <summary>Subjects of excerpts that a picture of an element answers to.</summary>
    private static string[] Subjects(string element) =>
        element switch
        {
            "production" => ["production", "shortage", "imports"],
            "import-quantity" or "commercial-imports" or "food-aid" => ["imports"],
            "area-harvested" => ["area"],
            "yield" => ["yield"],
            "uncovered-deficit" or "import-requirement" => ["uncovered-deficit", "shortage", "imports"],
            "undernourishment" => ["undernourishment", "shortage"],
            _ => [element],
        };

    /// <summary>Every tag of every excerpt, once.</summary>
    public static IReadOnlyList<NoteTag> Known(IEnumerable<Article> articles) =>
        [
            .. articles
                .SelectMany(a => a.Excerpts.SelectMany(e => NoteTag.Of(a, e)))
                .DistinctBy(t => t.Tag)
                .OrderBy(t => t.Facet)
                .ThenBy(t => t.Tag, StringComparer.Ordinal),
        ];

    /// <summary>The excerpts, and sentences on words that no excerpt has.</summary>
    public static (IReadOnlyList<ChartAnnotation> Found, IReadOnlyList<string> Notes) Of(
        Archive archive,
        DbConnection connection,
        ChartQuestion question,
        IReadOnlyList<LabelledSeries> lines,
        IReadOnlyList<ChartAnnotation>? checkedAlready,
        Texts t
    )
    {
        if (question.Notes is { Count: 0 })
        {
            return ([], []);
        }

        var subjects = lines.Select(l => l.Series.Key.Element).Distinct().SelectMany(Subjects).ToHashSet();
        var asked = question.Notes ?? [];
        if (checkedAlready is not null && asked.All(subjects.Contains))
        {
            return (
                [
                    .. checkedAlready.Where(a =>
                        asked.Count == 0 ? subjects.Contains(a.Excerpt.Target.Subject) : asked.Contains(a.Excerpt.Target.Subject)
                    ),
                ],
                []
            );
        }

        var articles = ArticleStore.All(connection);
        var known = Known(articles);
        var namesSubject = asked.Any(a => known.Any(k => k.Tag == a && k.Facet == NoteFacet.Subject));
        bool IsMeant(Article article, Excerpt excerpt) =>
            (namesSubject || subjects.Contains(excerpt.Target.Subject)) && NoteTag.Meets(NoteTag.Of(article, excerpt), asked, known);
        var found = new List<ChartAnnotation>();
        foreach (var area in question.Areas.Where(a => articles.Any(x => x.Excerpts.Any(e => e.Target.Area == a && IsMeant(x, e)))))
        {
            var meant = articles.SelectMany(a => a.Excerpts.Where(e => e.Target.Area == area && IsMeant(a, e)));
            found.AddRange(
                new ExcerptCheck(archive, AreaFigures.Read(archive, connection, area, meant, question.AsOf)).Annotations(
                    articles,
                    area,
                    IsMeant
                )
            );
        }

        var unknown = asked.Where(a => known.All(k => k.Tag != a) && !subjects.Contains(a)).ToList();
        return (
            found.Select(f => f.Number).Distinct().Count() == found.Count ? found : [.. found.Select((a, i) => a with { Number = i + 1 })],
            unknown.Count > 0 ? [t["make.note.no-tag", t.List(unknown)]] : []
        );
    }
}
