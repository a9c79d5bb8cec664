using System.Globalization;

namespace FoodSecurity.Wording;

/// <summary>How dates are written: 28 December 2023, December 2023, 2023, as precise as they are known.</summary>
public static class Dates
{
    private const int FirstYear = 1000;
    private const int LastYear = 2200;

    /// <summary>A day as it stands in an address, "2023-12-28", of the years 1000 to 2200; null where it is none.</summary>
    public static DateOnly? Asked(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= FirstYear and <= LastYear
            ? day
            : null;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A date as precise as its source: yyyy, yyyy-MM or yyyy-MM-dd; other text is given back, nothing is "unknown".</summary>
    public static string Long(string? partial)
    {
        if (string.IsNullOrEmpty(partial))
        {
            return "unknown";
        }

        var invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(partial, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day))
        {
            return day.ToString("d MMMM yyyy", English);
        }

        return DateOnly.TryParseExact(partial, "yyyy-MM", invariant, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", English)
            : partial;
    }

    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", English);
}
