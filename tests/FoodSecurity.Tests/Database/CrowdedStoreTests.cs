using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Database;

/// <summary>Several programs at one database: a second loader waits or is told, and readers see whole releases only.</summary>
public sealed class CrowdedStoreTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-crowd-").FullName;
    private readonly List<Store> _opened = [];

    public void Dispose()
    {
        _opened.ForEach(s => s.Close());
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_second_loader_that_waits_too_long_is_told_why(bool onServer)
    {
        var location = Location(onServer);
        using var first = ReleaseWriter.Begin(Open(location), Draft("a"));
        first.Add(Row(2020));
        var busy = Should.Throw<StoreException>(() => ReleaseWriter.Begin(Open(location, TimeSpan.FromSeconds(1)), Draft("b")));
        busy.Trouble.ShouldBe(StoreTrouble.Busy);
        busy.Message.ShouldContain("Another program is writing");
        first.Commit(0);
        Write(Open(location), "b", 2021);
        Count(Open(location)).ShouldBe((2, 2));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_second_loader_of_the_same_file_waits_and_finds_it_loaded(bool onServer)
    {
        var location = Location(onServer);
        var (one, other) = (Open(location), Open(location));
        Task<long?> second;
        using (var first = ReleaseWriter.Begin(one, Draft("a")))
        {
            second = Task.Run(() =>
            {
                using var writer = ReleaseWriter.Begin(other, Draft("a"));
                return writer.LoadedAs;
            }, TestContext.Current.CancellationToken);
            first.Add(Row(2020));
            first.Commit(0);
        }

        // Either it had to wait, or it began after the commit: the answer is the same.
        (await second).ShouldBe(1);
        Count(one).ShouldBe((1, 1));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Readers_see_whole_releases_only(bool onServer)
    {
        const int Releases = 6, Rows = 400;
        var location = Location(onServer);
        var (writing, reading) = (Open(location), Open(location));
        var done = false;
        var seen = new HashSet<(long, long)>();
        var reader = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                seen.Add(Count(reading));
            }
        });
        reader.Start();
        for (var release = 0; release < Releases; release++)
        {
            using var writer = ReleaseWriter.Begin(writing, Draft($"file {release}"));
            for (var row = 0; row < Rows; row++)
            {
                writer.Add(Row(1000 + release * Rows + row));
            }

            writer.Commit(0);
        }

        Volatile.Write(ref done, true);
        reader.Join();
        Count(reading).ShouldBe((Releases, Releases * Rows));
        seen.ShouldAllBe(s => s.Item2 == s.Item1 * Rows);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_reader_is_not_kept_waiting_by_a_load(bool onServer)
    {
        var location = Location(onServer);
        var store = Open(location);
        Write(store, "a", 2020);
        using var writer = ReleaseWriter.Begin(store, Draft("b"));
        writer.Add(Row(2021));
        Count(Open(location)).ShouldBe((1, 1));
    }

    private string Location(bool onServer) => onServer ? server.NewDatabase() : Path.Combine(_folder, "store.db");

    private Store Open(string location, TimeSpan? patience = null)
    {
        var store = Store.Open(location, patience);
        _opened.Add(store);
        return store;
    }

    private static (long Releases, long Rows) Count(Store store)
    {
        using var connection = store.OpenReader();
        return connection.One<(long, long)>("select (select count(*) from release), (select count(*) from observation)");
    }

    private static void Write(Store store, string file, int year)
    {
        using var writer = ReleaseWriter.Begin(store, Draft(file));
        writer.Add(Row(year));
        writer.Commit(0);
    }

    private static ReleaseDraft Draft(string file) => new() { Dataset = "own", FileName = file, Sha256 = file, LoadedFile = file, LoadedSha256 = file, Format = "test" };

    private static Observation Row(int year) => new()
    {
        Series = new SeriesKey { Dataset = "own", Area = "PRK", Item = "rice", Element = "production", Unit = "t" },
        Period = Period.CalendarYear(year), Value = year, ValueText = "x", Line = 2,
    };
}
