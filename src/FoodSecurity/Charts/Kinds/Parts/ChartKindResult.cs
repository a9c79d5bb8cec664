using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds.Parts;

/// <summary>What became of a question to a kind: <see cref="ChartDrawn"/> or <see cref="ChartRefusal"/>.</summary>
public abstract record ChartKindResult;

/// <summary>A picture with the series that are in it, for its table, files and source line.</summary>
public sealed record ChartDrawn(ChartSpec Spec, IReadOnlyList<LabelledSeries> Series) : ChartKindResult;

/// <summary>No picture, because it would have no meaning; the reason is a sentence for the reader.</summary>
public sealed record ChartRefusal(string Reason) : ChartKindResult;
