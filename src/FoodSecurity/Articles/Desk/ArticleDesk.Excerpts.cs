using System.Data.Common;
using System.Globalization;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Desk;

public sealed partial class ArticleDesk
{
    private const int LongestWording = 2_000;

    /// <summary>Keeps proposals as draft excerpts. What stands there already is left alone; what is too long or not in the text is refused and told.</summary>
    /// <exception cref="ArticleException">No such article, or its text is not kept.</exception>
    public SavedProposals Save(string slug, IEnumerable<Proposal> proposals, string by)
    {
        var added = new List<int>();
        var refused = new List<(Proposal, string)>();
        var saved = Change(slug, (connection, transaction, id, article) =>
        {
            var text = new CodePoints(KeptText(connection, transaction, id));
            var number = LastNumber(connection, transaction, id);
            foreach (var proposal in proposals.OrderBy(p => p.Start))
            {
                var why =
                    !Anchoring.Agrees(text, new TextAnchor(proposal.Exact, proposal.Prefix, proposal.Suffix, proposal.Start, proposal.End))
                        ? "its words do not stand at its place in the text"
                    : article.Excerpts.Any(e => e.Start == proposal.Start && e.End == proposal.End) ? "it is an excerpt already"
                    : null;
                try
                {
                    ExcerptLimits.CheckLength(proposal.Exact);
                }
                catch (ArticleException tooLong)
                {
                    why ??= tooLong.Message;
                }

                if (why is not null)
                {
                    refused.Add((proposal, why));
                    continue;
                }

                var excerpt = Excerpt.Of(proposal) with { Number = ++number, EditedBy = by, EditedAt = Now };
                ArticleRows.Insert(connection, transaction, id, excerpt);
                Revise(connection, transaction, id, slug, by, "excerpt-add", null, excerpt);
                added.Add(number);
            }
        });
        return new SavedProposals(saved, added, refused);
    }

    /// <summary>Adds a passage that a person quotes, as a draft. Its words must stand in the text, at one place or at the one that is named.</summary>
    /// <param name="slug">Of the article.</param>
    /// <param name="quote">The words.</param>
    /// <param name="said">What is said of them.</param>
    /// <param name="by">Who quotes them.</param>
    /// <param name="at">Position in code points at which the words stand, where they stand at more than one place; else null.</param>
    /// <exception cref="ArticleException">It does not stand there, or the claim cannot be what it says.</exception>
    public Article Add(string slug, string quote, ExcerptCorrection said, string by, int? at = null)
    {
        Check(said);
        return Change(slug, (connection, transaction, id, article) =>
        {
            var text = new CodePoints(KeptText(connection, transaction, id));
            var anchor = at is { } start
                ? QuotePlaces.Find(text, quote).FirstOrDefault(p => p.Start == start)
                    ?? throw new ArticleException("The words do not stand at that place of the article any more: quote them anew.")
                : Anchoring.Quote(text, CleanText.Of(quote));
            ExcerptLimits.CheckLength(anchor.Exact);
            if (article.Excerpts.FirstOrDefault(e => e.Start == anchor.Start && e.End == anchor.End) is { } there)
            {
                throw new ArticleException($"These words are excerpt {there.Number} already.");
            }

            var excerpt = Said(
                new Excerpt
                {
                    Number = LastNumber(connection, transaction, id) + 1,
                    Exact = anchor.Exact,
                    Prefix = anchor.Prefix,
                    Suffix = anchor.Suffix,
                    Start = anchor.Start,
                    End = anchor.End,
                    Kind = said.Kind,
                    Target = ExcerptTarget.Of(said.Claim),
                },
                said,
                by
            );
            ArticleRows.Insert(connection, transaction, id, excerpt);
            Revise(connection, transaction, id, slug, by, "excerpt-add", null, excerpt);
        });
    }

    /// <summary>Corrects what is said of an excerpt, which is a draft again until it is approved; what stood there is kept as a revision.</summary>
    /// <exception cref="ArticleException">No such excerpt, or the claim cannot be what it says.</exception>
    public Article Correct(string slug, int number, ExcerptCorrection said, string by)
    {
        Check(said);
        return Change(slug, number, by, "excerpt-correct", (_, excerpt) => Said(excerpt, said, by));
    }

