using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>Each series as a share of the sum of them all, year by year.</summary>
public static class ShareOf
{
    public static readonly IndicatorCard Card = new(
        "share",
        "Share of the total of what is shown",
        "per cent",
        "100 × value ÷ sum of the values of all series shown, same year",
        "Arithmetic.",
        "A year is missing for all where one of them has no value; negative values and sums of zero have no shares."
    );

    public static readonly Indicator Indicator = new(Card, input =>
        IndicatorResult.Of(Of([.. input.Series.Select(s => (s.Series, s.Factor))]))
    );

    /// <summary>Shares in the order of the series; they make 100 in every year that has them.</summary>
    /// <param name="all">Series of one kind that add up, each with its factor to one unit.</param>
    public static IReadOnlyList<TimeSeries> Of(IReadOnlyList<(TimeSeries Series, decimal Factor)> all)
    {
        var years = all.Select(s => YearlySteps.ByYear(s.Series)).ToList();
        return
        [
            .. all.Select(
                (s, i) =>
                    YearlySteps.Computed(
                        Card,
                        s.Series,
                        "percent",
                        s.Series.Points.Select(p =>
                        {
                            var year = p.Period.Year;
                            if (p.Value is not { } value || years.Any(y => !y.ContainsKey(year)))
                            {
                                return YearlySteps.Point(p, null, []);
                            }

                            var parts = all.Select((a, j) => new Part(a.Series.Key, years[j][year], a.Factor, "in the sum")).ToList();
                            var sum = parts.Sum(part => part.Point.Value!.Value * part.Factor);
                            return YearlySteps.Point(
                                p,
                                sum > 0 ? 100m * value * s.Factor / sum : null,
                                [new Part(s.Series.Key, p, 100m * s.Factor, "divided by the sum"), .. parts]
                            );
                        })
                    )
            ),
        ];
    }
}
