using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Claims;

public class FindingsTests
{
    [Fact]
    public void A_rise_is_supported_with_both_numbers_traced()
    {
        var finding = Production("rise", "2023", Rda((2022, 451m), (2023, 482m)));
        (finding.Outcome, finding.Text).ShouldBe((FindingOutcome.Supports, "RDA: 4.82 million t in 2023, +6.9 % on 2022"));
        finding.Sentence.Where(p => p.Trace is not null).Select(p => p.Trace).ShouldBe(["/trace/rda/PRK/food-crops/production/2023", "/trace/rda/PRK/food-crops/production/2022"]);
    }

    [Fact]
    public void A_rise_within_the_error_is_close_and_a_fall_contradicts()
    {
        Production("rise", "2023", Rda((2022, 478m), (2023, 482m))).Outcome.ShouldBe(FindingOutcome.Close);
        Production("rise", "2023", Rda((2022, 482m), (2023, 440m))).Outcome.ShouldBe(FindingOutcome.Contradicts);
        Production("fall", "2023", Rda((2022, 482m), (2023, 440m))).Outcome.ShouldBe(FindingOutcome.Supports);
    }

    [Fact]
    public void A_source_without_the_year_is_silent_and_says_since_when()
    {
        Production("rise", "2023", Rda((2020, 440m), (2021, 469m))).ShouldSatisfyAllConditions(
            f => f.Outcome.ShouldBe(FindingOutcome.Silent), f => f.Text.ShouldBe("RDA: silent; no figure after 2021 in the release loaded"));
        Production("rise", "2023", Rda((2022, 451m), (2023, null), (2024, 478m))).Text.ShouldBe("RDA: no figure for 2023 in the release loaded");
    }

    [Fact]
    public void Without_the_year_before_no_direction_is_told()
    {
        var finding = Production("rise", "2023", Rda((2021, 469m), (2023, 482m)));
        (finding.Outcome, finding.Text).ShouldBe((FindingOutcome.Silent, "RDA: 4.82 million t in 2023"));
    }

    [Fact]
    public void What_claims_no_direction_is_shown_and_not_judged() => Production(null, "2023", Rda((2022, 451m), (2023, 482m))).Outcome.ShouldBe(FindingOutcome.Shown);

    [Fact]
    public void Crops_that_are_the_figure_of_the_year_before_are_said_to_be_printed_again()
    {
        var evidence = new AreaEvidence
        {
            Area = "PRK", Output = [Rda((2022, 451m), (2023, 482m))],
            Crops = [Rda("rice", "rice", (2022, 207m), (2023, 211m)), Rda("maize", "maize", (2022, 157m), (2023, 157m)), Rda("soybeans", "soybeans", (2022, 18m), (2023, 18m))],
        };
        Findings.Of(Excerpt("production", "rise", "2023", "2023"), evidence, Texts.English)[0].Text
            .ShouldBe("RDA: 4.82 million t in 2023, +6.9 % on 2022; rice +1.9 %; maize and soybeans are the figures of the year before printed again");
    }

    [Fact]
    public void Deficits_are_counted_to_the_end_of_the_claimed_period()
    {
        var finding = Deficits("2023", (2018, 1360m), (2020, 860m)).ShouldHaveSingleItem();
        finding.Outcome.ShouldBe(FindingOutcome.Supports);
        finding.Text.ShouldStartWith("FAO/WFP: an uncovered deficit in 2 of 2 published balances from 2018/19 to 2020/21; 860 thousand t in 2020/21");
        Deficits("2019", (2018, 1360m), (2020, 860m))[0].Text.ShouldContain("1 of 1 published balances");
        Deficits("2023", (2017, 0m), (2018, 5m))[0].Outcome.ShouldBe(FindingOutcome.Close);
    }

    [Fact]
    public void A_claim_about_years_before_the_first_balance_finds_nothing() => Deficits("1990", (2018, 1360m)).ShouldBeEmpty();

    [Fact]
    public void A_shortage_is_the_fall_from_the_highest_before_to_the_lowest_year()
    {
        var evidence = new AreaEvidence { Area = "PRK", Output = [Rda((1990, 800m), (1991, 900m), (1992, 700m), (1993, 388m), (1994, 412m), (1995, 345m), (1999, 950m))] };
        Findings.Of(Excerpt("shortage", null, "1990", "1999"), evidence, Texts.English)[0].Text.ShouldBe("RDA: 9.00 million t in 1991 to 3.45 million t in 1995, −61.7 %");
        Findings.Of(Excerpt("shortage", null, "1998", "1999"), evidence, Texts.English).ShouldBeEmpty("too few years to tell");
    }

    [Fact]
    public void A_subject_nothing_speaks_of_has_no_findings() =>
        Findings.Of(Excerpt("missiles", "rise", "2023", "2023"), new AreaEvidence { Area = "PRK", Output = [Rda((2022, 1m), (2023, 2m))] }, Texts.English).ShouldBeEmpty();

    private static Finding Production(string? relation, string year, LabelledSeries source) =>
        Findings.Of(Excerpt("production", relation, year, year), new AreaEvidence { Area = "PRK", Output = [source] }, Texts.English).ShouldHaveSingleItem();

    private static IReadOnlyList<Finding> Deficits(string to, params (int, decimal?)[] deficits)
    {
        var series = Tiny.MarketingYears(Tiny.Key("cereals", "fao-wfp", "uncovered-deficit"), deficits);
        var evidence = new AreaEvidence { Area = "PRK", Deficit = Tiny.Labelled(series, "FAO/WFP", ""), Deficits = CerealDeficit.Reconcile([series]) };
        return Findings.Of(Excerpt("uncovered-deficit", "deficit", null, to), evidence, Texts.English);
    }

    private static LabelledSeries Rda(params (int, decimal?)[] points) => Rda("food-crops", "food crops", points);

    private static LabelledSeries Rda(string item, string counts, params (int, decimal?)[] points) =>
        Tiny.Labelled(Tiny.Of(Tiny.Key(item, "rda", unit: "10000-t"), points), "RDA", counts, 10_000m);

    private static Excerpt Excerpt(string subject, string? relation, string? from, string? to) => new()
    {
        Number = 1, Exact = "x", Kind = "claim", Relation = relation, Target = new ExcerptTarget("PRK", subject, "", from, to, null),
    };
}
