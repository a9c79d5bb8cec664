using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>What a release did to a figure.</summary>
public enum DifferenceKind
{
    /// <summary>Another figure, status or print than the one held before.</summary>
    Changed,

    /// <summary>A figure where none was held.</summary>
    New,

    /// <summary>Held before, and not in this release though its series is.</summary>
    Vanished,

    /// <summary>In this release, and superseded already by a newer one that was loaded before it.</summary>
    Older,
}

/// <summary>By what the biggest change is told.</summary>
public enum DifferenceOrder
{
    /// <summary>Change over the figure before.</summary>
    Relative,

    /// <summary>Change in the unit as published; compare only within a unit.</summary>
    Absolute,
}

/// <summary>One figure and what a release did to it.</summary>
public sealed record ReleaseDifference
{
    public required SeriesKey Key { get; init; }
    public required Period Period { get; init; }
    public string Edition { get; init; } = "";

    /// <summary>Null where no figure was held or none was printed.</summary>
    public decimal? Old { get; init; }
    public string OldText { get; init; } = "";
    public ObservationStatus? OldStatus { get; init; }

    /// <summary>The release the figure before came from.</summary>
    public long? OldRelease { get; init; }
    public decimal? New { get; init; }
    public string NewText { get; init; } = "";
    public ObservationStatus? NewStatus { get; init; }

    /// <summary>Line of the new figure, or of the old one where it vanished.</summary>
    public long Line { get; init; }

    /// <summary>New minus old, in the unit as published.</summary>
    public decimal? Absolute => New - Old;

    /// <summary>Change over the figure before; null where that is zero or there is none.</summary>
    public decimal? Relative => Old is { } old && old != 0 ? (New - old) / Math.Abs(old) : null;

    public string Address => TraceAddress.Of(Key, Period, Edition);
}

/// <summary>A question about what a release did.</summary>
public sealed record DifferenceQuestion
{
    public required long ReleaseId { get; init; }
    public DifferenceKind Kind { get; init; }
    public DifferenceOrder Order { get; init; }

    /// <summary>Only one area; null: all.</summary>
    public string? Area { get; init; }
    public int Count { get; init; } = 100;
    public int Offset { get; init; }
}

/// <summary>One difference as the query returns it.</summary>
internal sealed record DifferenceRow
{
    public string Dataset { get; init; } = "";
    public string Area { get; init; } = "";
    public string Item { get; init; } = "";
    public string Element { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Basis { get; init; } = "";
    public string Dimensions { get; init; } = "";
    public long Frequency { get; init; }
    public string Native { get; init; } = "";
    public long Kind { get; init; }
    public string StartOn { get; init; } = "";
    public string EndOn { get; init; } = "";
    public string Label { get; init; } = "";
    public long StartStated { get; init; }
    public string Edition { get; init; } = "";
    public double? OldValue { get; init; }
    public string? OldText { get; init; }
    public long? OldStatus { get; init; }
    public long? OldRelease { get; init; }
    public double? NewValue { get; init; }
    public string? NewText { get; init; }
    public long? NewStatus { get; init; }
    public long Line { get; init; }

    public ReleaseDifference Difference =>
        new()
        {
            Key = new SeriesRow
            {
                Dataset = Dataset,
                Area = Area,
                Item = Item,
                Element = Element,
                Unit = Unit,
                Basis = Basis,
                Dimensions = Dimensions,
                Frequency = Frequency,
                Native = Native,
            }.Key,
            Period = new PeriodRow
            {
                Kind = Kind,
                StartOn = StartOn,
                EndOn = EndOn,
                Label = Label,
                StartStated = StartStated,
            }.Period,
            Edition = Edition,
            Old = Figures.Exact(OldValue, OldText),
            OldText = Figures.Printed(OldValue, OldText),
            OldStatus = (ObservationStatus?)OldStatus,
            OldRelease = OldRelease,
            New = Figures.Exact(NewValue, NewText),
            NewText = Figures.Printed(NewValue, NewText),
            NewStatus = (ObservationStatus?)NewStatus,
            Line = Line,
        };
}
