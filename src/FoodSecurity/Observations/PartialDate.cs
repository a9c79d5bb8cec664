using System.Globalization;

namespace FoodSecurity.Observations;

/// <summary>Dates as precise as their source: yyyy, yyyy-MM or yyyy-MM-dd.</summary>
public static class PartialDate
{
    /// <summary>The first day the text can mean, or null where it is no date.</summary>
    public static DateOnly? Start(string? text) => Parse(text)?.First;

    /// <summary>The last day the text can mean: a month stands for its last day.</summary>
    public static DateOnly? End(string? text) => Parse(text)?.Last;

    public static bool IsValid(string text) => Parse(text) is not null;

    private static (DateOnly First, DateOnly Last)? Parse(string? text)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (text?.Length)
        {
            case 4 when DateOnly.TryParseExact(text, "yyyy", invariant, DateTimeStyles.None, out var year):
                return (year, new DateOnly(year.Year, 12, 31));
            case 7 when DateOnly.TryParseExact(text, "yyyy-MM", invariant, DateTimeStyles.None, out var month):
                return (month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
            case 10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day):
                return (day, day);
            default:
                return null;
        }
    }
}
