using System.Globalization;

namespace FoodSecurity.Observations;

/// <summary>What a period is. A marketing year is not a calendar year, and a mean of three years is neither.</summary>
public enum PeriodKind
{
    CalendarYear = 1,
    MarketingYear = 2,
    Month = 3,
    Day = 4,

    /// <summary>A mean over several calendar years, published under the years' range ("2017–2019").</summary>
    MultiYearMean = 5,

    /// <summary>A validity period with a first and a last day.</summary>
    Window = 6,
}

/// <summary>
/// When: first day, last day (both included) and the label it is printed under. A marketing year whose start month is not
/// stated keeps the calendar year of its first year as start and end and says so in <see cref="StartStated"/>.
/// </summary>
public readonly record struct Period(PeriodKind Kind, DateOnly Start, DateOnly End, string Label)
{
    /// <summary>False for a marketing year whose provider does not state in which month it begins.</summary>
    public bool StartStated { get; init; } = true;

    /// <summary>The year a picture and a table sort it under; a marketing year stands at its first year, a mean at its middle one.</summary>
    public int Year => Kind == PeriodKind.MultiYearMean ? (Start.Year + End.Year) / 2 : Start.Year;

    public static Period CalendarYear(int year) =>
        new(PeriodKind.CalendarYear, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A marketing year by its first year; <paramref name="startMonth"/> null means the provider does not state it.</summary>
    public static Period MarketingYear(int firstYear, int? startMonth)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{firstYear}/{(firstYear + 1) % 100:00}");
        if (startMonth is not { } month)
        {
            return new Period(PeriodKind.MarketingYear, new DateOnly(firstYear, 1, 1), new DateOnly(firstYear, 12, 31), label)
            {
                StartStated = false,
            };
        }

        var start = new DateOnly(firstYear, month, 1);
        return new Period(PeriodKind.MarketingYear, start, start.AddYears(1).AddDays(-1), label);
    }

    public static Period Mean(int firstYear, int lastYear) =>
        new(
            PeriodKind.MultiYearMean,
            new DateOnly(firstYear, 1, 1),
            new DateOnly(lastYear, 12, 31),
            string.Create(CultureInfo.InvariantCulture, $"{firstYear}–{lastYear}")
        );

    public static Period Month(int year, int month)
    {
        var start = new DateOnly(year, month, 1);
        return new Period(
            PeriodKind.Month,
            start,
            new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            start.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        );
    }

    public static Period Day(DateOnly day) => new(PeriodKind.Day, day, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Period Window(DateOnly start, DateOnly end) =>
        new(PeriodKind.Window, start, end, string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}/{end:yyyy-MM-dd}"));

    /// <summary>
    /// Reads the forms of tidy files: <c>2023</c>, <c>2023/24</c>, <c>2017-2019</c> (a mean), <c>2022-10</c>, <c>2022-10-05</c>,
    /// <c>2020-01-01/2023-08-26</c>. Returns false where the text is none of these.
    /// </summary>
    /// <param name="text">The period as written.</param>
    /// <param name="marketingStart">First month of a marketing year where known.</param>
    /// <param name="period">The period read.</param>
    public static bool TryParse(string text, int? marketingStart, out Period period)
    {
        period = default;
        var invariant = CultureInfo.InvariantCulture;
        static bool Digits(ReadOnlySpan<char> s) => s.Length > 0 && !s.ContainsAnyExceptInRange('0', '9');
        text = text.Replace('–', '-');
        if (text.Length == 4 && Digits(text) && int.Parse(text, invariant) is > 0 and var year)
        {
            period = CalendarYear(year);
            return true;
        }

        if (text.Length == 7 && text[4] == '/' && Digits(text.AsSpan(0, 4)) && Digits(text.AsSpan(5)))
        {
            var first = int.Parse(text.AsSpan(0, 4), invariant);
            if (first is 0 or 9999 || (first + 1) % 100 != int.Parse(text.AsSpan(5), invariant))
            {
                return false;
            }

            period = MarketingYear(first, marketingStart);
            return true;
        }

        if (text.Length == 9 && text[4] == '-' && Digits(text.AsSpan(0, 4)) && Digits(text.AsSpan(5)))
        {
            int first = int.Parse(text.AsSpan(0, 4), invariant),
                last = int.Parse(text.AsSpan(5), invariant);
            if (first == 0 || last <= first || last - first > 20)
            {
                return false;
            }

            period = Mean(first, last);
            return true;
        }

        if (text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", invariant, DateTimeStyles.None, out var month))
        {
            period = Month(month.Year, month.Month);
            return true;
        }

        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day))
        {
            period = Day(day);
            return true;
        }

        if (
            text.Length == 21
            && text[10] == '/'
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", invariant, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(text.AsSpan(11), "yyyy-MM-dd", invariant, DateTimeStyles.None, out var to)
            && to >= from
        )
        {
            period = Window(from, to);
            return true;
        }

        return false;
    }

    /// <summary>The form that <see cref="TryParse"/> reads back.</summary>
    public string TidyText => Kind == PeriodKind.MultiYearMean ? Label.Replace('–', '-') : Label;
}
