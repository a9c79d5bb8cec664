namespace FoodSecurity.Indicators;

/// <summary>Every indicator, one line each.</summary>
public static class IndicatorCatalog
{
    public static IReadOnlyList<IndicatorCard> Cards { get; } =
    [
        GrainsTotal.Card,
        CerealsRiceAsPaddy.Card,
        YearOnYear.Card,
        SourceSpread.Card,
        CerealDeficit.Card,
        PerHead.Card,
        IndexOn.Card,
        ShareOf.Card,
        MovingMean.Card,
        OnBasis.Card,
    ];
}
