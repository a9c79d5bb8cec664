using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using static FoodSecurity.Tests.Claims.Given;

namespace FoodSecurity.Tests.Claims;

/// <summary>METHODS 9.6, V1 to V8: claims from the press with the published figures they were made from.</summary>
public class PublishedExamplesTests
{
    private static readonly Evidence Rda = Years("rda", "RDA", (2021, 4_690_000m), (2022, 4_510_000m), (2023, 4_820_000m));
    private static readonly Evidence Fao = Years("fao-qcl", "FAO", (2020, 4_400_000m), (2021, 4_480_000m));
    private static readonly Evidence Usda = Years("usda-psd", "USDA", (2020, 3_675_000m));
    private static readonly Claim Rise = Claim("crop-output", ClaimRelation.Rise, Year(2023)) with { Attribution = Says("rda", "the RDA") };
    private static readonly decimal Error2021 = EstimateError.OfDeficit(4_880_000m, 0.05, 5_945_000m, 0.03);

    [Fact]
    public void V1_the_rise_of_2023_is_reported_and_supported_by_a_single_source()
    {
        var check = Check(Rise, Rda, Fao, Usda);
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        check.Reported.Answer.ShouldBe(ReportedAnswer.Yes);
        check.Groups.ShouldBe(new GroupCounts(1, 0, 0, 2));
        var aspect = check.Findings[0].Aspects.ShouldHaveSingleItem();
        ((double)aspect.Measured).ShouldBe(0.06648, 1e-5);
        ((double)aspect.Needed).ShouldBe(0.05, 1e-12);
        check
            .Findings[1]
            .ShouldSatisfyAllConditions(
                f => f.Outcome.ShouldBe(FindingOutcome.Silent),
                f => f.Gate.ShouldBe(Gate.Period),
                f => f.Reason.ShouldBe("no figure for 2023; none after 2021 in the release loaded")
            );
    }

    [Fact]
    public void V1_without_correlation_of_errors_it_is_too_close_to_call()
    {
        var check = Check(Rise, Rda with { Error = new EstimateError(0.05, 0) }, Fao, Usda);
        check.ShouldBe(VerdictKind.Mixed, VerdictLabel.TooCloseToCall);
        check.Findings[0].Outcome.ShouldBe(FindingOutcome.Close);
        ((double)check.Findings[0].Aspects[0].Needed).ShouldBe(0.07071, 1e-5);
        check.Reported.Answer.ShouldBe(ReportedAnswer.Yes, "what the source printed does not depend on the error assumed");
    }

