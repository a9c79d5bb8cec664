using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Claims;

/// <summary>One claim has one answer: on the page of the country, on every chart and on the page of the article, now and as known on a day.</summary>
public class ShippedFindingsTests(ShippedArchive shipped)
{
    public static readonly TheoryData<string?> Days = [(string?)null, "2023-12-28", "2021-06-30", "1990-01-01"];

    [Theory]
    [MemberData(nameof(Days))]
    public void The_country_page_tells_what_the_article_page_tells(string? day)
    {
        var asOf = Day(day);
        var annotations = AreaAnswer.Of(shipped.Archive, "PRK", asOf).ShouldNotBeNull().Annotations;
        annotations.Count.ShouldBe(5);
        foreach (var annotation in annotations)
        {
            Said(annotation.Check).ShouldBe(Said(OfArticle(annotation, asOf)), $"excerpt {annotation.Number}");
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_story_tells_what_the_article_page_tells(string? day)
    {
        var asOf = Day(day);
        foreach (var part in StoryAnswer.Of(shipped.Archive, Article.Slug, asOf).ShouldNotBeNull().Parts)
        {
            Said(part.Annotation.Check).ShouldBe(Said(OfArticle(part.Annotation, asOf)), $"excerpt {part.Annotation.Number}");
        }
    }

    [Theory]
    [InlineData("areas=PRK;elements=production")]
    [InlineData("areas=PRK;elements=import-quantity")]
    [InlineData("areas=PRK,KOR;elements=production;asof=2023-12-28")]
    [InlineData("areas=PRK;elements=uncovered-deficit")]
    public void A_chart_of_the_maker_tells_what_the_article_page_tells(string query)
    {
        var question = ChartMaking
            .Reader(shipped.Archive)
            .Read("line", query.Split(';').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1])))
            .Question.ShouldNotBeNull();
        var annotations = ChartMaking.Of(shipped.Archive, question).Made.ShouldNotBeNull().Annotations;
        annotations.ShouldNotBeEmpty();
        foreach (var annotation in annotations)
        {
            Said(annotation.Check).ShouldBe(Said(OfArticle(annotation, question.AsOf)), $"excerpt {annotation.Number}");
        }
    }

    [Fact]
    public void The_policy_aim_is_shown_and_not_judged()
    {
        var aim = shipped.Area("PRK").Annotations.Single(a => a.Number == 1).Check;
        aim.Verdict.ShouldBe(VerdictKind.NotCheckable);
        aim.Findings.ShouldAllBe(f => f.Outcome == FindingOutcome.Shown || f.Outcome == FindingOutcome.Silent);
    }

    [Fact]
    public void Every_number_in_a_finding_has_a_trace_that_is_found()
    {
        var traces = shipped
            .Area("PRK")
            .Annotations.SelectMany(a => a.Check.Findings)
            .SelectMany(f => f.Sentence)
            .Where(p => p.Trace is not null)
            .Select(p => p.Trace!)
            .Distinct()
            .ToList();
        traces.Count.ShouldBeGreaterThan(20);
        traces.Where(t => Traces.Find(shipped.Archive, t) is null).ShouldBeEmpty();
    }

    [Fact]
    public void A_mean_over_years_says_so_and_names_each_year_with_its_trace()
    {
        var imports = shipped.Area("PRK").Annotations.Single(a => a.Number == 3).Check.Findings.Single(f => f.Role == EvidenceRole.Subject);
        imports.Text.ShouldBe(
            "a mean of 157 thousand t over 2020/21–2023/24 (100 thousand t, 135 thousand t, 270 thousand t, 121 thousand t), after a mean of 564 thousand t over 2016/17–2019/20 (545 thousand t, 606 thousand t, 618 thousand t, 487 thousand t): −72.3 %"
        );
        imports.Sentence.Count(p => p.Trace is not null).ShouldBe(8);
    }

    [Theory]
    [InlineData(null, 3_500_000d)]
    [InlineData(2_800_000d, null)]
    public void An_estimate_of_which_one_end_is_stated_is_left_out_with_the_reason_and_never_counts_from_zero(double? lower, double? upper)
    {
        var estimate = new AreaEvent
        {
            Area = "PRK",
            Kind = "famine excess deaths",
            Start = "1995-01-01",
            End = "1999-12-31",
            Lower = lower,
            Upper = upper,
            Source = "One author",
        };
        var whole = estimate with { Lower = 240_000, Upper = 420_000, Source = "Another" };
        var check = new ExcerptCheck(shipped.Archive, new AreaFigures([], [estimate, whole], null)).Of(
            new Claim
            {
                Area = "PRK",
                Indicator = "famine-deaths",
                Relation = ClaimRelation.Level,
                Period = new ClaimPeriod("in the 1990s", "decade", "1990", "1999"),
                Quantity = new ClaimQuantity("two to three million", 2_000_000, 3_000_000, "people", null, 1_000_000),
            }
        );
        var left = check.Findings.Single(f => f.Source == "One author");
        (left.Outcome, left.Reason, left.Votes).ShouldBe(
            (FindingOutcome.Silent, "only one end of its range is stated, so nothing can be held against it", false)
        );
        left.Figures.ShouldBeEmpty();
        left.Text.ShouldBeEmpty();
        check.Groups.ShouldBe(new GroupCounts(0, 1, 0, 1));
        check.Findings.SelectMany(f => f.Figures).ShouldAllBe(f => f.Low > 0);
    }

    private Article Article
    {
        get
        {
            using var connection = shipped.Archive.Read();
            return ArticleStore.All(connection).Single();
        }
    }

    private static DateOnly? Day(string? day) =>
        day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private CheckedClaim OfArticle(ChartAnnotation annotation, DateOnly? asOf)
    {
        var found = ArticleFindings
            .Of(shipped.Archive, annotation.Article, null, asOf)
            .Single(f => f.Excerpt.Number == annotation.Excerpt.Number);
        return asOf is null ? found.Now : found.Then.ShouldNotBeNull();
    }

    private static string Said(CheckedClaim check) =>
        VerdictText.Line(check, Texts.English)
        + "\n"
        + string.Join(
            "\n",
            check.Findings.Select(f =>
                $"{f.Role} {f.Dataset} {f.Source} {f.Counts} {f.Outcome} {f.Text} {f.Reason} {string.Join("; ", f.Doubts)} {string.Join(" ", f.Sentence.Select(p => p.Trace))}"
            )
        );
}
