using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Series;

/// <summary>A period as a sentence says it: "March 2022", "July to September 2025"; years stay as they are published.</summary>
public static class PeriodWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Period period) =>
        period.Kind switch
        {
            PeriodKind.Month => period.Start.ToString("MMMM yyyy", English),
            PeriodKind.Day => Day(period.Start),
            PeriodKind.Window when period.Start.Day == 1 && period.End.AddDays(1).Day == 1 => Months(period.Start, period.End),
            PeriodKind.Window => $"{Day(period.Start)} to {Day(period.End)}",
            _ => period.Label,
        };

    private static string Months(DateOnly first, DateOnly last) =>
        first.Year == last.Year && first.Month == last.Month ? first.ToString("MMMM yyyy", English)
        : first.Year == last.Year ? $"{first.ToString("MMMM", English)} to {last.ToString("MMMM yyyy", English)}"
        : $"{first.ToString("MMMM yyyy", English)} to {last.ToString("MMMM yyyy", English)}";

    private static string Day(DateOnly day) => Dates.Long(day);
}
