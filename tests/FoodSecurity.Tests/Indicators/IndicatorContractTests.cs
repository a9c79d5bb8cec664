using CsCheck;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.Series;

namespace FoodSecurity.Tests.Indicators;

/// <summary>What holds for every indicator that gives series: scaling, holes, order, ingredients.</summary>
public class IndicatorContractTests
{
    private const int First = 2000;

    /// <summary>Indicators whose result doubles with what goes in; the others divide like by like and stay as they are.</summary>
    private static readonly string[] Scaling =
    [
        GrainsTotal.Card.Id,
        CerealsRiceAsPaddy.Card.Id,
        PerHead.Card.Id,
        MovingMean.Card.Id,
        OnBasis.Card.Id,
    ];

    /// <summary>Indicators in which a year has no neighbours and no base.</summary>
    private static readonly string[] YearByYear =
    [
        GrainsTotal.Card.Id,
        CerealsRiceAsPaddy.Card.Id,
        PerHead.Card.Id,
        ShareOf.Card.Id,
        OnBasis.Card.Id,
        .. IndicatorCatalog.All.Where(i => i.Measure is not null).Select(i => i.Card.Id),
    ];

    private static readonly Gen<int[]> Values = Gen.Int[10, 1000].Array[6, 12];

    public static TheoryData<string> GivingSeries =>
        [.. IndicatorCatalog.Cards.Select(c => c.Id).Except([SourceSpread.Card.Id, CerealDeficit.Card.Id])];

    [Theory]
    [MemberData(nameof(GivingSeries))]
    public void Scaling_what_goes_in_scales_what_comes_out(string id) =>
        Values.Sample(
            values =>
            {
                var times = Scaling.Contains(id) ? 2m : 1m;
                foreach (var (once, twice) in Compute(id, Input(id, values)).Zip(Compute(id, Input(id, values, 2m))))
                {
                    foreach (var (a, b) in once.Points.Zip(twice.Points))
                    {
                        (a.Value is null).ShouldBe(b.Value is null);
                        (b.Value ?? 0).ShouldBe((a.Value ?? 0) * times, 0.000001m);
                    }
                }
            },
            iter: 50
        );

    [Theory]
    [MemberData(nameof(GivingSeries))]
    public void One_hole_gives_one_hole(string id) =>
        Gen.Select(Values, Gen.Int[1, 4])
            .Sample(
                (values, at) =>
                {
                    var input = Input(id, values);
                    var whole = Compute(id, input);
                    var holed = Compute(id, input with { Series = [Hole(input.Series[0], First + at), .. input.Series.Skip(1)] });
                    foreach (var (before, after) in whole.Zip(holed))
                    {
                        after.Points.Count.ShouldBe(before.Points.Count);
                        (after.At(First + at)?.Value).ShouldBeNull("a year without its figure has no value");
                        var lost = before.Points.Count(p => p.Value is not null && after.At(p.Period.Year)!.Value is null);
                        lost.ShouldBeLessThanOrEqualTo(
                            YearByYear.Contains(id) ? 1 : 3,
                            "a hole takes its own year and those that look at it"
                        );
                    }
                },
                iter: 50
            );

    [Theory]
    [MemberData(nameof(GivingSeries))]
    public void The_order_of_rows_does_not_matter(string id) =>
        Values.Sample(
            values =>
            {
                var input = Input(id, values);
                var turned = input with
                {
                    Series = [.. input.Series.Select(s => s with { Series = s.Series with { Points = [.. s.Series.Points.Reverse()] } })],
                };
                foreach (var (a, b) in Compute(id, input).Zip(Compute(id, turned)))
                {
                    b.Points.OrderBy(p => p.Period.Start).Select(p => p.Value).ShouldBe(a.Points.Select(p => p.Value));
                }
            },
            iter: 50
        );

    [Theory]
    [MemberData(nameof(GivingSeries))]
    public void Every_value_says_what_went_into_it(string id) =>
        Values.Sample(
            values =>
                Compute(id, Input(id, values))
                    .SelectMany(s => s.Points)
                    .Where(p => p.Value is not null)
                    .ShouldAllBe(p => p.Parts.Count > 0 && p.Parts.All(part => part.Point.Value != null)),
            iter: 20
        );

