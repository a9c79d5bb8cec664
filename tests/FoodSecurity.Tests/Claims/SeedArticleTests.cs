using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Claims;

/// <summary>The first article against the shipped data: what could be known on 28 December 2023, and what is known now.</summary>
public class SeedArticleTests(ShippedArchive shipped)
{
    [Fact]
    public void On_the_day_of_publication_the_RDA_alone_knew_of_a_rise_of_6_point_9_per_cent()
    {
        var then = Of(4).Then.ShouldNotBeNull();
        then.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        then.Groups.ShouldBe(new GroupCounts(1, 0, 0, 3));
        Whole(then, "rda").Text.ShouldBe("4.82 million t in 2023, after 4.51 million t in 2022: +6.9 %");
        then.Findings.Where(f => f.Votes).Select(f => f.Dataset).ShouldBe(["rda"]);
        Whole(then, "usda-psd")
            .Reason.ShouldBe("no figure for 2023 that was known on 28 December 2023, as far as the releases loaded tell");
    }

    [Fact]
    public void Now_the_RDA_supports_the_rise_and_all_grains_of_USDA_are_close_while_its_rice_supports()
    {
        var now = Of(4).Now;
        now.ShouldBe(
            VerdictKind.Supported,
            VerdictLabel.None,
            VerdictBadge.SingleSource,
            VerdictBadge.WithinError,
            VerdictBadge.IndependenceInDoubt,
            VerdictBadge.RepeatedEstimates
        );
        now.Groups.ShouldBe(new GroupCounts(1, 0, 1, 2));
        Whole(now, "rda").Outcome.ShouldBe(FindingOutcome.Supports);
        var grains = Whole(now, "usda-psd");
        grains.Outcome.ShouldBe(FindingOutcome.Close);
        Part(now, "usda-psd", "rice, milled").Outcome.ShouldBe(FindingOutcome.Supports);
        grains.Doubts.ShouldBe(
            [
                "independence in doubt: its area harvested for rice, 534,000 ha, equals, as rounded, what Statistics Korea via Yonhap printed (533,591 ha)",
                "maize: the figure of 2023/24 is that of 2022/23 printed again",
                "wheat: the figure of 2023/24 is that of 2022/23 printed again",
            ],
            ignoreOrder: true
        );
        Part(now, "usda-psd", "maize").IsRepeated.ShouldBeTrue();
        Part(now, "rda", "other crops (RDA)").IsRepeated.ShouldBeFalse("2 after 2 of 10,000 tonnes is the same by rounding");
        var fao = Whole(now, "wb-wdi");
        (fao.Source, fao.Outcome, fao.Reason).ShouldBe(
            ("FAO, by way of World Bank", FindingOutcome.Silent, "no figure for 2023; none after 2021 in the release loaded")
        );
    }

    [Fact]
    public void The_weather_is_not_checkable_but_reported() =>
        Of(4).Now.NotCheckable.ShouldHaveSingleItem().ShouldContain("the RDA's release of 15 December 2023 names rain");

    [Fact]
    public void A_readers_own_error_changes_the_finding_and_not_the_figures()
    {
        var now = Of(4, new ErrorChoice(0.05, 0)).Now;
        now.ShouldBe(VerdictKind.Mixed, VerdictLabel.TooCloseToCall, VerdictBadge.IndependenceInDoubt, VerdictBadge.RepeatedEstimates);
        Of(4, new ErrorChoice(0.03, 0)).Now.Verdict.ShouldBe(VerdictKind.Supported);
        Whole(now, "rda").Figures.Select(f => f.Value).ShouldBe([4_510_000m, 4_820_000m]);
    }

