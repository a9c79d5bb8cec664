using FoodSecurity.Articles.Anchors;
using FoodSecurity.Database;

namespace FoodSecurity.Articles;

/// <summary>What a corrected text did to one excerpt.</summary>
/// <param name="Number">Which.</param>
/// <param name="Anchor">How it sits in the text now.</param>
/// <param name="Was">Its words before.</param>
/// <param name="Is">Its words now; null where it is orphaned.</param>
public sealed record ReanchoredExcerpt(int Number, AnchorState Anchor, string Was, string? Is);

public sealed partial class ArticleDesk
{
    /// <summary>
    /// Puts a corrected text in the place of the one that is kept, and finds every excerpt in it again. Words that stand there unchanged keep their state, at their
    /// new place; words that differ are taken from the new text and are drafts again; what cannot be found, or stands at two places alike, is orphaned.
    /// </summary>
    /// <exception cref="ArticleException">No such article, or the text is empty, too long, or that of another article.</exception>
    public (Article Article, IReadOnlyList<ReanchoredExcerpt> Excerpts) Replace(string slug, string text, string by)
    {
        var clean = Checked(text);
        var found = new List<ReanchoredExcerpt>();
        var after = Change(slug, (connection, transaction, id, article) =>
        {
            RefuseDuplicates(FindDuplicates(connection, transaction, clean, null, except: slug), evenIfAlike: true);
            var points = new CodePoints(clean);
            foreach (var excerpt in article.Excerpts)
            {
                var placed = Anchoring.Place(points, new TextAnchor(excerpt.Exact, excerpt.Prefix, excerpt.Suffix, (int)(excerpt.Start ?? -1), (int)(excerpt.End ?? -1)));
                var now = Reanchored(excerpt, placed, by);
                found.Add(new ReanchoredExcerpt(excerpt.Number, placed.State, excerpt.Exact, placed.Anchor?.Exact));
                if (now != excerpt)
                {
                    ArticleRows.Delete(connection, transaction, id, excerpt.Number);
                    ArticleRows.Insert(connection, transaction, id, now);
                    Revise(connection, transaction, id, slug, by, "excerpt-anchor", excerpt, now);
                }
            }

            var sha256 = CleanText.Sha256(clean);
            connection.Run("delete from article_text where article_id = @id", new { id }, transaction);
            connection.Run("insert into article_text (article_id, text) values (@id, @clean)", new { id, clean }, transaction);
            connection.Run("update article set text_sha256 = @sha256, text_length = @length, sketch = @sketch where id = @id",
                new { id, sha256, length = CleanText.Length(clean), sketch = TextSketch.Of(clean) }, transaction);
            book(connection, transaction, new ArticleChange(by, "article-replace", "article " + slug, article.TextSha256, sha256));
        });
        return (after, found);
    }

    private Excerpt Reanchored(Excerpt excerpt, Placed placed, string by) => placed.Anchor is not { } anchor
        ? excerpt with { State = ExcerptState.Orphaned, Anchor = AnchorState.Orphaned, ApprovedBy = null, ApprovedAt = null }
        : placed.State == AnchorState.Approximate || excerpt.State == ExcerptState.Orphaned
            ? Anchored(excerpt, placed, anchor) with { State = ExcerptState.Draft, EditedBy = by, EditedAt = Now, ApprovedBy = null, ApprovedAt = null }
            : Anchored(excerpt, placed, anchor);

    private static Excerpt Anchored(Excerpt excerpt, Placed placed, TextAnchor anchor) => excerpt with
    {
        Exact = anchor.Exact, Prefix = anchor.Prefix, Suffix = anchor.Suffix, Start = anchor.Start, End = anchor.End, Anchor = placed.State,
    };
}
