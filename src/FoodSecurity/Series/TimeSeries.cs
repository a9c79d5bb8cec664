using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>One series with its points in order of time, and the words to name it by.</summary>
public sealed record TimeSeries
{
    public required SeriesKey Key { get; init; }
    public required IReadOnlyList<SeriesPoint> Points { get; init; }

    /// <summary>The day its points were known on; null: what is current.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The point of a year (calendar, first year of a marketing year, middle year of a mean), or null.</summary>
    public SeriesPoint? At(int year) => Points.FirstOrDefault(p => p.Period.Year == year);

    public SeriesPoint? Last => Points.LastOrDefault(p => p.Value is not null);

    public SeriesPoint? First => Points.FirstOrDefault(p => p.Value is not null);

    /// <summary>True where its figures are of months or days, so that one of them does not stand for its year.</summary>
    public bool IsMonthly => Points.Any(p => p.Period.Kind is PeriodKind.Month or PeriodKind.Day);

    public bool IsEmpty => Points.All(p => p.Value is null);
}

/// <summary>A value in time with everything needed to trace it: where it stands as published, or how it was computed from such values.</summary>
public sealed record SeriesPoint
{
    public required Period Period { get; init; }

    /// <summary>In the series' unit, exactly as printed; null is missing, never zero.</summary>
    public decimal? Value { get; init; }

    /// <summary>As printed, "&lt;" and decimals kept; empty for computed values.</summary>
    public string ValueText { get; init; } = "";
    public ValueBound Bound { get; init; }
    public decimal? Lower { get; init; }
    public decimal? Upper { get; init; }
    public ObservationStatus Status { get; init; }
    public string Flag { get; init; } = "";
    public bool IsBreak { get; init; }
    public bool IsDerived { get; init; }

    /// <summary>True where the publisher's file gives the key more than once with different figures.</summary>
    public bool IsRepeated { get; init; }
    public string PublishedOn { get; init; } = "";
    public string RowSource { get; init; } = "";
    public string RowSourceAddress { get; init; } = "";
    public string Note { get; init; } = "";
    public string Edition { get; init; } = "";

    /// <summary>Where it stands; null for computed points.</summary>
    public Origin? Origin { get; init; }

    /// <summary>For computed points, what went in, in order; empty for published ones.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>The correction of ours that was applied, in words; empty for nearly all.</summary>
    public string Correction { get; init; } = "";
}

/// <summary>Where a published figure stands: release, file inside it, line and column.</summary>
public sealed record Origin(long ReleaseId, string Member, long Line, string Column);

/// <summary>One ingredient of a computed value: the published point, its series, and the factor it was multiplied by with its source.</summary>
public sealed record Part(SeriesKey Key, SeriesPoint Point, decimal Factor, string FactorNote);
