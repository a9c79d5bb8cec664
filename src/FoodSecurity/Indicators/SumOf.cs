using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Indicators;

/// <summary>A series that goes into a sum, with the factor that brings it to the sum's basis and where that factor is from.</summary>
public sealed record SummandSeries(TimeSeries Series, decimal Factor, string FactorNote)
{
    /// <summary>True where the sum has no meaning without it, in any year.</summary>
    public bool Required { get; init; }
}

/// <summary>Sums year by year, with every ingredient kept for the trace.</summary>
public static class SumOf
{
    /// <summary>A summand that ends within this many years of the sum's end is late, not given up.</summary>
    private const int StillCounted = 3;

    /// <summary>
    /// Adds the summands of each year. A year is missing where a required summand is, where any summand says it has no figure, where one has a hole
    /// between two of its own years, or where one that was there until shortly before the end is not there any more. A summand that ended long ago
    /// is no longer counted by its source and does not hold up the sum.
    /// Statuses join to the least certain of them.
    /// </summary>
    public static TimeSeries? Years(IndicatorCard card, IReadOnlyList<SummandSeries> summands, string item, string basis)
    {
        if (summands.Count == 0)
        {
            return null;
        }

        var first = summands[0].Series.Key;
        if (summands.Any(s => s.Series.Key.Unit != first.Unit || s.Series.Key.Element != first.Element || s.Series.Key.Area != first.Area))
        {
            throw new ArgumentException("A sum takes series of one area, element and unit.", nameof(summands));
        }

        var byYear = summands.Select(s => s.Series.Points.Where(p => p.Value is not null).ToDictionary(p => p.Period.Year)).ToList();
        var spans = byYear
            .Select(y => (First: y.Keys.DefaultIfEmpty(int.MaxValue).Min(), Last: y.Keys.DefaultIfEmpty(int.MinValue).Max()))
            .ToList();
        var said = summands.Select(s => s.Series.Points.Where(p => p.Value is null).Select(p => p.Period.Year).ToHashSet()).ToList();
        var end = spans.Max(s => s.Last) - StillCounted;
        var points = new List<SeriesPoint>();
        foreach (var year in byYear.SelectMany(y => y.Keys).Distinct().Order())
        {
            var parts = new List<Part>();
            var complete = true;
            for (var i = 0; i < summands.Count; i++)
            {
                if (byYear[i].TryGetValue(year, out var point))
                {
                    parts.Add(new Part(summands[i].Series.Key, point, summands[i].Factor, summands[i].FactorNote));
                }
                else if (
                    summands[i].Required
                    || said[i].Contains(year)
                    || (year > spans[i].First && (year < spans[i].Last || spans[i].Last >= end))
                )
                {
                    complete = false;
                }
            }

            points.Add(
                new SeriesPoint
                {
                    Period = Joint(year, parts.Select(p => p.Point.Period).Distinct().ToList()),
                    Value = complete ? parts.Sum(p => p.Point.Value!.Value * p.Factor) : null,
                    Status = complete ? LeastCertain(parts.Select(p => p.Point.Status)) : ObservationStatus.Missing,
                    IsDerived = parts.Any(p => p.Point.IsDerived),
                    PublishedOn = parts.Select(p => p.Point.PublishedOn).Max(StringComparer.Ordinal) ?? "",
                    Parts = parts,
                }
            );
        }

        return new TimeSeries
        {
            Key = first with { Item = item, Basis = basis, Dimensions = "indicator=" + card.Id, Native = "" },
            Points = points,
            AsOf = summands[0].Series.AsOf,
        };
    }

    /// <summary>The summands' period where it is one; marketing years that begin in different months join to one whose start is not stated.</summary>
    private static Period Joint(int year, IReadOnlyList<Period> periods)
    {
        if (periods.Select(p => p.Kind).Distinct().Count() > 1)
        {
            throw new ArgumentException("A sum takes periods of one kind: calendar and marketing years are not added.", nameof(periods));
        }

        return periods.Count == 1 ? periods[0] : Period.MarketingYear(year, null);
    }

    /// <summary>Forecast before provisional, imputed, estimated, unspecified and official.</summary>
    public static ObservationStatus LeastCertain(IEnumerable<ObservationStatus> statuses) =>
        statuses
            .OrderByDescending(s =>
                s switch
                {
                    ObservationStatus.Forecast => 5,
                    ObservationStatus.Provisional => 4,
                    ObservationStatus.Imputed => 3,
                    ObservationStatus.Estimated => 2,
                    ObservationStatus.Unspecified => 1,
                    _ => 0,
                }
            )
            .FirstOrDefault();
}