    [Fact]
    public void V1_with_an_error_of_three_per_cent_it_is_supported() =>
        Check(Rise, Rda with { Error = new EstimateError(0.03, 0) }, Fao, Usda)
            .ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);

    [Fact]
    public void V2_up_by_6_point_9_per_cent_to_4_point_82_million_is_what_the_RDA_printed()
    {
        var check = Check(Rise with { Quantity = Percent(6.9m, 0.1m), Reached = Tonnes(4_820_000m, 10_000m) }, Rda);
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        check.Reported.Answer.ShouldBe(ReportedAnswer.Yes);
        var change = check.Findings[0].Aspects.Single(a => a.Kind == AspectKind.Change);
        ((double)change.Measured).ShouldBe(6.874, 0.0005);
        change.Tolerance.ShouldBe(0.05m);
    }

    [Fact]
    public void V3_six_per_cent_is_not_what_the_RDA_printed_but_cut_off()
    {
        var check = Check(Rise with { Quantity = Percent(6m, 1m) }, Rda);
        check.Reported.ShouldBe(new Reported(ReportedAnswer.No, "RDA", "the figure was cut off, not rounded"));
    }

    [Fact]
    public void V4_tons_for_thousand_tonnes_contradict_the_level_by_a_factor_of_1000_and_not_the_direction()
    {
        var usda = Years("usda-psd", "USDA", (2017, 1_573_000m), (2018, 1_378_000m));
        var finding = Check(Claim("rice-output", ClaimRelation.Fall, Year(2018)) with { Reached = Tonnes(1_378m, 1m) }, usda).Findings[0];
        finding.Aspects.Single(a => a.Kind == AspectKind.Direction).Outcome.ShouldBe(FindingOutcome.Supports);
        var level = finding.Aspects.Single(a => a.Kind == AspectKind.Level);
        level.Outcome.ShouldBe(FindingOutcome.Contradicts);
        level.Slip.ShouldBe(new UnitSlip("thousand", 1000));
        finding.Reason.ShouldContain("unit slip suspected: × 1000");
        Check(Claim("rice-output", ClaimRelation.Level, Year(2017)) with { Quantity = Tonnes(1_573m, 1m) }, usda)
            .ShouldBe(VerdictKind.Mixed, VerdictLabel.TooCloseToCall, VerdictBadge.UnitSlip);
    }

    [Fact]
    public void V5_the_gap_of_860000_tonnes_and_two_point_three_months_is_reported_and_supported()
    {
        var giews = Giews(f => f with { FoodUse = 4_487_000m });
        var check = Check(
            Gap(Tonnes(860_000m, 10_000m)) with
            {
                Reached = new ClaimQuantity("2.3 months", 2.3m, null, "months", null, 0.1m),
                Attribution = Says("fao-wfp", "FAO"),
            },
            giews
        );
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        check.Reported.Answer.ShouldBe(ReportedAnswer.Yes);
        Math.Round(check.Findings[0].Aspects.Single(a => a.Kind == AspectKind.Months).Measured, 2).ShouldBe(2.30m);
    }

    [Fact]
    public void V6_about_800000_tonnes_is_supported_within_the_error_of_a_deficit()
    {
        Math.Round(Error2021 / 1000, 0).ShouldBe(302m);
        var check = Check(Gap(Tonnes(800_000m, 100_000m, "about")), Giews(f => f), Nis);
        check.Findings.Select(f => f.Outcome).ShouldBe([FindingOutcome.Supports, FindingOutcome.Close]);
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource, VerdictBadge.WithinError);
        check.Findings[0].Aspects[0].Tolerance.ShouldBe(80_000m);
    }

    [Fact]
    public void V6_without_about_it_is_too_close_to_call()
    {
        var check = Check(Gap(Tonnes(800_000m, 100_000m)), Giews(f => f), Nis);
        check.Findings.Select(f => f.Outcome).ShouldBe([FindingOutcome.Close, FindingOutcome.Close]);
        check.Findings[0].Aspects[0].Tolerance.ShouldBe(50_000m);
        check.ShouldBe(VerdictKind.Mixed, VerdictLabel.TooCloseToCall);
    }

    [Fact]
    public void V7_for_2023_24_there_are_no_data_and_the_last_balance_is_not_carried_on()
    {
        var check = Check(Gap(Tonnes(800_000m, 100_000m, "about")) with { Period = Marketing(2023) }, Giews(f => f), Nis);
        check.ShouldBe(VerdictKind.NoData, VerdictLabel.None);
        check.Findings.ShouldAllBe(f => f.Gate == Gate.Period && f.Figures.Count == 0);
        check.Findings[0].Reason.ShouldBe("no figure for 2023/24; none after 2020/21 in the release loaded");
    }

    [Fact]
    public void V8_figures_of_two_editions_are_not_set_against_each_other()
    {
        Figure Mean(int from, decimal percent, string edition) => new(Period.Mean(from, from + 2), percent) { Edition = edition };
        var sofi = new Evidence
        {
            Dataset = "fao-fs",
            Source = "FAO",
            Group = "fao",
            Area = "PRK",
            Unit = "percent",
            RevisesWhole = true,
            Error = EstimateError.Remote,
            Figures = [Mean(2016, 47.8m, "SOFI 2019"), Mean(2019, 41.6m, "SOFI 2022")],
        };
        var claim = Claim("undernourishment", ClaimRelation.Fall, new ClaimPeriod("2019–21", "years", "2019", "2021")) with
        {
            Base = new ClaimPeriod("2016–18", "years", "2016", "2018"),
        };
        var check = Check(claim, sofi);
        check.ShouldBe(VerdictKind.NoData, VerdictLabel.None);
        check.Findings[0].Gate.ShouldBe(Gate.Vintage);
        Check(claim, sofi with { Figures = [Mean(2016, 47.8m, "one"), Mean(2019, 41.6m, "one")] })
            .Verdict.ShouldBe(VerdictKind.Supported, "in one edition the fall can be told");
    }

    private static Evidence Nis =>
        Giews(f => f with { Low = 1_000_000m, High = 1_000_000m }) with
        {
            Dataset = "nis",
            Source = "NIS",
            Group = "nis",
        };

    private static Claim Gap(ClaimQuantity quantity) =>
        Claim("uncovered-deficit", ClaimRelation.Shortage, Marketing(2020)) with
        {
            Quantity = quantity,
        };

    private static Evidence Giews(Func<Figure, Figure> change)
    {
        var evidence = Balances("fao-wfp", "FAO/WFP", (2020, 860_000m));
        return evidence with { Figures = [change(evidence.Figures[0] with { Deviation = Error2021 })] };
    }
}
