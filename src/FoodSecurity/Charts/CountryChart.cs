using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts;

/// <summary>One of a country's standing charts: the picture, its heading on the page, and the series behind it for tables and files.</summary>
/// <param name="Id">Its name in addresses ("output").</param>
/// <param name="Heading">The title without the country's name.</param>
/// <param name="Spec">The picture.</param>
/// <param name="Series">What is drawn, whole and not cut to the years in view.</param>
public sealed record CountryChart(string Id, string Heading, ChartSpec Spec, IReadOnlyList<LabelledSeries> Series)
{
    /// <summary>Address of the chart maker where it was made there and is no standing chart of the country; else null.</summary>
    public string? MadeAt { get; init; }

    /// <summary>Address of the trace of one of its numbers.</summary>
    public Func<LabelledSeries, SeriesPoint, string> Trace { get; init; } = (line, point) => TraceAddress.Of(line.Series, point);
}

/// <summary>What all country charts are made from.</summary>
public sealed record CountryChartInput
{
    public required Area Area { get; init; }
    public required Vocabulary Words { get; init; }
    public required Texts Texts { get; init; }
    public required IReadOnlyDictionary<long, Release> Releases { get; init; }
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];
    public IReadOnlyList<AreaEvent> Events { get; init; } = [];

    /// <summary>First and last year in view; null: the chart's own default.</summary>
    public int? From { get; init; }
    public int? To { get; init; }

    /// <summary>Date of "as known on", for the subtitle; null: current.</summary>
    public DateOnly? AsOf { get; init; }

    public IReadOnlyList<ChartAnnotation> About(params string[] subjects) =>
        [.. Annotations.Where(a => subjects.Contains(a.Excerpt.Target.Subject)).OrderBy(a => a.Number)];

    public ChartSpec Finish(ChartSpec spec, IReadOnlyList<LabelledSeries> series) =>
        spec with
        {
            SourceLine = ChartCaption.Sources(series, Releases, Words, Texts),
            Subtitle = AsOf is { } day ? Texts["chart.as-known", spec.Subtitle, Dates.Long(day)] : spec.Subtitle,
            Address = $"/areas/{Area.Code}/{spec.Id}.svg",
        };
}
