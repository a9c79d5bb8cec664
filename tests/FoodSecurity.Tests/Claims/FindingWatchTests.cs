using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Database;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.House;
using Microsoft.Data.Sqlite;

namespace FoodSecurity.Tests.Claims;

/// <summary>A later release that changes what was found is noticed, with what was, what is, and because of which release.</summary>
public sealed class FindingWatchTests : IDisposable
{
    private const string Slug = "kim-military-war-preparations-2023-12-28";

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-watch-").FullName;
    private readonly Archive _archive;

    public FindingWatchTests()
    {
        _archive = Archive.Open(Path.Combine(_folder, "watch.db"), Clone.Seeds);
        var datasets = Path.Combine(_folder, "datasets");
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

        ShippedData.Load(_archive, datasets, null, null);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_an_article_begins_with_is_no_change_and_a_second_look_finds_none()
    {
        FindingWatch.Changes(_archive).ShouldBeEmpty();
        var version = _archive.Version();
        FindingWatch.Refresh(_archive).ShouldBe(0);
        _archive.Version().ShouldBe(version, "a look that finds nothing new changes nothing");
    }

    [Fact]
    public void A_release_that_takes_the_rise_back_is_noticed_and_named()
    {
        LoadRevised();
        var version = _archive.Version();
        FindingWatch.Refresh(_archive).ShouldBe(1);
        _archive.Version().ShouldBeGreaterThan(version, "pages and the feed are not served stale");
        var change = FindingWatch.Changes(_archive, Slug).ShouldHaveSingleItem();
        (change.Article, change.Excerpt).ShouldBe((Slug, 4));
        change.Was.ShouldStartWith("Supported (single source). Of 1 independent source");
        change.Is.ShouldStartWith("Too close to call. Of 1 independent source");
        change
            .Sources.ShouldHaveSingleItem()
            .ShouldBe(
                "RDA: was “supports (4.82 million t in 2023, after 4.51 million t in 2022: +6.9 %)”, is now “too close to call (4.60 million t in 2023, after 4.51 million t in 2022: +2.0 %)”"
            );
        change.Because.ShouldBe("the release RDA, Revised in a test, 23 January 2026");
        FindingWatch.Refresh(_archive).ShouldBe(0);
    }

    [Fact]
    public void A_release_that_is_taken_back_changes_the_finding_back()
    {
        var release = LoadRevised();
        FindingWatch.Refresh(_archive);
        ReleaseRemoval.Run(_archive, release, "tester", "a test");
        var changes = FindingWatch.Changes(_archive, Slug);
        changes.Count.ShouldBe(2);
        changes[0].Is.ShouldBe(changes[1].Was);
        changes[0].Because.ShouldBe("the withdrawal of RDA, Revised in a test, 23 January 2026");
    }

    [Fact]
    public void The_feed_announces_the_change_as_valid_Atom_with_an_id_that_stays()
    {
        LoadRevised();
        FindingWatch.Refresh(_archive);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = ArticleFeed.Of(_archive, "https://example.org").Root!;
        var entries = feed.Elements(atom + "entry").ToList();
        entries.Count.ShouldBe(2);
        foreach (var part in entries.Prepend(feed))
        {
            // RFC 4287, 4.1.1 and 4.1.2: exactly one id, title and updated; an entry without content has an alternate link and a summary.
            foreach (var name in new[] { "id", "title", "updated" })
            {
                part.Elements(atom + name).ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
            }

            part.Element(atom + "id")!.Value.ShouldMatch("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
            part.Element(atom + "updated")!.Value.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
            part.Elements(atom + "link").Count(l => l.Attribute("rel")!.Value == "alternate").ShouldBe(1);
        }

        feed.Elements(atom + "author").ShouldHaveSingleItem().Element(atom + "name")!.Value.ShouldNotBeEmpty();
        entries.ShouldAllBe(e => e.Element(atom + "summary") != null);
        entries.Select(e => e.Element(atom + "id")!.Value).Distinct().Count().ShouldBe(2);
        feed.Element(atom + "updated")!.Value.ShouldBe(entries.Max(e => e.Element(atom + "updated")!.Value));
        var change = entries.Single(e => e.Element(atom + "title")!.Value.StartsWith("Changed finding", StringComparison.Ordinal));
        change.Element(atom + "link")!.Attribute("href")!.Value.ShouldBe($"https://example.org/articles/{Slug}#excerpt-4");
        change.Element(atom + "summary")!.Value.ShouldContain("Because of the release RDA, Revised in a test, 23 January 2026.");
        ArticleFeed
            .Of(_archive, "https://other.example")
            .Root!.Elements(atom + "entry")
            .Select(e => e.Element(atom + "id")!.Value)
            .ShouldBe(entries.Select(e => e.Element(atom + "id")!.Value), "an id names the matter, not the site");
    }

    [Fact]
    public void Other_words_for_the_same_are_no_change_and_stay_none_when_a_release_comes()
    {
        using (var connection = _archive.Store.OpenWriter())
        {
            connection.Run("update finding_snapshot set findings = replace(findings, 'million t', 'Mt')").ShouldBe(5);
        }

        FindingWatch.Refresh(_archive).ShouldBe(0);
        FindingWatch.Changes(_archive).ShouldBeEmpty();
        LoadRevised();
        FindingWatch
            .Refresh(_archive)
            .ShouldBe(1, "the one excerpt whose figures the release changes, not those that are only worded anew");
        FindingWatch.Changes(_archive).Select(c => c.Excerpt).ShouldBe([4]);
    }

    [Fact]
    public void Another_outcome_without_a_release_is_announced_as_a_change_of_the_program()
    {
        using (var connection = _archive.Store.OpenWriter())
        {
            connection
                .Run(
                    "update finding_snapshot set findings = replace(replace(findings, '\"Supports\"', '\"Close\"'), 'Supported None', 'Mixed None') where excerpt = 4"
                )
                .ShouldBe(1);
        }

        FindingWatch.Refresh(_archive).ShouldBe(1);
        FindingWatch.Changes(_archive, Slug).ShouldHaveSingleItem().Because.ShouldBe("a change in how findings are made");
    }

    [Fact]
    public void With_an_article_its_kept_findings_go()
    {
        LoadRevised();
        FindingWatch.Refresh(_archive);
        using (var connection = _archive.Store.OpenWriter())
        {
            connection.Run("delete from excerpt");
            connection.Run("delete from article");
        }

        FindingWatch.Refresh(_archive);
        FindingWatch.Changes(_archive).ShouldBeEmpty();
        using var reader = _archive.Read();
        reader.One<long>("select count(*) from finding_snapshot").ShouldBe(0);
        ArticleStore.All(reader).ShouldBeEmpty();
    }

    /// <summary>The RDA's file with 4.60 million tonnes for 2023, released later; the release's number comes back.</summary>
    private long LoadRevised()
    {
        var from = Path.Combine(Clone.Datasets, "rda", "food-crops", "2025-12");
        var to = Directory.CreateDirectory(Path.Combine(_folder, "revised", "rda", "food-crops", "2026-01")).FullName;
        using var unzipped = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(from, "data.csv.gz")), CompressionMode.Decompress));
        var text = unzipped.ReadToEnd();
        text.ShouldContain("PRK,food-crops,production,10000-t,2023,482,");
        File.WriteAllText(
            Path.Combine(to, "data.csv"),
            text.Replace(
                    "PRK,food-crops,production,10000-t,2023,482,",
                    "PRK,food-crops,production,10000-t,2023,460,",
                    StringComparison.Ordinal
                )
                .Replace("2023-12-15", "2026-01-23", StringComparison.Ordinal)
        );
        var origin = JsonNode.Parse(File.ReadAllText(Path.Combine(from, "origin.json")))!.AsObject();
        origin["title"] = "Revised in a test";
        origin["released_on"] = "2026-01-23";
        origin.Remove("extract");
        origin["sha256"] = new string('a', 64);
        File.WriteAllText(Path.Combine(to, "origin.json"), origin.ToJsonString());
        return FileLoader
            .Load(_archive.Store, _archive.Words, Path.Combine(to, "data.csv"), new FoodSecurity.Sources.Loading.LoadOptions())
            .ReleaseId;
    }
}
