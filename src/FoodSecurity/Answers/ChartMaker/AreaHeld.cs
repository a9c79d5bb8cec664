using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>What a page has read of one area already, so that its charts need not read it again.</summary>
/// <param name="Area">Area code.</param>
/// <param name="AsOf">The day it was known on; null: now.</param>
/// <param name="Elements">The elements of which every series was read.</param>
/// <param name="Series">These series, in the order of a query.</param>
public sealed record AreaHeld(string Area, DateOnly? AsOf, IReadOnlyList<string> Elements, IReadOnlyList<TimeSeries> Series)
{
    /// <summary>The excerpts that may be drawn, checked; null: they are read for the chart.</summary>
    public IReadOnlyList<ChartAnnotation>? Annotations { get; init; }

    /// <summary>The events of the area; null: they are read for the chart.</summary>
    public IReadOnlyList<AreaEvent>? Events { get; init; }

    /// <summary>Every release; null: they are read for the chart.</summary>
    public IReadOnlyDictionary<long, Release>? Releases { get; init; }

    /// <summary>The series that fit, as a query would give them; null where they were not read.</summary>
    internal IReadOnlyList<TimeSeries>? Find(SeriesQuestion question) =>
        question.Area != Area || question.AsOf != AsOf || question.Elements.Count == 0 || question.Elements.Any(e => !Elements.Contains(e))
            ? null
            :
            [
                .. Series.Where(s =>
                    question.Elements.Contains(s.Key.Element)
                    && (question.Items.Count == 0 || question.Items.Contains(s.Key.Item))
                    && (question.Datasets.Count == 0 || question.Datasets.Contains(s.Key.Dataset))
                    && (question.Basis is null || question.Basis == s.Key.Basis)
                    && (
                        question.Dimension.Length == 0
                        || $";{s.Key.Dimensions};".Contains($";{question.Dimension};", StringComparison.Ordinal)
                    )
                ),
            ];
}
