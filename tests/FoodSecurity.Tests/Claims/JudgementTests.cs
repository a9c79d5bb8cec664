using FoodSecurity.Articles;
using FoodSecurity.Claims;
using static FoodSecurity.Tests.Claims.Given;

namespace FoodSecurity.Tests.Claims;

/// <summary>Single sources against single claims: directions, closed gates, printed repeats, counted deficits.</summary>
public class JudgementTests
{
    [Theory]
    [InlineData(ClaimRelation.Rise, 478, 482, FindingOutcome.Close)]
    [InlineData(ClaimRelation.Rise, 482, 440, FindingOutcome.Contradicts)]
    [InlineData(ClaimRelation.Fall, 482, 440, FindingOutcome.Supports)]
    [InlineData(ClaimRelation.Fall, 451, 482, FindingOutcome.Contradicts)]
    [InlineData(ClaimRelation.Unchanged, 478, 482, FindingOutcome.Supports)]
    [InlineData(ClaimRelation.Unchanged, 451, 482, FindingOutcome.Contradicts)]
    public void A_direction_counts_from_what_two_estimates_can_tell(
        ClaimRelation relation,
        decimal before,
        decimal now,
        FindingOutcome outcome
    ) => Output(relation, (2022, before), (2023, now)).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData(451, 482, "more than the 5.1 % that errors of estimation alone can make")]
    [InlineData(478, 482, "less than the 5.1 % that errors of estimation alone can make")]
    [InlineData(482, 440, "more than the 4.9 % that errors of estimation alone can make")]
    public void The_reason_speaks_of_per_cent(decimal before, decimal now, string reason) =>
        Output(ClaimRelation.Rise, (2022, before), (2023, now)).Reason.ShouldBe(reason);

    [Fact]
    public void A_source_without_the_year_is_silent_and_says_since_when()
    {
        var after = Output(ClaimRelation.Rise, (2020, 440m), (2021, 469m));
        (after.Outcome, after.Reason).ShouldBe((FindingOutcome.Silent, "no figure for 2023; none after 2021 in the release loaded"));
        Output(ClaimRelation.Rise, (2022, 451m), (2024, 478m)).Reason.ShouldBe("no figure for 2023 in the release loaded");
    }

    [Fact]
    public void Without_the_year_before_no_direction_is_told_and_the_figure_is_shown()
    {
        var finding = Output(ClaimRelation.Rise, (2021, 469m), (2023, 482m));
        (finding.Outcome, finding.Text, finding.Reason).ShouldBe(
            (FindingOutcome.Silent, "4.82 million t in 2023", "no figure for 2022 to compare with")
        );
    }

    [Fact]
    public void A_figure_printed_again_is_said_to_be_so()
    {
        var finding = Output(ClaimRelation.Rise, (2022, 230m), (2023, 230m));
        finding.IsRepeated.ShouldBeTrue();
        finding.Doubts.ShouldHaveSingleItem().ShouldEndWith("the figure of 2023 is that of 2022 printed again");
    }

    [Fact]
    public void Deficits_are_counted_to_the_end_of_the_claimed_period_and_nothing_is_carried_beyond()
    {
        var supported = Deficits("2023", (2018, 1360m), (2020, 860m));
        supported.Text.ShouldBe(
            "a deficit in 2 of 2 published balances from 2018/19 to 2020/21: 1.36 million t in 2018/19, 860 thousand t in 2020/21"
        );
        (supported.Outcome, supported.KnownTo).ShouldBe((FindingOutcome.Supports, "2020/21"));
        Deficits("2019", (2018, 1360m), (2020, 860m)).Text.ShouldStartWith("a deficit in 1 of 1 published balances");
        Deficits("2023", (2017, 0m), (2018, 5m)).Outcome.ShouldBe(FindingOutcome.Close);
        Deficits("1990", (2018, 1360m))
            .ShouldSatisfyAllConditions(f => f.Outcome.ShouldBe(FindingOutcome.Silent), f => f.Text.ShouldBeEmpty());
    }

    [Fact]
    public void Figures_beside_a_claim_are_the_last_before_the_lowest_inside_and_the_first_after()
    {
        var harvests = Years("rda", "RDA", (1988, 900m), (1991, 900m), (1993, 388m), (1995, 345m), (1999, 412m), (2000, 420m)) with
        {
            Role = EvidenceRole.Context,
        };
        var claim = Claim("famine", ClaimRelation.Famine, new ClaimPeriod("the 1990s", "decade", "1990", "1999"));
        var beside = Check(claim, harvests).Findings.ShouldHaveSingleItem();
        (beside.Outcome, beside.Text).ShouldBe((FindingOutcome.Shown, "900 t in 1988, then 345 t in 1995, 420 t in 2000"));
    }

    [Fact]
    public void A_subject_nothing_measures_has_no_data_and_no_findings()
    {
        var check = Check(Claim("rations", ClaimRelation.Rise, Year(2023)));
        (check.Verdict, check.Findings.Count, check.Groups.Spoken).ShouldBe((VerdictKind.NoData, 0, 0));
    }

    private static Finding Output(ClaimRelation relation, params (int Year, decimal Figure)[] figures) =>
        Check(Claim("crop-output", relation, Year(2023)), Years("rda", "RDA", [.. figures.Select(f => (f.Year, f.Figure * 10_000m))]))
            .Findings.ShouldHaveSingleItem();

    private static Finding Deficits(string to, params (int First, decimal Thousands)[] figures) =>
        Check(
            Claim("uncovered-deficit", ClaimRelation.Shortage, new ClaimPeriod("", "open", null, to)),
            Balances("fao-wfp", "FAO/WFP", [.. figures.Select(f => (f.First, f.Thousands * 1000m))])
        )
            .Findings.ShouldHaveSingleItem();
}
