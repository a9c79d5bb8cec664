using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Database;

namespace FoodSecurity.Articles.Desk;

/// <summary>What became of one excerpt that came from a file.</summary>
public enum ImportOutcome
{
    /// <summary>A new draft.</summary>
    Added,

    /// <summary>It is here already and the file says something else of it: corrected, a draft again.</summary>
    Corrected,

    /// <summary>It is here already, just so.</summary>
    Same,

    /// <summary>Kept, but its words do not stand in the text: visibly orphaned.</summary>
    Orphaned,

    /// <summary>Not kept.</summary>
    Refused,
}

/// <summary>One excerpt of a file and what became of it.</summary>
/// <param name="Excerpt">As the file has it.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Number">Its number here; 0 where it was refused.</param>
/// <param name="Why">Why it was refused or orphaned; else empty.</param>
/// <param name="Stands">True where its words stand in the text, or no text is kept to look in.</param>
public sealed record ImportedExcerpt(Excerpt Excerpt, ImportOutcome Outcome, int Number, string Why, bool Stands);

/// <summary>What became of a file of excerpts.</summary>
/// <param name="Article">The article as it is afterwards.</param>
/// <param name="IsNew">True where the article was not here: it is kept as a draft without a text.</param>
/// <param name="Excerpts">In the order of the file.</param>
public sealed record ImportedExcerpts(Article Article, bool IsNew, IReadOnlyList<ImportedExcerpt> Excerpts);

public sealed partial class ArticleDesk
{
    /// <summary>
    /// Takes the excerpts of a file (annotations, a table) as drafts, into the article named or into the one the file is of: that of its slug, its text's hash or its address; where
    /// none is here, into a new draft without a text. Each is looked for in the text that is kept; where none is kept its selectors stay as the file has them. What is here already
    /// and said otherwise in the file is corrected, and a draft again.
    /// </summary>
    /// <param name="file">The article as the file has it, with its excerpts.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="into">Slug of the article; null: that of the file.</param>
    /// <param name="isTrial">True to see what would become of them; nothing is kept then.</param>
    /// <exception cref="ArticleException">No such article, or nothing of the file stands in its text.</exception>
    public ImportedExcerpts Import(Article file, string by, string? into = null, bool isTrial = false)
    {
        var known = into ?? FindSame(file);
        var results = new List<ImportedExcerpt>();
        Article? after = null;
        Write(
            (connection, transaction) =>
            {
                var slug = known ?? Begin(connection, transaction, file, by);
                var (id, article) = Existing(connection, transaction, slug);
                var kept = connection.One<string>("select text from article_text where article_id = @id", new { id }, transaction);
                var text = kept is null ? null : new CodePoints(kept);
                var numbers = UsedNumbers(connection, transaction, id);
                var here = article.Excerpts.ToList();
                foreach (var excerpt in file.Excerpts)
                {
                    results.Add(Import(connection, transaction, id, article with { Excerpts = here }, excerpt, text, numbers, by, here));
                }

                if (text is not null && results.Exists(r => r.Excerpt.Anchor != AnchorState.Orphaned) && !results.Exists(r => r.Stands))
                {
                    throw new ArticleException(
                        $"Nothing of the file stands in the text of \"{article.Title}\" ({slug}): it is of another article. First: \"{Start(results[0].Excerpt.Exact)}\"."
                    );
                }

                connection.Run("update article set changed_at = @Now where id = @id", new { id, Now }, transaction);
                after = Existing(connection, transaction, slug).Article;
                return article.State == ArticleState.Published;
            },
            isTrial
        );
        return new ImportedExcerpts(after!, known is null, results);
    }

