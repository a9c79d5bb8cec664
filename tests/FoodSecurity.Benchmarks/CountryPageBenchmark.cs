using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages;
using FoodSecurity.Web.Pages.Charts;

namespace FoodSecurity.Benchmarks;

/// <summary>The charts of a country page, series read and every chart drawn for wide and narrow windows: from scratch with an empty cache, then from the cache.</summary>
internal static class CountryPageBenchmark
{
    private const int Times = 40;
    private const int CachedTimes = 400;

    public static int Run(string? database)
    {
        var archive = Archive.Open(database);
        ShippedData.Load(archive, null, null, null);
        Console.WriteLine("| page | charts | from scratch, processor | first of the process | from the cache |\n|---|---|---|---|---|");
        foreach (var area in (ReadOnlySpan<string>)["PRK", "KEN", "USA"])
        {
            using var first = new PictureCache(archive);
            var begin = Process.GetCurrentProcess().TotalProcessorTime;
            var charts = Draw(first, area);
            var cold = (Process.GetCurrentProcess().TotalProcessorTime - begin).TotalMilliseconds;
            for (var i = 0; i < Times / 2; i++)
            {
                using var empty = new PictureCache(archive);
                Draw(empty, area);
            }

            begin = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < Times; i++)
            {
                using var empty = new PictureCache(archive);
                Draw(empty, area);
            }

            var scratch = (Process.GetCurrentProcess().TotalProcessorTime - begin).TotalMilliseconds / Times;
            begin = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < CachedTimes; i++)
            {
                Draw(first, area);
            }

            var cached = (Process.GetCurrentProcess().TotalProcessorTime - begin).TotalMilliseconds / CachedTimes;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| {area} | {charts} | {scratch:0.0} ms | {cold:0} ms | {cached:0.00} ms |")
            );
        }

        return 0;
    }

    private static int Draw(PictureCache pictures, string area)
    {
        var view = pictures.Area(area, new ChartChoice())!;
        foreach (var chart in view.Charts)
        {
            var figure = new ChartFigure { Chart = chart, Pictures = pictures };
            if (figure.Wide.Length + figure.Narrow.Length == 0)
            {
                throw new InvalidOperationException("nothing drawn");
            }
        }

        return view.Charts.Count;
    }
}
