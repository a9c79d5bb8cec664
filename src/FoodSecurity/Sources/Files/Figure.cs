using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>Reads figures as providers print them: 2300.0000, -0.02, 1.2e3, &lt;2.5. Never a thousands separator, never NaN.</summary>
internal static class Figure
{
    public const string Expected = "a number, \"<\" and a number, or an empty cell";

    /// <summary>No count of tonnes, people or money reaches this; what does is a slip, and exact arithmetic ends not far above.</summary>
    private const double TooLarge = 1e20;

    /// <summary>False where the text is neither a number nor a limit and a number, or is 10^20 or more.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out double value, out ValueBound bound) =>
        TryRead(text, out value, out bound, out _);

    /// <inheritdoc cref="TryRead(ReadOnlySpan{char}, out double, out ValueBound)"/>
    /// <param name="text">The cell.</param>
    /// <param name="value">The number.</param>
    /// <param name="bound">Whether it is a limit.</param>
    /// <param name="shortest">True where the text is the shortest form of the value.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out double value, out ValueBound bound, out bool shortest)
    {
        shortest = ShortestForm.TryRead(text, out value);
        if (shortest)
        {
            bound = ValueBound.Exact;
            return true;
        }

        bound =
            text.Length > 1 && text[0] == '<' ? ValueBound.LessThan
            : text.Length > 1 && text[0] == '>' ? ValueBound.GreaterThan
            : ValueBound.Exact;
        var digits = bound == ValueBound.Exact ? text : text[1..];
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) < TooLarge;
    }

    /// <summary>A whole number of plain digits.</summary>
    public static bool TryWhole(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>A year a figure can stand for. Year 0 and 9999 are typing errors.</summary>
    public static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        TryWhole(text, out year) && text.Length == 4 && year is >= 1800 and <= 2200;
}
