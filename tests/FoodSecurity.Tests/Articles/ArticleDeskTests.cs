using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Database;
using FoodSecurity.Editors;
using FoodSecurity.Tests.Database;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Articles;

/// <summary>On a file.</summary>
public sealed class ArticleDeskOnSqliteTests : ArticleDeskTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-desk-").FullName;

    protected override Archive Open() => Archive.Open(Path.Combine(_folder, "desk.db"), Clone.Seeds);

    protected override void Remove() => Directory.Delete(_folder, recursive: true);
}

/// <summary>On a server.</summary>
public sealed class ArticleDeskOnPostgresTests(PostgresServer server) : ArticleDeskTests
{
    protected override Archive Open() => Archive.Open(server.NewDatabase(), Clone.Seeds);

    protected override void Remove() { }
}

/// <summary>What the editing desk must do on every engine: drafts unseen, changes kept, approval by another person, removal of everything.</summary>
public abstract partial class ArticleDeskTests : IDisposable
{
    protected const string Harvest = "North Korea’s rice harvest rose 6.9 percent in 2023, a South Korean agency said.";
    protected const string Imports = "Its food imports fell by half during the closure of the border 🌾.";
    protected const string News =
        "SEOUL — "
        + Harvest
        + "\n\nThe weather was kind to the fields this year, farmers told visitors who came through the western provinces. "
        + Imports
        + "\n\nNothing else is known of the talks, which went on behind closed doors until late in the evening, and no statement was made when they had ended. Delegates left by train.";

    private readonly FixedTime _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private Archive? _archive;
    private ArticleDesk? _desk;

    protected abstract Archive Open();

    protected abstract void Remove();

    protected Archive Archive => _archive ??= Open();

    protected ArticleDesk Desk => _desk ??= ArticleDesks.Open(Archive, _time);

