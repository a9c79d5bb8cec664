using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using static FoodSecurity.Tests.Charts.Kinds.KindSamples;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>What has no meaning is refused with the reason.</summary>
public class RefusalTests
{
    private static readonly ChartUnit Tonnes = new(1m, "t", "t");

    private static ChartKindInput Mass(params LabelledSeries[] series) => Input("Kenya", "production", Tonnes, series);

    private static string Refused(string kind, ChartKindInput input) =>
        ChartKindCatalog.Find(kind)!.Build(input).ShouldBeOfType<ChartRefusal>().Reason;

    private static ChartDrawn Drawn(string kind, ChartKindInput input) =>
        ChartKindCatalog.Find(kind)!.Build(input).ShouldBeOfType<ChartDrawn>();

    [Theory]
    [InlineData("stack")]
    [InlineData("stacked-bar")]
    public void A_total_is_not_stacked_with_its_parts(string kind) =>
        Refused(kind, Mass(Years("KEN", "cereals", "production", 2020, 10, 11), Years("KEN", "maize", "production", 2020, 6, 7)))
            .ShouldContain("counted twice");

    [Fact]
    public void A_continent_is_not_stacked_with_its_countries() =>
        Refused("stack", Mass(Years("AFRICA", "maize", "production", 2020, 10, 11), Years("KEN", "maize", "production", 2020, 6, 7)))
            .ShouldContain("counted twice");

    [Fact]
    public void Negative_parts_sources_elements_rates_and_indices_are_not_stacked()
    {
        var maize = Years("KEN", "maize", "production", 2020, 6, 7);
        Refused("stack", Mass(maize, Years("KEN", "wheat", "production", 2020, 1, -1))).ShouldContain("below zero");
        Refused("stack", Mass(maize, Years("KEN", "wheat", "production", 2020, 1, 1) with { Source = "FAO" }))
            .ShouldContain("different sources");
        Refused("stack", Mass(maize, Years("KEN", "wheat", "import-quantity", 2020, 1, 1))).ShouldContain("elements");
        Refused("stack", Mass(maize, Years("KEN", "wheat", "production", 2020, 1, 1)) with { Unit = ChartUnit.TonnesPerHectare })
            .ShouldContain("Rates");
        Refused("stack", Mass(maize, Years("KEN", "wheat", "production", 2020, 1, 1)) with { Scale = ChartScale.Index })
            .ShouldContain("cannot be added");
    }

    [Fact]
    public void A_stack_is_open_where_a_part_is_missing()
    {
        var body = (StackBody)
            Drawn(
                "stack",
                Mass(Years("KEN", "maize", "production", 2018, 6, 7, 8, 9), Years("KEN", "wheat", "production", 2018, 1, null, 1, 1))
            ).Spec.Body!;
        body.X.Count.ShouldBe(4);
        ChartLayout
            .Place(
                Drawn(
                    "stack",
                    Mass(Years("KEN", "maize", "production", 2018, 6, 7, 8, 9), Years("KEN", "wheat", "production", 2018, 1, null, 1, 1))
                ).Spec,
                ChartSamples.Page()
            )
            .Shapes.Count(s => s.Text == "Maize")
            .ShouldBe(2, "one piece on each side of the gap");
    }

    [Fact]
    public void An_index_needs_its_base_year_and_shares_need_no_negative_values()
    {
        var input = Mass(Years("KEN", "maize", "production", 2020, null, 7, 8));
        Refused("line", input with { Scale = ChartScale.Index, BaseYear = 2020 }).ShouldContain("2020");
        Refused("bar", Mass(Years("KEN", "maize", "production", 2020, -3, 7)) with { Scale = ChartScale.Share })
            .ShouldContain("below zero");
    }

    [Fact]
    public void A_band_needs_sources_of_one_thing() =>
        Refused("spread", Mass(Years("KEN", "maize", "production", 2020, 6, 7), Years("KEN", "wheat", "production", 2020, 1, 1)))
            .ShouldContain("no meaning");

    [Fact]
    public void A_season_needs_months_and_enough_years()
    {
        Refused("season", Mass(Years("KEN", "maize", "production", 2020, 6, 7))).ShouldContain("monthly");
        Refused("season", Season with { From = 2020 }).ShouldContain("at least 3");
        Refused("season", Markets).ShouldContain("one series");
    }

