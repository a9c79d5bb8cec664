using CsCheck;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Tests.Charts;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>Any question to odd tables: every kind, scale and span, at any width and with either typeface.</summary>
public class OddQuestionTests(OddArchive odd)
{
    private static readonly string[] Items =
    [
        "one-point",
        "far-apart",
        "all-missing",
        "half-missing",
        "all-zero",
        "negative",
        "all-negative",
        "tiny",
        "huge",
        "outlier",
        "zeros",
        "long-time",
        "one-month",
        "months",
        "few-months",
        "name-long",
        "name-french",
        "name-signs",
        "name-arabic",
        "name-korean",
        "name-thai",
        "parts",
        "noted",
        "sorghum",
    ];

    private static readonly InstalledFaces DejaVu = new(new HashSet<string> { "DejaVu Sans" });

    [Fact]
    public void Every_kind_draws_odd_figures_or_says_why_not()
    {
        var items = ChartQuestionTests.Pick(Items).Array[1, 5];
        var areas = ChartQuestionTests.Pick<string[]>(
            ["LIE"],
            ["LIE"],
            ["LIE"],
            ["LIE"],
            ["LIE"],
            ["LIE"],
            ["LIE"],
            ["MCO"],
            ["LIE", "MCO"],
            ["KEN", "ETH"],
            ["EASTERN-AFRICA"]
        );
        var elements = ChartQuestionTests.Pick<string[]>(
            ["production"],
            ["production"],
            ["production"],
            ["production", "stock-variation-fbs"],
            ["stock-variation-fbs"],
            []
        );
        var kind = ChartQuestionTests.Pick([
            .. ChartKindCatalog.All.Select(k => k.Id),
            "line",
            "bar",
            "grouped-bar",
            "stack",
            "stacked-bar",
            "multiples",
            "heat",
            "coverage",
            "dumbbell",
            "slope",
        ]);
        var how = Gen.Select(
            Gen.OneOf(Gen.Const(AskedScale.Total), Gen.Const(AskedScale.Total), Gen.Enum<AskedScale>()),
            ChartQuestionTests.Pick(
                Smoothing.None,
                Smoothing.None,
                Smoothing.None,
                Smoothing.None,
                Smoothing.None,
                Smoothing.None,
                new Smoothing(3, false),
                new Smoothing(5, true)
            ),
            ChartQuestionTests.Pick<string[]>([], [], [], [], [], [], ["mean5"], ["1000"], ["-1"])
        );
        var when = Gen.Select(
            ChartQuestionTests.Pick<int?>(null, null, null, null, 1765, 2000, 2010, 2015, 2023),
            ChartQuestionTests.Pick<int?>(null, null, null, 2017, 2023, 2200),
            Gen.Int[320, 1300],
            Gen.Bool
        );
        var options = ChartQuestionTests.Pick<(string, string)[]>(
            [],
            [],
            [("facet", "item")],
            [("scales", "own")],
            [("rows", "own")],
            [("years", "3")],
            [("zero", "no")],
            [("x", "production"), ("y", "stock-variation-fbs")]
        );
        int drawn = 0,
            refused = 0;
        // The same questions in every run: a rare one is mended when somebody looks for it, not when it falls on a stranger.
        var asked = Gen.Select(Gen.Select(items, areas, elements, kind), how, when, options);
        foreach (var (what, h, w, o) in Enumerable.Range(1, 600).Select(i => asked.Generate(new PCG((uint)i, 20231228), null, out _)))
        {
            var question = new ChartQuestion
            {
                Kind = what.Item4,
                Items = [.. what.Item1.Distinct()],
                Areas = what.Item2,
                Elements = what.Item3,
                Scale = h.Item1,
                Smooth = h.Item2,
                References = h.Item3,
                From = w.Item1,
                To = w.Item2 is { } to && to >= (w.Item1 ?? 0) ? to : null,
                Options = o,
            };
            var answer = ChartMaking.Of(odd.Archive, question);
            if (answer.Made is not { } made)
            {
                answer.Refusal!.Reason.Length.ShouldBeGreaterThan(15);
                refused++;
                continue;
            }

            drawn++;
            made.PlainSentence.ShouldNotContain("NaN");
            var frame = new ChartFrame { Width = w.Item3, Form = ChartForm.Picture };
            Check(
                w.Item4
                    ? ChartFonts.With(DejaVu, () => ChartLayout.Place(made.Chart.Spec, frame))
                    : ChartLayout.Place(made.Chart.Spec, frame),
                w.Item4
            );
        }

        drawn.ShouldBeGreaterThan(60);
        refused.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("-1e30")]
    [InlineData("NaN")]
    [InlineData("1e-400")]
    public void What_no_axis_can_hold_is_refused_or_drawn_but_never_breaks(string value)
    {
        using var own = new OddArchive();
        var load = own.LoadOne("stock-variation-fbs", value);
        if (load.Report is null)
        {
            load.Problems.ShouldNotBeEmpty();
            return;
        }

        var answer = OddPictures.Ask(own, "line?areas=LUX&items=rice&elements=stock-variation-fbs");
        (answer.Made?.Chart.Spec.Title ?? answer.Refusal!.Reason).ShouldNotBeEmpty();
    }

    private static void Check(PlacedChart chart, bool dejaVu)
    {
        if (dejaVu)
        {
            ChartFonts.With(DejaVu, () =>
            {
                PlacedChecks.WordsStandFree(chart);
                return 0;
            });
        }
        else
        {
            PlacedChecks.WordsStandFree(chart);
        }
    }
}