    private ImportedExcerpt Import(
        DbConnection connection,
        DbTransaction transaction,
        long id,
        Article article,
        Excerpt excerpt,
        CodePoints? text,
        HashSet<int> numbers,
        string by,
        List<Excerpt> here
    )
    {
        var anchor = AnchorOf(excerpt);
        var placed =
            text is not null ? Anchoring.Place(text, anchor)
            : excerpt.Anchor == AnchorState.Orphaned ? Placed.Nowhere
            : new Placed(AnchorState.Exact, anchor, 1);
        if (Unfit(excerpt, placed) is { } why)
        {
            return new ImportedExcerpt(excerpt, ImportOutcome.Refused, 0, why, placed.Anchor is not null);
        }

        var draft = (
            placed.Anchor is { } found
                ? Anchored(excerpt, placed, found) with
                {
                    State = ExcerptState.Draft,
                }
                : excerpt with
                {
                    State = ExcerptState.Orphaned,
                    Anchor = AnchorState.Orphaned,
                }
        ) with
        {
            Tags = ExcerptTags.Of(excerpt.Tags),
            EditedBy = by,
            EditedAt = Now,
            ApprovedBy = null,
            ApprovedAt = null,
            Reading = null,
        };
        draft = draft with
        {
            Start = excerpt.Start is null && text is null ? null : draft.Start,
            End = excerpt.End is null && text is null ? null : draft.End,
            // How it came to its place stays as the file says while it stands there.
            Anchor =
                placed.State == AnchorState.Exact && excerpt.Anchor is AnchorState.Moved or AnchorState.Approximate
                    ? excerpt.Anchor
                    : draft.Anchor,
        };
        var lost = placed.Anchor is null ? "its words do not stand in the text, or at more than one place" : "";
        if (here.Find(e => e.Exact == draft.Exact && (e.Start, e.End) == (draft.Start, draft.End)) is { } there)
        {
            var corrected = draft with
            {
                Number = there.Number,
                Anchor = there.Anchor,
                Reading = there.Reading,
                State = there.State == ExcerptState.Orphaned ? ExcerptState.Orphaned : ExcerptState.Draft,
            };
            if (
                corrected.Claim is { } claim
                && corrected.Target == there.Target
                && ArticleJson.Write(claim) != ArticleJson.Write(there.Claim)
            )
            {
                // The claim was corrected in the file, and not what is written out of it beside it.
                corrected = corrected.With(claim);
            }

            if (SaysTheSame(there, corrected))
            {
                return new ImportedExcerpt(excerpt, ImportOutcome.Same, there.Number, lost, placed.Anchor is not null);
            }

            ArticleRows.Delete(connection, transaction, id, there.Number);
            ArticleRows.Insert(connection, transaction, id, corrected);
            Revise(connection, transaction, id, article.Slug, by, "excerpt-correct", there, corrected);
            here[here.IndexOf(there)] = corrected;
            return new ImportedExcerpt(excerpt, ImportOutcome.Corrected, there.Number, lost, placed.Anchor is not null);
        }

        // Numbers are part of addresses: that of the file stays where nothing here ever had it.
        var number = excerpt.Number > 0 && numbers.Add(excerpt.Number) ? excerpt.Number : numbers.DefaultIfEmpty().Max() + 1;
        numbers.Add(number);
        draft = draft with { Number = number };
        ArticleRows.Insert(connection, transaction, id, draft);
        Revise(connection, transaction, id, article.Slug, by, "excerpt-add", null, draft);
        here.Add(draft);
        return new ImportedExcerpt(
            excerpt,
            lost.Length > 0 ? ImportOutcome.Orphaned : ImportOutcome.Added,
            number,
            lost,
            placed.Anchor is not null
        );
    }

    /// <summary>Equal in all that a file holds, whoever wrote it and however far it is.</summary>
    private static bool SaysTheSame(Excerpt one, Excerpt other) => Bare(one) == Bare(other);

    private static string? Bare(Excerpt e) =>
        ArticleJson.Write(e with { State = ExcerptState.Draft, EditedBy = null, EditedAt = null, ApprovedBy = null, ApprovedAt = null });

    private string? FindSame(Article file)
    {
        using var connection = store.OpenReader();
        // one row per article: what it is known by
        var marks = connection
            .Rows<Duplicates.MarkedRow>("select slug as Slug, text_sha256 as Hash, address_key as AddressKey from article order by id")
            .ToList();
        var key = CanonicalAddress.Of(file.Address);
        return (
            marks.FirstOrDefault(m => file.Slug.Length > 0 && m.Slug == file.Slug)
            ?? marks.FirstOrDefault(m => file.TextSha256 is not null && m.Hash == file.TextSha256)
            ?? marks.FirstOrDefault(m => key is not null && m.AddressKey == key)
        )?.Slug;
    }

    /// <summary>A draft of the article that the file is of, without a text; gives its slug.</summary>
    private string Begin(DbConnection connection, DbTransaction transaction, Article file, string by)
    {
        var details = ArticleDetails.Of(file with { Language = file.Language.Length > 0 ? file.Language : "en" });
        if (string.IsNullOrWhiteSpace(details.Title))
        {
            throw new ArticleException(
                "The file does not say which article it is of, or by an address that is not here: add the article first, and name it with --to."
            );
        }

        var known = details.Checked(Today);
        var slug =
            PlainSlug().IsMatch(file.Slug) && Slugs.IsFree(connection, transaction, file.Slug)
                ? file.Slug
                : Slugs.Free(connection, transaction, known);
        var article = Drafted(slug, known, by) with { TextSha256 = file.TextSha256, TextLength = file.TextLength };
        ArticleRows.Insert(connection, transaction, article, seedSha256: "", sketch: null);
        book(connection, transaction, new ArticleChange(by, "article-add", "article " + slug, null, "draft"));
        return slug;
    }

    private string? Unfit(Excerpt excerpt, Placed placed)
    {
        try
        {
            ExcerptLimits.CheckLength(placed.Anchor?.Exact ?? excerpt.Exact);
            CheckWordings(excerpt.Original, excerpt.Translation);
            if (excerpt.Claim is { } claim)
            {
                Check(ExcerptCorrection.Of(excerpt));
                return claim.Area == excerpt.Target.Area
                    ? null
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"its claim is about {Named(claim.Area)}, its target about {Named(excerpt.Target.Area)}: both must be the same area"
                    );
            }

            return excerpt.Target.Area.Length == 0 || words.Areas.ContainsKey(excerpt.Target.Area)
                ? null
                : $"area: found \"{excerpt.Target.Area}\", expected a code such as PRK";
        }
        catch (ArticleException wrong)
        {
            return wrong.Message.TrimEnd('.');
        }
    }

    private static string Named(string area) => area.Length > 0 ? area : "no area";

    private static string Start(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static HashSet<int> UsedNumbers(DbConnection connection, DbTransaction transaction, long id) =>
        [
            .. connection
                .Rows<long>(
                    """
                    select number from excerpt where article_id = @id union select number from excerpt_revision where article_id = @id
                    """,
                    new { id },
                    transaction
                )
                .Select(n => (int)n),
        ];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlainSlug();
}
