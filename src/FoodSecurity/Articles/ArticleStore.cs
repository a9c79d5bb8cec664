using System.Data.Common;
using FoodSecurity.Database;

namespace FoodSecurity.Articles;

/// <summary>Writes and asks for articles and their excerpts.</summary>
public static class ArticleStore
{
    private const string ArticleColumns = """
        slug, title, published_on as PublishedOn, dateline, agency, author, outlet, address, language, note, text_sha256 as TextSha256, text_length as TextLength
        """;

    /// <summary>Puts an article in the place of its earlier form; false where it is there unchanged.</summary>
    public static bool Save(Store store, Article article, string seedSha256)
    {
        using var connection = store.OpenWriter();
        if (connection.One<string>("select seed_sha256 from article where slug = @Slug", new { article.Slug }) == seedSha256)
        {
            return false;
        }

        using var transaction = connection.BeginWriting();
        connection.Run("delete from excerpt where article_id in (select id from article where slug = @Slug)", new { article.Slug }, transaction);
        connection.Run("delete from article where slug = @Slug", new { article.Slug }, transaction);
        var id = (connection.One<long?>("select max(id) from article", transaction: transaction) ?? 0) + 1;
        connection.Run("""
            insert into article (id, slug, title, published_on, dateline, agency, author, outlet, address, language, note, text_sha256, text_length, seed_sha256)
            values (@id, @Slug, @Title, @PublishedOn, @Dateline, @Agency, @Author, @Outlet, @Address, @Language, @Note, @TextSha256, @TextLength, @seedSha256)
            """, new
        {
            id, article.Slug, article.Title, article.PublishedOn, article.Dateline, article.Agency, article.Author, article.Outlet, article.Address,
            article.Language, article.Note, article.TextSha256, article.TextLength, seedSha256,
        }, transaction);
        foreach (var e in article.Excerpts)
        {
            connection.Run("""
                insert into excerpt (id, article_id, number, exact_text, prefix, suffix, start_position, end_position, kind, attribution, area, subject,
                  period_text, period_from, period_to, event_kind, relation, cause)
                select coalesce(max(id), 0) + 1, @article, @Number, @Exact, @Prefix, @Suffix, @Start, @End, @Kind, @Attribution, @Area, @Subject,
                  @PeriodText, @From, @To, @EventKind, @Relation, @Cause from excerpt
                """, new
            {
                article = id, e.Number, e.Exact, e.Prefix, e.Suffix, e.Start, e.End, e.Kind, e.Attribution, e.Target.Area, e.Target.Subject,
                e.Target.PeriodText, e.Target.From, e.Target.To, e.Target.EventKind, e.Relation, e.Cause,
            }, transaction);
        }

        DataVersion.Raise(connection, transaction);
        transaction.Commit();
        return true;
    }

    /// <summary>All articles, the latest first, each with its excerpts.</summary>
    public static IReadOnlyList<Article> All(DbConnection connection)
    {
        // one row per article
        var articles = connection.Rows<Article>($"select {ArticleColumns} from article order by published_on desc, slug");
        // one row per excerpt
        var excerpts = connection.Rows<ExcerptRow>("""
            select a.slug as Slug, e.number as Number, e.exact_text as Exact, e.prefix as Prefix, e.suffix as Suffix, e.start_position as Start,
              e.end_position as EndPosition, e.kind as Kind, e.attribution as Attribution, e.area as Area, e.subject as Subject, e.period_text as PeriodText,
              e.period_from as PeriodFrom, e.period_to as PeriodTo, e.event_kind as EventKind, e.relation as Relation, e.cause as Cause
            from excerpt e join article a on a.id = e.article_id order by e.number
            """).ToLookup(e => e.Slug);
        return [.. articles.Select(a => a with { Excerpts = [.. excerpts[a.Slug].Select(e => e.Excerpt)] })];
    }

    private sealed record ExcerptRow
    {
        public string Slug { get; init; } = "";
        public long Number { get; init; }
        public string Exact { get; init; } = "";
        public string Prefix { get; init; } = "";
        public string Suffix { get; init; } = "";
        public long? Start { get; init; }
        public long? EndPosition { get; init; }
        public string Kind { get; init; } = "";
        public string? Attribution { get; init; }
        public string Area { get; init; } = "";
        public string Subject { get; init; } = "";
        public string PeriodText { get; init; } = "";
        public string? PeriodFrom { get; init; }
        public string? PeriodTo { get; init; }
        public string? EventKind { get; init; }
        public string? Relation { get; init; }
        public string? Cause { get; init; }

        public Excerpt Excerpt => new()
        {
            Number = (int)Number, Exact = Exact, Prefix = Prefix, Suffix = Suffix, Start = Start, End = EndPosition, Kind = Kind, Attribution = Attribution,
            Target = new ExcerptTarget(Area, Subject, PeriodText, PeriodFrom, PeriodTo, EventKind), Relation = Relation, Cause = Cause,
        };
    }
}
