using FoodSecurity.Charts;
using FoodSecurity.Charts.Bodies;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>
/// Colours as colour-blind eyes and grey printers see them. Simulation: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of
/// Color Vision Deficiency, IEEE TVCG 15 (2009), matrices of severity 1.0, in linear light. Distance: CIE 1976 L*a*b*.
/// </summary>
public class ColorSightTests
{
    private static readonly Dictionary<string, double[]> Sight = new()
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protan"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deutan"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritan"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>Neighbours in the palette differ by at least this much to every kind of sight; 2.3 is just noticeable.</summary>
    private const double Neighbours = 14;

    [Theory]
    [InlineData("normal")]
    [InlineData("protan")]
    [InlineData("deutan")]
    [InlineData("tritan")]
    public void Neighbouring_series_differ_to_every_sight(string sight)
    {
        for (int i = 1; i < ChartPalette.Slots.Count; i++)
        {
            Distance(ChartPalette.Slots[i - 1], ChartPalette.Slots[i], sight).ShouldBeGreaterThan(Neighbours, $"{ChartPalette.Slots[i - 1].Token} and {ChartPalette.Slots[i].Token} to {sight} eyes");
        }
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("protan")]
    [InlineData("deutan")]
    [InlineData("tritan")]
    public void Steps_of_amounts_changes_and_phases_differ_to_every_sight(string sight)
    {
        foreach (var scale in new[] { FillInks.Amounts, FillInks.Changes, FillInks.Phases })
        {
            for (int i = 1; i < scale.Count; i++)
            {
                Distance(scale[i - 1], scale[i], sight).ShouldBeGreaterThan(8, $"{scale[i - 1].Token} and {scale[i].Token} to {sight} eyes");
            }
        }
    }

    [Fact]
    public void Amounts_and_phases_darken_in_greyscale_step_by_step()
    {
        // The IPC prescribes its colours; its first two are near each other in grey, and the shares printed on them help.
        foreach (var (scale, least) in new[] { (FillInks.Amounts, 1.2), (FillInks.Phases, 1.1) })
        {
            for (int i = 1; i < scale.Count; i++)
            {
                ((scale[i - 1].Luminance + 0.05) / (scale[i].Luminance + 0.05)).ShouldBeGreaterThan(least, $"{scale[i - 1].Token} to {scale[i].Token}");
            }
        }
    }

    [Fact]
    public void Below_and_above_are_told_apart_to_every_sight()
    {
        foreach (string sight in Sight.Keys)
        {
            for (int step = 1; step <= 3; step++)
            {
                Distance(FillInks.Changes[3 - step], FillInks.Changes[3 + step], sight).ShouldBeGreaterThan(Neighbours, $"step {step} to {sight} eyes");
            }
        }
    }

    [Fact]
    public void Words_on_a_surface_have_the_contrast_of_text()
    {
        foreach (ChartFill fill in Enumerable.Range(0, 7).SelectMany(i => new[] { ChartFill.Amount(i), ChartFill.Change(i - 3) }).Concat(Enumerable.Range(1, 5).Select(ChartFill.Phase)))
        {
            double ground = FillInks.Of(fill).Ground.Luminance + 0.05, words = FillInks.WordsOn(fill).Luminance + 0.05;
            (Math.Max(ground, words) / Math.Min(ground, words)).ShouldBeGreaterThan(4.4, fill.ToString());
        }
    }

    [Fact]
    public void Hatchings_tell_three_reasons_apart() =>
        new[] { ChartFill.NoData, ChartFill.NoAccess, ChartFill.NotApplicable }.Select(f => FillInks.Of(f).Hatch).ShouldBeUnique();

    private static double Distance(ChartInk a, ChartInk b, string sight)
    {
        double[] one = Lab(a, Sight[sight]), other = Lab(b, Sight[sight]);
        return Math.Sqrt(one.Zip(other, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Lab(ChartInk ink, double[] m)
    {
        double[] seen = [.. new[] { ink.Red, ink.Green, ink.Blue }.Select(c => c / 255.0).Select(p => p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4))];
        double[] rgb = [.. Enumerable.Range(0, 3).Select(i => Math.Clamp(m[3 * i] * seen[0] + m[3 * i + 1] * seen[1] + m[3 * i + 2] * seen[2], 0, 1))];
        double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047, y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2], z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883;
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
        return [116 * F(y) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];
    }
}
