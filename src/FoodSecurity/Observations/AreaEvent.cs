namespace FoodSecurity.Observations;

/// <summary>Something that happened in an area, or an estimate of what it cost: a border closed, a famine, deaths as a range.</summary>
public sealed record AreaEvent
{
    public required string Area { get; init; }

    /// <summary>As its source calls it: borders closed, famine, rice price ...</summary>
    public required string Kind { get; init; }

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd, as precise as it is known.</summary>
    public required string Start { get; init; }

    /// <summary>The same forms; empty where it had not ended.</summary>
    public string End { get; init; } = "";
    public double? Value { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>A code of units.csv; empty where there is no figure.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What is stated, in words.</summary>
    public string Text { get; init; } = "";
    public string Source { get; init; } = "";
    public string SourceAddress { get; init; } = "";
    public string PublishedOn { get; init; } = "";

    /// <summary>Physical line in the file it was gathered in.</summary>
    public long Line { get; init; }
}
