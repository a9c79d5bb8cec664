using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Articles;

/// <summary>Articles and excerpts as rows of the store, both ways; who may see which is decided by those who ask.</summary>
internal static class ArticleRows
{
    private const string ArticleColumns = """
        id as Id, slug as Slug, title as Title, published_on as PublishedOn, dateline as Dateline, agency as Agency, author as Author, outlet as Outlet, address as Address,
        language as Language, note as Note, rights as Rights, retrieved_on as RetrievedOn, text_sha256 as TextSha256, text_length as TextLength, state as StateName,
        second_approval as SecondApproval, added_by as AddedBy, added_at as AddedAt, published_by as PublishedBy, published_at as PublishedAt, changed_at as ChangedAt
        """;

    private const string ExcerptColumns = """
        e.article_id as ArticleId, e.number as Number, e.exact_text as Exact, e.prefix as Prefix, e.suffix as Suffix, e.start_position as Start, e.end_position as EndPosition,
        e.kind as Kind, e.attribution as Attribution, e.area as Area, e.subject as Subject, e.period_text as PeriodText, e.period_from as PeriodFrom, e.period_to as PeriodTo,
        e.event_kind as EventKind, e.relation as Relation, e.cause as Cause, e.claim as Claim, e.state as StateName, e.anchor as AnchorName, e.language as Language,
        e.original_wording as Original, e.translated_wording as Translation, e.tags as Tags, e.reading as Reading, e.edited_by as EditedBy, e.edited_at as EditedAt,
        e.approved_by as ApprovedBy, e.approved_at as ApprovedAt
        """;

    /// <summary>Articles with their excerpts, the latest first.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="onlyPublished">True for readers: published articles with their approved excerpts; false for the desk.</param>
    /// <param name="slug">One article, or null for all.</param>
    /// <param name="transaction">The transaction of a change.</param>
    public static IReadOnlyList<(long Id, Article Article)> Read(
        DbConnection connection,
        bool onlyPublished,
        string? slug = null,
        DbTransaction? transaction = null
    )
    {
        // one row per article
        var articles = connection.Rows<ArticleRow>(
            $"""
            select {ArticleColumns} from article where {(onlyPublished ? "state = 'published'" : "1 = 1")}{(
                slug is null ? "" : " and slug = @slug"
            )} order by published_on desc, slug
            """,
            new { slug },
            transaction
        );
        // one row per excerpt
        var excerpts = connection
            .Rows<ExcerptRow>(
                $"""
                select {ExcerptColumns} from excerpt e join article a on a.id = e.article_id
                where {(onlyPublished ? "a.state = 'published' and e.state = 'approved'" : "1 = 1")}{(
                    slug is null ? "" : " and a.slug = @slug"
                )} order by e.number
                """,
                new { slug },
                transaction
            )
            .ToLookup(e => e.ArticleId);
        return [.. articles.Select(a => (a.Id, a.Article with { Excerpts = [.. excerpts[a.Id].Select(e => e.Excerpt)] }))];
    }

    public static long Insert(DbConnection connection, DbTransaction transaction, Article a, string seedSha256, string? sketch)
    {
        var id = (connection.One<long?>("select max(id) from article", transaction: transaction) ?? 0) + 1;
        connection.Run(
            """
            insert into article (id, slug, title, published_on, dateline, agency, author, outlet, address, address_key, language, note, rights, retrieved_on, text_sha256, text_length,
              sketch, state, second_approval, added_by, added_at, published_by, published_at, changed_at, seed_sha256)
            values (@id, @Slug, @Title, @PublishedOn, @Dateline, @Agency, @Author, @Outlet, @Address, @key, @Language, @Note, @Rights, @RetrievedOn, @TextSha256, @TextLength,
              @sketch, @state, @second, @AddedBy, @AddedAt, @PublishedBy, @PublishedAt, @ChangedAt, @seedSha256)
            """,
            new
            {
                id,
                a.Slug,
                a.Title,
                a.PublishedOn,
                a.Dateline,
                a.Agency,
                a.Author,
                a.Outlet,
                a.Address,
                key = CanonicalAddress.Of(a.Address),
                a.Language,
                a.Note,
                a.Rights,
                a.RetrievedOn,
                a.TextSha256,
                a.TextLength,
                sketch,
                state = Word(a.State),
                second = a.NeedsSecondApproval ? 1 : 0,
                a.AddedBy,
                a.AddedAt,
                a.PublishedBy,
                a.PublishedAt,
                a.ChangedAt,
                seedSha256,
            },
            transaction
        );
        foreach (var excerpt in a.Excerpts)
        {
            Insert(connection, transaction, id, excerpt);
        }

        return id;
    }

