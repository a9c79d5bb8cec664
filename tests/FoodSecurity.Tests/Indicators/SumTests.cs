using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class SumTests
{
    [Fact]
    public void A_sum_keeps_its_parts()
    {
        var sum = GrainsTotal.Sum([Tiny.Of(Tiny.Key("rice", basis: "milled"), (2020, 1.5m)), Tiny.Of("maize", (2020, 2.25m))])!;
        var point = sum.Points.ShouldHaveSingleItem();
        (point.Value, point.Origin, point.ValueText).ShouldBe((3.75m, null, ""));
        point.Parts.Select(p => (p.Key.Item, p.Point.Value, p.Factor)).ShouldBe([("rice", 1.5m, 1m), ("maize", 2.25m, 1m)]);
        (sum.Key.Item, sum.Key.Basis, sum.Key.Dimension("indicator")).ShouldBe(("cereals", "rice-milled", "grains-total"));
    }

    [Fact]
    public void Nothing_added_up_is_nothing_and_not_zero()
    {
        GrainsTotal.Sum([]).ShouldBeNull();
        GrainsTotal.Sum([Tiny.Of("rice", (2020, null))]).ShouldBeNull();
    }

    [Fact]
    public void A_hole_in_one_grain_is_a_hole_in_the_sum()
    {
        var sum = GrainsTotal.Sum([
            Tiny.Of("rice", (2019, 1m), (2020, 1m), (2021, 1m)),
            Tiny.Of("maize", (2019, 2m), (2020, null), (2021, 2m)),
        ])!;
        sum.Points.Select(p => p.Value).ShouldBe([3m, null, 3m]);
        sum.At(2020)!.Status.ShouldBe(ObservationStatus.Missing);
    }

    [Fact]
    public void A_grain_that_begins_later_is_no_hole()
    {
        var sum = GrainsTotal.Sum([Tiny.Of("rice", (2019, 1m), (2020, 1m), (2021, 1m)), Tiny.Of("rye", (2020, 2m), (2021, 2m))])!;
        sum.Points.Select(p => p.Value).ShouldBe([1m, 3m, 3m]);
    }

    [Fact]
    public void A_sum_is_as_certain_as_its_least_certain_part()
    {
        TimeSeries Of(string item, ObservationStatus status) =>
            new() { Key = Tiny.Key(item), Points = [Tiny.Point(Period.CalendarYear(2020), 1m, status)] };
        GrainsTotal
            .Sum([Of("rice", ObservationStatus.Official), Of("maize", ObservationStatus.Estimated), Of("rye", ObservationStatus.Forecast)])!
            .Points[0]
            .Status.ShouldBe(ObservationStatus.Forecast);
        SumOf.LeastCertain([]).ShouldBe(ObservationStatus.Unspecified);
    }

    [Fact]
    public void Units_areas_and_elements_are_not_mixed() =>
        Should.Throw<ArgumentException>(() =>
            GrainsTotal.Sum([Tiny.Of("rice", (2020, 1m)), Tiny.Of(Tiny.Key("maize", unit: "t"), (2020, 1m))])
        );

    [Fact]
    public void Crops_whose_marketing_years_begin_in_different_months_are_one_sum()
    {
        TimeSeries Of(string item, int month, decimal value) =>
            new() { Key = Tiny.Key(item), Points = [Tiny.Point(Period.MarketingYear(2020, month), value)] };
        var point = GrainsTotal.Sum([Of("wheat", 6, 50m), Of("maize", 9, 350m)])!.Points.ShouldHaveSingleItem();
        (point.Value, point.Period).ShouldBe((400m, Period.MarketingYear(2020, null)));
    }

    [Fact]
    public void A_marketing_year_is_not_added_to_a_calendar_year() =>
        Should.Throw<ArgumentException>(() =>
            GrainsTotal.Sum([Tiny.Of("rice", (2020, 1m)), Tiny.MarketingYears(Tiny.Key("maize"), (2020, 2m))])
        );
}
