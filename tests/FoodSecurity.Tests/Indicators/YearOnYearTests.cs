using FoodSecurity.Indicators;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class YearOnYearTests
{
    [Fact]
    public void The_RDA_figure_of_2023_is_6_point_87_per_cent_up()
    {
        var change = YearOnYear.At(Tiny.Of("food-crops", (2022, 451m), (2023, 482m)), 2023)!.Value;
        Math.Round(change * 100, 2).ShouldBe(6.87m);
        FoodSecurity.Wording.Numbers.Change(change).ShouldBe("+6.9 %", "as the RDA printed it");
    }

    [Fact]
    public void Years_are_never_skipped()
    {
        YearOnYear.At(Tiny.Of("rice", (2020, 4m), (2022, 5m)), 2022).ShouldBeNull("2021 is not there");
        YearOnYear.At(Tiny.Of("rice", (2020, 4m), (2021, null), (2022, 5m)), 2022).ShouldBeNull("2021 is missing");
        YearOnYear.At(Tiny.Of("rice", (2020, 4m), (2021, 5m)), 2022).ShouldBeNull("2022 is not there");
    }

    [Fact]
    public void Nothing_is_divided_by_zero_or_less()
    {
        YearOnYear.At(Tiny.Of("rice", (2020, 0m), (2021, 5m)), 2021).ShouldBeNull();
        YearOnYear.At(Tiny.Of("rice", (2020, -1m), (2021, 5m)), 2021).ShouldBeNull();
        YearOnYear.At(Tiny.Of("rice", (2020, 5m), (2021, 0m)), 2021).ShouldBe(-1m);
    }
}
