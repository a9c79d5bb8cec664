using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Series;

namespace FoodSecurity.Benchmarks;

/// <summary>
/// A thousand reads a second while another process loads a release that changes one figure in a hundred. Each read is due at its own moment and
/// its time is counted from then, so that a stall is charged to every read it held up. Every answer is held against the file: before the commit
/// no figure may be of the second release, after it each changed one must be.
/// </summary>
internal static class CrowdBenchmark
{
    private const int ReadsPerSecond = 1000,
        Threads = 4,
        QuietSeconds = 4;

    public static int Run(string first, string second, string location)
    {
        var self = $"'{Environment.ProcessPath}' '{typeof(CrowdBenchmark).Assembly.Location}'";
        Command.Run($"{self} once '{first}' '{location}'");
        var store = Store.Open(location);
        Console.WriteLine(
            "| a thousand reads a second | reads | p50 ms | p99 ms | longest ms | errors | half a release |\n|---|---|---|---|---|---|---|"
        );
        Tell("nothing else going on", Read(store, Task.Delay(TimeSpan.FromSeconds(QuietSeconds))));
        var load = Task.Run(() => Command.Run($"{self} once '{second}' '{location}'"));
        Tell("while the second release loads", Read(store, load));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nThat load took {load.Result.Timing.Wall:0.0} s, {load.Result.Timing.Processor:0.0} s of processor."
            )
        );
        store.Close();
        return 0;
    }

    private static (List<double> Taken, int Errors, int Halves) Read(Store store, Task until)
    {
        (string Area, string Item, string Element)[] keys;
        using (var connection = store.OpenReader())
        {
            keys = [.. connection.Rows<(string, string, string)>("select area, item, element from series order by id")];
        }

        var all = new ConcurrentBag<double[]>();
        int errors = 0,
            halves = 0;
        var start = Stopwatch.GetTimestamp();
        var readers = Enumerable
            .Range(0, Threads)
            .Select(thread => new Thread(() =>
            {
                var taken = new List<double>();
                for (var read = thread; !until.IsCompleted; read += Threads)
                {
                    var due = read * 1000.0 / ReadsPerSecond;
                    var wait = due - Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    if (wait > 0)
                    {
                        Thread.Sleep(TimeSpan.FromMilliseconds(wait));
                    }

                    // A sleep may end a little early: such a read counts from its beginning.
                    var from = Math.Min(due, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    try
                    {
                        if (!IsWhole(store, keys[(int)(read * 7919L % keys.Length)]))
                        {
                            Interlocked.Increment(ref halves);
                        }
                    }
                    catch (Exception wrong)
                    {
                        Interlocked.Increment(ref errors);
                        Console.Error.WriteLine(wrong.Message);
                    }

                    taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds - from);
                }

                all.Add([.. taken]);
            }))
            .ToList();
        readers.ForEach(r => r.Start());
        readers.ForEach(r => r.Join());
        return ([.. all.SelectMany(t => t).Order()], errors, halves);
    }

    private static bool IsWhole(Store store, (string Area, string Item, string Element) key)
    {
        using var connection = store.OpenReader();
        using var state = connection.OneState();
        var releases = connection.One<long>("select max(id) from release");
        return SeriesQuery
            .Find(
                connection,
                new SeriesQuestion
                {
                    Area = key.Area,
                    Items = [key.Item],
                    Elements = [key.Element],
                    Datasets = ["fao-qcl"],
                }
            )
            .SelectMany(s => s.Points)
            .All(p => p.Origin!.ReleaseId == (BulkFile.IsRevised(p.Origin.Line - 2) ? releases : 1));
    }

    private static void Tell(string when, (List<double> Taken, int Errors, int Halves) read) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {when} | {read.Taken.Count} | {At(read.Taken, 0.5):0.00} | {At(read.Taken, 0.99):0.00} | {read.Taken[^1]:0.0} | {read.Errors} | {read.Halves} |"
            )
        );

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];
}