    [Fact]
    public void A_table_says_what_went_into_its_rows()
    {
        var spread = SourceSpread.Indicator.Compute(
            IndicatorInput.Of([Tiny.Of("rice", (First, 1m)), Tiny.Of(Tiny.Key("rice", "rda"), (First, 3m), (First + 1, 4m))])
        );
        var row = spread.Rows.ShouldHaveSingleItem();
        row.Values.ShouldBe([("smallest", 1m), ("largest", 3m), ("spread", 1m)]);
        row.Parts.Count.ShouldBe(2);
        var deficit = CerealDeficit.Indicator.Compute(
            IndicatorInput.Of([
                Tiny.MarketingYears(Tiny.Key("cereals", element: "uncovered-deficit"), (2020, 10m)),
                Tiny.MarketingYears(Tiny.Key("cereals", element: "import-requirement"), (2020, 30m)),
                Tiny.MarketingYears(Tiny.Key("cereals", element: "commercial-imports"), (2020, 20m)),
            ])
        );
        deficit.Rows.ShouldHaveSingleItem().Parts.Sum(p => p.Point.Value * p.Factor).ShouldBe(10m);
    }

    [Fact]
    public void A_value_without_ingredients_and_one_with_a_missing_ingredient_do_not_pass()
    {
        var given = Tiny.Of("rice", (First, 1m), (First + 1, null));
        var bare = new Indicator(IndexOn.Card, input => IndicatorResult.Of(input.Series.Select(s => s.Series)));
        Should.Throw<InvalidOperationException>(() => bare.Compute(IndicatorInput.Of(given))).Message.ShouldContain("no ingredients");
        var careless = new Indicator(IndexOn.Card, input =>
            IndicatorResult.Of(
                given with
                {
                    Points = [.. given.Points.Select(p => p with { Value = 7m, Parts = [new Part(given.Key, p, 1m, "")] })],
                }
            )
        );
        careless.Compute(IndicatorInput.Of(given)).Series[0].Points.Select(p => p.Value).ShouldBe([7m, null]);
    }

    private static IReadOnlyList<TimeSeries> Compute(string id, IndicatorInput input)
    {
        var made = IndicatorCatalog.Find(id)!.Compute(input).Series;
        made.ShouldNotBeEmpty();
        return made;
    }

    /// <summary>Yearly values under each element the indicator needs, or of two grains; no measure is helped by exports above supply.</summary>
    private static IndicatorInput Input(string id, int[] values, decimal times = 1m)
    {
        TimeSeries Made(SeriesKey key, decimal share) =>
            Tiny.Of(key, [.. values.Select((v, i) => (First + i, (decimal?)(v * share * times)))]);
        var needs = IndicatorCatalog.Find(id)!.Needs;
        var series =
            needs.Count > 0 ? needs.Select((n, i) => Made(Tiny.Key("rice", element: n), 1m / (i + 1))).ToList()
            : id is "per-head" or "index" or "change-on-year-before" or "moving-mean" or "on-basis"
                ? [Made(Tiny.Key("rice", basis: "paddy"), 1m)]
            : [Made(Tiny.Key("rice", basis: "paddy"), 1m), Made(Tiny.Key("maize"), 0.5m)];
        return IndicatorInput.Of(series) with
        {
            BaseYear = First,
            Basis = "milled-0.72",
            Factor = id == OnBasis.Card.Id ? new Factor("rda", "PRK", "rice", "paddy", "milled-0.72", 0.72m, "a note") : null,
            Unit = "kg-per-person-year",
            PerBase = 1000m,
            People = Tiny.Of(Tiny.Key("people", "fao-oa", "population"), [.. values.Select((_, i) => (First + i, (decimal?)100m))]),
        };
    }

    private static SummandSeries Hole(SummandSeries summand, int year) =>
        summand with
        {
            Series = summand.Series with
            {
                Points = [.. summand.Series.Points.Select(p => p.Period.Year == year ? Tiny.Point(p.Period, null) : p)],
            },
        };
}
