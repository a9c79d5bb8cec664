using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>
/// On a day in the past, a figure that is held today but was not known then must hold up a sum, not drop out of it: its place is kept, without a value.
/// </summary>
internal static class KeptPlaces
{
    public static IReadOnlyList<TimeSeries> Of(IReadOnlyList<TimeSeries> then, IReadOnlyList<TimeSeries> now, Vocabulary words) =>
        [
            .. then.Select(s =>
                words.Datasets[s.Key.Dataset].Cereals == CerealsFrom.Grains ? KeepPlaces(s, now.FirstOrDefault(n => n.Key == s.Key)) : s
            ),
        ];

    private static TimeSeries KeepPlaces(TimeSeries known, TimeSeries? held)
    {
        var places = held?.Points.Where(p => p.Value is not null && known.Points.All(k => k.Period != p.Period))
            .Select(p => new SeriesPoint { Period = p.Period, Status = ObservationStatus.Missing })
            ?? [];
        return known with { Points = [.. known.Points.Concat(places).OrderBy(p => p.Period.Start)] };
    }
}
