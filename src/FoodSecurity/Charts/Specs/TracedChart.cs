using FoodSecurity.Series;

namespace FoodSecurity.Charts.Specs;

/// <summary>A picture with the series that are in it and the trace of every number: what pages, tables and files are written from.</summary>
/// <param name="Id">Its name in addresses ("output"), or its kind.</param>
/// <param name="Spec">The picture.</param>
/// <param name="Series">What is drawn, whole and not cut to the years in view.</param>
public sealed record TracedChart(string Id, ChartSpec Spec, IReadOnlyList<LabelledSeries> Series)
{
    /// <summary>What it shows, without the place where the place is named before it.</summary>
    public string Heading => Spec.Heading.Length > 0 ? Spec.Heading : Spec.Title;

    /// <summary>Address of its own page, path and query.</summary>
    public string Page { get; init; } = "";

    /// <summary>Address of the chart maker where it can be changed.</summary>
    public string Maker { get; init; } = "";

    /// <summary>First and last year in view.</summary>
    public (int From, int To) Years { get; init; } = (int.MinValue, int.MaxValue);

    /// <summary>Address of the trace of one of its numbers.</summary>
    public Func<LabelledSeries, SeriesPoint, string> Trace { get; init; } = (line, point) => TraceAddress.Of(line.Series, point);

    /// <summary>True where a series has figures before or after the years in view.</summary>
    public bool HasMoreYears => Series.Any(s => s.Series.Points.Any(p => p.Value is not null && !IsInView(p)));

    /// <summary>The same chart as a file.</summary>
    /// <param name="ending">"svg", "csv" …</param>
    public string File(string ending) => Page.Split('?', 2) is [var path, var query] ? $"{path}.{ending}?{query}" : $"{Page}.{ending}";

    /// <summary>The chart with its series cut to what the picture shows.</summary>
    public TracedChart InView() =>
        this with
        {
            Series = [.. Series.Select(s => s with { Series = s.Series with { Points = [.. s.Series.Points.Where(IsInView)] } })],
        };

    private bool IsInView(SeriesPoint point) => point.Period.Year >= Years.From && point.Period.Year <= Years.To;
}
