using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>
/// The one contract of all that is computed: a card, what it is computed from, and the computing. The chart maker, pages, tables, exports and
/// traces take indicators from <see cref="IndicatorCatalog"/> and know none by its formula.
/// </summary>
/// <param name="Card">Title, unit, formula in words, source, missing rule.</param>
/// <param name="Formula">From the series to new ones or to a table; every value with what went into it.</param>
public sealed record Indicator(IndicatorCard Card, Func<IndicatorInput, IndicatorResult> Formula)
{
    /// <summary>
    /// The elements it needs of one source, item and basis, in the order the formula takes them; empty for one that works on the series it is given.
    /// </summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>How it is asked for, named and written where it is a measure of its own; null for a step on other measures.</summary>
    public Element? Measure { get; init; }

    /// <summary>The result, with the missing rule kept: a value that lacks an ingredient is missing, never zero and never partly made.</summary>
    /// <exception cref="InvalidOperationException">The formula gives a value without saying what went into it.</exception>
    public IndicatorResult Compute(IndicatorInput input)
    {
        var result = Formula(input);
        return result with { Series = [.. result.Series.Select(s => s with { Points = [.. s.Points.Select(Kept)] })] };
    }

    private SeriesPoint Kept(SeriesPoint point) =>
        point.Value is null ? point
        : point.Parts.Count == 0 ? throw new InvalidOperationException($"{Card.Id}: {point.Period.Label} has a value and no ingredients.")
        : point.Parts.Any(p => p.Point.Value is null) ? point with { Value = null, Status = ObservationStatus.Missing }
        : point;
}

/// <summary>What an indicator is computed from.</summary>
public sealed record IndicatorInput
{
    /// <summary>The series, each with its factor to one unit: for a measure one for each of its needs.</summary>
    public required IReadOnlyList<SummandSeries> Series { get; init; }

    /// <summary>People of the same area; times <see cref="Persons"/> they are persons.</summary>
    public TimeSeries? People { get; init; }
    public decimal Persons { get; init; } = 1m;

    /// <summary>From the unit of the series to that of the result: 1000 kg to the tonne.</summary>
    public decimal PerBase { get; init; } = 1m;

    /// <summary>Unit code of the result where the indicator leaves it open.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The year that is 100.</summary>
    public int BaseYear { get; init; }

    /// <summary>Years of a mean, and whether they lie before the year.</summary>
    public int Years { get; init; } = 3;
    public bool IsTrailing { get; init; }

    /// <summary>The basis wanted and the published factor to it, or from it where <see cref="IsDivided"/>.</summary>
    public string Basis { get; init; } = "";
    public Factor? Factor { get; init; }
    public bool IsDivided { get; init; }

    /// <summary>One series as it is.</summary>
    public static IndicatorInput Of(TimeSeries series) => Of([series]);

    /// <summary>Several series in one unit.</summary>
    public static IndicatorInput Of(IEnumerable<TimeSeries> series) =>
        new() { Series = [.. series.Select(s => new SummandSeries(s, 1m, ""))] };
}

/// <summary>What an indicator gives: new series, or a table.</summary>
public sealed record IndicatorResult
{
    public IReadOnlyList<TimeSeries> Series { get; init; } = [];
    public IReadOnlyList<IndicatorRow> Rows { get; init; } = [];

    public static IndicatorResult Of(params IEnumerable<TimeSeries?> series) => new() { Series = [.. series.OfType<TimeSeries>()] };
}

/// <summary>A row of a table: a period, its named values, and what went into them.</summary>
public sealed record IndicatorRow(string Period, IReadOnlyList<(string Name, decimal? Value)> Values, IReadOnlyList<Part> Parts);
