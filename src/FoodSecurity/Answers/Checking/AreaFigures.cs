using System.Data.Common;
using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Checking;

/// <summary>Everything of one area that claims are held against: series as they are, or as they were known on a day, and events.</summary>
/// <param name="Series">The series that were asked for; more of them do no harm.</param>
/// <param name="Events">Events and estimates, all of them: what was not known on the day is left out where it is used.</param>
/// <param name="AsOf">Null: what is known now.</param>
public sealed record AreaFigures(IReadOnlyList<TimeSeries> Series, IReadOnlyList<AreaEvent> Events, DateOnly? AsOf)
{
    /// <summary>Reads what the excerpts of an area are held against and no more.</summary>
    /// <param name="archive">Where the figures are.</param>
    /// <param name="connection">To read with.</param>
    /// <param name="area">Area code; empty or unknown: nothing is read.</param>
    /// <param name="excerpts">Those that will be asked about.</param>
    /// <param name="day">As known on a day; null: now.</param>
    /// <param name="today">What is known now, where it has been read already.</param>
    public static AreaFigures Read(Archive archive, DbConnection connection, string area, IEnumerable<Excerpt> excerpts, DateOnly? day, AreaFigures? today = null)
    {
        var events = today?.Events ?? (area.Length == 0 ? [] : ReleaseQuery.Events(connection, area));
        return Read(archive, connection, area, Elements(archive, excerpts), events, day, today);
    }

    /// <summary>What is already read for a page, and what its excerpts need beside it.</summary>
    internal static AreaFigures Beside(Archive archive, DbConnection connection, AreaSeries series, IEnumerable<Excerpt> excerpts, IReadOnlyList<AreaEvent> events, DateOnly? day)
    {
        var missing = Elements(archive, excerpts).Except(AreaSeries.Elements).ToList();
        return new AreaFigures([.. series.Published.Concat(Read(archive, connection, series.Area.Code, missing, events, day, null).Series).DistinctBy(s => s.Key)], events, day);
    }

    private static List<string> Elements(Archive archive, IEnumerable<Excerpt> excerpts) =>
        [.. excerpts.Select(e => IndicatorMeasures.Of(archive, ExcerptClaims.Of(e))).Where(m => m is not null).SelectMany(m => IndicatorMeasures.Elements(m!)).Distinct()];

    private static AreaFigures Read(Archive archive, DbConnection connection, string area, IReadOnlyList<string> elements, IReadOnlyList<AreaEvent> events, DateOnly? day, AreaFigures? today)
    {
        if (elements.Count == 0 || area.Length == 0)
        {
            return new AreaFigures([], events, day);
        }

        var question = new SeriesQuestion { Area = area, Elements = elements };
        var now = today?.Series ?? SeriesQuery.Find(connection, question, archive.Corrections);
        return day is null ? new AreaFigures(now, events, null) : new AreaFigures(KeptPlaces(SeriesQuery.Find(connection, question with { AsOf = day }, archive.Corrections), now), events, day);
    }

    /// <summary>
    /// On a day in the past, a figure that is held today but was not known then must hold up a sum, not drop out of it: its place is kept, without a value.
    /// </summary>
    internal static IReadOnlyList<TimeSeries> KeptPlaces(IReadOnlyList<TimeSeries> then, IReadOnlyList<TimeSeries> now) =>
        [.. then.Select(s => s.Key.Dataset == "usda-psd" ? KeepPlaces(s, now.FirstOrDefault(n => n.Key == s.Key)) : s)];

    private static TimeSeries KeepPlaces(TimeSeries known, TimeSeries? held)
    {
        var places = held?.Points.Where(p => p.Value is not null && known.Points.All(k => k.Period != p.Period))
            .Select(p => new SeriesPoint { Period = p.Period, Status = ObservationStatus.Missing }) ?? [];
        return known with { Points = [.. known.Points.Concat(places).OrderBy(p => p.Period.Start)] };
    }
}