    public void Dispose()
    {
        _archive?.Store.Close();
        Remove();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_draft_is_seen_at_the_desk_and_by_nobody_else()
    {
        var added = Desk.Add(News, Details, "anna");
        added.Slug.ShouldBe("rice-harvest-up-they-say-2024-02-01");
        (added.State, added.AddedBy, added.TextLength).ShouldBe((ArticleState.Draft, "anna", News.EnumerateRunes().Count()));
        var version = Archive.Version();
        Desk.Save(added.Slug, [Proposed(Harvest)], "anna").Added.ShouldBe([1]);
        Desk.Approve(added.Slug, 1, "anna");
        Public().ShouldBeEmpty();
        StoryAnswer.Of(Archive, added.Slug).ShouldBeNull();
        Archive.Version().ShouldBe(version);
        Desk.All().ShouldHaveSingleItem().Excerpts.ShouldHaveSingleItem().State.ShouldBe(ExcerptState.Approved);
        Desk.Text(added.Slug).ShouldBe(News);
    }

    [Fact]
    public void What_can_be_approved_goes_through_and_the_rest_is_told()
    {
        var slug = Drafted();
        Desk.Approve(slug, 2, "anna");
        var result = Desk.Approve(slug, [1, 2, 99], "anna");
        result.Approved.ShouldBe([1]);
        result.Refused.Select(r => r.Number).ShouldBe([2, 99]);
        result.Refused[0].Why.ShouldContain("approved already");
        result.Refused[1].Why.ShouldContain("no excerpt 99");
        Desk.Publish(slug, "anna").State.ShouldBe(ArticleState.Published);
    }

    [Fact]
    public void Readers_see_the_approved_excerpts_of_published_articles()
    {
        var slug = Drafted();
        Should.Throw<ArticleException>(() => Desk.Publish(slug, "anna")).Message.ShouldContain("approved excerpt");
        Desk.Approve(slug, 2, "anna");
        var version = Archive.Version();
        Desk.Publish(slug, "anna").State.ShouldBe(ArticleState.Published);
        Archive.Version().ShouldBe(version + 1);
        var seen = Public().ShouldHaveSingleItem();
        seen.Excerpts.ShouldHaveSingleItem().Number.ShouldBe(2);
        (seen.PublishedBy, seen.PublishedAt).ShouldBe(("anna", "2026-03-01T12:00:00Z"));
        Desk.Correct(slug, 2, Said("fall"), "ben").Excerpts[1].State.ShouldBe(ExcerptState.Draft);
        Public().ShouldHaveSingleItem().Excerpts.ShouldBeEmpty("what was corrected is a draft again");
        Desk.Withdraw(slug, "ben", "wrong country");
        Public().ShouldBeEmpty();
        Should.Throw<ArticleException>(() => Desk.Withdraw(slug, "ben", "again"));
    }

    [Fact]
    public void An_excerpt_comes_back_as_it_was_kept()
    {
        var slug = Drafted();
        var said = new ExcerptCorrection
        {
            Kind = "claim",
            Language = "en",
            Tags = ["Rice", "harvest", "rice "],
            Claim = WholeClaim,
            Original = new OtherWording("북한의 쌀 수확", "ko", "Yonhap, 1 February 2024", "https://example.org/ko"),
            Translation = new OtherWording("la récolte", "fr", "our translation"),
        };
        Desk.Correct(slug, 1, said, "anna");
        var kept = Desk.Find(slug)!.Excerpts[0];
        ArticleJson.Write(kept.Claim).ShouldBe(ArticleJson.Write(WholeClaim));
        (kept.Original, kept.Translation, kept.Language).ShouldBe((said.Original, said.Translation, "en"));
        kept.Tags.ShouldBe(["harvest", "rice"]);
        kept.Attribution.ShouldBe("a South Korean agency (not named), as reported by Yonhap");
        (kept.Target.Subject, kept.Target.From, kept.Relation, kept.Cause).ShouldBe(("production", "2023", "rise", "the weather"));
        kept.Reading!.Because.ShouldHaveSingleItem().Words.ShouldBe("rose");
        kept.Reading.NotUnderstood.ShouldBe(["kind"]);
    }

    [Fact]
    public void Every_change_is_kept_with_what_stood_there_before()
    {
        var slug = Drafted();
        Desk.Correct(slug, 1, Said("fall"), "ben");
        Desk.Approve(slug, 1, "anna");
        Desk.Remove(slug, 1, "carla");
        var told = Desk.Revisions(slug, 1);
        told.Select(r => (r.Editor, r.Action))
            .ShouldBe([("anna", "excerpt-add"), ("ben", "excerpt-correct"), ("anna", "excerpt-approve"), ("carla", "excerpt-remove")]);
        told.Select(r => (r.Old?.Relation, r.New?.Relation)).ShouldBe([(null, "rise"), ("rise", "fall"), ("fall", "fall"), ("fall", null)]);
        Desk.Revisions(slug).Count.ShouldBe(5);
        using var connection = Archive.Store.OpenWriter();
        Should.Throw<System.Data.Common.DbException>(() => connection.Run("update excerpt_revision set editor = 'nobody'"));
    }

    [Fact]
    public void The_number_of_an_excerpt_taken_out_is_not_given_to_another()
    {
        var slug = Drafted();
        Desk.Remove(slug, 2, "anna");
        Desk.Add(slug, "Delegates left by train.", Said("none"), "anna").Excerpts.Select(e => e.Number).ShouldBe([1, 3]);
    }

    [Fact]
    public void Where_a_second_person_is_needed_nobody_approves_their_own_words()
    {
        var slug = Drafted(Details with { NeedsSecondApproval = true });
        Should.Throw<ArticleException>(() => Desk.Approve(slug, 1, "Anna")).Message.ShouldContain("another person");
        Desk.Correct(slug, 1, Said("fall"), "ben");
        Should.Throw<ArticleException>(() => Desk.Approve(slug, 1, "ben"));
        var approved = Desk.Approve(slug, 1, "anna").Excerpts[0];
        (approved.EditedBy, approved.ApprovedBy, approved.ApprovedAt).ShouldBe(("ben", "anna", "2026-03-01T12:00:00Z"));
        Should.Throw<ArticleException>(() => Desk.Approve(slug, 1, "anna")).Message.ShouldContain("already");
    }

    [Fact]
    public void Removal_takes_everything_that_was_derived()
    {
        var slug = Drafted();
        Desk.Approve(slug, 1, "anna");
        Desk.Publish(slug, "anna");
        FindingWatch.Refresh(Archive);
        Desk.Replace(slug, "CORRECTED. " + News, "anna");
        Holding("finding_snapshot").ShouldBe(["harvest"], "the test can see what it looks for");
        Should.Throw<ArticleException>(() => Desk.Remove(slug, "anna", " "));
        Desk.Remove(slug, "anna", "the outlet asked for it");
        using var connection = Archive.Read();
        foreach (var table in new[] { "article", "article_text", "excerpt", "excerpt_revision", "finding_snapshot" })
        {
            connection.One<long>("select count(*) from " + table).ShouldBe(0, table);
        }

        var tables = Directory
            .EnumerateFiles(Path.Combine(Clone.Root, "src", "FoodSecurity", "Database", "Migrations"), "*.sql")
            .SelectMany(f =>
                System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), @"create table (\w+)").Select(m => m.Groups[1].Value)
            )
            .Distinct()
            .ToList();
        tables.Count.ShouldBeGreaterThan(15);
        tables.Where(t => Holding(t).Count > 0 && t is not ("audit_entry" or "setting")).ShouldBeEmpty();

