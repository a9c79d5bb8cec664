using System.Data.Common;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.FactCheck;

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
    public static AreaFigures Read(
        Archive archive,
        DbConnection connection,
        string area,
        IEnumerable<Excerpt> excerpts,
        DateOnly? day,
        AreaFigures? today = null
    )
    {
        var events = today?.Events ?? (area.Length == 0 ? [] : ReleaseQuery.Events(connection, area));
        var asked = excerpts.ToList();
        return Read(archive, connection, area, Elements(archive, asked), Priced(archive, asked), events, day, today);
    }

    /// <summary>What is already read for a page, and what its excerpts need beside it.</summary>
    internal static AreaFigures Beside(
        Archive archive,
        DbConnection connection,
        AreaHeld held,
        IEnumerable<Excerpt> excerpts,
        IReadOnlyList<AreaEvent> events,
        DateOnly? day
    )
    {
        var asked = excerpts.ToList();
        var missing = Elements(archive, asked).Except(held.Elements).ToList();
        return new AreaFigures(
            [
                .. held
                    .Series.Concat(Read(archive, connection, held.Area, missing, Priced(archive, asked), events, day, null).Series)
                    .DistinctBy(s => s.Key),
            ],
            events,
            day
        );
    }

    private static List<string> Elements(Archive archive, IEnumerable<Excerpt> excerpts) =>
        [
            .. excerpts
                .Select(e => IndicatorMeasures.Of(archive, ExcerptClaims.Of(e)))
                .Where(m => m is not null)
                .SelectMany(m => IndicatorMeasures.Elements(m!))
                .Distinct(),
        ];

    /// <summary>Foods whose prices are asked about, with what is made of them or sold as a sort of them: a country has thousands of prices. Empty: a claim names none, so all are read.</summary>
    private static List<string> Priced(Archive archive, IEnumerable<Excerpt> excerpts)
    {
        var foods = excerpts
            .Select(ExcerptClaims.Of)
            .Where(c =>
                IndicatorMeasures.Of(archive, c) is { } measure && IndicatorMeasures.Elements(measure).Contains(StaplePrice.Element)
            )
            .Select(c => c?.Item ?? "")
            .ToHashSet();
        return foods.Contains("") ? [] : [.. foods, .. archive.Words.Items.Values.Where(i => foods.Contains(i.Parent)).Select(i => i.Code)];
    }

    private static AreaFigures Read(
        Archive archive,
        DbConnection connection,
        string area,
        IReadOnlyList<string> elements,
        IReadOnlyList<string> priced,
        IReadOnlyList<AreaEvent> events,
        DateOnly? day,
        AreaFigures? today
    )
    {
        if (elements.Count == 0 || area.Length == 0)
        {
            return new AreaFigures([], events, day);
        }

        var others = priced.Count > 0 ? elements.Where(e => e != StaplePrice.Element).ToList() : elements;
        IReadOnlyList<TimeSeries> Find(DateOnly? asOf) =>
            [
                .. others.Count == 0
                    ? []
                    : SeriesQuery.Find(
                        connection,
                        new SeriesQuestion
                        {
                            Area = area,
                            Elements = others,
                            AsOf = asOf,
                        },
                        archive.Corrections
                    ),
                .. others.Count == elements.Count
                    ? []
                    : SeriesQuery.Find(
                        connection,
                        new SeriesQuestion
                        {
                            Area = area,
                            Elements = [StaplePrice.Element],
                            Items = priced,
                            AsOf = asOf,
                        },
                        archive.Corrections
                    ),
            ];
        var now = today?.Series ?? Find(null);
        return day is null
            ? new AreaFigures(now, events, null)
            : new AreaFigures(KeptPlaces.Of(Find(day), now, archive.Words), events, day);
    }
}
