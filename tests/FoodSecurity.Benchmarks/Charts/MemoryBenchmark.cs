using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;

namespace FoodSecurity.Benchmarks.Charts;

/// <summary>As many different charts as 500 a minute make in ten minutes, drawn in every form as fast as possible: what stays resident, Skia's native memory with it.</summary>
internal static class MemoryBenchmark
{
    private const int Step = 500;

    public static int Run(int charts)
    {
        var frame = new ChartFrame { Width = SampleChart.Width, Form = ChartForm.Picture };
        var clock = Stopwatch.StartNew();
        double warm = 0,
            now = 0;
        Console.WriteLine("| charts drawn as svg, png and pdf | resident MB | managed MB | s |\n|---|---|---|---|");
        for (var k = 1; k <= charts; k++)
        {
            var spec = SampleChart.Spec(k);
            _ = ChartPicture.Svg(spec, frame).Length + ChartPicture.Png(spec, frame).Length + ChartPicture.Pdf(spec, frame).Length;
            if (k % Step == 0)
            {
                var managed = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                now = Environment.WorkingSet / 1e6;
                warm = k == Step * 2 ? now : warm;
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"| {k} | {now:0} | {managed:0} | {clock.Elapsed.TotalSeconds:0} |")
                );
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nGrowth after the first {Step * 2}: {now - warm:0.0} MB"));
        return 0;
    }
}
