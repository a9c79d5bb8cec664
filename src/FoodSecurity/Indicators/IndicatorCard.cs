namespace FoodSecurity.Indicators;

/// <summary>What an indicator is, for its page, its captions and its traces.</summary>
/// <param name="Id">Short stable name in addresses.</param>
/// <param name="Title">What it measures.</param>
/// <param name="Unit">Unit of the result.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="Reference">Published source of the formula or its factors.</param>
/// <param name="MissingRule">What happens where an input is missing.</param>
public sealed record IndicatorCard(string Id, string Title, string Unit, string Formula, string Reference, string MissingRule);
