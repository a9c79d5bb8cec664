using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Indicators;
using FoodSecurity.Series;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

/// <summary>Which year's harvest a marketing year of USDA is: what the reviewed table says holds in the shipped figures, measured by FAO's calendar years.</summary>
public class HarvestYearTests(ShippedArchive shipped)
{
    private const int LastYearOfFao = 2021;

    [Theory]
    [InlineData("ARG", 1)]
    [InlineData("AUS", 1)]
    [InlineData("BOL", 1)]
    [InlineData("BRA", 1)]
    [InlineData("CHL", 1)]
    [InlineData("NPL", 1)]
    [InlineData("PHL", 1)]
    [InlineData("PRY", 1)]
    [InlineData("URY", 1)]
    [InlineData("VNM", 1)]
    [InlineData("ZAF", 1)]
    [InlineData("IND", 0)]
    [InlineData("USA", 0)]
    [InlineData("KEN", 0)]
    [InlineData("ZWE", 0)]
    [InlineData("PRK", 0)]
    public void Grain_totals_move_with_FAOs_cereals_of_the_year_the_table_names(string area, int later)
    {
        var (years, from) = CheckTables.Of(shipped.Archive).HarvestYear("usda-psd", area, "cereals");
        years.ShouldBe(later);
        var all = shipped.Series(area).Published;
        var usda = GrainsTotal
            .Sum([.. all.Where(s => s.Key is { Dataset: "usda-psd", Element: "production" } && s.Key.Basis != "paddy")])
            .ShouldNotBeNull();
        var fao = all.Single(s => s.Key is { Dataset: "wb-wdi", Item: "cereals", Element: "production" });
        double Kept(int shift) => Correlation(usda, fao, shift, Math.Max(from, 2001));
        Kept(later)
            .ShouldBeGreaterThan(Kept(1 - later) + 0.3, $"{area}: {Kept(0):0.00} for the same year, {Kept(1):0.00} for the year after");
    }

    [Theory]
    [InlineData("BRA", "wheat", 0)]
    [InlineData("ZAF", "wheat", 0)]
    [InlineData("LKA", "maize", 1)]
    [InlineData("AUS", "wheat", 1)]
    [InlineData("KEN", "wheat", 0)]
    public void Single_crops_of_FAOs_2020_are_those_of_the_marketing_year_the_table_names(string area, string item, int later)
    {
        CheckTables.Of(shipped.Archive).HarvestYear("usda-psd", area, item).YearsLater.ShouldBe(later);
        var all = shipped.Series(area).Published.Where(s => s.Key.Item == item && s.Key.Element == "production").ToList();
        var fao = (double)all.Single(s => s.Key.Dataset == "fao-qcl").At(2020)!.Value!.Value;
        double Off(int year) =>
            Math.Abs(Math.Log(1000 * (double)all.Single(s => s.Key.Dataset == "usda-psd").At(year)!.Value!.Value / fao));
        Off(2020 - later).ShouldBeLessThan(0.03);
        Off(2020 - (1 - later)).ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void A_claim_of_a_year_is_held_against_the_harvest_of_that_year_and_says_which_marketing_year_it_is()
    {
        // South Africa's drought: USDA prints the harvest of 2024 as 2023/24.
        var check = Check("ZAF", ClaimRelation.Fall, "2024");
        var usda = check.Findings.Single(f => f is { Role: EvidenceRole.Subject, Dataset: "usda-psd" });
        usda.Text.ShouldBe("16.0 million t in 2023/24, after 19.6 million t in 2022/23: −18.6 %");
        usda.Outcome.ShouldBe(FindingOutcome.Supports);
        usda.Doubts.ShouldHaveSingleItem().ShouldBe("its marketing year 2023/24 is taken for the harvest of 2024, as FAO counts it");
    }

    [Fact]
    public void Figures_of_marketing_years_without_a_stated_month_say_so_where_a_claim_is_of_a_calendar_year()
    {
        var claim = new Claim
        {
            Area = "KEN",
            Indicator = "imports",
            Relation = ClaimRelation.Rise,
            Item = "maize",
            Period = new ClaimPeriod("in 2023", "year", "2023", "2023"),
        };
        Of(claim)
            .Findings.Single(f => f is { Role: EvidenceRole.Subject, Dataset: "usda-psd" })
            .Doubts.ShouldHaveSingleItem()
            .ShouldBe("in which month its marketing years begin is not stated; each is taken for the calendar year it begins in");
    }

    private CheckedClaim Check(string area, ClaimRelation relation, string year) =>
        Of(
            new Claim
            {
                Area = area,
                Indicator = "crop-output",
                Relation = relation,
                Period = new ClaimPeriod("in " + year, "year", year, year),
            }
        );

    private CheckedClaim Of(Claim claim)
    {
        using var connection = shipped.Archive.Read();
        var excerpt = new Excerpt
        {
            Number = 1,
            Exact = "x",
            Kind = "claim",
            Claim = claim,
            Target = ExcerptTarget.Of(claim),
        };
        return new ExcerptCheck(shipped.Archive, AreaFigures.Read(shipped.Archive, connection, claim.Area, [excerpt], null)).Of(claim);
    }

    /// <summary>Correlation of the changes of two series' logarithms, the first one's years put later.</summary>
    private static double Correlation(TimeSeries marketing, TimeSeries calendar, int later, int from)
    {
        double? Change(TimeSeries series, int year) =>
            series.At(year)?.Value is > 0 and var now && series.At(year - 1)?.Value is > 0 and var before
                ? Math.Log((double)(now / before))
                : null;
        var pairs = Enumerable
            .Range(from, LastYearOfFao - from + 1)
            .Select(y => (A: Change(marketing, y - later), B: Change(calendar, y)))
            .Where(p => p.A is not null && p.B is not null)
            .Select(p => (A: p.A!.Value, B: p.B!.Value))
            .ToList();
        double a = pairs.Average(p => p.A),
            b = pairs.Average(p => p.B);
        return pairs.Sum(p => (p.A - a) * (p.B - b))
            / Math.Sqrt(pairs.Sum(p => (p.A - a) * (p.A - a)) * pairs.Sum(p => (p.B - b) * (p.B - b)));
    }
}
