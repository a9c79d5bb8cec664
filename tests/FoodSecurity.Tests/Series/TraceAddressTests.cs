using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Series;

public class TraceAddressTests
{
    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023/24", "2023-2024")]
    [InlineData("1999/00", "1999-2000")]
    [InlineData("2017-2019", "2017-2019")]
    [InlineData("2022-10", "2022-10")]
    [InlineData("2022-10-05", "2022-10-05")]
    [InlineData("2020-01-01/2023-08-26", "2020-01-01_2023-08-26")]
    public void A_period_is_one_segment_of_a_path(string period, string slug)
    {
        Period.TryParse(period, 11, out var read).ShouldBeTrue();
        TraceAddress.Slug(read).ShouldBe(slug);
        slug.ShouldNotContain("/");
    }

    [Fact]
    public void The_address_names_the_figure_by_our_words() =>
        TraceAddress
            .Of(Tiny.Key("rice", basis: "milled"), Period.MarketingYear(2023, null))
            .ShouldBe("/trace/usda-psd/PRK/rice/production/2023-2024?basis=milled");

    [Fact]
    public void Dimensions_are_escaped() =>
        TraceAddress
            .Of(Tiny.Key("rice", "rda", dimensions: "estimator=Statistics Korea"), Period.CalendarYear(2018))
            .ShouldBe("/trace/rda/PRK/rice/production/2018?dimensions=estimator%3DStatistics%20Korea");

    [Fact]
    public void An_edition_and_a_day_are_part_of_the_address() =>
        TraceAddress
            .Of(Tiny.Key("people", "ipc"), Period.CalendarYear(2021), "2021-05-01", new DateOnly(2023, 12, 28))
            .ShouldBe("/trace/ipc/PRK/people/production/2021?edition=2021-05-01&asof=2023-12-28");

    [Fact]
    public void A_computed_figure_names_its_indicator_and_not_its_basis() =>
        TraceAddress
            .Of(Tiny.Key("cereals", basis: "rice-milled", dimensions: "indicator=grains-total"), Period.CalendarYear(2018))
            .ShouldBe("/trace/usda-psd/PRK/cereals/production/2018?indicator=grains-total");
}
