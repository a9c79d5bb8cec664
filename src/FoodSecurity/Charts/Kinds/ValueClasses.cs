using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Classes of a scale of colours with round bounds: for amounts from the quantiles, for changes around nothing, for hunger those of FAO's map.</summary>
internal sealed class ValueClasses
{
    /// <summary>FAO Hunger Map: very low below 2.5 %, then 5, 15, 25 and 35 %.</summary>
    private static readonly double[] Hunger = [2.5, 5, 15, 25, 35];

    private readonly double[] bounds;
    private readonly bool around;

    /// <summary>Where all values are one, it alone is the scale.</summary>
    private double? only;

    private ValueClasses(double[] bounds, bool around) => (this.bounds, this.around) = (bounds, around);

    public static ValueClasses Of(IEnumerable<double> values, bool around, bool hunger = false)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (!hunger && sorted.Length > 0 && sorted[0] == sorted[^1])
        {
            return new([], false) { only = sorted[0] };
        }

        if (hunger)
        {
            return new(Hunger, false);
        }

        if (around)
        {
            // Three steps to each side: a tenth, a quarter and a half of the range of most values.
            double far = sorted.Length == 0 ? 1 : Math.Max(Math.Abs(Quantile(sorted, 0.05)), Math.Abs(Quantile(sorted, 0.95)));
            double step = Round(Math.Max(far, 1e-9) / 2.5);
            return new([-2 * step, -step, -step / 5, step / 5, step, 2 * step], true);
        }

        double[] bounds =
        [
            .. new[] { 0.17, 0.34, 0.5, 0.67, 0.84, 0.95 }
                .Select(part => Round(Quantile(sorted, part)))
                .Distinct()
                .Where(b => b > (sorted.Length > 0 ? sorted[0] : 0)),
        ];
        bounds = bounds.Length < 4 && sorted.Distinct().Skip(6).Any() ? Even(sorted[0], sorted[^1]) : bounds;
        return new(bounds.Length == 0 ? [sorted.Length > 0 ? sorted[^1] : 1] : bounds, false);
    }

    public ChartFill Fill(double value)
    {
        if (only is not null)
        {
            return ChartFill.Amount(3);
        }

        int step = bounds.Count(bound => value >= bound);
        return around ? ChartFill.Change(step - 3) : ChartFill.Amount(bounds.Length >= 6 ? step : Spread(step));
    }

    public IEnumerable<ChartKeyEntry> Key(string unit, Texts t)
    {
        if (only is { } one)
        {
            yield return new ChartKeyEntry(Say(one) + unit, ChartFill.Amount(3));
            yield break;
        }

        for (int i = 0; i <= bounds.Length; i++)
        {
            string words =
                i == 0 ? t["kind.class.below", Say(bounds[0]) + unit]
                : i == bounds.Length ? t["kind.class.above", Say(bounds[^1]) + unit]
                : $"{Say(bounds[i - 1])} {t["kind.class.to"]} {Say(bounds[i])}";
            yield return new ChartKeyEntry(words, around ? ChartFill.Change(i - 3) : ChartFill.Amount(bounds.Length >= 6 ? i : Spread(i)));
        }
    }

    /// <summary>Fewer classes than colours take them from the whole range.</summary>
    private int Spread(int step) => (int)Math.Round(step * 6.0 / bounds.Length);

    private static string Say(double value) =>
        value != 0 && (Math.Abs(value) < 0.0001 || Math.Abs(value) >= 1e12)
            ? Numbers.Scientific(value)
            : value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : "0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Round bounds at equal distances, for values that lie so near one another that rounded quantiles fall together.</summary>
    private static double[] Even(double low, double high)
    {
        double step = Round((high - low) / 6);
        return
        [
            .. Enumerable
                .Range(1, 6)
                .Select(i => (Math.Floor(low / step) + i) * step)
                .Where(bound => bound > low && bound <= high)
                .Select(bound => double.Parse(bound.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        ];
    }

    private static double Quantile(double[] sorted, double part)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }

        double at = part * (sorted.Length - 1);
        int low = (int)at;
        return low + 1 < sorted.Length ? sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]) : sorted[^1];
    }

    /// <summary>To 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.</summary>
    private static double Round(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value)))),
            part = Math.Abs(value) / power;
        double nearest = new[] { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }.MinBy(step => Math.Abs(step - part));
        return Math.Sign(value)
            * double.Parse((nearest * power).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