        var book = AuditLog.Read(connection, 100, 0);
        book[0].ShouldSatisfyAllConditions(b => b.Action.ShouldBe("article-remove"), b => b.NewValue.ShouldBe("the outlet asked for it"));
        book.ShouldAllBe(b => !(b.OldValue + b.NewValue).Contains("harvest rose", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reviewed_article_is_replaced_by_its_next_form_until_a_person_changes_or_removes_it_here()
    {
        var (article, sha256) = ArticleFile.Read(Directory.EnumerateFiles(Path.Combine(Clone.Seeds, "articles"), "*.json").First());
        ArticleStore.Save(Archive.Store, article, sha256).ShouldBeTrue();
        ArticleStore.Save(Archive.Store, article with { Note = "second" }, "2").ShouldBeTrue();
        Desk.Correct(article.Slug, ArticleDetails.Of(article) with { Note = "ours" }, "anna");
        ArticleStore.Save(Archive.Store, article with { Note = "third" }, "3").ShouldBeFalse();
        Public().ShouldHaveSingleItem().Note.ShouldBe("ours");
        Desk.Remove(article.Slug, "anna", "not ours to keep");
        ArticleStore.Save(Archive.Store, article, "4").ShouldBeFalse();
        Public().ShouldBeEmpty();
    }

    /// <summary>Which words of the article any row of a table holds.</summary>
    private List<string> Holding(string table)
    {
        using var connection = Archive.Read();
        using var command = connection.CreateCommand();
        command.CommandText = "select * from " + table;
        using var rows = command.ExecuteReader();
        var found = new HashSet<string>();
        while (rows.Read())
        {
            var row = string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetValue(i).ToString()));
            found.UnionWith(
                new[] { "rose", "harvest", "Delegates", "closed doors" }.Where(w => row.Contains(w, StringComparison.OrdinalIgnoreCase))
            );
        }

        return [.. found];
    }

    protected static ArticleDetails Details =>
        new()
        {
            Title = "Rice harvest up, they say",
            PublishedOn = "2024-02-01",
            Outlet = "The Example",
            Address = "https://www.example.org/news/harvest?utm_source=x",
        };

    protected static Claim WholeClaim =>
        new()
        {
            Area = "PRK",
            Indicator = "crop-output",
            Item = "rice",
            Relation = ClaimRelation.Rise,
            Period = new ClaimPeriod("in 2023", "year", "2023", "2023"),
            Base = new ClaimPeriod("", "year", "2022", "2022"),
            Quantity = new ClaimQuantity("6.9 percent", 6.9m, null, "percent", null, 0.1m),
            Reached = new ClaimQuantity("4.82 to 4.90 million tonnes", 4_820_000m, 4_900_000m, "t", "about", 10_000m),
            Against = "five-year-average",
            Times = 3,
            OfLast = 5,
            Facets = new Dictionary<string, string> { ["rice-form"] = "paddy" },
            Cause = "the weather",
            Modality = ClaimModality.Plain,
            Attribution = new ClaimAttribution("a South Korean agency", false, "rda", "Yonhap"),
        };

    protected static ExcerptCorrection Said(string relation) =>
        new()
        {
            Kind = "claim",
            Claim = new Claim
            {
                Area = "PRK",
                Indicator = "crop-output",
                Relation = Enum.Parse<ClaimRelation>(relation, ignoreCase: true),
                Period = new ClaimPeriod("in 2023", "year", "2023", "2023"),
            },
        };

    /// <summary>The sentence as the reading code proposes it.</summary>
    protected static Proposal Proposed(string sentence)
    {
        var points = new FoodSecurity.Articles.Anchors.CodePoints(News);
        var start = News[..News.IndexOf(sentence, StringComparison.Ordinal)].EnumerateRunes().Count();
        var anchor = FoodSecurity.Articles.Anchors.TextAnchor.At(points, start, start + sentence.EnumerateRunes().Count());
        return new Proposal
        {
            Exact = anchor.Exact,
            Prefix = anchor.Prefix,
            Suffix = anchor.Suffix,
            Start = anchor.Start,
            End = anchor.End,
            Kind = "claim",
            Claim = Said("rise").Claim,
            Because = [new ProposalReason("relation", "rose", "rise", "relations: rose")],
            NotUnderstood = ["kind"],
        };
    }

    /// <summary>An article with two draft excerpts, added by anna.</summary>
    protected string Drafted(ArticleDetails? details = null)
    {
        var slug = Desk.Add(News, details ?? Details, "anna").Slug;
        Desk.Save(slug, [Proposed(Imports), Proposed(Harvest)], "anna").Added.ShouldBe([1, 2]);
        return slug;
    }

    protected IReadOnlyList<Article> Public()
    {
        using var connection = Archive.Read();
        return ArticleStore.All(connection);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
