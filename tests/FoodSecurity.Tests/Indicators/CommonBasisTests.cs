using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

public class CommonBasisTests(ShippedArchive shipped)
{
    private static readonly Factor Milling = new("rda", "PRK", "rice", "paddy", "milled-0.72", 0.72m, "note of the RDA");

    [Fact]
    public void In_2020_the_three_sources_lie_between_4_point_43_and_4_point_66_million_tonnes()
    {
        var sources = shipped.Series("PRK").CommonBasis;
        sources
            .Select(s => (s.Source, Math.Round(s.ValueAt(2020)!.Value / 1_000_000m, 2)))
            .ShouldBe([("FAO", 4.66m), ("RDA", 4.48m), ("USDA", 4.43m)], ignoreOrder: true);
        var spread = SourceSpread.Of([.. sources.Select(s => (s.Series, s.Factor))]).Single(y => y.Year == 2020);
        (spread.Sources, spread.Low, spread.High).ShouldBe(
            (3, sources.Min(s => s.ValueAt(2020)!.Value), sources.Max(s => s.ValueAt(2020)!.Value))
        );
    }

    [Fact]
    public void Rice_of_the_RDA_is_divided_by_its_own_milling_rate_and_says_so()
    {
        var series = CerealsRiceAsPaddy.FromCrops(
            [Rda("rice", (2020, 202m)), Rda("maize", (2020, 151m)), Rda("wheat-and-barley", (2020, 16m))],
            Milling
        )!;
        Math.Round(series.Points[0].Value!.Value, 4).ShouldBe(447.5556m);
        series.Points[0].Parts[0].FactorNote.ShouldBe("÷ 0.72 (milled to paddy; note of the RDA)");
    }

    [Fact]
    public void A_year_without_one_of_the_three_crops_is_missing()
    {
        var series = CerealsRiceAsPaddy.FromCrops(
            [Rda("rice", (2019, 224m), (2020, 202m)), Rda("maize", (2019, 152m), (2020, 151m)), Rda("wheat-and-barley", (2019, 15m))],
            Milling
        )!;
        series.At(2019)!.Value.ShouldNotBeNull();
        series.At(2020)!.Value.ShouldBeNull();
        CerealsRiceAsPaddy.FromCrops([Rda("rice", (2020, 202m)), Rda("maize", (2020, 151m))], Milling).ShouldBeNull();
    }

    [Fact]
    public void USDA_counts_rough_rice_once_and_milled_rice_not_at_all()
    {
        var series = CerealsRiceAsPaddy.FromGrains([
            Tiny.Of(Tiny.Key("rice", basis: "milled"), (2020, 1_360m)),
            Tiny.Of(Tiny.Key("rice", basis: "paddy"), (2020, 2_092m)),
            Tiny.Of("maize", (2020, 2_200m)),
        ])!;
        series.Points[0].Value.ShouldBe(4_292m);
        series.Points[0].Parts.Select(p => p.Key.Basis).ShouldBe(["paddy", ""]);
    }

    [Fact]
    public void Milled_rice_without_rough_rice_is_not_left_out_in_silence() =>
        CerealsRiceAsPaddy
            .FromGrains([Tiny.Of(Tiny.Key("rice", basis: "milled"), (2020, 1_360m)), Tiny.Of("maize", (2020, 2_200m))])
            .ShouldBeNull("a total without the country's rice would be printed as one with it");

    [Fact]
    public void A_country_that_grows_no_rice_is_compared_by_its_other_grains() =>
        CerealsRiceAsPaddy
            .FromGrains([Tiny.Of(Tiny.Key("rice", basis: "milled"), (2020, 0m)), Tiny.Of("wheat", (2020, 2_200m))])!
            .Points[0]
            .Value.ShouldBe(2_200m);

    private static TimeSeries Rda(string item, params (int, decimal?)[] points) => Tiny.Of(Tiny.Key(item, "rda", unit: "10000-t"), points);
}
