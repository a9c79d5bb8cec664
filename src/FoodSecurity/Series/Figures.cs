using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>From the number and the text that are stored to the figure as it was printed.</summary>
internal static class Figures
{
    /// <summary>The printed text; where none is stored, the shortest form of the value is what was printed.</summary>
    public static string Printed(double? value, string? text) => text ?? (value is not { } number ? "" : ShortestForm.Of(number));

    /// <summary>The printed digits where they are a plain number, so that no binary rounding shows; else the stored value.</summary>
    public static decimal? Exact(double? value, string? text)
    {
        if (value is not { } number)
        {
            return null;
        }

        if (text is null && ShortestForm.IsWhole(number))
        {
            return (long)number;
        }

        Span<char> shortest = stackalloc char[32];
        var parsed = text is not null
            ? decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var printed)
            : decimal.TryParse(
                number.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture) ? shortest[..length] : [],
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out printed
            );
        return parsed ? printed : (decimal)number;
    }
}
