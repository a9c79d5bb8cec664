namespace FoodSecurity.Observations;

/// <summary>
/// Something that happened to an area: borders closed, famine, flood. Figures are ranges where authors differ; start and end are dates
/// as precise as the source gives them (yyyy, yyyy-MM or yyyy-MM-dd), empty where it gives none.
/// </summary>
public sealed record AreaEvent
{
    public required string Area { get; init; }
    public required string Kind { get; init; }
    public string Start { get; init; } = "";
    public string End { get; init; } = "";
    public double? Value { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public string Unit { get; init; } = "";
    public string Text { get; init; } = "";
    public string Source { get; init; } = "";
    public string SourceAddress { get; init; } = "";
    public string PublishedOn { get; init; } = "";
    public long Line { get; init; }
}
