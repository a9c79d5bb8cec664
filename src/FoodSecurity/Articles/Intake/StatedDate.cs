using System.Globalization;
using System.Text.RegularExpressions;

namespace FoodSecurity.Articles.Intake;

/// <summary>Dates as pages, mails and files state them, where they can mean one day only: ISO 8601, RFC 5322, PDF's D:YYYYMMDD, and days with the month as a word.</summary>
internal static partial class StatedDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>yyyy-MM-dd as the place of publication had it (its own time zone), or null where the text states no such day.</summary>
    public static string? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var found =
            Iso().Match(text) is { Success: true } iso ? iso
            : Pdf().Match(text) is { Success: true } pdf ? pdf
            : null;
        if (found is not null)
        {
            return Day(
                found.Groups["y"].Value,
                int.Parse(found.Groups["m"].ValueSpan, CultureInfo.InvariantCulture),
                found.Groups["d"].Value
            );
        }

        found =
            DayFirst().Match(text) is { Success: true } first ? first
            : MonthFirst().Match(text) is { Success: true } second ? second
            : null;
        return found is null
            ? null
            : Day(
                found.Groups["y"].Value,
                Array.IndexOf(Months, found.Groups["m"].Value[..3].ToLowerInvariant()) + 1,
                found.Groups["d"].Value
            );
    }

    private static string? Day(string year, int month, string day)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{int.Parse(day, CultureInfo.InvariantCulture):00}");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
    }

    [GeneratedRegex(@"^\s*(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^D:(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})")]
    private static partial Regex Pdf();

    [GeneratedRegex(
        @"\b(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s+(?<y>(?:19|20)\d{2})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"\b(?<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d{2})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MonthFirst();
}
