using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Tests.House;

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
            Distance(ChartPalette.Slots[i - 1], ChartPalette.Slots[i], sight)
                .ShouldBeGreaterThan(Neighbours, $"{ChartPalette.Slots[i - 1].Token} and {ChartPalette.Slots[i].Token} to {sight} eyes");
        }
    }

    /// <summary>In grey, neighbours differ by this contrast (WCAG 2.2); on its paper every colour has the contrast of text.</summary>
    private const double GreyNeighbours = 1.4,
        OnPaper = 4.5;

    /// <summary>On white and on the dark ground of the pages: every pair of neighbours, of the last and the first too, where a ninth series begins again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neighbours_of_either_theme_differ_to_every_sight_and_in_grey(bool dark)
    {
        var slots = dark ? Dark() : ChartPalette.Slots;
        var paper = dark ? new ChartInk("#14191f", "--paper") : ChartPalette.Paper;
        for (int i = 0; i < slots.Count; i++)
        {
            ChartInk one = slots[i],
                next = slots[(i + 1) % slots.Count];
            Sight.Keys.ShouldAllBe(sight => Distance(one, next, sight) > Neighbours, $"{one.Token} and {next.Token}, dark: {dark}");
            Contrast(one, next).ShouldBeGreaterThan(GreyNeighbours, $"{one.Token} and {next.Token} in grey, dark: {dark}");
            Contrast(one, paper).ShouldBeGreaterThan(OnPaper, $"{one.Token} on its paper, dark: {dark}");
        }
    }

    /// <summary>Stacked areas and bars side by side touch one another in an order of their own: it has to be the palette's.</summary>
    [Theory]
    [InlineData("stack")]
    [InlineData("stacked-bar")]
    [InlineData("grouped-bar")]
    public void Surfaces_that_touch_take_neighbouring_colours(string kind)
    {
        string[] items = ["rice", "maize", "wheat", "barley", "millet", "sorghum", "oats", "rye"];
        int most = kind == "grouped-bar" ? 6 : items.Length;
        // Own colours are those of the sources' pages, the sizes run against them.
        var input = Mass([
            .. items
                .Take(most)
                .Select(
                    (item, i) =>
                        KindSamples.Years("KEN", item, "production", 2018, 100 + i * 37 % 80, 110 + i * 53 % 90) with
                        {
                            Color = (i * 3 + 1) % items.Length,
                        }
                ),
        ]);
        var drawn = ChartKindCatalog.Find(kind)!.Build(input).ShouldBeOfType<ChartDrawn>();
        var fills = drawn.Spec.Body switch
        {
            StackBody stack => stack.Layers.Select(layer => layer.Fill),
            ColumnsBody columns => columns.Series.Select(series => series.Fill),
            _ => [],
        };
        fills.ShouldBe(Enumerable.Range(0, most).Select(ChartFill.Slot));
    }

    [Fact]
    public void Lines_of_one_picture_have_colours_of_their_own()
    {
        string[] items = ["rice", "maize", "wheat", "barley", "millet", "sorghum", "oats", "rye"];
        var drawn = new LineKind()
            .Build(Mass([.. items.Select((item, i) => KindSamples.Years("KEN", item, "production", 2018, 100 + i, 110 + i))]))
            .ShouldBeOfType<ChartDrawn>();
        drawn.Spec.Lines.Count.ShouldBe(ChartPalette.Slots.Count, "the largest number of lines has a colour each");
        drawn.Spec.Lines.Select(line => ChartPalette.Of(line)).ShouldBeUnique();
    }

    private static ChartKindInput Mass(LabelledSeries[] series) => KindSamples.Input("Kenya", "production", ChartUnit.Mass(200), series);

    private static double Contrast(ChartInk a, ChartInk b) =>
        (Math.Max(a.Luminance, b.Luminance) + 0.05) / (Math.Min(a.Luminance, b.Luminance) + 0.05);

    /// <summary>The colours of lines in the dark theme, from the style sheet.</summary>
    private static List<ChartInk> Dark()
    {
        string sheet = File.ReadAllText(Clone.Files("src", ".css").Single(file => Path.GetFileName(file) == "site.css"));
        string dark = sheet[sheet.IndexOf("@media screen and (prefers-color-scheme:dark)", StringComparison.Ordinal)..];
        return
        [
            .. ChartPalette.Slots.Select(slot => new ChartInk(
                dark[(dark.IndexOf(slot.Token + ":", StringComparison.Ordinal) + slot.Token.Length + 1)..][..7],
                slot.Token
            )),
        ];
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
                Distance(scale[i - 1], scale[i], sight)
                    .ShouldBeGreaterThan(8, $"{scale[i - 1].Token} and {scale[i].Token} to {sight} eyes");
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
                ((scale[i - 1].Luminance + 0.05) / (scale[i].Luminance + 0.05)).ShouldBeGreaterThan(
                    least,
                    $"{scale[i - 1].Token} to {scale[i].Token}"
                );
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
                Distance(FillInks.Changes[3 - step], FillInks.Changes[3 + step], sight)
                    .ShouldBeGreaterThan(Neighbours, $"step {step} to {sight} eyes");
            }
        }
    }

    [Fact]
    public void Words_on_a_surface_have_the_contrast_of_text()
    {
        foreach (
            ChartFill fill in Enumerable
                .Range(0, 7)
                .SelectMany(i => new[] { ChartFill.Amount(i), ChartFill.Change(i - 3) })
                .Concat(Enumerable.Range(1, 5).Select(ChartFill.Phase))
        )
        {
            double ground = FillInks.Of(fill).Ground.Luminance + 0.05,
                words = FillInks.WordsOn(fill).Luminance + 0.05;
            (Math.Max(ground, words) / Math.Min(ground, words)).ShouldBeGreaterThan(4.4, fill.ToString());
        }
    }

    [Fact]
    public void Hatchings_tell_three_reasons_apart() =>
        new[] { ChartFill.NoData, ChartFill.NoAccess, ChartFill.NotApplicable }.Select(f => FillInks.Of(f).Hatch).ShouldBeUnique();

    private static double Distance(ChartInk a, ChartInk b, string sight)
    {
        double[] one = Lab(a, Sight[sight]),
            other = Lab(b, Sight[sight]);
        return Math.Sqrt(one.Zip(other, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Lab(ChartInk ink, double[] m)
    {
        double[] seen =
        [
            .. new[] { ink.Red, ink.Green, ink.Blue }
                .Select(c => c / 255.0)
                .Select(p => p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4)),
        ];
        double[] rgb =
        [
            .. Enumerable.Range(0, 3).Select(i => Math.Clamp(m[3 * i] * seen[0] + m[3 * i + 1] * seen[1] + m[3 * i + 2] * seen[2], 0, 1)),
        ];
        double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047,
            y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2],
            z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883;
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
        return [116 * F(y) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];
    }
}
