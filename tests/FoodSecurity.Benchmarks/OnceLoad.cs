using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Benchmarks;

/// <summary>One load in a process of its own: seconds from opening the file to the last byte committed, and the process's peak memory.</summary>
internal static class OnceLoad
{
    public static int Run(string file, string location)
    {
        var words = Vocabulary.Load(DatabaseLocation.FindFolder("seeds"));
        var store = Store.Open(location);
        var clock = Stopwatch.StartNew();
        var report = FileLoader.Load(store, words, file, new LoadOptions());
        var seconds = clock.Elapsed.TotalSeconds;
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds:0.000} {PeakMegabytes()} {report.RowsRead} {report.New} {report.Changed} {report.Unchanged}"
            )
        );
        if (Environment.GetEnvironmentVariable("BENCH_THREADS") is not null)
        {
            TellThreads();
        }

        return 0;
    }

    /// <summary>Processor seconds of each thread: what limits a load when the machine is not ours alone.</summary>
    private static void TellThreads()
    {
        foreach (var task in Directory.GetDirectories("/proc/self/task"))
        {
            var parts = File.ReadAllText(Path.Combine(task, "stat")).Split(')')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (user, system) = (
                double.Parse(parts[11], CultureInfo.InvariantCulture) / 100,
                double.Parse(parts[12], CultureInfo.InvariantCulture) / 100
            );
            if (user + system > 0.05)
            {
                Console.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {File.ReadAllText(Path.Combine(task, "comm")).Trim()}: {user:0.00} + {system:0.00}"
                    )
                );
            }
        }
    }

    private static long PeakMegabytes() =>
        File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status")
                .Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(l =>
                    long.Parse(
                        l.Split(':')[1].Replace("kB", "", StringComparison.Ordinal),
                        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                        CultureInfo.InvariantCulture
                    ) / 1024
                )
                .First()
            : 0;
}
