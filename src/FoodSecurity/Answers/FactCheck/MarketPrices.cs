using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>
/// What prices on single markets say of a country's prices. A national average that the source prints speaks for itself. Else the median of at least three markets in more than one region speaks, each of which has
/// figures for the claimed period and for the one it is compared with: the same markets on both sides, one food, one package, one kind of trade, one money. Fewer markets are silent on the country,
/// and shown. METHODS 9.4: what cannot be compared is not compared.
/// </summary>
internal sealed class MarketPrices(Vocabulary words, Texts t, Func<TimeSeries, EvidenceRole, Evidence> make)
{
    /// <summary>One market is a place, two are a comparison of places; from three on their median leans on none of them.</summary>
    public const int LeastMarkets = 3;

    private const int MostShown = 60;
    private const string National = "National Average";

    /// <summary>What is made of a grain has a price of its own.</summary>
    private static readonly string[] Ground = ["flour", "meal"];

    /// <summary>The evidence of one source.</summary>
    /// <param name="claim">Of a price.</param>
    /// <param name="prices">All price series of the source for the area.</param>
    /// <param name="item">The food; empty: food as a whole, which no market prices.</param>
    public List<Evidence> Of(Claim claim, IReadOnlyList<TimeSeries> prices, string item)
    {
        if (prices.Count == 0)
        {
            return [];
        }

        if (item.Length == 0)
        {
            return [Silent(prices[0], t["claims.no-food-price", prices.Select(p => p.Key.Item).Distinct().Count()])];
        }

        var inDollars = claim.Quantity?.Unit == "USD" || claim.Reached?.Unit == "USD";
        var kept = prices
            .Where(s =>
                !s.IsEmpty
                && (s.Key.Item == item || (words.Items.GetValueOrDefault(s.Key.Item) is { Kind: "product" } kind && kind.Parent == item))
                && (inDollars ? s.Key.Dimension("currency") == "USD" : s.Key.Dimension("conversion").Length == 0)
            )
            .ToList();
        if (kept.Count == 0)
        {
            return [];
        }

        var place = claim.Facets.GetValueOrDefault("coverage")
            ?? string.Join(", ", claim.Scope.Where(s => s.Kind == ClaimScopeKind.Place).Select(s => s.Text));
        var products = kept.Where(s => place.Length == 0 || IsIn(s.Key, place))
            .GroupBy(Product)
            .Select(g => Judge(claim, item, [.. g], place.Length > 0 ? 1 : LeastMarkets))
            .OrderBy(p => p.IsEnough ? 0 : 1)
            .ThenBy(p => p.Markets.Count > 0 || p.IsEnough ? 0 : 1)
            .ThenBy(p => p.IsGround ? 1 : 0)
            .ThenBy(p => p.Item == item ? 0 : 1)
            .ThenByDescending(p => p.Compared)
            .ThenByDescending(p => p.Markets.Count)
            .ToList();
        if (products.Count == 0)
        {
            return [Silent(kept[0], t["claims.no-market-there", place])];
        }

        // One product votes; of several, the others are shown inside it, so that none of them is chosen for what it says.
        var first = products[0];
        return
        [
            first.Whole,
            .. first.Markets.Take(MostShown),
            .. products
                .Skip(1)
                .Where(p => p.IsEnough)
                .Take(6)
                .Select(p => p.Whole with { Role = EvidenceRole.Part, Name = p.Whole.Counts }),
        ];
    }

    /// <summary>What differs within one product is the market alone.</summary>
    private static string Product(TimeSeries series) =>
        string.Join(
            '|',
            series.Key.Item,
            series.Key.Unit,
            series.Key.Dimension("pricetype"),
            series.Key.Dimension("package"),
            series.Key.Dimension("currency")
        );

    private static bool IsIn(SeriesKey key, string place) =>
        new[] { "market", "admin1", "admin2" }
            .Select(key.Dimension)
            .Any(name => name.Length > 0 && place.Contains(name.Split(" (")[0], StringComparison.OrdinalIgnoreCase));

    private PricedProduct Judge(Claim claim, string item, List<TimeSeries> series, int least)
    {
        var key = series[0].Key;
        var isGround =
            (key.Item != item && !key.Item.StartsWith(item + "-", StringComparison.Ordinal))
            || Ground.Any(g => key.Item.Contains(g, StringComparison.Ordinal));
        var counts = string.Join(
            ", ",
            new[] { ItemName(key.Item), key.Dimension("pricetype").ToLowerInvariant() }.Where(p => p.Length > 0)
        );
        if (series.FirstOrDefault(s => s.Key.Dimension("market").Equals(National, StringComparison.OrdinalIgnoreCase)) is { } national)
        {
            var isHeld =
                ClaimPeriods.Closed(claim.Period) is { } asked
                && ClaimPeriods.Find(make(national, EvidenceRole.Subject), asked, claim.Period!.Kind) is not null;
            return new PricedProduct(
                key.Item,
                isGround,
                isHeld,
                make(national, EvidenceRole.Subject) with
                {
                    Counts = counts + ", " + t["claims.national-average"],
                },
                []
            );
        }

        var markets = series
            .OrderBy(s => s.Key.Dimension("market"), StringComparer.Ordinal)
            .Select(s =>
                (
                    Region: s.Key.Dimension("admin1"),
                    Market: make(s, EvidenceRole.Part) with
                    {
                        Name = s.Key.Dimension("market"),
                        Counts = $"{counts}, {s.Key.Dimension("market")}",
                    }
                )
            )
            .ToList();
        var whole = markets[0].Market with { Role = EvidenceRole.Subject, Name = "", Counts = counts, Figures = [] };
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return new PricedProduct(key.Item, isGround, false, whole, [.. markets.Select(m => m.Market)]);
        }

