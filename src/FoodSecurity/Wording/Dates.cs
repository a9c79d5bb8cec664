using System.Globalization;

namespace FoodSecurity.Wording;

/// <summary>How dates are written: 28 December 2023, December 2023, 2023, as precise as they are known.</summary>
public static class Dates
{
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
