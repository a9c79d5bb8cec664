using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>Smallest and largest of several sources on one basis, year by year. The sources stay apart; no mean is taken.</summary>
public static class SourceSpread
{
    public static readonly IndicatorCard Card = new(
        "source-spread",
        "Spread of the sources",
        "as the series",
        "smallest and largest value of the sources that have one; spread = (largest − smallest) ÷ median",
        "Compared on one basis only, see cereals-rice-as-paddy.",
        "A year counts where at least two sources have a value."
    );

    public static readonly Indicator Indicator = new(Card, input => new IndicatorResult { Rows = Table(input) });

    /// <summary>The same as a table, each year with the sources' own figures.</summary>
    private static IReadOnlyList<IndicatorRow> Table(IndicatorInput input) =>
        [
            .. Of([.. input.Series.Select(s => (s.Series, s.Factor))])
                .Select(y => new IndicatorRow(
                    y.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    [("smallest", y.Low), ("largest", y.High), ("spread", y.Relative)],
                    [
                        .. input.Series.SelectMany(s =>
                            s.Series.Points.Where(p => p.Period.Year == y.Year && p.Value is not null)
                                .Select(p => new Part(s.Series.Key, p, s.Factor, s.FactorNote))
                        ),
                    ]
                )),
        ];

    /// <summary>One row per year in which at least two series have a value; values each multiplied by its factor.</summary>
    public static IReadOnlyList<SpreadYear> Of(IReadOnlyList<(TimeSeries Series, decimal Factor)> sources)
    {
        var values = sources.SelectMany(s =>
            s.Series.Points.Where(p => p.Value is not null)
                .Select(p => (p.Period.Year, Value: p.Value!.Value * s.Factor, s.Series.Key.Dataset))
        );
        return
        [
            .. values
                .GroupBy(v => v.Year)
                .OrderBy(g => g.Key)
                .Where(g => g.Select(v => v.Dataset).Distinct().Count() > 1)
                .Select(g =>
                {
                    var sorted = g.Select(v => v.Value).Order().ToList();
                    var median =
                        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
                    return new SpreadYear(g.Key, sorted[0], sorted[^1], median, sorted.Count);
                }),
        ];
    }
}

public sealed record SpreadYear(int Year, decimal Low, decimal High, decimal Median, int Sources)
{
    /// <summary>(largest − smallest) ÷ median; null where the median is zero.</summary>
    public decimal? Relative => Median == 0 ? null : (High - Low) / Median;
}