        var kind = claim.Period!.Kind;
        var past = Past(claim, period);
        var alike = past is [var before] ? markets.Select(m => (m.Region, Market: SameMonths(m.Market, period, before))).ToList() : markets;
        var held = alike
            .Select(m =>
                (
                    m.Market,
                    m.Region,
                    Now: ClaimPeriods.Find(m.Market, period, kind),
                    Before: past.Select(e => ClaimPeriods.Find(m.Market, e, claim.Base?.Kind ?? kind)).ToList()
                )
            )
            .ToList();
        var panel = held.Where(h => h.Now is not null && h.Before.Count(b => b is not null) * 2 >= past.Count).ToList();
        if (panel.Count < least)
        {
            var latest = markets.Select(m => m.Market).MaxBy(m => m.Last!.Period.End)!;
            var there = markets
                .Select(m => m.Market)
                .Where(m => ClaimPeriods.Find(m, period, kind) is not null || ClaimPeriods.Inside(m, period, kind).Count > 0)
                .ToList();
            return there.Count == 0
                ? new PricedProduct(key.Item, isGround, false, whole with { Figures = latest.Figures }, [])
                : new PricedProduct(
                    key.Item,
                    isGround,
                    false,
                    whole with
                    {
                        ClosedBecause = t.Count(
                            "claims.few-markets",
                            panel.Count,
                            LeastMarkets,
                            t.List([.. there.Take(LeastMarkets).Select(m => m.Name)])
                        ),
                        ClosedBy = Gate.Coverage,
                    },
                    there,
                    panel.Count
                );
        }

        // Camps and towns of one corner of the country do not speak for it, however many they are.
        if (least > 1 && panel.Select(h => h.Region).Where(r => r.Length > 0).Distinct().ToList() is [var region])
        {
            return new PricedProduct(
                key.Item,
                isGround,
                false,
                whole with
                {
                    ClosedBecause = t["claims.one-region", panel.Count, region],
                    ClosedBy = Gate.Coverage,
                },
                [.. panel.Select(h => h.Market)]
            );
        }

        var figures = past.Select((span, i) => (Span: span, Found: panel.Select(h => h.Before[i]).OfType<Figure>().ToList()))
            .Where(b => b.Found.Count >= least)
            .Select(b => Median(b.Found, b.Span))
            .ToList();
        figures.Add(Median([.. panel.Select(h => h.Now!)], period));
        return new PricedProduct(
            key.Item,
            isGround,
            true,
            whole with
            {
                Counts = counts + ", " + t.Count("claims.median", panel.Count),
                Figures = figures,
            },
            [.. panel.Select(h => h.Market)]
        );
    }

    /// <summary>Of two spans of months as long as each other, the months a market has figures for in both: a year's mean without its dear months is not compared with one that has them.</summary>
    private static Evidence SameMonths(Evidence market, (DateOnly From, DateOnly To) period, (DateOnly From, DateOnly To) before)
    {
        var apart = (period.From.Year - before.From.Year) * 12 + period.From.Month - before.From.Month;
        if (apart == 0 || period.From.AddMonths(-apart) != before.From || period.To.AddDays(1).AddMonths(-apart) != before.To.AddDays(1))
        {
            return market;
        }

        var held = market.Figures.Select(f => f.Period.Start).ToHashSet();
        bool In(DateOnly day, (DateOnly From, DateOnly To) span) => day >= span.From && day <= span.To;
        return market with
        {
            Figures =
            [
                .. market.Figures.Where(f =>
                    f.Period.Start is var day
                    && (In(day, period) ? held.Contains(day.AddMonths(-apart)) : !In(day, before) || held.Contains(day.AddMonths(apart)))
                ),
            ],
        };
    }

    /// <summary>What the period is compared with: the one before or the one named; the same time of each of five years for an average of them; nothing for a level.</summary>
    private static List<(DateOnly From, DateOnly To)> Past(Claim claim, (DateOnly From, DateOnly To) period)
    {
        if (
            claim.Relation is ClaimRelation.Level
            || (
                claim.Relation is ClaimRelation.Above or ClaimRelation.Below
                && claim.Base is null
                && claim.Quantity is { Unit: not ("percent" or "times") }
            )
        )
        {
            return [];
        }

        return claim.Against is "five-year-average" or "average"
                ? [.. Enumerable.Range(1, 5).Reverse().Select(y => (period.From.AddYears(-y), period.To.AddYears(-y)))]
            : ClaimPeriods.BaseOf(claim) is { } before ? [before]
            : [];
    }

    private static Figure Median(List<Figure> figures, (DateOnly From, DateOnly To) period)
    {
        var values = figures.Select(f => f.Value).Order().ToList();
        var middle = values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
        return new Figure(Period.Window(period.From, period.To) with { Label = FindingWords.Named(period, "") }, middle)
        {
            IsMedian = true,
        };
    }

    private Evidence Silent(TimeSeries any, string reason) =>
        make(any, EvidenceRole.Subject) with
        {
            Figures = [],
            Counts = t["claims.market-prices"],
            ClosedBecause = reason,
            ClosedBy = Gate.Coverage,
        };

    private string ItemName(string item) => words.Items.TryGetValue(item, out var known) ? known.Name.ToLowerInvariant() : item;

    private sealed record PricedProduct(
        string Item,
        bool IsGround,
        bool HasPanel,
        Evidence Whole,
        IReadOnlyList<Evidence> Markets,
        int Compared = 0
    )
    {
        public bool IsEnough => HasPanel && !IsGround;
    }
}
