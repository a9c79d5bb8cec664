using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>How well the first published figures of a series held up: for each period, the first estimate against the latest one.</summary>
public sealed record TrackRecord
{
    public required SeriesKey Key { get; init; }

    /// <summary>Periods with at least two figures that were known on different days, in order of time; a figure that never changed has only one.</summary>
    public required IReadOnlyList<TrackPoint> Points { get; init; }

    /// <summary>Mean of (latest − first) over first: above zero, first estimates were too low. Null where no first figure differs from zero.</summary>
    public decimal? MeanChange => Mean(p => p.Change);

    /// <summary>Mean of the change's size, whichever its sign.</summary>
    public decimal? MeanSize => Mean(p => p.Change is { } change ? Math.Abs(change) : null);

    /// <summary>The period whose figure moved furthest from its first estimate.</summary>
    public TrackPoint? Widest => Points.Where(p => p.Change is not null).MaxBy(p => Math.Abs(p.Change!.Value));

    private decimal? Mean(Func<TrackPoint, decimal?> of)
    {
        var known = Points.Select(of).Where(c => c is not null).Select(c => c!.Value).ToList();
        return known.Count == 0 ? null : known.Average();
    }
}

/// <summary>One figure of several that were published for a period.</summary>
/// <param name="KnownOn">Its row's own date, else its release's; empty where neither is stated.</param>
/// <param name="Value">In the series' unit; null where no figure was printed.</param>
/// <param name="ValueText">As printed.</param>
/// <param name="ReleaseId">The release that brought it.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Edition">Its edition, where one file holds several of a period.</param>
public sealed record PublishedFigure(string KnownOn, decimal? Value, string ValueText, long ReleaseId, long Line, string Edition);

/// <summary>One period of a track record.</summary>
/// <param name="Period">When.</param>
/// <param name="First">The figure known first, in the series' unit.</param>
/// <param name="FirstKnown">Its row's own date, else its release's: yyyy, yyyy-MM or yyyy-MM-dd.</param>
/// <param name="Latest">The figure known last.</param>
/// <param name="LatestKnown">Its date.</param>
/// <param name="Figures">How many figures were published for the period.</param>
public sealed record TrackPoint(Period Period, decimal First, string FirstKnown, decimal Latest, string LatestKnown, int Figures)
{
    /// <summary>(Latest − first) over first; null where the first was zero.</summary>
    public decimal? Change => First == 0 ? null : (Latest - First) / Math.Abs(First);
}
