using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;

namespace FoodSecurity.Benchmarks.Charts;

/// <summary>
/// Our side of the comparison, in a process of its own and by the peers' protocol: one line in says how many drawings (and a file for the last), one line out
/// gives processor milliseconds each and bytes.
/// </summary>
internal static class DrawLoop
{
    public static int Run(string form)
    {
        var frame = new ChartFrame { Width = SampleChart.Width, Form = ChartForm.Picture };
        using var process = Process.GetCurrentProcess();
        var drawn = 0;
        while (Console.In.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var times = int.Parse(words[0], CultureInfo.InvariantCulture);
            byte[] last = [];
            var text = "";
            var before = Processor(process);
            for (var i = 0; i < times; i++)
            {
                var spec = SampleChart.Spec(drawn++);
                switch (form)
                {
                    case "svg":
                        text = ChartPicture.Svg(spec, frame);
                        break;
                    case "png":
                        last = ChartPicture.Png(spec, frame);
                        break;
                    default:
                        last = ChartPicture.Pdf(spec, frame);
                        break;
                }
            }

            var used = Processor(process) - before;
            last = text.Length > 0 ? Encoding.UTF8.GetBytes(text) : last;
            if (words.Length > 1)
            {
                File.WriteAllBytes(words[1], last);
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{used.TotalMilliseconds / times} {last.Length}"));
        }

        return 0;
    }

    /// <summary>Of all threads: the collector's and the compiler's work is ours too.</summary>
    private static TimeSpan Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
