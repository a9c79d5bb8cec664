namespace FoodSecurity.Charts.Specs;

/// <summary>Turns dates into the year-centred positions that <see cref="ChartSpec"/> uses.</summary>
public static class TimeScale
{
    /// <summary>Position of the beginning of a day: 1 January 2020 is 2019.5, 2 July 2020 about 2020.0.</summary>
    public static double At(DateOnly date)
    {
        double days = DateTime.IsLeapYear(date.Year) ? 366 : 365;
        return date.Year - 0.5 + (date.DayOfYear - 1) / days;
    }

    /// <summary>Position of the end of a day.</summary>
    public static double AtEnd(DateOnly date) => At(date.AddDays(1));
}
