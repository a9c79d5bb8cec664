using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Desk;

/// <summary>A line for the book of changes: who, what, to what, and what stood there before and after.</summary>
/// <param name="By">Who.</param>
/// <param name="Action">article-add, article-correct, article-replace, article-publish, article-withdraw, article-remove, excerpt-add, excerpt-correct, excerpt-approve, excerpt-remove.</param>
/// <param name="Subject">"article SLUG" or "article SLUG, excerpt 3". Words of the article never stand here: they must go when it goes.</param>
/// <param name="Old">What stood there, or null.</param>
/// <param name="New">What stands there now, or why, or null.</param>
public sealed record ArticleChange(string By, string Action, string Subject, string? Old, string? New);

/// <summary>
/// Where articles are added, read, corrected, approved, published and removed. Sees drafts and whole texts: for signed-in editors and the shell alone. Every
/// change is one transaction with its line in the book of changes.
/// </summary>
/// <param name="store">Where.</param>
/// <param name="words">The area codes that a claim may name.</param>
/// <param name="book">Writes the line of the book within the change's transaction.</param>
/// <param name="time">What day it is; null: the machine's clock.</param>
public sealed partial class ArticleDesk(
    Store store,
    Vocabulary words,
    Action<DbConnection, DbTransaction, ArticleChange> book,
    TimeProvider? time = null
)
{
    private const int LongestText = 10_000_000;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>All articles with all their excerpts, drafts too, the latest first.</summary>
    public IReadOnlyList<Article> All()
    {
        using var connection = store.OpenReader();
        return [.. ArticleRows.Read(connection, onlyPublished: false).Select(a => a.Article)];
    }

    /// <summary>An article with all its excerpts, or null.</summary>
    public Article? Find(string slug)
    {
        using var connection = store.OpenReader();
        return ArticleRows.Read(connection, onlyPublished: false, slug).Select(a => a.Article).FirstOrDefault();
    }

    /// <summary>The whole text, or null where none is kept. Never for readers' pages or exports.</summary>
    public string? Text(string slug)
    {
        using var connection = store.OpenReader();
        return connection.One<string>(
            "select t.text from article_text t join article a on a.id = t.article_id where a.slug = @slug",
            new { slug }
        );
    }

    /// <summary>Articles that are here already and like this one: same text, same address, or nearly the same text; the likest first.</summary>
    public IReadOnlyList<ArticleDuplicate> FindDuplicates(string text, string? address)
    {
        using var connection = store.OpenReader();
        return Duplicates.Find(connection, null, CleanText.Of(text), address, except: null);
    }

    /// <summary>Keeps an article as a draft, with its whole text.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="details">What is known about it.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="evenIfAlike">True to keep it although one nearly like it, or with its address, is here; the same text is never kept twice.</param>
    /// <exception cref="DuplicateArticleException">It is here already.</exception>
    /// <exception cref="ArticleException">The text is empty or over ten megabytes, or a detail cannot be what it says.</exception>
    public Article Add(string text, ArticleDetails details, string by, bool evenIfAlike = false)
    {
        var clean = Checked(text);
        var known = details.Checked(Today);
        var slug = "";
        Write(
            (connection, transaction) =>
            {
                Duplicates.Refuse(Duplicates.Find(connection, transaction, clean, known.Address, except: null), evenIfAlike);
                slug = Slugs.Free(connection, transaction, known);
                var article = Drafted(slug, known, by) with { TextSha256 = CleanText.Sha256(clean), TextLength = CleanText.Length(clean) };
                var id = ArticleRows.Insert(connection, transaction, article, seedSha256: "", TextSketch.Of(clean));
                connection.Run("insert into article_text (article_id, text) values (@id, @clean)", new { id, clean }, transaction);
                book(connection, transaction, new ArticleChange(by, "article-add", "article " + slug, null, "draft"));
                return false;
            }
        );
        return Find(slug)!;
    }

    /// <summary>Corrects what is known about an article. Its slug stays: it is part of addresses.</summary>
    /// <exception cref="ArticleException">No such article, or a detail cannot be what it says.</exception>
    public Article Correct(string slug, ArticleDetails details, string by)
    {
        var known = details.Checked(Today);
        return Change(slug, (connection, transaction, id, article) =>
        {
            if (article.State == ArticleState.Published && known.PublishedOn is null)
            {
                throw new ArticleException("A published article needs its date of publication.");
            }

            connection.Run(
                """
                update article set title = @Title, published_on = @published, dateline = @Dateline, agency = @Agency, author = @Author, outlet = @Outlet, address = @Address, address_key = @key,
                  language = @Language, note = @Note, rights = @Rights, retrieved_on = @RetrievedOn, second_approval = @second where id = @id
                """,
                new
                {
                    id,
                    known.Title,
                    published = known.PublishedOn ?? "",
                    known.Dateline,
                    known.Agency,
                    known.Author,
                    known.Outlet,
                    known.Address,
                    key = CanonicalAddress.Of(known.Address),
                    known.Language,
                    known.Note,
                    known.Rights,
                    known.RetrievedOn,
                    second = known.NeedsSecondApproval ? 1 : 0,
                },
                transaction
            );
            book(
                connection,
                transaction,
                new ArticleChange(
                    by,
                    "article-correct",
                    "article " + slug,
                    ArticleJson.Write(ArticleDetails.Of(article)),
                    ArticleJson.Write(known)
                )
            );
        });
    }

    /// <summary>Shows an article to readers, with its approved excerpts.</summary>
    /// <exception cref="ArticleException">No such article, no date, nobody named whose article it is, or nothing approved to show.</exception>
    public Article Publish(string slug, string by) => Change(slug, (connection, transaction, id, article) =>
        {
            var approved = article.Excerpts.Where(e => e.State == ExcerptState.Approved).ToList();
            var missing =
                article.PublishedOn.Length == 0 ? "its date of publication"
                : (article.Outlet ?? article.Agency ?? article.Author ?? article.Address) is null
                    ? "an outlet, agency, author or address: a quotation names its source"
                : approved.Count == 0 ? "at least one approved excerpt"
                : null;
            if (missing is not null)
            {
                throw new ArticleException($"Before it is published the article needs {missing}.");
            }

            ExcerptLimits.CheckShare(article, approved);
            connection.Run(
                "update article set state = 'published', published_by = @by, published_at = @Now where id = @id",
                new
                {
                    id,
                    by,
                    Now,
                },
                transaction
            );
            book(
                connection,
                transaction,
                new ArticleChange(by, "article-publish", "article " + slug, ArticleRows.Word(article.State), "published")
            );
        });

    /// <summary>Takes an article out of readers' sight; it stays as a draft.</summary>
    /// <exception cref="ArticleException">No such article, it is no published one, or no reason is given.</exception>
    public Article Withdraw(string slug, string by, string because) => Change(slug, (connection, transaction, id, article) =>
        {
            if (article.State != ArticleState.Published)
            {
                throw new ArticleException($"The article \"{article.Title}\" is not published.");
            }

            connection.Run(
                "update article set state = 'draft', published_by = null, published_at = null where id = @id",
                new { id },
                transaction
            );
            book(connection, transaction, new ArticleChange(by, "article-withdraw", "article " + slug, "published", Reason(because)));
        });

    /// <summary>Removes an article with everything derived from it: text, excerpts, claims, revisions, what was found on them. A reviewed article of <c>seeds/articles</c> does not come back by itself.</summary>
    /// <exception cref="ArticleException">No such article, or no reason is given.</exception>
    public void Remove(string slug, string by, string because)
    {
        var reason = Reason(because);
        Write(
            (connection, transaction) =>
            {
                var (id, article) = Existing(connection, transaction, slug);
                ArticleRows.Delete(connection, transaction, id);
                connection.Run("delete from finding_snapshot where article = @slug", new { slug }, transaction);
                if (article.AddedBy is null)
                {
                    connection.Run("insert into removed_article (slug, removed_at) values (@slug, @Now)", new { slug, Now }, transaction);
                }

                book(
                    connection,
                    transaction,
                    new ArticleChange(by, "article-remove", "article " + slug, ArticleRows.Word(article.State), reason)
                );
                return article.State == ArticleState.Published;
            }
        );
    }

    private Article Drafted(string slug, ArticleDetails known, string by) =>
        new()
        {
            Slug = slug,
            Title = known.Title,
            PublishedOn = known.PublishedOn ?? "",
            Dateline = known.Dateline,
            Agency = known.Agency,
            Author = known.Author,
            Outlet = known.Outlet,
            Address = known.Address,
            Language = known.Language,
            Note = known.Note,
            Rights = known.Rights,
            RetrievedOn = known.RetrievedOn,
            NeedsSecondApproval = known.NeedsSecondApproval,
            State = ArticleState.Draft,
            AddedBy = by,
            AddedAt = Now,
            ChangedAt = Now,
        };

    private string Now => ArticleRows.Now(_time);

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    private static string Reason(string because) =>
        string.IsNullOrWhiteSpace(because)
            ? throw new ArticleException("Say why: the reason stands in the book of changes.")
            : because.Trim();

    private static string Checked(string text)
    {
        var clean = CleanText.Of(text);
        return clean.Length > LongestText ? throw new ArticleException("The text has over ten million characters: that is no article.")
            : string.IsNullOrWhiteSpace(clean) ? throw new ArticleException("The text is empty.")
            : clean;
    }

    private static (long Id, Article Article) Existing(DbConnection connection, DbTransaction transaction, string slug) =>
        ArticleRows.Read(connection, onlyPublished: false, slug, transaction) is [var found]
            ? found
            : throw new ArticleException($"No article \"{slug}\".");

    /// <summary>One change of one article; it counts as changed here from then on.</summary>
    private Article Change(string slug, Action<DbConnection, DbTransaction, long, Article> change, bool isTrial = false)
    {
        Article? after = null;
        Write(
            (connection, transaction) =>
            {
                var (id, before) = Existing(connection, transaction, slug);
                change(connection, transaction, id, before);
                connection.Run("update article set changed_at = @Now where id = @id", new { id, Now }, transaction);
                after = Existing(connection, transaction, slug).Article;
                return before.State == ArticleState.Published || after.State == ArticleState.Published;
            },
            isTrial
        );
        return after!;
    }

    /// <summary>One transaction; the data version rises where readers see a difference. A trial does all of it and takes it back.</summary>
    private void Write(Func<DbConnection, DbTransaction, bool> change, bool isTrial = false)
    {
        using var connection = store.OpenWriter();
        using var transaction = connection.BeginWriting();
        if (change(connection, transaction) && !isTrial)
        {
            DataVersion.Raise(connection, transaction);
        }

        if (isTrial)
        {
            transaction.Rollback();
        }
        else
        {
            transaction.Commit();
        }
    }
}