    [Fact]
    public void A_map_has_one_figure_for_each_area_and_none_of_aggregates()
    {
        Refused("map", Mass(Years("KEN", "maize", "production", 2020, 6), Years("KEN", "wheat", "production", 2020, 6)))
            .ShouldContain("more than one figure");
        Refused("map", Mass(Years("WORLD", "maize", "production", 2020, 6))).ShouldContain("on the map");
        Refused("map", Mass(Years("KEN", "maize", "production", 2020, 6)) with { Boundaries = null }).ShouldContain("not installed");
    }

    [Fact]
    public void No_kind_draws_nothing()
    {
        foreach (var kind in ChartKindCatalog.All)
        {
            kind.Build(Mass()).ShouldBeOfType<ChartRefusal>().Reason.Length.ShouldBeGreaterThan(10, kind.Id);
            if (kind.Id != "coverage")
            {
                // That there is nothing is what the coverage matrix tells.
                kind.Build(Mass(Years("KEN", "maize", "production", 2020, null, null))).ShouldBeOfType<ChartRefusal>(kind.Id);
            }

            kind.Build(Mass(Years("KEN", "maize", "production", 2020, 5, 6)) with { From = 2030, To = 2040 })
                .ShouldBeOfType<ChartRefusal>(kind.Id);
        }
    }

    [Fact]
    public void The_phase_under_the_20_per_cent_line_is_the_published_one()
    {
        foreach (var (shares, phase) in Classified)
        {
            PhaseKind.Derived(shares).ShouldBe(phase);
        }
    }

    [Fact]
    public void Sums_of_phases_are_not_stacked_and_famine_is_not_derived()
    {
        var drawn = Drawn("phases", Phases);
        drawn.Series.ShouldAllBe(s => s.Series.Key.Dimension("phase") != "3+");
        ((RowsBody)drawn.Spec.Body!).Rows.ShouldAllBe(r => Math.Abs(r.Segments.Sum(s => s.To - s.From) - 100) < 0.01);
        drawn.Spec.Notes.ShouldContain(n => n.Contains("not stacked"));
        PhaseKind.Derived(new Dictionary<int, decimal> { [4] = 70, [5] = 30 }).ShouldBe(5);
    }

    [Fact]
    public void A_balance_counts_no_line_twice()
    {
        var balance = Mass(
            Years("KEN", "maize", "production", 2020, 100),
            Years("KEN", "maize", "import-quantity", 2020, 20),
            Years("KEN", "maize", "domestic-consumption", 2020, 130),
            Years("KEN", "maize", "feed", 2020, 30),
            Years("KEN", "maize", "food-seed-industrial", 2020, 100)
        );
        var drawn = Drawn("balance", balance);
        drawn.Series.Select(s => s.Series.Key.Element).ShouldBe(["production", "import-quantity", "domestic-consumption"]);
        drawn.Spec.Title.ShouldContain("a gap of 10");
        Refused("balance", Mass(Years("KEN", "maize", "production", 2020, 100))).ShouldContain("no balance");
    }

    [Fact]
    public void The_season_is_compared_with_the_mean_of_the_same_month()
    {
        // April of 2016, 2017, 2018 and 2019; 2020 has none.
        var mean = (27.34m + 46.41m + 29.1m + 25.51m) / 4;
        Drawn("season", Season).Spec.Title.ShouldContain(FoodSecurity.Wording.Numbers.Percent((37.88m / mean - 1) * 100, 0));
    }

    [Fact]
    public void Areas_without_a_figure_are_hatched_by_reason()
    {
        var input = Mass(Years("KEN", "maize", "production", 2020, 6), Years("ETH", "maize", "production", 2020, 9)) with
        {
            Options = new Dictionary<string, string> { ["region"] = "EASTERN-AFRICA", ["noaccess"] = "SOM" },
        };
        var body = (MapBody)Drawn("map", input).Spec.Body!;
        body.Areas["SOM"].Fill.ShouldBe(ChartFill.NoAccess);
        body.Areas["UGA"].Fill.ShouldBe(ChartFill.NoData);
        body.Key.Select(k => k.Fill).ShouldContain(ChartFill.NoAccess);
    }
}
