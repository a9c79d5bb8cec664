namespace FoodSecurity.Series;

/// <summary>A series as a reader meets it: whose it is, what it counts, and the factor to the base unit it is shown in.</summary>
public sealed record LabelledSeries
{
    public required TimeSeries Series { get; init; }

    /// <summary>Short name of the source ("RDA").</summary>
    public required string Source { get; init; }

    /// <summary>What the source counts here ("food crops").</summary>
    public required string Counts { get; init; }

    /// <summary>Multiplies the published unit into tonnes, hectares, per cent ...</summary>
    public decimal Factor { get; init; } = 1m;

    /// <summary>Palette slot; one source keeps its colour on a page.</summary>
    public int Color { get; init; }

    /// <summary>Short name of the source whose figures these are, where another passes them on under its own name; else empty.</summary>
    public string Republishes { get; init; } = "";

    public string Key => Series.Key.Dataset;

    public string Label => Counts.Length > 0 ? Source + ", " + Counts : Source;

    public decimal? ValueAt(int year) => Series.At(year)?.Value * Factor;
}
