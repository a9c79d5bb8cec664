using System.Globalization;

namespace FoodSecurity.Observations;

/// <summary>The shortest text that reads back as a number: what is printed so need not be stored beside its value.</summary>
public static class ShortestForm
{
    // Decimals of up to fifteen digits all differ as doubles, so that each is the shortest form of its own.
    private const int MostDigits = 15;
    private const double MostWhole = 1e15;

    private static readonly double[] Tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    public static string Of(double value) =>
        IsWhole(value) ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>True for a number that is printed without point and exponent and is exact.</summary>
    public static bool IsWhole(double value) =>
        Math.Abs(value) < MostWhole && value == Math.Truncate(value) && !(value == 0 && double.IsNegative(value));

    /// <summary>
    /// Reads plain digits with or without a point ("1451", "-0.5"), where they are the shortest form of the number they spell. False for any other
    /// text, figure or not. Both digits and power of ten are exact doubles, so that one division rounds correctly (Clinger 1990).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var start = at;
        var digits = 0L;
        Take(text, ref at, ref digits);
        var whole = at - start;
        if (whole is 0 or > MostDigits || (whole > 1 && text[start] == '0'))
        {
            return false;
        }

        var scale = 0;
        if (at < text.Length)
        {
            var point = at++;
            if (text[point] != '.' || text.Length - point - 1 + whole > MostDigits)
            {
                return false;
            }

            Take(text, ref at, ref digits);
            scale = at - point - 1;
            // A last zero is not the shortest; what begins further behind the point than 0.0001 is written with an exponent.
            if (at < text.Length || scale == 0 || text[^1] == '0' || digits * 10_000d < Tens[scale])
            {
                return false;
            }
        }

        value = digits / Tens[scale];
        value = start > 0 ? -value : value;
        return digits > 0 || start == 0;
    }

    private static void Take(ReadOnlySpan<char> text, ref int at, ref long digits)
    {
        // Sixteen digits are one too many already, and a long holds eighteen.
        for (var last = Math.Min(text.Length, at + MostDigits + 1); at < last && (uint)(text[at] - '0') <= 9; at++)
        {
            digits = digits * 10 + (text[at] - '0');
        }
    }
}
