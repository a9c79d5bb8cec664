using FoodSecurity.Articles.Extraction.Lexicons;

namespace FoodSecurity.Articles.Extraction.Sentences;

/// <summary>A time named in a sentence.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
/// <param name="Period">Words and dates.</param>
/// <param name="IsBase">What something is compared with ("than in 2021", "a year earlier"), not when it happened.</param>
/// <param name="Event">Kind of the event it names, whose dates depend on the area.</param>
/// <param name="Row">The row that says so.</param>
internal sealed record PeriodMark(int First, int End, ClaimPeriod Period, bool IsBase, string Event, LexiconRow Row)
{
    /// <summary>Words that only follow another time or make a state last: weaker than a date.</summary>
    public bool IsWeak => Row.Is("role", "weak");

    /// <summary>Where dates count from the claim's own period ("a year earlier"), how; null where they stand alone.</summary>
    public OwnDates? FromOwn { get; init; }

    /// <summary>The years an average is taken over: what the claim is held against, not when it happened.</summary>
    public bool IsAverage => Row.Is("role", "average");

    /// <summary>The counts of "in eight of the last ten years"; null elsewhere.</summary>
    public (int Times, int OfLast)? Counts { get; init; }
}

/// <summary>Dates counted from the period of the claim itself: years, or months where the words speak of them.</summary>
/// <param name="From">Added to the first year or month.</param>
/// <param name="To">Added to the last; for an average or a rank counted from the first year too.</param>
/// <param name="InMonths">Months instead of years.</param>
/// <param name="IsSpan">Makes a span of years ("the previous five years") instead of moving the period.</param>
internal sealed record OwnDates(int From, int To, bool InMonths, bool IsSpan);
