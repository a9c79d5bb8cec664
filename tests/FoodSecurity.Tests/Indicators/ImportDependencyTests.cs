using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Indicators;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class ImportDependencyTests(ShippedArchive shipped)
{
    // METHODS 3, acceptance: FBS 2017, wheat of North Korea: 497 imported, 50 grown, none exported.
    [Fact]
    public void Wheat_of_North_Korea_in_2017_came_from_abroad_by_nine_tenths() =>
        Of((2017, 497m), (2017, 50m), (2017, 0m))!.Value.ShouldBe(90.86m, 0.01m);

    [Fact]
    public void Exports_leave_the_supply() => Of((2000, 60m), (2000, 60m), (2000, 20m)).ShouldBe(60m);

    [Fact]
    public void A_country_that_exports_all_has_no_ratio() => Of((2000, 10m), (2000, 10m), (2000, 20m)).ShouldBeNull();

    [Fact]
    public void Exports_that_are_not_published_are_not_zero() => Of((2000, 10m), (2000, 10m), (2000, null)).ShouldBeNull();

    [Fact]
    public void A_source_without_exports_gives_nothing() =>
        ImportDependency
            .Indicator.Compute(
                IndicatorInput.Of([Tiny.Of(Tiny.Key("rice", element: "import-quantity"), (2000, 1m)), Tiny.Of("rice", (2000, 1m))])
            )
            .Series.ShouldBeEmpty();

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
                    Elements = ["import-dependency"],
                }
            )
            .Made!;
        var line = made.Chart.Series.ShouldHaveSingleItem();
        line.Series.Key.Unit.ShouldBe("percent");
        var last = line.Series.Last!;
        var parts = last.Parts.ToDictionary(p => p.Key.Element, p => p.Point.Value!.Value);
        parts.Keys.ShouldBe(["import-quantity", "production", "export-quantity"]);
        last.Value!.Value.ShouldBe(
            100m * parts["import-quantity"] / (parts["production"] + parts["import-quantity"] - parts["export-quantity"]),
            0.000001m
        );
        last.Parts.ShouldAllBe(p => p.Point.Origin != null);
        MadeTrace
            .Address(made.Question, line, last)
            .ShouldContain("/charts/line/trace?areas=KEN&items=maize&elements=import-dependency&line=");
    }

    private static decimal? Of((int, decimal?) imports, (int, decimal?) production, (int, decimal?) exports) =>
        ImportDependency
            .Indicator.Compute(
                IndicatorInput.Of([
                    Tiny.Of(Tiny.Key("wheat", element: "export-quantity"), exports),
                    Tiny.Of(Tiny.Key("wheat", element: "import-quantity"), imports),
                    Tiny.Of(Tiny.Key("wheat"), production),
                ])
            )
            .Series[0]
            .Points[0]
            .Value;
}