    public static void Insert(DbConnection connection, DbTransaction transaction, long article, Excerpt e) =>
        connection.Run(
            """
            insert into excerpt (id, article_id, number, exact_text, prefix, suffix, start_position, end_position, kind, attribution, area, subject, period_text, period_from, period_to,
              event_kind, relation, cause, claim, state, anchor, language, original_wording, translated_wording, tags, reading, edited_by, edited_at, approved_by, approved_at)
            select coalesce(max(id), 0) + 1, @article, @Number, @Exact, @Prefix, @Suffix, @Start, @End, @Kind, @Attribution, @Area, @Subject, @PeriodText, @From, @To,
              @EventKind, @Relation, @Cause, @claim, @state, @anchor, @Language, @original, @translation, @tags, @reading, @EditedBy, @EditedAt, @ApprovedBy, @ApprovedAt from excerpt
            """,
            new
            {
                article,
                e.Number,
                e.Exact,
                e.Prefix,
                e.Suffix,
                e.Start,
                e.End,
                e.Kind,
                e.Attribution,
                e.Target.Area,
                e.Target.Subject,
                e.Target.PeriodText,
                e.Target.From,
                e.Target.To,
                e.Target.EventKind,
                e.Relation,
                e.Cause,
                claim = ArticleJson.Write(e.Claim),
                state = Word(e.State),
                anchor = Word(e.Anchor),
                e.Language,
                original = ArticleJson.Write(e.Original),
                translation = ArticleJson.Write(e.Translation),
                tags = ExcerptTags.Write(e.Tags),
                reading = ArticleJson.Write(e.Reading),
                e.EditedBy,
                e.EditedAt,
                e.ApprovedBy,
                e.ApprovedAt,
            },
            transaction
        );

    public static void Delete(DbConnection connection, DbTransaction transaction, long article, int number) =>
        connection.Run("delete from excerpt where article_id = @article and number = @number", new { article, number }, transaction);

    /// <summary>Takes out an article with everything derived from it: text, excerpts, revisions.</summary>
    public static void Delete(DbConnection connection, DbTransaction transaction, long article)
    {
        foreach (var table in new[] { "excerpt_revision", "excerpt", "article_text" })
        {
            connection.Run($"delete from {table} where article_id = @article", new { article }, transaction);
        }

        connection.Run("delete from article where id = @article", new { article }, transaction);
    }

    public static string Word<T>(T state)
        where T : struct, Enum => state.ToString().ToLowerInvariant();

    public static string Now(TimeProvider time) => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private sealed record ArticleRow
    {
        public long Id { get; init; }
        public string Slug { get; init; } = "";
        public string Title { get; init; } = "";
        public string PublishedOn { get; init; } = "";
        public string? Dateline { get; init; }
        public string? Agency { get; init; }
        public string? Author { get; init; }
        public string? Outlet { get; init; }
        public string? Address { get; init; }
        public string Language { get; init; } = "";
        public string? Note { get; init; }
        public string? Rights { get; init; }
        public string? RetrievedOn { get; init; }
        public string? TextSha256 { get; init; }
        public long? TextLength { get; init; }
        public string StateName { get; init; } = "";
        public long SecondApproval { get; init; }
        public string? AddedBy { get; init; }
        public string? AddedAt { get; init; }
        public string? PublishedBy { get; init; }
        public string? PublishedAt { get; init; }
        public string? ChangedAt { get; init; }

        public Article Article =>
            new()
            {
                Slug = Slug,
                Title = Title,
                PublishedOn = PublishedOn,
                Dateline = Dateline,
                Agency = Agency,
                Author = Author,
                Outlet = Outlet,
                Address = Address,
                Language = Language,
                Note = Note,
                Rights = Rights,
                RetrievedOn = RetrievedOn,
                TextSha256 = TextSha256,
                TextLength = TextLength,
                State = Enum.Parse<ArticleState>(StateName, ignoreCase: true),
                NeedsSecondApproval = SecondApproval != 0,
                AddedBy = AddedBy,
                AddedAt = AddedAt,
                PublishedBy = PublishedBy,
                PublishedAt = PublishedAt,
                ChangedAt = ChangedAt,
            };
    }

    private sealed record ExcerptRow
    {
        public long ArticleId { get; init; }
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
        public string? Claim { get; init; }
        public string StateName { get; init; } = "";
        public string AnchorName { get; init; } = "";
        public string? Language { get; init; }
        public string? Original { get; init; }
        public string? Translation { get; init; }
        public string Tags { get; init; } = "";
        public string? Reading { get; init; }
        public string? EditedBy { get; init; }
        public string? EditedAt { get; init; }
        public string? ApprovedBy { get; init; }
        public string? ApprovedAt { get; init; }

        public Excerpt Excerpt =>
            new()
            {
                Number = (int)Number,
                Exact = Exact,
                Prefix = Prefix,
                Suffix = Suffix,
                Start = Start,
                End = EndPosition,
                Kind = Kind,
                Attribution = Attribution,
                Target = new ExcerptTarget(Area, Subject, PeriodText, PeriodFrom, PeriodTo, EventKind),
                Relation = Relation,
                Cause = Cause,
                Claim = ArticleJson.Read<Claim>(Claim),
                State = Enum.Parse<ExcerptState>(StateName, ignoreCase: true),
                Anchor = Enum.Parse<AnchorState>(AnchorName, ignoreCase: true),
                Language = Language,
                Original = ArticleJson.Read<OtherWording>(Original),
                Translation = ArticleJson.Read<OtherWording>(Translation),
                Tags = ExcerptTags.Read(Tags),
                Reading = ArticleJson.Read<ExcerptReading>(Reading),
                EditedBy = EditedBy,
                EditedAt = EditedAt,
                ApprovedBy = ApprovedBy,
                ApprovedAt = ApprovedAt,
            };
    }
}