    /// <summary>Approves an excerpt as it stands. Where the article needs it, by another person than the one who proposed, wrote or corrected it last.</summary>
    /// <exception cref="ArticleException">No such excerpt, it is orphaned, names no area, is the approver's own, or the article would show too much.</exception>
    public Article Approve(string slug, int number, string by) => Change(slug, number, by, "excerpt-approve", (article, excerpt) =>
        {
            if (excerpt.State == ExcerptState.Orphaned)
            {
                throw new ArticleException($"Excerpt {number} has lost its place in the text: quote it anew, or remove it.");
            }

            if (excerpt.State == ExcerptState.Approved)
            {
                throw new ArticleException($"Excerpt {number} is approved already.");
            }

            if (!words.Areas.ContainsKey(excerpt.Target.Area))
            {
                throw new ArticleException($"Excerpt {number} names no area yet: correct it first.");
            }

            if (article.NeedsSecondApproval && string.Equals(excerpt.EditedBy, by, StringComparison.OrdinalIgnoreCase))
            {
                throw new ArticleException($"Excerpt {number} was last edited by {by}: this article needs the approval of another person.");
            }

            ExcerptLimits.CheckShare(article, article.Excerpts.Where(e => e.State == ExcerptState.Approved).Append(excerpt));
            // Whoever approves has compared the words.
            return excerpt with
            {
                State = ExcerptState.Approved,
                Anchor = excerpt.Anchor == AnchorState.Approximate ? AnchorState.Exact : excerpt.Anchor,
                ApprovedBy = by,
                ApprovedAt = Now,
            };
        });

    /// <summary>Approves what can be approved of these excerpts, each by itself; what cannot is told with the reason, and the rest goes through.</summary>
    /// <exception cref="ArticleException">No such article.</exception>
    public ApprovedExcerpts Approve(string slug, IEnumerable<int> numbers, string by)
    {
        var approved = new List<int>();
        var refused = new List<(int, string)>();
        foreach (var number in numbers.Distinct())
        {
            try
            {
                Approve(slug, number, by);
                approved.Add(number);
            }
            catch (ArticleException why)
            {
                refused.Add((number, why.Message));
            }
        }

        return new ApprovedExcerpts(approved, refused);
    }

    /// <summary>Takes an excerpt out; what stood there is kept as a revision for as long as the article is.</summary>
    /// <exception cref="ArticleException">No such excerpt.</exception>
    public Article Remove(string slug, int number, string by) => Change(slug, number, by, "excerpt-remove", (_, _) => null);

    /// <summary>Every change of an article's excerpts, the first one first; of one excerpt where a number is given.</summary>
    public IReadOnlyList<ExcerptRevision> Revisions(string slug, int? number = null)
    {
        using var connection = store.OpenReader();
        // one row per change of an excerpt
        return
        [
            .. connection
                .Rows<RevisionRow>(
                    $"""
                    select r.id as Id, r.number as Number, r.happened_at as HappenedAt, r.editor as Editor, r.action as Action, r.old_value as Old, r.new_value as New
                    from excerpt_revision r join article a on a.id = r.article_id where a.slug = @slug{(
                        number is null ? "" : " and r.number = @number"
                    )} order by r.id
                    """,
                    new { slug, number }
                )
                .Select(r => new ExcerptRevision
                {
                    Id = r.Id,
                    Number = (int)r.Number,
                    HappenedAt = r.HappenedAt,
                    Editor = r.Editor,
                    Action = r.Action,
                    Old = ArticleJson.Read<Excerpt>(r.Old),
                    New = ArticleJson.Read<Excerpt>(r.New),
                }),
        ];
    }

    /// <summary>The highest number ever given: that of an excerpt taken out is not given to another.</summary>
    private static int LastNumber(DbConnection connection, DbTransaction transaction, long id) =>
        connection.One<int>(
            """
            select coalesce(max(number), 0) from (select number from excerpt where article_id = @id union all select number from excerpt_revision where article_id = @id) n
            """,
            new { id },
            transaction
        );

    private static string KeptText(DbConnection connection, DbTransaction transaction, long id) =>
        connection.One<string>("select text from article_text where article_id = @id", new { id }, transaction)
        ?? throw new ArticleException("The text of this article is not kept here: load it first.");

    private Excerpt Said(Excerpt excerpt, ExcerptCorrection said, string by) =>
        excerpt.With(said.Claim) with
        {
            Kind = said.Kind,
            Language = said.Language,
            Original = said.Original,
            Translation = said.Translation,
            Tags = ExcerptTags.Of(said.Tags),
            State = excerpt.State == ExcerptState.Orphaned ? ExcerptState.Orphaned : ExcerptState.Draft,
            EditedBy = by,
            EditedAt = Now,
            ApprovedBy = null,
            ApprovedAt = null,
        };

