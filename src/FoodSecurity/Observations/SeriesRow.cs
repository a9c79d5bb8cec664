using System.Globalization;

namespace FoodSecurity.Observations;

/// <summary>A row of the series table.</summary>
public sealed record SeriesRow
{
    public long Id { get; init; }
    public string Dataset { get; init; } = "";
    public string Area { get; init; } = "";
    public string Item { get; init; } = "";
    public string Element { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Basis { get; init; } = "";
    public string Dimensions { get; init; } = "";
    public long Frequency { get; init; }
    public string Native { get; init; } = "";

    public SeriesKey Key =>
        new()
        {
            Dataset = Dataset,
            Area = Area,
            Item = Item,
            Element = Element,
            Unit = Unit,
            Basis = Basis,
            Dimensions = Dimensions,
            Frequency = (Frequency)Frequency,
            Native = Native,
        };
}

/// <summary>A row of the period table.</summary>
public sealed record PeriodRow
{
    public long Id { get; init; }
    public long Kind { get; init; }
    public string StartOn { get; init; } = "";
    public string EndOn { get; init; } = "";
    public string Label { get; init; } = "";
    public long StartStated { get; init; }

    public Period Period => new((PeriodKind)Kind, Date(StartOn), Date(EndOn), Label) { StartStated = StartStated != 0 };

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
