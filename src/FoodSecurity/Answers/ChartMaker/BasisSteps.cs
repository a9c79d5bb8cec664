using System.Globalization;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Brings the series of a source to the basis asked for: published on it, or by the source's own published factor; else it is left out and said.</summary>
internal sealed class BasisSteps(Vocabulary words, string basis, Texts t)
{
    private const string CommonRate = "milled-";

    public List<string> LeftOut { get; } = [];

    private bool AsPaddy => basis is "paddy" or "rice-as-paddy";

    private bool AsMilled =>
        basis is "milled" or "rice-milled"
        || basis.StartsWith("milled-", StringComparison.Ordinal)
        || basis.StartsWith("rice-milled-", StringComparison.Ordinal);

    /// <summary>All cereals of one source: its own total, or its grains added up.</summary>
    public IEnumerable<TimeSeries> Cereals(string dataset, IReadOnlyList<TimeSeries> all)
    {
        var total = all.Where(s => s.Key.Item == "cereals").ToList();
        var card = words.Datasets[dataset];
        if (card.Cereals == CerealsFrom.Published)
        {
            return Item(dataset, total);
        }

        var element = all[0].Key.Element;
        if (words.Elements[element].Quantity is not ("mass" or "area"))
        {
            return total;
        }

        TimeSeries? made =
            card.Cereals == CerealsFrom.Grains ? FromGrains(element, all)
            : element == "production" ? FromCrops(dataset, all)
            : null;
        if (made is null && basis.Length > 0)
        {
            Leave(dataset, "cereals", "");
        }

        return made is null ? [] : [made];
    }

    /// <summary>The series of one item of one source on the basis asked for; without one, as the source mainly publishes it.</summary>
    public IEnumerable<TimeSeries> Item(string dataset, IReadOnlyList<TimeSeries> item)
    {
        if (item.Count == 0)
        {
            return [];
        }

        if (basis.Length == 0)
        {
            var main = item.Select(s => s.Key.Basis).Distinct().OrderBy(b => Rank(dataset, b)).First();
            return item.Where(s => s.Key.Basis == main);
        }

        var fits = item.Where(s => Fits(s.Key.Basis)).ToList();
        if (fits.Count > 0)
        {
            return fits;
        }

        // Neither paddy nor milled arises for a crop that has no husk of its own.
        if (item.All(s => s.Key.Basis.Length == 0) && (AsPaddy || AsMilled || basis == "fresh"))
        {
            return item;
        }

        if (item.Select(s => Convert(dataset, s)).FirstOrDefault(s => s is not null) is { } converted)
        {
            return [converted];
        }

        Leave(dataset, item[0].Key.Item, item[0].Key.Basis);
        return [];
    }

    private bool Fits(string published) =>
        published == basis
        || (AsPaddy && published is "paddy" or "rice-as-paddy" && AsPaddy)
        || (
            basis is "milled" or "rice-milled"
            && (published.StartsWith("milled", StringComparison.Ordinal) || published.StartsWith("rice-milled", StringComparison.Ordinal))
        );

    private TimeSeries? Convert(string dataset, TimeSeries series)
    {
        if (words.Elements[series.Key.Element].Quantity == "share")
        {
            return null;
        }

        var from = series.Key.Basis.Length > 0 ? series.Key.Basis : "fresh";
        if (Factor(dataset, series, from, basis) is { } forward)
        {
            return OnOther(series, basis, forward);
        }

        if (Factor(dataset, series, basis, from) is { } back)
        {
            return OnOther(series, basis, back, isDivided: true);
        }

        // One milling rate for every source: from paddy, published or by the source's own rate.
        if (
            from == "paddy"
            && basis.StartsWith(CommonRate, StringComparison.Ordinal)
            && decimal.TryParse(basis[CommonRate.Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
        )
        {
            return OnOther(series, basis, new Factor("chosen", "", series.Key.Item, "paddy", basis, rate, words.Bases[basis].Description));
        }

        if (
            from.StartsWith(CommonRate, StringComparison.Ordinal)
            && basis.StartsWith(CommonRate, StringComparison.Ordinal)
            && Factor(dataset, series, "paddy", from) is { } own
        )
        {
            return Convert(dataset, OnOther(series, "paddy", own, isDivided: true));
        }

        return null;
    }

    private static TimeSeries OnOther(TimeSeries series, string basis, Factor factor, bool isDivided = false) =>
        OnBasis.Indicator.Compute(IndicatorInput.Of(series) with { Basis = basis, Factor = factor, IsDivided = isDivided }).Series[0];

    /// <summary>The source's own factor; "milled" takes any of its milling rates.</summary>
    private Factor? Factor(string dataset, TimeSeries series, string from, string to)
    {
        string[] sources = [dataset, words.Datasets[dataset].Provider, "any"];
        bool Same(string stated, string asked) =>
            stated == asked || (asked == "milled" && stated.StartsWith(CommonRate, StringComparison.Ordinal));
        return words
            .Factors.Where(f =>
                sources.Contains(f.Source)
                && f.Item == series.Key.Item
                && Same(f.FromBasis, from)
                && Same(f.ToBasis, to)
                && (f.Area.Length == 0 || f.Area == series.Key.Area)
            )
            .OrderBy(f => Array.IndexOf(sources, f.Source))
            .ThenByDescending(f => f.Area.Length)
            .FirstOrDefault();
    }

    private TimeSeries? FromGrains(string element, IReadOnlyList<TimeSeries> all) =>
        element == "production" && AsPaddy ? CerealsRiceAsPaddy.FromGrains(all)
        : basis.Length == 0 || basis is "milled" or "rice-milled" || (AsPaddy && element is "area-harvested")
            ? GrainsTotal.Sum([.. all.Where(s => s.Key.Basis != "paddy")])
        : null;

    private TimeSeries? FromCrops(string dataset, IReadOnlyList<TimeSeries> all)
    {
        if (basis.Length == 0)
        {
            return null;
        }

        if (AsPaddy)
        {
            return words.FindFactor(dataset, all[0].Key.Area, "rice", "paddy", "milled-0.72") is { } milling
                ? CerealsRiceAsPaddy.FromCrops(all, milling)
                : null;
        }

        string[] needed = ["rice", "maize", "wheat-and-barley"];
        var parts = needed.Select(item => all.FirstOrDefault(s => s.Key.Item == item)).ToList();
        return basis is "milled" or "rice-milled" or "milled-0.72" or "rice-milled-0.72" && parts.All(p => p is not null)
            ? SumOf.Years(
                GrainsTotal.Card,
                [.. parts.Select(p => new SummandSeries(p!, 1m, "") { Required = true })],
                "cereals",
                "rice-milled-0.72"
            )
            : null;
    }

    private void Leave(string dataset, string item, string published) =>
        LeftOut.Add(
            t[
                "make.left-out.basis",
                words.Datasets[dataset].Short,
                words.Items[item].Name.Lower(),
                words.Bases.GetValueOrDefault(published)?.Short ?? t["make.basis.unstated"],
                words.Bases[basis].Name.Lower()
            ]
        );

    /// <summary>As the source mainly publishes: USDA milled, FAO paddy.</summary>
    private int Rank(string dataset, string published) =>
        published switch
        {
            "" => 2,
            "paddy" => words.Datasets[dataset].MainBasis == "paddy" ? 0 : 3,
            "milled" or "cereal-equivalent-milled" => 1,
            _ => 2,
        };
}
