using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Indicators;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class StocksToUseTests(ShippedArchive shipped)
{
    // WASDE of 12 September 2018, wheat of the United States, million bushels (METHODS 2.3).
    [Theory]
    [InlineData(1100, 1077, 901, 55.6)]
    [InlineData(935, 1152, 1025, 42.9)]
    public void The_published_ratios_of_US_wheat_come_out(int stocks, int used, int exported, double percent) =>
        Of(stocks, used, exported)!.Value.ShouldBe((decimal)percent, 0.06m);

    [Fact]
    public void Without_any_use_there_is_no_ratio() => Of(10m, 0m, 0m).ShouldBeNull();

    [Fact]
    public void Stocks_that_are_not_published_are_not_zero() => Of(null, 10m, 0m).ShouldBeNull();

    [Fact]
    public void A_chart_can_be_asked_for_it_and_every_figure_shows_what_went_in()
    {
        var made = ChartMaking
            .Of(
                shipped.Archive,
                new ChartQuestion
                {
                    Areas = ["KEN"],
                    Items = ["maize"],
                    Elements = ["stocks-to-use"],
                }
            )
            .Made!;
        var last = made.Chart.Series.ShouldHaveSingleItem().Series.Last!;
        last.Parts.Select(p => p.Key.Element).ShouldBe(["ending-stocks", "domestic-consumption", "export-quantity"]);
        last.Value!.Value.ShouldBe(
            100m * last.Parts[0].Point.Value!.Value / (last.Parts[1].Point.Value!.Value + last.Parts[2].Point.Value!.Value),
            0.000001m
        );
    }

    private static decimal? Of(decimal? stocks, decimal? used, decimal? exported) =>
        StocksToUse
            .Indicator.Compute(
                IndicatorInput.Of([
                    Tiny.Of(Tiny.Key("wheat", element: "ending-stocks"), (2017, stocks)),
                    Tiny.Of(Tiny.Key("wheat", element: "domestic-consumption"), (2017, used)),
                    Tiny.Of(Tiny.Key("wheat", element: "export-quantity"), (2017, exported)),
                ])
            )
            .Series[0]
            .Points[0]
            .Value;
}