    /// <summary>What no claim may say: an area or date that is none, an indicator that is empty.</summary>
    private void Check(ExcerptCorrection said)
    {
        if (!ExcerptCorrection.Kinds.Contains(said.Kind))
        {
            throw new ArticleException($"kind: found \"{said.Kind}\", expected {string.Join(", ", ExcerptCorrection.Kinds)}.");
        }

        if (said.Claim.Area.Length > 0 && !words.Areas.ContainsKey(said.Claim.Area))
        {
            throw new ArticleException($"area: found \"{said.Claim.Area}\", expected a code such as PRK.");
        }

        if (string.IsNullOrWhiteSpace(said.Claim.Indicator))
        {
            throw new ArticleException("indicator: none is named.");
        }

        foreach (var period in new[] { said.Claim.Period, said.Claim.Base }.OfType<ClaimPeriod>())
        {
            foreach (var date in new[] { period.From, period.To }.OfType<string>().Where(d => !PartialDate.IsValid(d)))
            {
                throw new ArticleException($"period: found \"{date}\", expected yyyy, yyyy-MM or yyyy-MM-dd.");
            }

            if (PartialDate.Start(period.From) > PartialDate.End(period.To))
            {
                throw new ArticleException($"period: it ends ({period.To}) before it begins ({period.From}).");
            }
        }

        CheckWordings(said.Original, said.Translation);
    }

    private static void CheckWordings(params OtherWording?[] wordings)
    {
        foreach (var wording in wordings.OfType<OtherWording>())
        {
            if (
                string.IsNullOrWhiteSpace(wording.Text)
                || wording.Text.Length > LongestWording
                || string.IsNullOrWhiteSpace(wording.Source)
                || string.IsNullOrWhiteSpace(wording.Language)
            )
            {
                throw new ArticleException(
                    $"Another wording needs its words (at most {LongestWording} characters), its language and whose it is."
                );
            }

            if (wording.Address is { } address && CanonicalAddress.Of(address) is null)
            {
                throw new ArticleException($"address of the other wording: found \"{address}\", expected an http or https address.");
            }
        }
    }

    /// <summary>One change of one excerpt, with its revision; null takes it out.</summary>
    private Article Change(string slug, int number, string by, string action, Func<Article, Excerpt, Excerpt?> change) =>
        Change(slug, (connection, transaction, id, article) =>
        {
            var before = article.Excerpts.FirstOrDefault(e => e.Number == number)
                ?? throw new ArticleException($"The article \"{article.Title}\" has no excerpt {number}.");
            var after = change(article, before);
            ArticleRows.Delete(connection, transaction, id, number);
            if (after is not null)
            {
                ArticleRows.Insert(connection, transaction, id, after);
            }
            else
            {
                connection.Run(
                    "delete from finding_snapshot where article = @slug and excerpt = @number",
                    new { slug, number },
                    transaction
                );
            }

            Revise(connection, transaction, id, slug, by, action, before, after);
        });

    private void Revise(
        DbConnection connection,
        DbTransaction transaction,
        long id,
        string slug,
        string by,
        string action,
        Excerpt? before,
        Excerpt? after
    )
    {
        var number = (before ?? after)!.Number;
        connection.Run(
            """
            insert into excerpt_revision (id, article_id, number, happened_at, editor, action, old_value, new_value)
            select coalesce(max(id), 0) + 1, @id, @number, @Now, @by, @action, @before, @after from excerpt_revision
            """,
            new
            {
                id,
                number,
                Now,
                by,
                action,
                before = ArticleJson.Write(before),
                after = ArticleJson.Write(after),
            },
            transaction
        );
        book(
            connection,
            transaction,
            new ArticleChange(
                by,
                action,
                string.Create(CultureInfo.InvariantCulture, $"article {slug}, excerpt {number}"),
                before is null ? null : ArticleRows.Word(before.State),
                after is null ? "removed" : ArticleRows.Word(after.State)
            )
        );
    }

    private sealed record RevisionRow
    {
        public long Id { get; init; }
        public long Number { get; init; }
        public string HappenedAt { get; init; } = "";
        public string Editor { get; init; } = "";
        public string Action { get; init; } = "";
        public string? Old { get; init; }
        public string? New { get; init; }
    }
}
