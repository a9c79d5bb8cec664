using System.Globalization;

namespace FoodSecurity.Series;

/// <summary>From the number and the text that are stored to the figure as it was printed.</summary>
internal static class Figures
{
    // Whole numbers below this size are printed without an exponent and are exact in a double.
    private const double MostWhole = 1e15;

    /// <summary>The printed text; where none is stored, the shortest form of the value is what was printed.</summary>
    public static string Printed(double? value, string? text) =>
        text ?? (value is not { } number ? "" : IsWhole(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The printed digits where they are a plain number, so that no binary rounding shows; else the stored value.</summary>
    public static decimal? Exact(double? value, string? text)
    {
        if (value is not { } number)
        {
            return null;
        }

        if (text is null && IsWhole(number))
        {
            return (long)number;
        }

        Span<char> shortest = stackalloc char[32];
        var parsed = text is not null ? decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var printed)
            : decimal.TryParse(number.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture) ? shortest[..length] : [], NumberStyles.Float, CultureInfo.InvariantCulture, out printed);
        return parsed ? printed : (decimal)number;
    }

    private static bool IsWhole(double number) => Math.Abs(number) < MostWhole && number == Math.Truncate(number) && !(number == 0 && double.IsNegative(number));
}
