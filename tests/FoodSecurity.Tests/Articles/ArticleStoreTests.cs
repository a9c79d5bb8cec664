using FoodSecurity.Articles;
using FoodSecurity.Database;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Articles;

public sealed class ArticleStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-articles-").FullName;

    [Fact]
    public void An_article_comes_back_as_it_was_read()
    {
        var store = Store.Open(Path.Combine(_folder, "a.db"));
        var (article, sha256) = ArticleFile.Read(Directory.EnumerateFiles(Path.Combine(Clone.Seeds, "articles"), "*.json").First());
        ArticleStore.Save(store, article, sha256).ShouldBeTrue();
        var back = All(store).ShouldHaveSingleItem();
        ArticleJson.Write(back).ShouldBe(ArticleJson.Write(article));
        back.Excerpts.ShouldAllBe(e => e.Claim != null && e.Tags.Count > 0);
    }

    [Fact]
    public void The_same_article_again_changes_nothing_and_a_changed_one_takes_its_place()
    {
        var store = Store.Open(Path.Combine(_folder, "b.db"));
        var article = new Article
        {
            Slug = "a",
            Title = "First",
            PublishedOn = "2023-12-28",
            Excerpts =
            [
                new Excerpt
                {
                    Number = 1,
                    Exact = "x",
                    Kind = "claim",
                    Target = new ExcerptTarget("PRK", "production", "", null, null, null),
                },
            ],
        };
        ArticleStore.Save(store, article, "1").ShouldBeTrue();
        var version = Version(store);
        ArticleStore.Save(store, article, "1").ShouldBeFalse();
        Version(store).ShouldBe(version);
        ArticleStore.Save(store, article with { Title = "Second" }, "2").ShouldBeTrue();
        Version(store).ShouldBe(version + 1);
        var kept = All(store).ShouldHaveSingleItem();
        (kept.Title, kept.Excerpts.Count).ShouldBe(("Second", 1));
    }

    [Fact]
    public void The_latest_article_stands_first()
    {
        var store = Store.Open(Path.Combine(_folder, "c.db"));
        ArticleStore.Save(
            store,
            new Article
            {
                Slug = "old",
                Title = "o",
                PublishedOn = "2020-01-01",
            },
            "1"
        );
        ArticleStore.Save(
            store,
            new Article
            {
                Slug = "new",
                Title = "n",
                PublishedOn = "2024-01-01",
            },
            "2"
        );
        All(store).Select(a => a.Slug).ShouldBe(["new", "old"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<Article> All(Store store)
    {
        using var connection = store.OpenReader();
        return ArticleStore.All(connection);
    }

    private static long Version(Store store)
    {
        using var connection = store.OpenReader();
        return DataVersion.Read(connection);
    }
}
