using FoodSecurity.Claims;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

/// <summary>What the sources say of the five excerpts of the first article, from the shipped data.</summary>
public class ShippedFindingsTests(ShippedArchive shipped)
{
    [Fact]
    public void The_policy_aim_is_shown_and_not_judged() => Of(1).ShouldAllBe(f => f.Outcome == FindingOutcome.Shown || f.Outcome == FindingOutcome.Silent);

    [Fact]
    public void The_famines_of_the_nineties_are_shown_with_the_fall_of_output_and_the_range_of_deaths()
    {
        Of(2).ShouldAllBe(f => f.Outcome == FindingOutcome.Shown);
        Text(2, "events").ShouldBe("Excess deaths in the famine: 0.22 to 3.5 million, by 4 estimates whose authors disagree");
        Text(2, "wb-wdi").ShouldContain("2.61 million t in 1996");
    }

    [Fact]
    public void The_closed_borders_are_shown_with_the_imports_before_during_and_after() => Text(3, "usda-psd").ShouldMatch(@"^USDA, .+ in 2018/19, then .+ in 20(19|20|21|22)/\d\d, .+ in 20\d\d/\d\d$");

    [Fact]
    public void The_rise_of_2023_is_supported_by_the_RDA_with_4_point_82_million_tonnes()
    {
        var rda = Of(4).Single(f => f.Dataset == "rda");
        rda.Outcome.ShouldBe(FindingOutcome.Supports);
        rda.Text.ShouldStartWith("RDA: 4.82 million t in 2023, +6.9 % on 2022; ");
    }

    [Fact]
    public void The_rise_of_2023_finds_FAO_and_the_UN_balances_silent() =>
        Of(4).Where(f => f.Outcome == FindingOutcome.Silent).Select(f => f.Dataset).ShouldBe(["wb-wdi", "fao-wfp"], ignoreOrder: true);

    [Fact]
    public void The_chronic_deficit_is_supported_to_2020_21_and_nothing_is_carried_forward()
    {
        var finding = Of(5).ShouldHaveSingleItem();
        finding.Outcome.ShouldBe(FindingOutcome.Supports);
        finding.Text.ShouldBe("FAO/WFP: an uncovered deficit in 11 of 11 published balances from 2002/03 to 2020/21; 860 thousand t in 2020/21, and no balance published after it is loaded");
    }

    [Fact]
    public void Every_number_in_a_finding_has_a_trace_that_is_found()
    {
        foreach (var trace in shipped.Area("PRK").Annotations.SelectMany(a => a.Findings).SelectMany(f => f.Sentence).Where(p => p.Trace is not null).Select(p => p.Trace!).Distinct())
        {
            Traces.Find(shipped.Archive, trace).ShouldNotBeNull(trace);
        }
    }

    private IReadOnlyList<Finding> Of(int number) => shipped.Area("PRK").Annotations.Single(a => a.Number == number).Findings;

    private string Text(int number, string dataset) => Of(number).First(f => f.Dataset == dataset).Text;
}
