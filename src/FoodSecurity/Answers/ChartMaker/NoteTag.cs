using FoodSecurity.Articles;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>By what excerpts can be chosen.</summary>
public enum NoteFacet
{
    Subject,
    Kind,
    Article,
    Outlet,
    Language,
    Tag,
}

/// <summary>
/// A word of <c>notes=</c>: what an excerpt speaks of ("imports"), what kind it is ("policy-aim"), its article's slug, who published it ("kcna"), or
/// the language it is quoted in ("en"), or a word an editor has given it ("rice"). Within one facet any of the words will do, and every facet named must be met.
/// </summary>
public sealed record NoteTag(NoteFacet Facet, string Tag, string Name)
{
    /// <summary>Every tag of an excerpt, no two alike.</summary>
    public static IReadOnlyList<NoteTag> Of(Article article, Excerpt excerpt)
    {
        var all = new List<NoteTag>
        {
            new(NoteFacet.Subject, Slug(excerpt.Target.Subject), excerpt.Target.Subject.Replace('-', ' ')),
            new(NoteFacet.Kind, Slug(excerpt.Kind), excerpt.Kind),
            new(NoteFacet.Article, article.Slug, article.Title),
            new(NoteFacet.Language, Slug(excerpt.Language ?? article.Language), excerpt.Language ?? article.Language),
        };
        all.AddRange(
            new[] { article.Outlet, article.Agency }
                .OfType<string>()
                .Where(o => o.Length > 0)
                .Distinct()
                .Select(o => new NoteTag(NoteFacet.Outlet, Slug(o) is { Length: > 0 } word ? word : Slug(Host(article)), o))
        );
        all.AddRange(excerpt.Tags.Select(tag => new NoteTag(NoteFacet.Tag, Slug(tag), tag)));
        return [.. all.Where(t => t.Tag.Length > 0).DistinctBy(t => t.Tag)];
    }

    /// <summary>True where an excerpt meets every facet that the words name; words that are no tag at all meet nothing.</summary>
    /// <param name="of">The tags of the excerpt.</param>
    /// <param name="asked">The words of the address.</param>
    /// <param name="known">Every tag there is, which tells the facets of the words.</param>
    public static bool Meets(IReadOnlyList<NoteTag> of, IReadOnlyList<string> asked, IReadOnlyList<NoteTag> known) =>
        asked
            .Select(a => (Word: a, known.FirstOrDefault(k => k.Tag == a)?.Facet))
            .GroupBy(a => a.Facet)
            .All(facet => facet.Key is not null && facet.Any(a => of.Any(t => t.Tag == a.Word && t.Facet == facet.Key)));

    /// <summary>Stands for an outlet without a Latin letter in its name: "yna.co.kr".</summary>
    private static string Host(Article article) => Uri.TryCreate(article.Address, UriKind.Absolute, out var address) ? address.IdnHost : "";

    private static string Slug(string text) => AddressWord.Of(text);
}
