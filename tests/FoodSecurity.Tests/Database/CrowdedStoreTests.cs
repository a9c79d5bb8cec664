using FoodSecurity.Database;
using FoodSecurity.Database.Engines;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;

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
            second = Task.Run(
                () =>
                {
                    using var writer = ReleaseWriter.Begin(other, Draft("a"));
                    return writer.LoadedAs;
                },
                TestContext.Current.CancellationToken
            );
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
        const int Releases = 6,
            Rows = 400;
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
    public void Every_reader_is_served_whole_answers_while_loads_replace_all_they_read(bool onServer)
    {
        const int Releases = 5,
            Readers = 4,
            Years = 40,
            AtLeast = 50;
        string[] items = ["rice", "maize", "wheat", "barley", "soybeans"];
        var location = Location(onServer);
        var (writing, reading) = (Open(location), Open(location));
        Revise(0);
        var done = false;
        var served = new int[Readers];
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        var readers = Enumerable
            .Range(0, Readers)
            .Select(r => new Thread(() =>
            {
                while (!Volatile.Read(ref done) || served[r] < AtLeast)
                {
                    try
                    {
                        using var connection = reading.OpenReader();
                        var series = SeriesQuery.Find(connection, new SeriesQuestion { Area = "PRK", Items = items });
                        var values = series.SelectMany(s => s.Points).GroupBy(p => p.Value!.Value % 1000).ToList();
                        if (series.Count != items.Length || values.Count != 1 || values[0].Count() != items.Length * Years)
                        {
                            wrong.Add(string.Join("; ", values.Select(v => $"{v.Count()} points of release {v.Key}")));
                        }
                    }
                    catch (Exception error)
                    {
                        wrong.Add(error.ToString());
                    }

                    served[r]++;
                }
            }))
            .ToList();
        readers.ForEach(r => r.Start());
        for (var release = 1; release < Releases; release++)
        {
            Revise(release);
        }

        Volatile.Write(ref done, true);
        readers.ForEach(r => r.Join());
        wrong.ShouldBeEmpty();
        served.ShouldAllBe(s => s >= AtLeast);

        void Revise(int release)
        {
            using var writer = ReleaseWriter.Begin(writing, Draft($"revision {release}"));
            foreach (var item in items)
            {
                for (var year = 0; year < Years; year++)
                {
                    var row = Row(1980 + year);
                    writer.Add(
                        row with
                        {
                            Series = row.Series with { Item = item },
                            Value = year * 1000 + release,
                            ValueText = "",
                            IsShortest = true,
                        }
                    );
                }
            }

            writer.Commit(0);
        }
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

    private static ReleaseDraft Draft(string file) =>
        new()
        {
            Dataset = "own",
            FileName = file,
            Sha256 = file,
            LoadedFile = file,
            LoadedSha256 = file,
            Format = "test",
        };

    private static Observation Row(int year) =>
        new()
        {
            Series = new SeriesKey
            {
                Dataset = "own",
                Area = "PRK",
                Item = "rice",
                Element = "production",
                Unit = "t",
            },
            Period = Period.CalendarYear(year),
            Value = year,
            ValueText = "x",
            Line = 2,
        };
}
