using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using static FoodSecurity.Tests.Claims.Given;

namespace FoodSecurity.Tests.Claims;

/// <summary>METHODS 9.6, V9 to V13: ranges of deaths, two sources on two bases, causes, and deficits counted over years.</summary>
public class PublishedComparisonsTests
{
    [Fact]
    public void V9_two_to_three_million_dead_finds_the_estimates_in_disagreement()
    {
        var estimates = new[] { (0.22m, 0.22m), (0.24m, 0.42m), (0.5m, 0.6m), (0.6m, 1.0m), (1m, 2.5m), (2.8m, 3.5m) };
        var claim = Claim("famine-deaths", ClaimRelation.Level, new ClaimPeriod("the 1990s", "decade", "1990", "1999")) with
        {
            Quantity = new ClaimQuantity("two to three million", 2_000_000m, 3_000_000m, "people", null, 1_000_000m),
        };
        var check = Check(claim, [.. estimates.Select((e, i) => Deaths("author " + i, e.Item1 * 1_000_000m, e.Item2 * 1_000_000m))]);
        check.ShouldBe(VerdictKind.Mixed, VerdictLabel.SourcesDisagree);
        check
            .Findings.Select(f => f.Outcome)
            .ShouldBe([
                FindingOutcome.Contradicts,
                FindingOutcome.Contradicts,
                FindingOutcome.Contradicts,
                FindingOutcome.Contradicts,
                FindingOutcome.Supports,
                FindingOutcome.Supports,
            ]);
        check.Groups.ShouldBe(new GroupCounts(2, 4, 0, 0));
    }

    [Fact]
    public void V10_need_less_harvest_on_two_milling_rates_is_not_comparable_until_converted()
    {
        var harvest = Rice(Years("rda", "RDA", (2016, 4_810_000m)), "milled-0.72", 2_220_000m);
        var need = Rice(Years("fao-wfp", "FAO", (2016, 5_491_000m)), "milled-0.66", 2_000_000m) with { Role = EvidenceRole.Against };
        var claim = Claim("uncovered-deficit", ClaimRelation.Shortage, Year(2016)) with
        {
            Against = "need",
            Quantity = Tonnes(690_000m, 10_000m),
        };
        var printed = Check(claim, convert: false, harvest, need);
        printed.ShouldBe(VerdictKind.NotComparable, VerdictLabel.None);
        printed.Findings.ShouldHaveSingleItem().Gate.ShouldBe(Gate.Basis);

        var finding = Check(claim, harvest, need).Findings.ShouldHaveSingleItem();
        finding.Conversions.ShouldHaveSingleItem().After.ShouldBe(4_625_000m);
        finding.Aspects.ShouldHaveSingleItem().Measured.ShouldBe(866_000m);
        finding.Reason.ShouldContain("RDA note of 15 December 2023");
    }

    [Fact]
    public void V11_a_cause_is_never_checked_but_that_a_source_gives_it_is_said()
    {
        var check = Check(
            Claim("crop-output", ClaimRelation.Rise, Year(2023)) with
            {
                Cause = "favourable weather",
            },
            Years("rda", "RDA", (2022, 4_510_000m), (2023, 4_820_000m))
        );
        check
            .NotCheckable.ShouldHaveSingleItem()
            .ShouldBe(
                "The cause it gives (“favourable weather”) is not checkable with data; that it is given is reported: "
                    + Weather.Statement
                    + "."
            );
        Check(Claim("crop-output", ClaimRelation.Rise, Year(2023)) with { Cause = "more fertiliser" }, Years("rda", "RDA", (2022, 1m)))
            .NotCheckable.ShouldHaveSingleItem()
            .ShouldEndWith("is not checkable with data.");
    }

    [Fact]
    public void V12_chronic_deficits_are_supported_to_the_last_published_balance_and_no_further()
    {
        var balances = Balances(
            "fao-wfp",
            "FAO/WFP",
            (2002, 558_000m),
            (2003, 404_000m),
            (2004, 500_000m),
            (2008, 836_000m),
            (2010, 542_000m),
            (2011, 414_000m),
            (2013, 40_000m),
            (2015, 394_000m),
            (2018, 1_365_000m),
            (2020, 860_000m)
        );
        var claim = Claim("uncovered-deficit", ClaimRelation.Shortage, new ClaimPeriod("continues to", "open", null, "2023")) with
        {
            Times = 8,
            OfLast = 10,
        };
        var check = Check(claim, balances);
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        check.KnownTo.ShouldBe("2020/21");
        check.Findings[0].Figures.Count.ShouldBe(10);
        check
            .Findings[0]
            .Text.ShouldStartWith("a deficit in 10 of 10 published balances from 2002/03 to 2020/21: 558 thousand t in 2002/03, ");
        Check(claim with { Period = new ClaimPeriod("since 2021", "open", "2021-11", "2023") }, balances)
            .Verdict.ShouldBe(VerdictKind.NoData, "nothing is known after 2020/21");
    }

    [Fact]
    public void V13_the_UN_above_Seoul_is_not_comparable_as_printed_and_supported_after_conversion()
    {
        var facets = new Dictionary<string, string> { ["soybean-factor"] = "1.157" };
        var giews = Rice(Balances("fao-wfp", "FAO/WFP", (2020, 5_600_000m)), "paddy", 2_110_000m, facets);
        var rda = Rice(
            Years("rda", "RDA", (2020, 4_400_000m)),
            "milled-0.72",
            2_020_000m,
            new Dictionary<string, string> { ["soybean-factor"] = "1" }
        ) with
        {
            Role = EvidenceRole.Against,
        };
        var claim = Claim("crop-output", ClaimRelation.Above, Marketing(2020)) with
        {
            Against = "rda",
            Attribution = Says("fao-wfp", "the UN"),
        };
        var printed = Check(claim, convert: false, giews, rda);
        printed.ShouldBe(VerdictKind.NotComparable, VerdictLabel.None);
        printed.Findings.ShouldHaveSingleItem().Gate.ShouldBe(Gate.Basis);

        var check = Check(claim, giews, rda);
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource, VerdictBadge.AfterConversion);
        var finding = check.Findings.ShouldHaveSingleItem();
        finding.Conversions.Select(c => Math.Round(c.After / 1000, 0)).ShouldBe([4_883m, 4_232m]);
        Math.Round(finding.Aspects[0].Measured / 1000, 0).ShouldBe(651m);
        Math.Round(finding.Aspects[0].Deviation / 1000, 0).ShouldBe(323m);
        finding.Doubts.ShouldContain("the counting of soybeans may differ between the two");
    }

    private static Evidence Deaths(string author, decimal low, decimal high) =>
        new()
        {
            Dataset = "events",
            Source = author,
            Group = author,
            Area = "PRK",
            Unit = "people",
            Error = EstimateError.Remote,
            Figures = [new Figure(Period.Window(new DateOnly(1995, 1, 1), new DateOnly(1998, 12, 31)), low, high)],
        };

    private static Evidence Rice(Evidence evidence, string form, decimal rice, Dictionary<string, string>? more = null) =>
        evidence with
        {
            IsHarvest = true,
            Facets = new Dictionary<string, string>(more ?? []) { ["rice-form"] = form },
            Figures = [.. evidence.Figures.Select(f => f with { Rice = rice })],
        };
}
