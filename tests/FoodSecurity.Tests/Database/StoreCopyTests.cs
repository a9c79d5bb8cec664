using FoodSecurity.Articles;
using FoodSecurity.Database;
using FoodSecurity.Database.Copies;
using FoodSecurity.Database.Engines;
using FoodSecurity.Editors;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Database;

/// <summary>An installation moves between engines and comes back as it was; backups are whole or not there.</summary>
public sealed class StoreCopyTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-copy-").FullName;
    private readonly List<Store> _opened = [];

    public void Dispose()
    {
        _opened.ForEach(s => s.Close());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void There_and_back_again_every_table_is_the_same()
    {
        var (here, there, back) = (Open("here.db"), Open(server.NewDatabase()), Open("back.db"));
        var words = Vocabulary.Load(Clone.Seeds);
        foreach (
            var release in (string[])
                ["compiled/events/2025-05", "rda/food-crops/2025-12", "fao/fs/2025-07-28", "worldbank/wdi/2023-12-18-cereal-production"]
        )
        {
            FileLoader.Load(here, words, Path.Combine(Clone.Datasets, release, "data.csv.gz"), new LoadOptions());
        }

        var (article, sha256) = ArticleFile.Read(Directory.EnumerateFiles(Path.Combine(Clone.Seeds, "articles"), "*.json").First());
        ArticleStore.Save(here, article, sha256);
        var sent = StoreCopy.Run(here, there);
        StoreCopy.Run(there, back).ShouldBe(sent);
        sent.Single(t => t.Table == "observation").Rows.ShouldBeGreaterThan(10_000);
        Count(back, "observation").ShouldBe(sent.Single(t => t.Table == "observation").Rows);
        sent.Where(t => t.Rows > 0)
            .Select(t => t.Table)
            .ShouldBe(
                ["article", "event", "excerpt", "observation", "period", "release", "release_series", "series", "setting"],
                ignoreOrder: true
            );
        back.Version().ShouldBe(here.Version());
    }

    [Fact]
    public void A_target_with_releases_is_refused_and_left_alone()
    {
        var (other, held) = (Open("other.db"), Open("held.db"));
        Write(other, "2");
        Write(held, "1");
        Should.Throw<StoreException>(() => StoreCopy.Run(other, held)).Trouble.ShouldBe(StoreTrouble.Unfit);
        Count(held, "release").ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_backup_restores_what_was_there_and_caches_notice(bool onServer)
    {
        var store = Open(onServer ? server.NewDatabase() : "store.db");
        Write(store, "1");
        StoreBackup.Write(store, InFolder("backup.db"));
        Write(store, "2");
        var version = store.Version();
        StoreBackup.Restore(InFolder("backup.db"), store);
        Count(store, "release").ShouldBe(1);
        store.Version().ShouldBeGreaterThan(version);
        Directory.GetFiles(_folder, "backup.db*").ShouldBe([InFolder("backup.db")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_restored_database_keeps_its_book_of_changes_and_gets_the_backups(bool onServer)
    {
        var (first, second) = (Open(onServer ? server.NewDatabase() : "first.db"), Open(onServer ? server.NewDatabase() : "second.db"));
        AuditLog.Write(first, "anna", "load", "release 1");
        Write(first, "1");
        StoreBackup.Write(first, InFolder("backup.db"));

        Write(first, "2");
        AuditLog.Write(first, "anna", "load", "release 2");
        StoreBackup.Restore(InFolder("backup.db"), first, alongside: (c, t) => AuditLog.Write(c, t, "shell: ben", "restore", "database"));
        Book(first).ShouldBe(["anna load release 1", "anna load release 2", "shell: ben restore database"]);
        Count(first, "release").ShouldBe(1);

        AuditLog.Write(second, "carla", "load", "release 7");
        StoreBackup.Restore(InFolder("backup.db"), second).Single(t => t.Table == "audit_entry").Rows.ShouldBe(1);
        Book(second).ShouldBe(["anna load release 1", "carla load release 7"]);
        Count(second, "release").ShouldBe(1);
        StoreBackup.Restore(InFolder("backup.db"), second);
        Count(second, "audit_entry").ShouldBe(2, "a line is never there twice");
    }

    private static IEnumerable<string> Book(Store store)
    {
        using var connection = store.OpenReader();
        return AuditLog.Read(connection, 100, 0).Select(e => $"{e.Editor} {e.Action} {e.Subject}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_damaged_backup_is_refused_and_nothing_is_lost()
    {
        var store = Open("store.db");
        Write(store, "1");
        StoreBackup.Write(store, InFolder("backup.db"));
        using (var file = File.OpenWrite(InFolder("backup.db")))
        {
            file.Seek(8192, SeekOrigin.Begin);
            file.Write(
                new byte[16384]
                    .Select((_, i) => (byte)(i * 7))
                    .ToArray()
            );
        }

        Should.Throw<StoreException>(() => StoreBackup.Restore(InFolder("backup.db"), store)).Trouble.ShouldBe(StoreTrouble.Unfit);
        Should.Throw<StoreException>(() => StoreBackup.Restore(InFolder("missing.db"), store)).Trouble.ShouldBe(StoreTrouble.Unfit);
        File.WriteAllText(InFolder("text.db"), "Area,Value\nKorea,1\n");
        Should.Throw<StoreException>(() => StoreBackup.Restore(InFolder("text.db"), store)).Trouble.ShouldBe(StoreTrouble.Unfit);
        Count(store, "release").ShouldBe(1);
    }

    [Fact]
    public void A_backup_does_not_overwrite()
    {
        File.WriteAllText(InFolder("backup.db"), "mine");
        Should.Throw<StoreException>(() => StoreBackup.Write(Open("store.db"), InFolder("backup.db")));
        File.ReadAllText(InFolder("backup.db")).ShouldBe("mine");
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private Store Open(string location)
    {
        var store = Store.Open(location.StartsWith("Host=", StringComparison.Ordinal) ? location : InFolder(location));
        _opened.Add(store);
        return store;
    }

    private static long Count(Store store, string table)
    {
        using var connection = store.OpenReader();
        return connection.One<long>("select count(*) from " + table);
    }

    private static void Write(Store store, string file)
    {
        using var writer = ReleaseWriter.Begin(
            store,
            new ReleaseDraft
            {
                Dataset = "own",
                FileName = file,
                Sha256 = file,
                LoadedFile = file,
                LoadedSha256 = file,
                Format = "test",
            }
        );
        writer.Add(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "own",
                    Area = "PRK",
                    Item = "rice",
                    Element = "production",
                    Unit = "t",
                },
                Period = Period.CalendarYear(2020),
                Value = 1.5,
                ValueText = "1.50",
                Line = 2,
            }
        );
        writer.Commit(0);
    }
}
