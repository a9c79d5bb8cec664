using System.Globalization;
using FoodSecurity.Charts;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Making;

/// <summary>Puts a line picture on a logarithmic axis: equal steps are equal ratios. Values are drawn at their logarithm, the axis prints them.</summary>
internal static class LogAxis
{
    private const double FewDecades = 2.5;

    /// <exception cref="RefusedException">Not lines, or values that have no logarithm.</exception>
    public static ChartSpec Of(ChartSpec spec, ChartQuestion question, Texts t)
    {
        var total = (t["make.instead.total"], question with { Scale = AskedScale.Total });
        if (spec.Kind != ChartKind.Line || spec.Body is not null || spec.Bars.Count > 0)
        {
            throw RefusedException.Because(t["make.refused.log-kind"], (t["make.instead.line"], question with { Kind = ChartQuestion.DefaultKind }), total);
        }

        var values = spec.Lines.SelectMany(l => l.Points).Where(p => p.X >= spec.From && p.X <= spec.To).Select(p => p.Y).OfType<double>().ToList();
        if (values.Count == 0 || values.Min() <= 0)
        {
            throw RefusedException.Because(t["make.refused.log-zero"], total);
        }

        // Doublings where values lie near one another, powers of ten where they do not.
        var root = Math.Log10(values.Max() / values.Min()) < FewDecades ? 2.0 : 10.0;
        double Log(double y) => Math.Log(y, root);
        return spec with
        {
            FromZero = false,
            AxisNumber = y => Print(Math.Pow(root, y)),
            Lines = [.. spec.Lines.Select(l => l with { Points = [.. l.Points.Select(p => p with { Y = p.Y is > 0 ? Log(p.Y.Value) : null })] })],
            Pins = [.. spec.Pins.Select(p => p with { Y = p.Y is > 0 ? Log(p.Y.Value) : null })],
            Spread = spec.Spread is { } spread ? spread with { Points = [.. spread.Points.Where(p => p.Low > 0).Select(p => p with { Low = Log(p.Low), High = Log(p.High) })] } : null,
        };
    }

    private static string Print(double value)
    {
        var digits = value == 0 ? 0 : (int)Math.Clamp(2 - Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        return Math.Round(value, digits).ToString("#,0.######", CultureInfo.InvariantCulture);
    }
}
