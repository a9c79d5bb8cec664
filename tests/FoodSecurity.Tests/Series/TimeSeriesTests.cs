using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Series;

public class TimeSeriesTests
{
    [Fact]
    public void First_and_last_are_those_with_a_figure()
    {
        var series = Tiny.Of("rice", (2018, null), (2019, 3m), (2020, 4m), (2021, null));
        (series.First!.Period.Label, series.Last!.Period.Label, series.IsEmpty).ShouldBe(("2019", "2020", false));
    }

    [Fact]
    public void A_series_of_nothing_but_missing_is_empty()
    {
        var series = Tiny.Of("rice", (2018, null), (2019, null));
        (series.First, series.Last, series.IsEmpty).ShouldBe((null, null, true));
    }

    [Fact]
    public void A_year_finds_a_marketing_year_by_its_first_and_a_mean_by_its_middle_one()
    {
        Tiny.MarketingYears(Tiny.Key("rice"), (2018, 5m)).At(2018)!.Period.Label.ShouldBe("2018/19");
        var mean = new TimeSeries { Key = Tiny.Key("people"), Points = [Tiny.Point(Period.Mean(2017, 2019), 47m)] };
        mean.At(2018)!.Value.ShouldBe(47m);
        mean.At(2017).ShouldBeNull();
    }

    [Fact]
    public void A_labelled_value_is_in_the_base_unit_and_missing_stays_missing()
    {
        var labelled = Tiny.Labelled(Tiny.Of("rice", (2019, 3m), (2020, null)), factor: 10_000m);
        labelled.ValueAt(2019).ShouldBe(30_000m);
        labelled.ValueAt(2020).ShouldBeNull();
        labelled.ValueAt(2021).ShouldBeNull();
        labelled.Label.ShouldBe("USDA, grains");
        (labelled with { Counts = "" }).Label.ShouldBe("USDA");
    }
}
