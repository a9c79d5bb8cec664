using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Benchmarks;

/// <summary>The two questions behind most pictures, asked of the 4.2 million rows: one series, and one year of every area.</summary>
internal static class ReadBenchmark
{
    private const int Times = 2000;

    public static int Run(string location)
    {
        var store = Store.Open(location);
        using var connection = store.OpenReader();
        var areas = connection.Rows<string>("select distinct area from series order by area");
        var items = connection.Rows<string>("select distinct item from series order by item");
        var ids = connection.Rows<long>("select id from series order by id");
        Console.WriteLine("\n| question | aim | median |\n|---|---|---|");
        Tell("one series by its words, with labels, lines and releases (SeriesQuery)", "50 µs", i => SeriesQuery
                .Find(
                    connection,
                    new SeriesQuestion
                    {
                        Area = areas[i * 7 % areas.Count],
                        Items = [items[i * 13 % items.Count]],
                        Elements = ["production"],
                        Datasets = ["fao-qcl"],
                    }
                )
                .Sum(s => s.Points.Count));
        Tell("one series by its number, period and value, through Dapper", "50 µs", i =>
            connection
                .Rows<(long, double?)>(
                    "select period_id, value from observation where series_id = @id",
                    new { id = ids[i * 7919 % ids.Count] }
                )
                .Count
        );
        Tell("a map: one year of every area, with labels, lines and releases (SeriesQuery)", "1 ms", i => SeriesQuery
                .Find(
                    connection,
                    new SeriesQuestion
                    {
                        Area = "",
                        Items = [items[i * 13 % items.Count]],
                        Elements = ["production"],
                        Datasets = ["fao-qcl"],
                        Period = Period.CalendarYear(1961 + i % 60),
                    }
                )
                .Sum(s => s.Points.Count));
        store.Close();
        return 0;
    }

    private static void Tell(string what, string aim, Func<int, int> ask)
    {
        var taken = new List<double>();
        var rows = 0;
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            rows = Math.Max(rows, ask(i));
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what}, {rows} rows | {aim} | {LoadBenchmark.Median(taken.Skip(Times / 2)):0} µs |"
            )
        );
    }
}
