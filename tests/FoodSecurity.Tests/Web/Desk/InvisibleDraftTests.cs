using System.IO.Compression;
using System.Net;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Database;
using FoodSecurity.Tests.House;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>A site with the smallest dataset, so that charts and their files are there.</summary>
public sealed class SmallSite : Site
{
    public Archive Archive => Services.GetRequiredService<Archive>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        var datasets = Path.Combine(Folder, "datasets");
        foreach (
            var file in new[] { "rda", "compiled" }.SelectMany(d =>
                Directory.EnumerateFiles(Path.Combine(Clone.Datasets, d), "*", SearchOption.AllDirectories)
            )
        )
        {
            var copy = Path.Combine(datasets, Path.GetRelativePath(Clone.Datasets, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        builder.UseSetting("datasets", datasets);
    }
}

/// <summary>What is not published reaches no reader: not on a page, in a chart's file, a search, a feed or an export.</summary>
public sealed class InvisibleDraftTests(SmallSite site) : IClassFixture<SmallSite>
{
    private const string Word = "Zanzibarquill";
    private static readonly string[] Endings = ["svg", "png", "pdf", "csv", "json", "xlsx"];

    [Fact]
    public async Task No_public_address_shows_a_draft_an_unapproved_excerpt_or_a_text()
    {
        _ = site.Client;
        var desk = ArticleDesks.Open(site.Archive);
        var draft = Kept(desk, "one");
        desk.Approve(draft, 1, "anna");
        var withdrawn = Kept(desk, "two");
        desk.Approve(withdrawn, 1, "anna");
        desk.Publish(withdrawn, "anna");
        desk.Withdraw(withdrawn, "anna", "a test");
        var seed = desk.All().First(a => a.AddedBy is null);

        // Nothing may be answered from a memory that was filled before.
        using (var connection = site.Archive.Store.OpenWriter())
        {
            using var transaction = connection.BeginWriting();
            DataVersion.Raise(connection, transaction);
            transaction.Commit();
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([
            "/",
            "/articles",
            $"/articles/{draft}",
            $"/articles/{withdrawn}",
            $"/articles/{seed.Slug}",
            $"/articles/{seed.Slug}?asof=2024-01-01",
            $"/articles/{draft}.json",
            $"/articles/{draft}.jsonld",
            "/articles/feed",
            "/articles/feed.atom",
            "/articles.json",
            "/articles.csv",
            "/search?q=" + Word,
            "/areas/PRK",
            "/areas/PRK?asof=2025-01-01",
            "/areas/PRK.json",
            "/areas/KOR",
            .. new[] { "output", "common-basis", "deficit", "imports" }.SelectMany(c => Endings.Select(e => $"/areas/PRK/{c}.{e}")),
            .. Endings.Select(e => $"/charts/line.{e}?areas=PRK&notes=all"),
            "/charts/line?areas=PRK&notes=production,shortage,imports",
            "/api",
            "/health",
            $"/articles/{draft}/edit",
            "/articles/desk",
        ]);
        var wrong = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (!asked.Add(address) || asked.Count > 400)
            {
                continue;
            }

            var answer = await site.Get(address);
            if (
                Readable(answer).Contains(Word, StringComparison.OrdinalIgnoreCase)
                && !address.StartsWith("/search", StringComparison.Ordinal)
            )
            {
                wrong.Add(address);
            }

            if (answer.Status == HttpStatusCode.OK && answer.Type == "text/html" && asked.Count < 200)
            {
                foreach (
                    var link in Site.Links(answer.Page)
                        .Where(l =>
                            l.StartsWith("/areas/PRK", StringComparison.Ordinal)
                            || l.StartsWith("/articles", StringComparison.Ordinal)
                            || l.StartsWith("/charts/", StringComparison.Ordinal)
                        )
                )
                {
                    waiting.Enqueue(link);
                }
            }
        }

        wrong.ShouldBeEmpty();
        asked.Count.ShouldBeGreaterThan(60);
        // The search says back what was asked for, and nothing more of it.
        var found = (await site.Get("/search?q=" + Word)).Text;
        found.ShouldNotContain(Word + " harvest", Case.Insensitive);
        (await site.Get($"/articles/{draft}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Get($"/articles/{withdrawn}")).Status.ShouldBe(HttpStatusCode.NotFound);

        // The same search finds it once it is published: the test can see what it looks for.
        desk.Publish(draft, "anna");
        (await site.Ask("/areas/PRK")).Text.ShouldContain(Word);
        (await site.Ask("/areas/PRK/output.svg")).Text.ShouldContain(Word);
        Readable(await site.Ask("/areas/PRK/output.pdf")).ShouldContain(Word);
        desk.Correct(draft, 1, ExcerptCorrection.Of(desk.Find(draft)!.Excerpts[0]), "ben");
        (await site.Ask("/areas/PRK")).Text.ShouldNotContain(Word, Case.Insensitive, "what was corrected is a draft again");
    }

    private static string Kept(ArticleDesk desk, string name)
    {
        var text =
            $"{Word} harvest {name} rose in 2022, a man said. It was told in {name} and again, at the gate of the old town, where {name} people met in the evening and spoke of {Word} for long, {name} and {name}.";
        var slug = desk.Add(
            text,
            new ArticleDetails
            {
                Title = $"A title so long that the last of its words are not in the address, {name} {Word}",
                PublishedOn = "2024-02-01",
                Outlet = Word,
                Note = Word,
            },
            "anna",
            evenIfAlike: true
        ).Slug;
        var claim = new Claim
        {
            Area = "PRK",
            Indicator = "crop-output",
            Relation = ClaimRelation.Rise,
            Period = new ClaimPeriod("in 2022", "year", "2022", "2022"),
            Cause = Word,
        };
        desk.Add(
            slug,
            $"{Word} harvest {name} rose in 2022, a man said.",
            new ExcerptCorrection
            {
                Kind = "claim",
                Claim = claim,
                Tags = [Word],
            },
            "anna"
        );
        return slug;
    }

    /// <summary>The words of an answer: of a PDF its text, of a workbook its parts.</summary>
    private static string Readable(Answer answer)
    {
        if (answer.Status != HttpStatusCode.OK)
        {
            return answer.Text;
        }

        if (answer.Type == "application/pdf")
        {
            return ArticleIntake.Read(answer.Body).Text;
        }

        if (answer.Body is [0x50, 0x4B, ..])
        {
            using var zip = new ZipArchive(new MemoryStream(answer.Body));
            return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
        }

        return answer.Text;
    }
}
