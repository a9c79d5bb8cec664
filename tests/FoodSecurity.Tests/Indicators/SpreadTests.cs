using FoodSecurity.Indicators;
using FoodSecurity.Series;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class SpreadTests
{
    [Fact]
    public void One_source_has_no_spread()
    {
        SourceSpread.Of([(Of("a", (2020, 5m)), 1m)]).ShouldBeEmpty();
        SourceSpread.Of([(Of("a", (2020, 5m)), 1m), (Of("a", (2020, 7m)), 1m)]).ShouldBeEmpty("two lines of one source are one source");
        SourceSpread.Of([(Of("a", (2020, 5m)), 1m), (Of("b", (2021, 7m)), 1m)]).ShouldBeEmpty("never in one year");
        SourceSpread.Of([(Of("a", (2020, 5m)), 1m), (Of("b", (2020, null)), 1m)]).ShouldBeEmpty("missing is no value");
    }

    [Fact]
    public void Each_source_is_brought_to_the_unit_first()
    {
        var year = SourceSpread
            .Of([(Of("a", (2020, 482m)), 10_000m), (Of("b", (2020, 4_000m)), 1_000m), (Of("c", (2020, 5_000_000m)), 1m)])
            .ShouldHaveSingleItem();
        (year.Low, year.High, year.Median, year.Sources).ShouldBe((4_000_000m, 5_000_000m, 4_820_000m, 3));
        Math.Round(year.Relative!.Value, 4).ShouldBe(0.2075m);
    }

    [Fact]
    public void The_median_of_two_lies_between_them_and_a_median_of_zero_has_no_ratio()
    {
        SourceSpread.Of([(Of("a", (2020, 4m)), 1m), (Of("b", (2020, 5m)), 1m)])[0].Median.ShouldBe(4.5m);
        SourceSpread.Of([(Of("a", (2020, 0m)), 1m), (Of("b", (2020, 0m)), 1m)])[0].Relative.ShouldBeNull();
    }

    private static TimeSeries Of(string dataset, params (int, decimal?)[] points) => Tiny.Of(Tiny.Key("cereals", dataset), points);
}
