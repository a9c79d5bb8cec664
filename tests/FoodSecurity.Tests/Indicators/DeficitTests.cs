using FoodSecurity.Indicators;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class DeficitTests(ShippedArchive shipped)
{
    [Fact]
    public void The_deficit_of_2018_19_is_1360_and_its_parts_give_1364_point_8()
    {
        var year = Year("2018/19");
        (year.Published.Value, year.FromParts, year.Difference).ShouldBe((1360m, 1364.8m, 4.8m));
        year.Covered.Select(c => (c.Element, c.Point.Value)).ShouldBe([("commercial-imports", 200m), ("food-aid", 21.2m)]);
        year.NotPublished.ShouldBe(["concessional-imports"]);
    }

    [Fact]
    public void The_deficit_of_2020_21_is_860()
    {
        var year = Year("2020/21");
        year.Published.Value.ShouldBe(860m);
        (year.Requirement!.Value, year.Requirement.IsDerived).ShouldBe(
            (1100m, false),
            "1,065 was derived from the deficit itself; the printed requirement goes before it"
        );
        year.FromParts.ShouldBe(895m);
    }

    // METHODS 11, T06: rows whose cells are all printed.
    [Theory]
    [InlineData("2003/04", 404)]
    [InlineData("2008/09", 836)]
    [InlineData("2010/11", 542)]
    [InlineData("2013/14", 40)]
    public void The_parts_give_the_published_deficit(string label, int deficit)
    {
        var year = Year(label);
        (year.Published.Value, year.FromParts, year.Difference).ShouldBe((deficit, deficit, 0m));
    }

    [Fact]
    public void Without_a_requirement_there_is_no_sum()
    {
        var year = Year("2004/05");
        (year.Requirement, year.FromParts, year.Difference).ShouldBe((null, null, null));
        year.Published.Value.ShouldBe(500m);
    }

    [Fact]
    public void A_part_that_is_missing_is_named_and_not_taken_for_published()
    {
        var year = CerealDeficit
            .Reconcile([
                Tiny.MarketingYears(Tiny.Key("cereals", element: "uncovered-deficit"), (2020, 10m)),
                Tiny.MarketingYears(Tiny.Key("cereals", element: "import-requirement"), (2020, 30m)),
                Tiny.MarketingYears(Tiny.Key("cereals", element: "food-aid"), (2020, null)),
                Tiny.MarketingYears(Tiny.Key("cereals", element: "commercial-imports"), (2020, 20m)),
            ])
            .ShouldHaveSingleItem();
        year.FromParts.ShouldBe(10m);
        year.NotPublished.ShouldBe(["concessional-imports", "food-aid"]);
    }

    [Fact]
    public void A_year_without_a_published_deficit_is_not_invented() =>
        CerealDeficit.Reconcile([Tiny.MarketingYears(Tiny.Key("cereals", element: "import-requirement"), (2017, 652m))]).ShouldBeEmpty();

    [Fact]
    public void Deficits_stand_in_order_of_time_and_no_year_twice()
    {
        var starts = shipped.Series("PRK").Deficits.Select(d => d.Published.Period.Start).ToList();
        starts.ShouldBe(starts.Distinct().Order());
        starts.Count.ShouldBe(11);
    }

    private DeficitYear Year(string label) => shipped.Series("PRK").Deficits.Single(d => d.Published.Period.Label == label);
}
