using FoodSecurity.Articles.Anchors;
using FoodSecurity.Database;

namespace FoodSecurity.Articles;

/// <summary>What a corrected text did to one excerpt.</summary>
/// <param name="Number">Which.</param>
/// <param name="Anchor">How it sits in the text now.</param>
/// <param name="Was">Its words before.</param>
/// <param name="Is">Its words now; null where it is orphaned.</param>
public sealed record ReanchoredExcerpt(int Number, AnchorState Anchor, string Was, string? Is);

/// <summary>What became of excerpts that came from a file.</summary>
/// <param name="Article">The article with its excerpts as they are now.</param>
/// <param name="Added">Numbers of the new drafts.</param>
/// <param name="Refused">What was not kept, with the reason.</param>
public sealed record ImportedExcerpts(Article Article, IReadOnlyList<int> Added, IReadOnlyList<(Excerpt Excerpt, string Why)> Refused);

public sealed partial class ArticleDesk
{
    /// <summary>Takes excerpts from a file (annotations, a table) as drafts: each is looked for in the text that is kept, by its words and surroundings.</summary>
    /// <exception cref="ArticleException">No such article, or its text is not kept.</exception>
    public ImportedExcerpts Import(string slug, IEnumerable<Excerpt> excerpts, string by)
    {
        var added = new List<int>();
        var refused = new List<(Excerpt, string)>();
        var after = Change(slug, (connection, transaction, id, article) =>
        {
            var text = new CodePoints(KeptText(connection, transaction, id));
            var number = LastNumber(connection, transaction, id);
            var taken = article.Excerpts.Select(e => (e.Start, e.End)).ToHashSet();
            foreach (var excerpt in excerpts)
            {
                var placed = Anchoring.Place(text, new TextAnchor(excerpt.Exact, excerpt.Prefix, excerpt.Suffix, (int)(excerpt.Start ?? -1), (int)(excerpt.End ?? -1)));
                if (Unfit(excerpt, placed, taken) is { } why)
                {
                    refused.Add((excerpt, why));
                    continue;
                }

                var draft = Anchored(excerpt, placed, placed.Anchor!) with
                {
                    Number = ++number, State = ExcerptState.Draft, Tags = ExcerptTags.Of(excerpt.Tags), EditedBy = by, EditedAt = Now, ApprovedBy = null, ApprovedAt = null,
                };
                ArticleRows.Insert(connection, transaction, id, draft);
                Revise(connection, transaction, id, slug, by, "excerpt-add", null, draft);
                taken.Add((draft.Start, draft.End));
                added.Add(number);
            }
        });
        return new ImportedExcerpts(after, added, refused);
    }

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
            var before = connection.One<string>("select text from article_text where article_id = @id", new { id }, transaction) is { } kept ? new CodePoints(kept) : null;
            foreach (var excerpt in article.Excerpts)
            {
                var placed = Anchoring.Place(points, new TextAnchor(excerpt.Exact, excerpt.Prefix, excerpt.Suffix, (int)(excerpt.Start ?? -1), (int)(excerpt.End ?? -1)), before);
                if (placed.Anchor is { } longer && CleanText.Length(longer.Exact) > ExcerptLimits.LongestExcerpt)
                {
                    placed = new Placed(AnchorState.Orphaned, null, 0);
                }

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

    private string? Unfit(Excerpt excerpt, Placed placed, HashSet<(long?, long?)> taken)
    {
        if (placed.Anchor is not { } anchor)
        {
            return "its words do not stand in the text, or at more than one place";
        }

        if (taken.Contains((anchor.Start, anchor.End)))
        {
            return "it is an excerpt already";
        }

        try
        {
            ExcerptLimits.CheckLength(anchor.Exact);
            if (excerpt.Claim is not null)
            {
                Check(ExcerptCorrection.Of(excerpt));
            }

            return null;
        }
        catch (ArticleException wrong)
        {
            return wrong.Message;
        }
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
