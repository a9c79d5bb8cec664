using System.Data.Common;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Database;

namespace FoodSecurity.Articles;

/// <summary>What readers see of the articles, and how the reviewed ones of <c>seeds/articles</c> get in. Drafts and whole texts are the <see cref="ArticleDesk"/>'s.</summary>
public static class ArticleStore
{
    /// <summary>
    /// Puts a reviewed article in the place of its earlier form, published and approved; false where it is there unchanged, where a person has
    /// changed it here since, or where it was removed here.
    /// </summary>
    public static bool Save(Store store, Article article, string seedSha256)
    {
        using var connection = store.OpenWriter();
        if (IsSettled(connection, null))
        {
            return false;
        }

        using var transaction = connection.BeginWriting();
        if (IsSettled(connection, transaction))
        {
            return false;
        }

        if (connection.One<long?>("select id from article where slug = @Slug", new { article.Slug }, transaction) is { } earlier)
        {
            ArticleRows.Delete(connection, transaction, earlier);
        }

        ArticleRows.Insert(
            connection,
            transaction,
            article with
            {
                State = ArticleState.Published,
                ChangedAt = null,
            },
            seedSha256,
            sketch: null
        );
        DataVersion.Raise(connection, transaction);
        transaction.Commit();
        return true;

        bool IsSettled(DbConnection connection, DbTransaction? transaction) =>
            connection.One<long>(
                """
                select (select count(*) from article where slug = @Slug and (seed_sha256 = @seedSha256 or changed_at is not null))
                  + (select count(*) from removed_article where slug = @Slug)
                """,
                new { article.Slug, seedSha256 },
                transaction
            ) > 0;
    }

    /// <summary>Published articles, the latest first, each with its approved excerpts.</summary>
    public static IReadOnlyList<Article> All(DbConnection connection) =>
        [.. ArticleRows.Read(connection, onlyPublished: true).Select(a => a.Article)];

    /// <summary>A published article with its approved excerpts, or null.</summary>
    public static Article? Find(DbConnection connection, string slug) =>
        ArticleRows.Read(connection, onlyPublished: true, slug).Select(a => a.Article).FirstOrDefault();
}
