using FoodSecurity.Articles.Anchors;
using FoodSecurity.Database;

namespace FoodSecurity.Articles.Desk;

/// <summary>What a corrected text does to one excerpt.</summary>
/// <param name="Number">Which.</param>
/// <param name="Anchor">How it sits in the corrected text.</param>
/// <param name="Was">Its words before.</param>
/// <param name="Is">Its words in the corrected text; null where it is orphaned.</param>
/// <param name="Likeness">1 for the same words; less where they differ; 0 where it is orphaned.</param>
/// <param name="State">Whether readers go on seeing it: what differs in words is a draft again.</param>
public sealed record ReanchoredExcerpt(int Number, AnchorState Anchor, string Was, string? Is, double Likeness, ExcerptState State)
{
    /// <summary>What differs in words, figures and marks; none where it is the same or orphaned.</summary>
    public IReadOnlyList<WordChange> Changes { get; } = Is is null ? [] : WordChange.Between(Was, Is);
}

/// <summary>What a corrected text does, or would do.</summary>
/// <param name="Article">The article as it is afterwards.</param>
/// <param name="Excerpts">Every excerpt, in the order of their numbers.</param>
public sealed record ReplacedText(Article Article, IReadOnlyList<ReanchoredExcerpt> Excerpts);

public sealed partial class ArticleDesk
{
    /// <summary>
    /// Puts a corrected text in the place of the one that is kept, and finds every excerpt in it again. Words that stand there unchanged keep their state, at their
    /// new place; words that differ are taken from the new text and are drafts again; what cannot be found, or stands at two places alike, is orphaned.
    /// </summary>
    /// <param name="slug">Of the article.</param>
    /// <param name="text">The corrected text.</param>
    /// <param name="by">Who corrects it.</param>
    /// <param name="isTrial">True to see what would become of the excerpts; nothing is kept then.</param>
    /// <exception cref="ArticleException">No such article, or the text is empty, too long, the same, or that of another article.</exception>
    public ReplacedText Replace(string slug, string text, string by, bool isTrial = false)
    {
        var clean = Checked(text);
        var found = new List<ReanchoredExcerpt>();
        var after = Change(
            slug,
            (connection, transaction, id, article) =>
            {
                Duplicates.Refuse(Duplicates.Find(connection, transaction, clean, null, except: slug), evenIfAlike: true);
                var points = new CodePoints(clean);
                var kept = connection.One<string>("select text from article_text where article_id = @id", new { id }, transaction);
                if (kept == clean)
                {
                    throw new ArticleException("This is the text that is kept already, letter by letter.");
                }

                var before = kept is null ? null : new CodePoints(kept);
                foreach (var excerpt in article.Excerpts)
                {
                    // An orphan's place is one of an earlier text still.
                    var placed = Anchoring.Place(points, AnchorOf(excerpt), excerpt.State == ExcerptState.Orphaned ? null : before);
                    if (placed.Anchor is { } longer && CleanText.Length(longer.Exact) > ExcerptLimits.LongestExcerpt)
                    {
                        placed = Placed.Nowhere;
                    }

                    var now = Reanchored(excerpt, placed, by);
                    found.Add(
                        new ReanchoredExcerpt(excerpt.Number, placed.State, excerpt.Exact, placed.Anchor?.Exact, placed.Likeness, now.State)
                    );
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
                connection.Run(
                    "update article set text_sha256 = @sha256, text_length = @length, sketch = @sketch where id = @id",
                    new
                    {
                        id,
                        sha256,
                        length = CleanText.Length(clean),
                        sketch = TextSketch.Of(clean),
                    },
                    transaction
                );
                book(connection, transaction, new ArticleChange(by, "article-replace", "article " + slug, article.TextSha256, sha256));
            },
            isTrial
        );
        return new ReplacedText(after, found);
    }

    /// <summary>What a corrected text changed in the words of the excerpts that wait for somebody to compare them, by number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<WordChange>> Unconfirmed(Article article)
    {
        var waiting = article
            .Excerpts.Where(e => e.Anchor == AnchorState.Approximate && e.State == ExcerptState.Draft)
            .Select(e => e.Number)
            .ToHashSet();
        return waiting.Count == 0
            ? new Dictionary<int, IReadOnlyList<WordChange>>()
            : Revisions(article.Slug)
                .Where(r => r is { Action: "excerpt-anchor", Old: not null, New: not null } && waiting.Contains(r.Number))
                .GroupBy(r => r.Number)
                .ToDictionary(g => g.Key, g => WordChange.Between(g.Last().Old!.Exact, g.Last().New!.Exact));
    }

    private static TextAnchor AnchorOf(Excerpt e) => new(e.Exact, e.Prefix, e.Suffix, (int)(e.Start ?? -1), (int)(e.End ?? -1));

    private Excerpt Reanchored(Excerpt excerpt, Placed placed, string by) =>
        placed.Anchor is not { } anchor
            ? excerpt with
            {
                State = ExcerptState.Orphaned,
                Anchor = AnchorState.Orphaned,
                ApprovedBy = null,
                ApprovedAt = null,
            }
        : placed.State == AnchorState.Approximate || excerpt.State == ExcerptState.Orphaned
            ? Anchored(excerpt, placed, anchor) with
            {
                State = ExcerptState.Draft,
                EditedBy = by,
                EditedAt = Now,
                ApprovedBy = null,
                ApprovedAt = null,
            }
        // Words that nobody has compared yet stay so, however often the text is replaced.
        : Anchored(excerpt, placed, anchor) with
        {
            Anchor = excerpt.Anchor == AnchorState.Approximate ? AnchorState.Approximate : placed.State,
        };

    private static Excerpt Anchored(Excerpt excerpt, Placed placed, TextAnchor anchor) =>
        excerpt with
        {
            Exact = anchor.Exact,
            Prefix = anchor.Prefix,
            Suffix = anchor.Suffix,
            Start = anchor.Start,
            End = anchor.End,
            Anchor = placed.State,
        };
}
