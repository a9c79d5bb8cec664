using CsCheck;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

/// <summary>Per head, index, share, moving mean, another basis: small series by hand, and what always holds.</summary>
public class ScaleTests
{
    [Fact]
    public void Per_head_divides_by_the_people_of_the_same_year_and_never_carries_them_forward()
    {
        var rice = Tiny.Of("rice", (2000, 1000m), (2001, 1100m), (2002, null));
        var people = Tiny.Of(Tiny.Key("people", "fao-oa", "population", unit: "1000-persons"), (2000, 20_000m), (2002, 21_000m));
        var made = PerHead.Of(rice, 1000m, 1000m, "kg-per-person-year", people, 1000m);
        made.At(2000)!.Value.ShouldBe(50m, "a million tonnes for twenty million people");
        made.At(2000)!.Parts.Count.ShouldBe(2);
        made.At(2001)!.Value.ShouldBeNull("no population of 2001");
        made.At(2002)!.Value.ShouldBeNull("no rice of 2002");
        made.Key.Unit.ShouldBe("kg-per-person-year");
    }

    [Fact]
    public void An_index_stands_on_its_base_year_or_not_at_all()
    {
        var series = Tiny.Of("rice", (2000, 40m), (2001, 50m), (2002, 0m), (2003, null));
        IndexOn.Of(series, 2000).Points.Select(p => p.Value).ShouldBe([100m, 125m, 0m, null]);
        IndexOn.CanStandOn(series, 2002).ShouldBeFalse("nothing is divided by zero");
        IndexOn.CanStandOn(series, 2003).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => IndexOn.Of(series, 1999));
    }

    [Fact]
    public void A_mean_needs_every_year_of_its_window()
    {
        var series = Tiny.Of("rice", (2000, 1m), (2001, 2m), (2002, 6m), (2004, 4m));
        MovingMean.Of(series, 3, isTrailing: false).Points.Select(p => p.Value).ShouldBe([null, 3m, null, null]);
        MovingMean.Of(series, 3, isTrailing: true).Points.Select(p => p.Value).ShouldBe([null, null, 3m, null]);
    }

    [Fact]
    public void Shares_make_a_hundred_where_all_have_a_value() =>
        Gen.Int[1, 1000]
            .Array[3, 3]
            .Array[1, 20]
            .Sample(
                years =>
                {
                    var series = Enumerable
                        .Range(0, 3)
                        .Select(i => (Tiny.Of(Tiny.Key("item" + i), [.. years.Select((y, n) => (2000 + n, (decimal?)y[i]))]), 1m))
                        .ToList();
                    var shares = ShareOf.Of(series);
                    for (var n = 0; n < years.Length; n++)
                    {
                        shares.Sum(s => s.At(2000 + n)!.Value!.Value).ShouldBe(100m, 0.000001m);
                    }
                },
                iter: 100
            );

    [Fact]
    public void A_year_that_one_lacks_has_no_shares()
    {
        var shares = ShareOf.Of([(Tiny.Of("rice", (2000, 1m), (2001, 1m)), 1m), (Tiny.Of("maize", (2000, 3m)), 1m)]);
        shares[0].Points.Select(p => p.Value).ShouldBe([25m, null]);
    }

    [Fact]
    public void Another_basis_is_reached_by_a_factor_either_way()
    {
        var factor = new Factor("rda", "PRK", "rice", "paddy", "milled-0.72", 0.72m, "a note");
        OnBasis
            .Of(Tiny.Of(Tiny.Key("rice", basis: "milled-0.72"), (2000, 72m)), "paddy", factor, isDivided: true)
            .At(2000)!
            .Value!.Value.ShouldBe(100m, 0.0000001m);
        var milled = OnBasis.Of(Tiny.Of(Tiny.Key("rice", basis: "paddy"), (2000, 100m)), "milled-0.72", factor, isDivided: false);
        milled.At(2000)!.Value.ShouldBe(72m);
        (milled.Key.Basis, milled.At(2000)!.Parts[0].FactorNote).ShouldBe(("milled-0.72", "× 0.72 (a note)"));
    }

    [Fact]
    public void Steps_one_after_another_keep_both_names_and_the_published_figure()
    {
        var smoothed = MovingMean.Of(Tiny.Of("rice", (2000, 1m), (2001, 2m), (2002, 3m)), 3, isTrailing: true);
        var index = IndexOn.Of(smoothed, 2002);
        index.Key.Dimension("indicator").ShouldBe("moving-mean|index");
        index.At(2002)!.Parts[0].Point.Parts.ShouldAllBe(p => p.Point.Origin != null);
    }
}