    [Fact]
    public void Chronic_deficits_stand_in_every_balance_year_by_year_and_end_with_the_last()
    {
        var now = Of(5).Now;
        now.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        now.KnownTo.ShouldBe("2020/21");
        var finding = now.Findings.ShouldHaveSingleItem();
        finding
            .Figures.Select(f => (f.Period.Label, f.Value / 1000))
            .ShouldBe([
                ("2003/04", 404m),
                ("2004/05", 500m),
                ("2008/09", 836m),
                ("2010/11", 542m),
                ("2011/12", 414m),
                ("2013/14", 40m),
                ("2014/15", 107m),
                ("2015/16", 394m),
                ("2018/19", 1360m),
                ("2020/21", 860m),
            ]);
        finding.Figures.ShouldAllBe(
            f => f.Deviation > 200_000m && f.Deviation < 400_000m,
            "a deficit is a small difference of large numbers"
        );
        finding.Reason.ShouldEndWith("8 of the 10 exceed their own estimation error");
        now.Reported.ShouldBe(new Reported(ReportedAnswer.Anonymous, "a Seoul official"));
        VerdictText.Reported(now, Texts.English).ShouldBe("Who said so is not named (“a Seoul official”): not checkable with data.");
        now.NotCheckable.ShouldBeEmpty("it is said once");
    }

    [Fact]
    public void The_famines_stand_with_the_estimates_as_ranges_and_the_collapse_of_the_harvests()
    {
        var now = Of(2).Now;
        now.ShouldBe(VerdictKind.Supported, VerdictLabel.None);
        var deaths = now.Findings.Where(f => f.Role == EvidenceRole.Subject).SelectMany(f => f.Figures).ToList();
        deaths
            .Select(f => (f.Low, f.High))
            .ShouldBe([(220_000m, 220_000m), (240_000m, 420_000m), (500_000m, 600_000m), (2_800_000m, 3_500_000m)]);
        now.Findings.Single(f => f is { Role: EvidenceRole.Context, Dataset: "wb-wdi" })
            .Text.ShouldBe("6.47 million t in 1989, then 2.61 million t in 1996, 2.94 million t in 2000");
        Of(2)
            .Then!.Findings.Where(f => f.Role == EvidenceRole.Subject)
            .ShouldAllBe(f => f.Gate == Gate.Vintage, "whether undated estimates were known then cannot be said");
    }

    [Fact]
    public void The_closed_borders_stand_with_the_imports_before_during_and_after()
    {
        var now = Of(3).Now;
        now.Verdict.ShouldBe(VerdictKind.Supported);
        now.Findings.Single(f => f.Role == EvidenceRole.Context)
            .Text.ShouldBe("487 thousand t in 2019/20, then 100 thousand t in 2020/21, 120 thousand t in 2024/25");
        now.Reported.Answer.ShouldBe(ReportedAnswer.Anonymous);
    }

    [Fact]
    public void An_aim_is_not_judged()
    {
        var now = Of(1).Now;
        now.Verdict.ShouldBe(VerdictKind.NotCheckable);
        now.Findings.ShouldAllBe(f => f.Outcome == FindingOutcome.Shown || f.Outcome == FindingOutcome.Silent);
    }

    [Fact]
    public void Every_figure_of_a_finding_has_a_trace_that_is_found()
    {
        var traces = new[] { 1, 3, 4, 5 }
            .SelectMany(n => Of(n).Now.Findings)
            .SelectMany(f => f.Sentence)
            .Where(p => p.Trace is not null)
            .Select(p => p.Trace!)
            .Distinct()
            .ToList();
        traces.Count.ShouldBeGreaterThan(20);
        traces.ShouldAllBe(t => Traces.Find(shipped.Archive, t) != null);
    }

    private ExcerptFindings Of(int number, ErrorChoice? choice = null)
    {
        using var connection = shipped.Archive.Read();
        return ArticleFindings.Of(shipped.Archive, ArticleStore.All(connection).Single(), choice).Single(f => f.Excerpt.Number == number);
    }

    private static Finding Whole(CheckedClaim check, string dataset) =>
        check.Findings.Single(f => f.Role == EvidenceRole.Subject && f.Dataset == dataset);

    private static Finding Part(CheckedClaim check, string dataset, string counts) =>
        check.Findings.Single(f => f.Role == EvidenceRole.Part && f.Dataset == dataset && f.Counts == counts);
}
