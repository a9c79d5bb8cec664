using System.Globalization;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Cells;

/// <summary>Dates as releases and rows keep them: yyyy, yyyy-MM or yyyy-MM-dd, never more precise than what is printed.</summary>
internal static class Stamp
{
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A month; only the year where the month is 0.</summary>
    public static string Month(CsvSource csv, int year, int month)
    {
        Span<char> text = stackalloc char[7];
        year.TryFormat(text, out _, "0000", CultureInfo.InvariantCulture);
        text[4] = '-';
        month.TryFormat(text[5..], out _, "00", CultureInfo.InvariantCulture);
        return csv.Pooled(month == 0 ? text[..4] : text);
    }

    /// <summary>True for the three forms.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) =>
        text.Length switch
        {
            4 => Figure.TryYear(text, out _),
            7 => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            10 => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => false,
        };
}
