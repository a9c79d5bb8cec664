using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

/// <summary>Tests that look at the memory of the whole process; nothing else runs beside them.</summary>
[CollectionDefinition(nameof(DrawingMemoryTests), DisableParallelization = true)]
public sealed class DrawingMemoryCollection;

/// <summary>What is drawn leaves nothing behind, neither in managed memory nor in Skia's own.</summary>
[Collection(nameof(DrawingMemoryTests))]
public class DrawingMemoryTests(ITestOutputHelper output)
{
    /// <summary>A picture of pixels kept by mistake is five megabytes, a typeface half a one: two hundred of either are far above this.</summary>
    private const long MostGrowth = 80_000_000;

    /// <summary>The runtime may keep what it had for a while; what is left behind by mistake grows in every round.</summary>
    private const int Rounds = 4;

    [Fact]
    public void Two_hundred_different_charts_in_every_form_leave_nothing_behind()
    {
        Draw(0, 60);
        long before = Resident(),
            least = long.MaxValue;
        for (int round = 0; round < Rounds && least >= MostGrowth; round++)
        {
            Draw(60 + 200 * round, 260 + 200 * round);
            long after = Resident();
            output.WriteLine($"resident {before / 1e6:0.0} MB before, {after / 1e6:0.0} MB after");
            (least, before) = (Math.Min(least, after - before), after);
        }
        least.ShouldBeLessThan(MostGrowth);
    }

    private static void Draw(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            ChartSpec spec = ChartSamples.Output with { Title = $"Chart {k} of many", Subtitle = $"For the {k}th time" };
            ChartPicture.Svg(spec, ChartSamples.Picture()).ShouldContain($"Chart {k} of many");
            ChartPicture.Png(spec, ChartSamples.Picture()).Length.ShouldBeGreaterThan(10_000);
            ChartPicture.Pdf(spec, ChartSamples.Picture()).Length.ShouldBeGreaterThan(5_000);
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}
