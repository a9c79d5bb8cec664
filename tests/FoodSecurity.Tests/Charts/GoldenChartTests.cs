using System.Runtime.CompilerServices;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

/// <summary>
/// Three drawings, kept as text in Golden/. After an intended change: FOODSEC_GOLDEN=write, run these tests, look at the
/// drawings, commit them.
/// </summary>
public class GoldenChartTests
{
    [Fact]
    public void Output_in_a_page() => Check("output-page", ChartSamples.Output, ChartSamples.Page());

    [Fact]
    public void Deficits_in_a_narrow_page() => Check("gap-narrow", ChartSamples.Gap, ChartSamples.Page(360));

    [Fact]
    public void Undernourishment_as_a_picture() => Check("undernourished-picture", ChartSamples.Undernourished, ChartSamples.Picture());

    private static void Check(string name, ChartSpec spec, ChartFrame frame, [CallerFilePath] string here = "")
    {
        ChartFonts.Usable.ShouldBe(
            "Noto Sans",
            "The golden drawings are placed with Noto Sans; install it (Debian: fonts-noto-core) to compare them."
        );
        // One element per line, so that a difference reads like one.
        string drawn = ChartPicture.Svg(spec, frame).Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
        if (Environment.GetEnvironmentVariable("FOODSEC_GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", name + ".svg"), drawn);
            return;
        }
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".svg");
        File.Exists(path).ShouldBeTrue($"Golden/{name}.svg is missing; write it with FOODSEC_GOLDEN=write.");
        drawn.ShouldBe(File.ReadAllText(path));
    }
}
