using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;

namespace FoodSecurity.Web.Pages;

/// <summary>Drafts and what waits for approval.</summary>
public sealed class DeskListModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    public IReadOnlyList<Article> Drafts { get; private set; } = [];

    public IReadOnlyList<Article> Published { get; private set; } = [];

    /// <summary>Draft excerpts, those one may approve oneself first.</summary>
    public IReadOnlyList<(Article Article, Excerpt Excerpt)> Waiting { get; private set; } = [];

    public void OnGet()
    {
        var all = Desk.All();
        Drafts = [.. all.Where(a => a.State == ArticleState.Draft).OrderByDescending(a => a.ChangedAt, StringComparer.Ordinal)];
        Published = [.. all.Where(a => a.State == ArticleState.Published)];
        Waiting =
        [
            .. all.SelectMany(a => a.Excerpts.Where(e => e.State == ExcerptState.Draft).Select(e => (a, e)))
                .OrderByDescending(w => MayApprove(w.a, w.e))
                .ThenBy(w => w.e.EditedAt, StringComparer.Ordinal),
        ];
    }

    public string Says(Excerpt excerpt) => ExcerptWords.Of(ExcerptCorrection.Of(excerpt).Claim, Archive.Words, T);

    /// <summary>"3 excerpts: 2 approved, 1 draft".</summary>
    public string Tally(Article article) =>
        article.Excerpts.Count == 0
            ? T["page.desk.no-excerpts"]
            : T.Count(
                "page.desk.tally",
                article.Excerpts.Count,
                string.Join(
                    ", ",
                    article
                        .Excerpts.GroupBy(e => e.State)
                        .OrderBy(g => g.Key)
                        .Select(g => $"{g.Count()} {T[$"page.state.{g.Key.ToString().ToLowerInvariant()}"]}")
                )
            );
}
