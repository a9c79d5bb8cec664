namespace FoodSecurity.Articles.Extraction.Sentences;

/// <summary>A number with its unit in a sentence; First counts from the hedge.</summary>
internal sealed record QuantityMark(int First, int End, ClaimQuantity Quantity, bool IsMoney, string Rule)
{
    /// <summary>Factor of the scale words: 1000000 in "3 million".</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Whether it may be measured as another is: in the same unit, none, or its beginning ("4.9 tonnes per hectare, the South's 6.6 tonnes").</summary>
    public bool IsLike(QuantityMark whole) => Quantity.Unit.Length == 0 || Quantity.Unit == whole.Quantity.Unit || IsPartOf(whole);

    /// <summary>Whether its unit is the beginning of another's.</summary>
    public bool IsPartOf(QuantityMark whole) =>
        Quantity.Unit.Length > 0 && whole.Quantity.Unit.StartsWith(Quantity.Unit + "-per", StringComparison.Ordinal);
}
