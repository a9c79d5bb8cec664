using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Exports;

namespace FoodSecurity.Tests.Articles;

public abstract partial class ArticleDeskTests
{
    private const string Host = "https://food.example";

    public static TheoryData<string> Forms => ["jsonld", "csv", "xlsx"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Out_and_in_and_out_again_nothing_is_lost(string form)
    {
        var slug = Worked();
        var exported = Written(form, Desk.Find(slug)!);
        Desk.Remove(slug, "anna", "to see it come back");

        // Where the name was taken out here it is not given again; the text is loaded first, as a colleague would.
        var again = Desk.Add(Corrected, Details, "ben").Slug;
        var done = Desk.Import(Read(form, exported), "ben", again);
        done.Excerpts.Select(e => e.Outcome).ShouldBe([ImportOutcome.Added, ImportOutcome.Added, ImportOutcome.Orphaned]);
        done.Article.Excerpts.Select(e => e.State)
            .ShouldBe([ExcerptState.Draft, ExcerptState.Draft, ExcerptState.Orphaned], "what comes in is approved by nobody yet");
        Words(form, Written(form, Desk.Find(again)!)).Replace(again, slug, StringComparison.Ordinal).ShouldBe(Words(form, exported));
        Desk.Import(Read(form, exported), "ben", again).Excerpts.ShouldAllBe(e => e.Outcome == ImportOutcome.Same);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_desk_without_the_article_makes_a_draft_of_it_and_finds_the_excerpts_when_the_text_comes(string form)
    {
        var slug = Worked();
        var exported = Written(form, Desk.Find(slug)!);
        Desk.Correct(slug, Details with { Address = "https://example.org/elsewhere" }, "anna");
        var file = Read(form, exported) with { Slug = "another-name", TextSha256 = null, Address = "https://example.org/of-their-own" };
        var done = Desk.Import(file, "ben");
        (done.IsNew, done.Article.Slug, done.Article.State, done.Article.Outlet).ShouldBe(
            (true, "another-name", ArticleState.Draft, "The Example")
        );
        done.Article.Excerpts.Select(e => (e.Number, e.Exact, e.Start))
            .ShouldBe(Desk.Find(slug)!.Excerpts.Select(e => (e.Number, e.Exact, e.Start)));
        Desk.Text("another-name").ShouldBeNull();
        Desk.Remove(slug, "anna", "its text is needed");
        Desk.Replace("another-name", Corrected, "ben")
            .Excerpts.Select(e => e.Anchor)
            .ShouldBe([AnchorState.Exact, AnchorState.Exact, AnchorState.Orphaned]);
    }

    [Fact]
    public void A_file_corrects_what_is_here_and_says_so_before()
    {
        var slug = Worked();
        Desk.Approve(slug, 2, "ben");
        Desk.Publish(slug, "ben");
        var version = Archive.Version();
        var file = AnnotationTable.ReadCsv(
            AnnotationTable.Csv(Desk.Find(slug)!, Host).Replace("la récolte", "la moisson", StringComparison.Ordinal)
        );
        var tried = Desk.Import(file, "carla", isTrial: true);
        tried
            .Excerpts.Select(e => (e.Number, e.Outcome))
            .ShouldBe([(1, ImportOutcome.Same), (2, ImportOutcome.Corrected), (3, ImportOutcome.Same)]);
        (Desk.Find(slug)!.Excerpts[1].Translation!.Text, Archive.Version(), Public().Count).ShouldBe(("la récolte, dit-on", version, 1));
        Public()[0].Excerpts.ShouldHaveSingleItem();

        Desk.Import(file, "carla")
            .Article.Excerpts[1]
            .ShouldSatisfyAllConditions(
                e => e.Translation!.Text.ShouldBe("la moisson, dit-on"),
                e => e.State.ShouldBe(ExcerptState.Draft),
                e => e.EditedBy.ShouldBe("carla")
            );
        Public()[0].Excerpts.ShouldBeEmpty("what was corrected is a draft again");
        Archive.Version().ShouldBeGreaterThan(version);
        Desk.Revisions(slug, 2)[^1]
            .ShouldSatisfyAllConditions(
                r => r.Action.ShouldBe("excerpt-correct"),
                r => r.Old!.Translation!.Text.ShouldBe("la récolte, dit-on")
            );
    }

    [Fact]
    public void What_does_not_fit_is_told_excerpt_by_excerpt()
    {
        var slug = Worked();
        var file = AnnotationReader.Read(AnnotationJsonLd.Collection(Desk.Find(slug)!, Host));
        var claim = file.Excerpts[1].Claim!;
        var done = Desk.Import(
            file with
            {
                Excerpts =
                [
                    file.Excerpts[0] with
                    {
                        Claim = claim with { Area = "KOR" },
                    },
                    file.Excerpts[1] with
                    {
                        Claim = null,
                        Target = file.Excerpts[1].Target with { Area = "Korea" },
                    },
                    file.Excerpts[1] with
                    {
                        Kind = "gossip",
                    },
                    file.Excerpts[1] with
                    {
                        Translation = new OtherWording("mots", "fr", "us", "javascript:alert(1)"),
                    },
                    new Excerpt
                    {
                        Number = 1,
                        Exact = "The weather was kind to the fields this year",
                        Kind = "history",
                        Target = new ExcerptTarget("", "", "", null, null, null),
                    },
                    new Excerpt
                    {
                        Number = 9,
                        Exact = "Words that no text here has ever had in it.",
                        Kind = "claim",
                        Target = new ExcerptTarget("PRK", "production", "", null, null, null),
                    },
                ],
            },
            "ben",
            slug
        );
        done.Excerpts.Take(4).ShouldAllBe(e => e.Outcome == ImportOutcome.Refused && e.Number == 0);
        done.Excerpts.Select(e => e.Why)
            .Take(4)
            .ShouldBe([
                "its claim is about KOR, its target about PRK: both must be the same area",
                "area: found \"Korea\", expected a code such as PRK",
                "kind: found \"gossip\", expected claim, history, cause, policy aim",
                "address of the other wording: found \"javascript:alert(1)\", expected an http or https address",
            ]);
        done.Excerpts.Skip(4)
            .Select(e => (e.Number, e.Outcome))
            .ShouldBe([(4, ImportOutcome.Added), (9, ImportOutcome.Orphaned)], "a number that something had is not given again");
        var other = Desk.Add(
            "A text of another day, in which nothing of all this is said by anybody at all.",
            Details with
            {
                Address = null,
                Title = "Another",
            },
            "anna"
        ).Slug;
        var version = Desk.Find(other)!.Excerpts.Count;
        Should
            .Throw<ArticleException>(() => Desk.Import(file with { Excerpts = [.. file.Excerpts.Take(2)] }, "ben", other))
            .Message.ShouldContain("it is of another article");
        Desk.Find(other)!.Excerpts.Count.ShouldBe(version);
        Should.Throw<ArticleException>(() => Desk.Import(file, "ben", "nowhere")).Message.ShouldContain("No article");
        Should
            .Throw<ArticleException>(() =>
                Desk.Import(
                    new Article
                    {
                        Address = "https://example.org/unknown",
                        Language = "",
                        Excerpts = file.Excerpts,
                    },
                    "ben"
                )
            )
            .Message.ShouldContain("--to");
    }

    [Fact]
    public void A_trial_of_a_corrected_text_keeps_nothing_and_tells_what_the_correction_then_does()
    {
        var slug = Desk.Add(News, Details, "anna").Slug;
        Desk.Save(slug, [Proposed(Imports)], "anna");
        Desk.Save(slug, [Proposed(Harvest)], "anna");
        Desk.Approve(slug, 1, "ben");
        Desk.Approve(slug, 2, "ben");
        Desk.Publish(slug, "ben");
        var corrected = ("CORRECTED. " + News)
            .Replace("rose 6.9", "rose 5.9", StringComparison.Ordinal)
            .Replace("’", "'", StringComparison.Ordinal);
        var (before, version, told) = (ArticleJson.Write(Desk.Find(slug)), Archive.Version(), Desk.Revisions(slug).Count);
        var tried = Desk.Replace(slug, corrected, "anna", isTrial: true);
        tried
            .Excerpts.Select(e => (e.Number, e.Anchor, e.State))
            .ShouldBe([(1, AnchorState.Moved, ExcerptState.Approved), (2, AnchorState.Approximate, ExcerptState.Draft)]);
        tried.Excerpts[1].Changes.ShouldBe([new WordChange("6.9", "5.9")]);
        (ArticleJson.Write(Desk.Find(slug)), Desk.Text(slug), Archive.Version(), Desk.Revisions(slug).Count).ShouldBe(
            (before, News, version, told)
        );

        var done = Desk.Replace(slug, corrected, "anna");
        done.Excerpts.Select(e => (e.Number, e.Anchor, e.Is)).ShouldBe(tried.Excerpts.Select(e => (e.Number, e.Anchor, e.Is)));
        Public()[0].Excerpts.ShouldHaveSingleItem().Number.ShouldBe(1, "a changed figure is not shown before somebody has compared it");
        Desk.Unconfirmed(done.Article)[2].ShouldBe([new WordChange("6.9", "5.9")]);

        // Another correction elsewhere does not make compared what nobody compared.
        Desk.Replace(slug, "TWICE " + corrected, "anna").Excerpts[1].Anchor.ShouldBe(AnchorState.Moved);
        Desk.Find(slug)!.Excerpts[1].Anchor.ShouldBe(AnchorState.Approximate);
        var approved = Desk.Approve(slug, 2, "ben");
        (approved.Excerpts[1].Anchor, approved.Excerpts[1].State).ShouldBe((AnchorState.Exact, ExcerptState.Approved));
        Desk.Unconfirmed(approved).ShouldBeEmpty();
        Should.Throw<ArticleException>(() => Desk.Replace(slug, "TWICE " + corrected, "anna")).Message.ShouldContain("kept already");
    }

    private static readonly string Corrected =
        "CORRECTED. " + News.Replace("Delegates left by train.", "Nobody saw them leave.", StringComparison.Ordinal);

    /// <summary>An article as work leaves it: a claim corrected, a translation and an original, tags, a passage that moved, one that lost its place.</summary>
    private string Worked()
    {
        var slug = Drafted();
        Desk.Add(slug, "Delegates left by train.", Said("none") with { Kind = "history" }, "anna");
        Desk.Correct(
            slug,
            2,
            new ExcerptCorrection
            {
                Kind = "claim",
                Language = "en",
                Tags = ["rice", "harvest"],
                Claim = WholeClaim,
                Original = new OtherWording("북한의 쌀 수확 🌾", "ko", "Yonhap, 1 February 2024", "https://example.org/ko"),
                Translation = new OtherWording("la récolte, dit-on", "fr", "our translation"),
            },
            "ben"
        );
        Desk.Replace(slug, Corrected, "ben");
        return slug;
    }

    private static byte[] Written(string form, Article article) =>
        form switch
        {
            "csv" => Encoding.UTF8.GetBytes(AnnotationTable.Csv(article, Host)),
            "xlsx" => AnnotationTable.Xlsx(article, Host),
            _ => Encoding.UTF8.GetBytes(AnnotationJsonLd.Collection(article, Host)),
        };

    private static Article Read(string form, byte[] bytes) =>
        form switch
        {
            "csv" => AnnotationTable.ReadCsv(Encoding.UTF8.GetString(bytes)),
            "xlsx" => AnnotationTable.ReadXlsx(bytes),
            _ => AnnotationReader.Read(Encoding.UTF8.GetString(bytes)),
        };

    /// <summary>The file as text; of a workbook, whose bytes hold the hour, its sheet.</summary>
    private static string Words(string form, byte[] bytes)
    {
        if (form != "xlsx")
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return string.Concat(
            zip.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.Ordinal))
                .Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd())
        );
    }
}
