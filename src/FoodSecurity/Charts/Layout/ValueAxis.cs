using System.Globalization;

namespace FoodSecurity.Charts.Layout;

/// <summary>The value axis: a few round numbers that hold all values.</summary>
internal sealed record ValueAxis(double Low, double High, IReadOnlyList<double> Ticks, IReadOnlyList<string> Labels)
{
    /// <param name="values">Every value in view; what is not a finite number is left out.</param>
    /// <param name="fromZero">True where the axis must hold zero.</param>
    /// <param name="most">Grid lines wanted at most.</param>
    /// <param name="number">How a number is printed; null: in the invariant manner.</param>
    public static ValueAxis For(IEnumerable<double> values, bool fromZero, int most, Func<double, string>? number)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return new(0, 1, [0], [""]);
        }
        double low = finite.Min(),
            high = finite.Max();
        if (fromZero)
        {
            low = Math.Min(0, low);
            high = Math.Max(0, high);
        }
        if (high - low <= Math.Abs(high) * 1e-12)
        {
            // One value only: zero gets an axis up to one, any other room on both sides.
            (low, high) = low == 0 ? (0, 1) : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
        }
        double step = Step((high - low) / Math.Max(2, most));
        double first = Math.Floor(low / step + 1e-9),
            last = Math.Ceiling(high / step - 1e-9);
        double[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Exact((first + i) * step))];
        Func<double, string> print = number ?? (value => Print(value, step));
        return new(ticks[0], ticks[^1], ticks, [.. ticks.Select(print)]);
    }

    /// <summary>An axis with grid lines at given values.</summary>
    public static ValueAxis At(IReadOnlyList<double> ticks, Func<double, string>? number) =>
        new(ticks[0], ticks[^1], ticks, [.. ticks.Select(number ?? (value => Print(value, ticks[^1] - ticks[0])))]);

    /// <summary>The smallest of 1, 2 and 5 times a power of ten (25 and 250 too, but never 2.5) that is not below the given step.</summary>
    private static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (double factor in (double[])(power >= 10 ? [1, 2, 2.5, 5] : [1, 2, 5]))
        {
            if (factor * power >= least * (1 - 1e-9))
            {
                return Exact(factor * power);
            }
        }
        return Exact(10 * power);
    }

    /// <summary>Takes off what binary fractions add (0.30000000000000004).</summary>
    private static double Exact(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Print(double value, double step)
    {
        double size = Math.Max(Math.Abs(value), step);
        if (value == 0)
        {
            return "0";
        }
        if (size >= 1e12 || size < 1e-6)
        {
            return Wording.Numbers.Scientific(value);
        }
        string digits = Math.Abs(value) >= 10_000 ? "#,##0.######" : "0.######";
        return value.ToString(digits, CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
