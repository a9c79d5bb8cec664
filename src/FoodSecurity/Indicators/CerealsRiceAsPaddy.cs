using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>
/// Cereals with rice as paddy: the basis on which FAO, USDA and RDA can be compared. FAO's total counts paddy already; USDA publishes rough rice beside milled;
/// RDA's milled rice is divided by its own milling rate.
/// </summary>
public static class CerealsRiceAsPaddy
{
    public const string Basis = "rice-as-paddy";

    public static readonly IndicatorCard Card = new(
        "cereals-rice-as-paddy",
        "Cereals, rice as paddy",
        "as the source's series",
        "FAO: total cereals as published. USDA: rough production of rice plus all other grains. RDA: rice divided by 0.72 plus maize plus wheat and barley.",
        "RDA note of 15 December 2023: rice = paddy × 0.72. USDA PSD attribute 054, rough production.",
        "RDA: a year without rice, maize or wheat and barley is missing; nothing is put in its place. USDA: a year with a hole in one of its grains is missing."
    );

    public static readonly Indicator Indicator = new(Card, input =>
        IndicatorResult.Of(
            input.Factor is { } milling
                ? FromCrops([.. input.Series.Select(s => s.Series)], milling)
                : FromGrains([.. input.Series.Select(s => s.Series)])
        )
    );

    /// <summary>USDA: rough rice plus the other grains; null where rice is grown and its rough production is not published.</summary>
    /// <param name="production">USDA's production series of one area; rice is there milled and as paddy.</param>
    public static TimeSeries? FromGrains(IReadOnlyList<TimeSeries> production)
    {
        var rice = production.Any(s => s.Key is { Item: "rice", Basis: "milled" } && s.Points.Any(p => p.Value is > 0));
        if (rice && !production.Any(s => s.Key is { Item: "rice", Basis: "paddy" } && !s.IsEmpty))
        {
            return null;
        }

        var parts = production
            .Where(s => !s.IsEmpty && !(s.Key.Item == "rice" && s.Key.Basis != "paddy"))
            .Select(s => new SummandSeries(s, 1m, s.Key.Item == "rice" ? "rough rice as published" : "")
            {
                Required = rice && s.Key.Item == "rice",
            })
            .ToList();
        return SumOf.Years(Card, parts, "cereals", Basis);
    }

    /// <summary>RDA: rice ÷ 0.72 + maize + wheat and barley, where all three are given.</summary>
    /// <param name="crops">RDA's series of one area, main statements only.</param>
    /// <param name="milling">Its milling rate with the citation.</param>
    public static TimeSeries? FromCrops(IReadOnlyList<TimeSeries> crops, Factor milling)
    {
        string[] needed = ["rice", "maize", "wheat-and-barley"];
        var parts = needed.Select(item => crops.FirstOrDefault(c => c.Key.Item == item)).ToList();
        return parts.Any(p => p is null)
            ? null
            : SumOf.Years(
                Card,
                [
                    .. parts.Select(p =>
                        p!.Key.Item == "rice"
                            ? new SummandSeries(p, 1m / milling.Value, $"÷ {milling.Value} (milled to paddy; {milling.Citation})")
                            {
                                Required = true,
                            }
                            : new SummandSeries(p!, 1m, "") { Required = true }
                    ),
                ],
                "cereals",
                Basis
            );
    }
}
