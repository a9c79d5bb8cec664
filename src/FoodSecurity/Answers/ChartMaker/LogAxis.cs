using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>
/// Puts a line picture on a logarithmic axis: equal steps are equal ratios. Values are drawn at their logarithm, the axis prints them. Zero and less have no
/// place on it: the line is left open there and the picture names them; where they are most of the figures it is refused.
/// </summary>
internal static class LogAxis
{
    private const int MostTicks = 7;

    /// <summary>Steps within a power of ten, from coarse to fine.</summary>
    private static readonly double[][] Steps =
    [
        [1],
        [1, 3],
        [1, 2, 5],
        [1, 1.5, 2, 3, 5, 7],
        [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9],
    ];

    /// <exception cref="RefusedException">Not lines, or values most of which have no logarithm.</exception>
    public static ChartSpec Of(ChartSpec spec, ChartQuestion question, Texts t)
    {
        var total = (t["make.instead.total"], question with { Scale = AskedScale.Total });
        if (spec.Kind != ChartKind.Line || spec.Body is not null || spec.Bars.Count > 0)
        {
            throw RefusedException.Because(
                t["make.refused.log-kind"],
                (t["make.instead.line"], question with { Kind = ChartQuestion.DefaultKind }),
                total
            );
        }

        var values = spec
            .Lines.SelectMany(l => l.Points)
            .Where(p => p.X >= spec.From - 0.5 && p.X <= spec.To + 0.5)
            .Select(p => p.Y)
            .OfType<double>()
            .ToList();
        var positive = values.Where(v => v > 0).ToList();
        var left = Left(spec);
        if (positive.Count == 0 || positive.Count < values.Count - positive.Count)
        {
            throw RefusedException.Because(left.Length > 0 ? t["make.refused.log-points", left] : t["make.refused.log-zero"], total);
        }

        return spec with
        {
            FromZero = false,
            ValueTicks = [.. Ticks(positive.Min(), positive.Max()).Select(Math.Log10)],
            AxisNumber = y => Print(Math.Pow(10, y)),
            Notes = left.Length > 0 ? [.. spec.Notes, t["chart.note.log-left", left]] : spec.Notes,
            Lines =
            [
                .. spec.Lines.Select(l =>
                    l with
                    {
                        Points = [.. l.Points.Select(p => p with { Y = p.Y is > 0 ? Math.Log10(p.Y.Value) : null })],
                    }
                ),
            ],
            Pins = [.. spec.Pins.Select(p => p with { Y = p.Y is > 0 ? Math.Log10(p.Y.Value) : null })],
            Spread = spec.Spread is { } spread
                ? spread with
                {
                    Points =
                    [
                        .. spread.Points.Where(p => p.Low > 0).Select(p => p with { Low = Math.Log10(p.Low), High = Math.Log10(p.High) }),
                    ],
                }
                : null,
        };
    }

    /// <summary>"USDA 1995–1997 and 2003": which points of which line have no place on the axis.</summary>
    private static string Left(ChartSpec spec) =>
        string.Join(
            "; ",
            spec.Lines.Select(l =>
                    (
                        l.Label,
                        Years: MissingFigures.Runs(
                            l.Points.Where(p => p.Y is <= 0 && p.X >= spec.From - 0.5 && p.X <= spec.To + 0.5)
                                .Select(p => (int)Math.Round(p.X))
                        )
                    )
                )
                .Where(l => l.Years.Count > 0)
                .Select(l => $"{l.Label} {Texts.English.List(l.Years)}")
        );

    /// <summary>Round numbers from below the least value to above the largest: the finest steps that are not too many.</summary>
    internal static IReadOnlyList<double> Ticks(double least, double most)
    {
        int first = (int)Math.Floor(Math.Log10(least) - 1e-9),
            last = (int)Math.Ceiling(Math.Log10(most) + 1e-9);
        IReadOnlyList<double>? best = null;
        foreach (var steps in Steps)
        {
            var all = Enumerable
                .Range(first - 1, last - first + 3)
                .SelectMany(power => steps.Select(step => Exact(step * Math.Pow(10, power))))
                .ToList();
            var low = all.Last(tick => tick <= least * (1 + 1e-12));
            var high = all.First(tick => tick >= most * (1 - 1e-12) && tick > low);
            var ticks = all.Where(tick => tick >= low && tick <= high).ToList();
            best = best is null || ticks.Count <= MostTicks ? ticks : best;
        }

        // Very many powers of ten: every second, third ... of them, counted from the lowest.
        var every = (best!.Count + MostTicks - 2) / (MostTicks - 1);
        return every <= 1
            ? best
            : [.. Enumerable.Range(0, (best.Count - 2) / every + 2).Select(i => Exact(best[0] * Math.Pow(10, i * every)))];
    }

    private static double Exact(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Print(double value)
    {
        if (value is < 1e-6 or >= 1e12)
        {
            return Numbers.Scientific(value);
        }

        var digits = (int)Math.Clamp(2 - Math.Floor(Math.Log10(value)), 0, 8);
        return Math.Round(value, digits).ToString("#,0.########", CultureInfo.InvariantCulture);
    }
}
