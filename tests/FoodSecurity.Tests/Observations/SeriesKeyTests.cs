using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Observations;

public class SeriesKeyTests
{
    [Fact]
    public void Dimensions_have_one_canonical_form() =>
        SeriesKey.JoinDimensions(("price", "retail"), ("market", "Rason"), ("phase", "")).ShouldBe("market=Rason;price=retail");

    [Fact]
    public void A_semicolon_in_a_value_cannot_open_another_dimension()
    {
        var key = Series.Tiny.Key("rice", dimensions: SeriesKey.JoinDimensions(("a", "x;b=y"), ("c", "z")));
        (key.Dimension("a"), key.Dimension("b"), key.Dimension("c"), key.Dimension("d")).ShouldBe(("x,b=y", "", "z", ""));
    }

    [Fact]
    public void The_providers_codes_are_no_part_of_the_identity()
    {
        var key = Series.Tiny.Key("rice");
        (key with { Native = "KN 0422110 028" }).ShouldBe(key);
        (key with { Native = "KN 0422110 028" }).GetHashCode().ShouldBe(key.GetHashCode());
        (key with { Basis = "paddy" }).ShouldNotBe(key);
    }

    [Theory]
    [InlineData("maize", "maise", 1)]
    [InlineData("maize", "amize", 1)]
    [InlineData("Rice", "rICE", 0)]
    [InlineData("", "rice", 4)]
    public void Names_are_near_by_edits_and_swaps(string a, string b, int distance)
    {
        NearestNames.Distance(a, b).ShouldBe(distance);
        NearestNames.Distance(b, a).ShouldBe(distance);
    }

    [Fact]
    public void What_shares_almost_nothing_is_not_near() => NearestNames.Of("xyz", ["Afghanistan", "Bangladesh"]).ShouldBeEmpty();
}
