namespace FoodSecurity.Observations;

/// <summary>One cell as published: the value, what kind of figure it is, and exactly where it stands.</summary>
public sealed record Observation
{
    private readonly string _text = "";

    public required SeriesKey Series { get; init; }
    public required Period Period { get; init; }

    /// <summary>Date of analysis or edition where one file holds several; else empty.</summary>
    public string Edition { get; init; } = "";

    /// <summary>In the series' unit; null where the provider prints no number. Missing is never zero.</summary>
    public double? Value { get; init; }

    /// <summary>The figure as printed, decimals and "&lt;" kept; empty where nothing is printed.</summary>
    public string ValueText
    {
        get => IsShortest && Value is { } value ? ShortestForm.Of(value) : _text;
        init => _text = value;
    }

    /// <summary>True where a reader found the figure printed in the shortest form of its value: nearly all are, and a text for each of millions would only be thrown away.</summary>
    public bool IsShortest { get; init; }
    public ValueBound Bound { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public ObservationStatus Status { get; init; }

    /// <summary>The provider's flag, verbatim.</summary>
    public string Flag { get; init; } = "";
    public bool IsBreak { get; init; }

    /// <summary>True where the figure was derived from others by whoever compiled the file, not printed by its source.</summary>
    public bool IsDerived { get; init; }

    /// <summary>File inside a zip; empty where the release is one file.</summary>
    public string Member { get; init; } = "";

    /// <summary>Physical line in the publisher's file, counted from 1.</summary>
    public long Line { get; init; }

    /// <summary>Heading of the column the value stands in.</summary>
    public string Column { get; init; } = "";

    /// <summary>When the provider says it published or last changed this row: yyyy, yyyy-MM or yyyy-MM-dd; empty where rows are not dated.</summary>
    public string PublishedOn { get; init; } = "";

    /// <summary>The row's own source where a file gathers several.</summary>
    public string RowSource { get; init; } = "";
    public string RowSourceAddress { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>Equal in everything a reader tells, however the printed text is kept.</summary>
    public bool Equals(Observation? other) =>
        other is not null
        && Series == other.Series
        && Period == other.Period
        && Edition == other.Edition
        && Value.Equals(other.Value)
        && ValueText == other.ValueText
        && Bound == other.Bound
        && Lower.Equals(other.Lower)
        && Upper.Equals(other.Upper)
        && Status == other.Status
        && Flag == other.Flag
        && IsBreak == other.IsBreak
        && IsDerived == other.IsDerived
        && Member == other.Member
        && Line == other.Line
        && Column == other.Column
        && PublishedOn == other.PublishedOn
        && RowSource == other.RowSource
        && RowSourceAddress == other.RowSourceAddress
        && Note == other.Note;

    public override int GetHashCode() => HashCode.Combine(Series, Period, Edition, Value, Line);
}
