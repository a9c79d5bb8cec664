using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>
/// The uncovered deficit of a published cereal balance, set against its own published parts: requirement less commercial and concessional imports and food aid.
/// </summary>
public static class CerealDeficit
{
    public static readonly IndicatorCard Card = new(
        "deficit-from-parts",
        "Uncovered deficit from its parts",
        "1000 t",
        "import requirement − commercial imports − concessional imports − food aid",
        "FAO/WFP crop and food security assessment missions: national cereal balance, November/October.",
        "A printed figure goes before a derived one. No sum without the requirement; an import or aid figure that was not published is left out and said so. The published deficit is never replaced."
    );

    public static readonly Indicator Indicator = new(Card, input => new IndicatorResult
    {
        Rows = [.. Reconcile([.. input.Series.Select(s => s.Series)]).Select(Row)],
    });

    private static IndicatorRow Row(DeficitYear year) =>
        new(
            year.Published.Period.Label,
            [("published", year.Published.Value), ("from its parts", year.FromParts), ("difference", year.Difference)],
            year.Parts
        );

    /// <summary>One row per marketing year with a published deficit: as published, and as the parts give it.</summary>
    /// <param name="balances">Series of the balances of one area, in one unit; several statements of one figure are all looked at.</param>
    public static IReadOnlyList<DeficitYear> Reconcile(IReadOnlyList<TimeSeries> balances)
    {
        SeriesPoint? Point(string element, string label) =>
            balances
                .Where(s => s.Key.Element == element)
                .OrderBy(s => s.Key.Dimension("statement").Length)
                .ThenBy(s => s.Key.Dimension("coverage") == "pledged" ? 1 : 0)
                .SelectMany(s => s.Points)
                .Where(p => p.Period.Label == label && p.Value is not null)
                .OrderBy(p => p.IsDerived ? 1 : 0)
                .FirstOrDefault();

        var years = balances
            .Where(s => s.Key.Element == "uncovered-deficit" && s.Key.Dimension("statement").Length == 0)
            .SelectMany(s => s.Points)
            .Where(p => p.Value is not null)
            .OrderBy(p => p.Period.Start);
        return
        [
            .. years.Select(deficit =>
            {
                var requirement = Point("import-requirement", deficit.Period.Label);
                var covered = new[] { "commercial-imports", "concessional-imports", "food-aid" }
                    .Select(e => (Element: e, Point: Point(e, deficit.Period.Label)))
                    .ToList();
                decimal? fromParts = requirement?.Value is { } need ? need - covered.Sum(c => c.Point?.Value ?? 0m) : null;
                Part Ingredient(SeriesPoint point, decimal sign, string step) =>
                    new(balances.First(b => b.Points.Contains(point)).Key, point, sign, step);
                return new DeficitYear(
                    deficit,
                    requirement,
                    [.. covered.Where(c => c.Point is not null).Select(c => (c.Element, c.Point!))],
                    [.. covered.Where(c => c.Point is null).Select(c => c.Element)],
                    fromParts
                )
                {
                    Parts =
                    [
                        .. requirement is { Value: not null } ? [Ingredient(requirement, 1m, "required")] : Array.Empty<Part>(),
                        .. covered.Where(c => c.Point is not null).Select(c => Ingredient(c.Point!, -1m, "covered")),
                    ],
                };
            }),
        ];
    }
}

/// <summary>A published deficit beside the one its parts give.</summary>
public sealed record DeficitYear(
    SeriesPoint Published,
    SeriesPoint? Requirement,
    IReadOnlyList<(string Element, SeriesPoint Point)> Covered,
    IReadOnlyList<string> NotPublished,
    decimal? FromParts
)
{
    /// <summary>What the sum was made from: the requirement, less each figure of what covers it.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>Parts less published, in the published unit; null where the requirement is not published.</summary>
    public decimal? Difference => FromParts - Published.Value;
}
