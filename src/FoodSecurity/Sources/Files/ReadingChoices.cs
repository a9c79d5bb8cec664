namespace FoodSecurity.Sources.Files;

/// <summary>Which of the first two numbers of a date like 3/4/2021 is the day.</summary>
public enum DateOrder
{
    /// <summary>Not said: such dates are refused unless the file itself settles it.</summary>
    Unstated = 0,
    DayFirst = 1,
    MonthFirst = 2,
}

/// <summary>What a comma inside a number is, in files whose cells are not separated by commas.</summary>
public enum CommaMeaning
{
    /// <summary>Not said: figures like 1,451 are refused unless the file itself settles it.</summary>
    Unstated = 0,
    Decimal = 1,
    Thousands = 2,
}

/// <summary>
/// What the caller says of a file where the file itself leaves it open. Nothing of this is guessed: without it what is ambiguous is
/// refused, with the reason and the name of the choice that settles it.
/// </summary>
public sealed record ReadingChoices
{
    public static readonly ReadingChoices None = new();

    /// <summary><c>--dates dmy</c> or <c>mdy</c>.</summary>
    public DateOrder Dates { get; init; }

    /// <summary><c>--commas decimal</c> or <c>thousands</c>.</summary>
    public CommaMeaning Commas { get; init; }

    /// <summary><c>--encoding latin1</c>: bytes that are not UTF-8 are latin-1.</summary>
    public bool Latin1 { get; init; }

    /// <summary><c>--area KEN</c>: the area of a file that does not state its own.</summary>
    public string Area { get; init; } = "";

    /// <summary><c>--sheet NAME</c>: the sheet of a workbook.</summary>
    public string Sheet { get; init; } = "";
}
