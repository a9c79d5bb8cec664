using System.Globalization;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;

namespace FoodSecurity.Benchmarks.Charts;

/// <summary>The same chart by us, ECharts, Vega-Lite and matplotlib: warm processes, alternating rounds, processor time, medians.</summary>
internal static class ChartsBenchmark
{
    private static readonly string[] Scripts = ["rounds.mjs", "echarts.mjs", "vega-lite.mjs", "matplotlib_chart.py"];

    public static int Run(string place, int rounds)
    {
        Prepare(place);
        var chart = Path.Combine(place, "chart.json");
        File.WriteAllText(chart, SampleChart.Json(Height()));
        var self = Environment.ProcessPath!;
        var program = Environment.GetCommandLineArgs()[0];
        Drawer Ours(string form, int times) =>
            self.EndsWith("dotnet", StringComparison.Ordinal)
                ? new($"ours, {form}", times, self, program, "draw", form)
                : new($"ours, {form}", times, self, "draw", form);
        Drawer[] drawers =
        [
            Ours("svg", 400),
            new("echarts, svg", 100, "node", Path.Combine(place, "echarts.mjs"), chart),
            new("vega-lite, svg", 20, "node", Path.Combine(place, "vega-lite.mjs"), chart),
            new("matplotlib, svg", 10, "/usr/bin/python3", Path.Combine(place, "matplotlib_chart.py"), chart, "svg"),
            Ours("png", 40),
            new("matplotlib, png", 10, "/usr/bin/python3", Path.Combine(place, "matplotlib_chart.py"), chart, "png"),
            Ours("pdf", 40),
        ];
        foreach (var drawer in drawers)
        {
            drawer.WarmUp(Path.Combine(place, drawer.Name.Replace(", ", ".", StringComparison.Ordinal)));
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var drawer in drawers)
            {
                drawer.Round();
            }
        }

        Tell(drawers);
        foreach (var drawer in drawers)
        {
            drawer.Dispose();
        }

        return 0;
    }

    /// <summary>Of our picture, so that the peers draw one as large.</summary>
    private static int Height()
    {
        var svg = ChartPicture.Svg(SampleChart.Spec(0), new ChartFrame { Width = SampleChart.Width, Form = ChartForm.Picture });
        var at = svg.IndexOf("height=\"", StringComparison.Ordinal) + 8;
        return int.Parse(svg[at..svg.IndexOf('"', at)], CultureInfo.InvariantCulture);
    }

    private static void Prepare(string place)
    {
        Directory.CreateDirectory(place);
        if (!Directory.Exists(Path.Combine(place, "node_modules", "echarts")))
        {
            Command.Run($"cd '{place}' && npm install --no-audit --no-fund echarts@6 vega@6 vega-lite@6");
        }

        foreach (var script in Scripts)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Peers", script), Path.Combine(place, script), overwrite: true);
        }
    }

    private static void Tell(Drawer[] drawers)
    {
        Console.WriteLine("| drawing | processor ms each (median) | least – most | bytes |\n|---|---|---|---|");
        foreach (var d in drawers)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {d.Name} | {d.Median:0.00} | {d.Milliseconds.Min():0.00} – {d.Milliseconds.Max():0.00} | {d.Bytes:N0} |"
                )
            );
        }

        Console.WriteLine("\n| ratio | aim | reached |\n|---|---|---|");
        Ratio("svg : echarts", drawers[0], drawers[1], 0.5);
        Ratio("svg : vega-lite", drawers[0], drawers[2], 0.2);
        Ratio("svg : matplotlib", drawers[0], drawers[3], 0.1);
        Ratio("png : matplotlib", drawers[4], drawers[5], 0.3);
    }

    private static void Ratio(string what, Drawer ours, Drawer peer, double aim) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {aim} | {ours.Median / peer.Median:0.000} |"));
}
