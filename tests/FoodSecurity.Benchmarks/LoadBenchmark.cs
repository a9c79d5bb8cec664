using System.Globalization;

namespace FoodSecurity.Benchmarks;

/// <summary>Our loads beside the tools a user would take instead, one after the other in each round, so that a busy neighbour bothers all alike.</summary>
internal static class LoadBenchmark
{
    private const string Bulk = "Production_Crops_Livestock_E_All_Data_(Normalized).csv";

    private static readonly Dictionary<string, List<Timing>> Taken = [];

    private static string _folder = "";
    private static long _peak;

    public static int Run(string folder, int rounds)
    {
        _folder = Path.GetFullPath(folder);
        var (first, second) = (Path.Combine(_folder, "first", Bulk), Path.Combine(_folder, "second", Bulk));
        if (!File.Exists(second))
        {
            BulkFile.Write(first, 1);
            BulkFile.Write(second, 2);
        }

        var duck = DuckDb.Install(_folder);
        var server = Environment.GetEnvironmentVariable("FOODSEC_BENCH_POSTGRES");
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"round {round}");
            var ours = Fresh("ours.db");
            Ours("first", first, ours);
            if (duck is not null)
            {
                Time("duckdb", DuckDb.Import(duck, first, Fresh("duck.db")));
            }

            Time("sqlite3", $"sqlite3 '{Fresh("tool.db")}' -cmd '.mode csv' \".import '{first}' t\"");
            Ours("second", second, ours);
            Ours("again", second, ours);
            if (server is not null)
            {
                Time("psql", Psql.Copy(server, first));
                Ours("postgres", first, Psql.NewDatabase(server));
            }
        }

        Tell();
        ReadBenchmark.Run(Path.Combine(_folder, "ours.db"));
        return 0;
    }

    private static string Fresh(string name)
    {
        var file = Path.Combine(_folder, name);
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal", ".wal"])
        {
            File.Delete(file + suffix);
        }

        return file;
    }

    private static void Ours(string what, string file, string location)
    {
        var (timing, output) = Command.Run(
            $"'{Environment.ProcessPath}' '{typeof(LoadBenchmark).Assembly.Location}' once '{file}' '{location}'"
        );
        Keep(what, timing);
        if (what is "first" or "second")
        {
            _peak = Math.Max(_peak, long.Parse(output.Split(' ')[1], CultureInfo.InvariantCulture));
        }
    }

    private static void Time(string what, string command) => Keep(what, Command.Run(command).Timing);

    private static void Keep(string what, Timing timing)
    {
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {what}: {timing.Wall:0.0} s, {timing.Processor:0.0} s of processor")
        );
        (Taken.TryGetValue(what, out var all) ? all : Taken[what] = []).Add(timing);
    }

    private static void Tell()
    {
        Console.WriteLine("| what | wall s (median) | processor s (median) |\n|---|---|---|");
        foreach (var (what, all) in Taken)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {what} | {Median(all.Select(t => t.Wall)):0.0} | {Median(all.Select(t => t.Processor)):0.0} |"
                )
            );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nPeak memory of a load: {_peak} MB\n\n| ratio | aim | wall | processor |\n|---|---|---|---|"
            )
        );
        Ratio("first load : DuckDB", "1.0", "first", "duckdb");
        Ratio("first load : sqlite3 .import", "0.6", "first", "sqlite3");
        Ratio("second release : first load", "1.2", "second", "first");
        Ratio("same file again : first load", "0.25", "again", "first");
        Ratio("load into PostgreSQL : psql \\copy", "1.5", "postgres", "psql");
    }

    private static void Ratio(string what, string aim, string one, string other)
    {
        if (Taken.TryGetValue(one, out var ones) && Taken.TryGetValue(other, out var others))
        {
            var pairs = ones.Zip(others).ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {what} | {aim} | {Median(pairs.Select(p => p.First.Wall / p.Second.Wall)):0.00} | {Median(pairs.Select(p => p.First.Processor / p.Second.Processor)):0.00} |"
                )
            );
        }
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
