using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>One observation as the query returns it.</summary>
internal sealed record PointRow
{
    public long SeriesId { get; init; }
    public long Kind { get; init; }
    public string StartOn { get; init; } = "";
    public string EndOn { get; init; } = "";
    public string Label { get; init; } = "";
    public long StartStated { get; init; }
    public string Edition { get; init; } = "";
    public double? Value { get; init; }
    public string? ValueText { get; init; }
    public long Bound { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public long Status { get; init; }
    public string? Flag { get; init; }
    public long Marks { get; init; }
    public long ReleaseId { get; init; }
    public string? Member { get; init; }
    public long Line { get; init; }
    public string? ColumnName { get; init; }
    public string? PublishedOn { get; init; }
    public string? RowSource { get; init; }
    public string? RowSourceAddress { get; init; }
    public string? Note { get; init; }
    public string? ReleasedOn { get; init; }
    public string? GoneOn { get; init; }

    public SeriesPoint Point =>
        new()
        {
            Period = new PeriodRow
            {
                Kind = Kind,
                StartOn = StartOn,
                EndOn = EndOn,
                Label = Label,
                StartStated = StartStated,
            }.Period,
            Value = Figures.Exact(Value, ValueText),
            ValueText = Figures.Printed(Value, ValueText),
            Bound = (ValueBound)Bound,
            Lower = (decimal?)Lower,
            Upper = (decimal?)Upper,
            Status = (ObservationStatus)Status,
            Flag = Flag ?? "",
            IsBreak = (Marks & 1) != 0,
            IsDerived = (Marks & 2) != 0,
            IsRepeated = (Marks & 4) != 0,
            PublishedOn = PublishedOn ?? "",
            RowSource = RowSource ?? "",
            RowSourceAddress = RowSourceAddress ?? "",
            Note = Note ?? "",
            Edition = Edition,
            Origin = new Origin(ReleaseId, Member ?? "", Line, ColumnName ?? ""),
        };
}
