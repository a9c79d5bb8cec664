using System.Globalization;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Cells;

/// <summary>
/// Dates as providers and the spreadsheets after them print them: 2021-04-03, 2021-04-03 00:00:00, 03.04.2021 (always day first),
/// 3/4/2021. What the last of these means is settled by the caller, else by the cells of the same columns whose day is beyond 12,
/// where all of those agree; where neither does, it is refused.
/// </summary>
internal sealed class DayCells(SourceFile file, CsvSource csv, params int[] columns)
{
    public const string Expected = "a date: 2021-04-03";

    private const string Reason =
        "a date that can be read one way only; 3/4/2021 may be 3 April or 4 March: --dates dmy or --dates mdy says which";

    private readonly int[] _columns = columns;
    private DateOrder _order = file.Choices.Dates;
    private bool _looked;

    /// <summary>Reads a cell of the current row; a cell that is no date, or not one for certain, is reported.</summary>
    public bool TryRead(ReadContext context, int column, out DateOnly day)
    {
        var cell = csv.Span(column);
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        if (
            cell.Length > 10
            && (cell[10..] is " 00:00:00" or "T00:00:00" or "T00:00:00Z" or " 00:00" or "T00:00:00.000Z")
            && DateOnly.TryParseExact(cell[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        )
        {
            return true;
        }

        if (DateOnly.TryParseExact(cell, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        if (!Numbers(cell, out var first, out var second, out var year))
        {
            csv.Bad(context, column, Expected);
            return false;
        }

        if (first != second && first <= 12 && second <= 12 && Order() == DateOrder.Unstated)
        {
            csv.Bad(context, column, Reason);
            return false;
        }

        var monthFirst = first == second || second > 12 || (first <= 12 && Order() == DateOrder.MonthFirst);
        if (
            first <= 12 && second > 12 && file.Choices.Dates == DateOrder.DayFirst
            || first > 12 && file.Choices.Dates == DateOrder.MonthFirst
            || !Make(year, monthFirst ? first : second, monthFirst ? second : first, out day)
        )
        {
            csv.Bad(context, column, Expected);
            return false;
        }

        return true;
    }

    /// <summary>The caller's order, else that of the first cell of these columns which can be read one way only.</summary>
    private DateOrder Order()
    {
        if (_order != DateOrder.Unstated || _looked)
        {
            return _order;
        }

        _looked = true;
        using var again = csv.Again();
        var nobody = new ReadContext(null!, file.Name);
        bool dayFirst = false,
            monthFirst = false;
        while (again.Read(nobody))
        {
            foreach (var column in _columns)
            {
                if (Numbers(again.Span(column), out var first, out var second, out _) && first > 12 != second > 12)
                {
                    dayFirst |= first > 12;
                    monthFirst |= second > 12;
                }
            }
        }

        _order =
            dayFirst == monthFirst ? DateOrder.Unstated
            : dayFirst ? DateOrder.DayFirst
            : DateOrder.MonthFirst;
        return _order;
    }

    private static bool Make(int year, int month, int day, out DateOnly made)
    {
        made = default;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        made = new DateOnly(year, month, day);
        return true;
    }

    private static bool Numbers(ReadOnlySpan<char> cell, out int first, out int second, out int year)
    {
        first = second = year = 0;
        var one = cell.IndexOfAny('/', '-');
        if (one is < 1 or > 2)
        {
            return false;
        }

        var rest = cell[(one + 1)..];
        var two = rest.IndexOf(cell[one]);
        return two is 1 or 2
            && Figure.TryWhole(cell[..one], out first)
            && Figure.TryWhole(rest[..two], out second)
            && Figure.TryYear(rest[(two + 1)..], out year)
            && first is >= 1 and <= 31
            && second is >= 1 and <= 31;
    }
}
