using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Parts;

/// <summary>What kinds share: what is in view, how series are told apart, and the words of title, subtitle and notes.</summary>
internal sealed class KindParts
{
    private readonly bool areas,
        items,
        elements,
        sources,
        markets,
        counts;

    private KindParts(ChartKindInput input, IReadOnlyList<LabelledSeries> series, int from, int to)
    {
        (Input, Series, From, To) = (input, series, from, to);
        areas = Differ(s => s.Series.Key.Area);
        items = Differ(s => s.Series.Key.Item);
        elements = Differ(s => s.Series.Key.Element);
        sources = Differ(s => s.Key);
        markets = Differ(s => s.Series.Key.Dimension("market"));
        counts = !areas && !markets && !items && !elements && Differ(s => s.Counts);
        Largest = InView.Select(Math.Abs).DefaultIfEmpty(0).Max();
    }

    public ChartKindInput Input { get; }
    public Texts Texts => Input.Texts;

    /// <summary>Series with a figure in view.</summary>
    public IReadOnlyList<LabelledSeries> Series { get; }
    public int From { get; }
    public int To { get; }

    /// <summary>Largest absolute value in view, in the base unit.</summary>
    public decimal Largest { get; }

    /// <summary>Every value in view, in the base unit.</summary>
    public IEnumerable<decimal> InView => Series.SelectMany(s => Points(s)).Select(p => p.Value);

    /// <summary>What is in view; null where no series has a figure there.</summary>
    /// <param name="input">What was asked.</param>
    /// <param name="empty">True to keep series without any figure too, in which what is missing is told.</param>
    public static KindParts? Of(ChartKindInput input, bool empty = false)
    {
        var all = input.Series.Where(s => !s.Series.IsEmpty || (empty && s.Series.Points.Count > 0)).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        int from = Math.Max(input.From ?? int.MinValue, all.Min(s => (s.Series.First ?? s.Series.Points[0]).Period.Year));
        int to = Math.Min(input.To ?? int.MaxValue, all.Max(s => (s.Series.Last ?? s.Series.Points[^1]).Period.Year));
        var seen = all.Where(s => s.Series.Points.Any(p => (p.Value is not null || empty) && p.Period.Year >= from && p.Period.Year <= to))
            .ToList();
        return seen.Count == 0 ? null : new KindParts(input, seen, from, to);
    }

    public static ChartRefusal Nothing(ChartKindInput input) => new(input.Texts["kind.refuse.nothing"]);

    /// <summary>The points of a series in view that have a figure, in the base unit.</summary>
    public IEnumerable<(SeriesPoint Point, decimal Value)> Points(LabelledSeries series) =>
        series
            .Series.Points.Where(p => p.Value is not null && p.Period.Year >= From && p.Period.Year <= To)
            .Select(p => (p, p.Value!.Value * series.Factor));

    /// <summary>The year shown by kinds of one moment: the one asked for, else the last that at least half of the series have.</summary>
    public int Moment =>
        Input.To
        ?? Series
            .SelectMany(s => Points(s).Select(p => p.Point.Period.Year).Distinct())
            .GroupBy(y => y)
            .Where(g => g.Count() * 2 >= Series.Count)
            .Select(g => g.Key)
            .DefaultIfEmpty(To)
            .Max();

    /// <summary>The figure of a year in the base unit; null is missing, never zero.</summary>
    public static decimal? At(LabelledSeries series, int year) =>
        series.Series.Points.FirstOrDefault(p => p.Period.Year == year && p.Value is not null) is { } point
            ? point.Value * series.Factor
            : null;

    /// <summary>A figure with "less than" or "more than" where it is printed so.</summary>
    public string SayAt(LabelledSeries series, int year) =>
        series.Series.Points.FirstOrDefault(p => p.Period.Year == year && p.Value is not null) is { } point
            ? SpecParts.Bound(point) + Say(point.Value!.Value * series.Factor)
            : Texts["kind.none"];

    public static bool IsHollow(SeriesPoint? point) =>
        point?.Status
            is ObservationStatus.Estimated
                or ObservationStatus.Imputed
                or ObservationStatus.Forecast
                or ObservationStatus.Provisional;

    public string AreaName(string code) => Input.Areas.TryGetValue(code, out var area) ? area.Name : code;

    public string ItemName(string code) => Input.Items.TryGetValue(code, out var item) ? item.Name : code;

    public string ElementName(string code) => Input.Elements.TryGetValue(code, out var element) ? element.Name : code;

    /// <summary>What tells a series from the others of the picture: area, market, item, element, source, in this order and only where they differ.</summary>
    public string Name(LabelledSeries series)
    {
        if (HasRivals && Series.Count == Series.Select(s => s.Key).Distinct().Count() && !areas && !markets && !elements)
        {
            // Rival counts of one thing: what each counts, and on which basis, tells them apart.
            return SourceName(series) + series.Label[series.Source.Length..];
        }

        var key = series.Series.Key;
        List<string> parts = [];
        Add(areas, AreaName(key.Area));
        Add(markets, key.Dimension("market"));
        Add(items, ItemName(key.Item));
        Add(elements, ElementName(key.Element));
        Add(sources || parts.Count == 0, SourceName(series));
        Add(counts && series.Counts.Length > 0, series.Counts);
        return parts.Count == 0 ? series.Label : string.Join(", ", parts);

        void Add(bool differs, string part)
        {
            if (differs && part.Length > 0)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>The source's name; with its data set's where two data sets go by one name (the World Bank republishes FAO's figures as FAO's).</summary>
    public string SourceName(LabelledSeries series) =>
        Series.Any(other => other.Source == series.Source && other.Key != series.Key) ? $"{series.Source} ({series.Key})" : series.Source;

    /// <summary>The series' own colour where all differ, else one after another.</summary>
    public int Color(LabelledSeries series) =>
        Series.Select(s => s.Color).Distinct().Count() == Series.Count ? series.Color : Series.ToList().IndexOf(series);

    /// <summary>How a number on an axis or bar is printed where the unit has few digits.</summary>
    public string Axis(double value) => Figure((decimal)value * Input.Unit.Divisor);

    /// <summary>A value with its unit.</summary>
    public string Say(decimal value) => Input.Unit.Say(value, Largest).Replace('-', '−');

    /// <summary>A value as printed beside a mark, without its unit.</summary>
    public string Figure(decimal value) => Numbers.Beside(value / Input.Unit.Divisor, Largest / Input.Unit.Divisor).Replace('-', '−');

    /// <summary>"Mar".</summary>
    public string Month(int month) => Texts["kind.months"].Split('|')[month - 1];

    /// <summary>"Mar 2024".</summary>
    public string MonthOf(DateOnly day) => $"{Month(day.Month)} {Year(day.Year)}";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A year as the short label of periods like another: "18/19" where marketing years stand at their first year.</summary>
    public static string ShortPeriod(int year, Period like) =>
        like.Kind == PeriodKind.MarketingYear ? Short(Period.MarketingYear(year, like.Start.Month).Label) : Year(year);

    /// <summary>"2018/19" takes two slots of years; "18/19" takes one.</summary>
    public static string Short(string label) => label.Length == 7 && label[4] == '/' ? label[2..] : label;

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>"1990–2024", or "2024" where both are one year.</summary>
    public string Span => From == To ? Year(From) : $"{From}–{To}";

    /// <summary>True where a figure in view stands for several years, which it is drawn over.</summary>
    public bool HasMeans => Series.SelectMany(Points).Any(p => p.Point.Period.Kind == PeriodKind.MultiYearMean);

    /// <summary>Label of the period at a year as published ("2023/24"), else the year.</summary>
    public string PeriodName(int year) =>
        Series.Select(s => s.Series.At(year)?.Period.Label).FirstOrDefault(l => l is not null) ?? Year(year);

    /// <summary>More areas than a title can name: the heading, which names the one that matters, stands alone.</summary>
    private bool IsMany => Series.Select(s => s.Series.Key.Area).Distinct().Skip(3).Any();

    /// <summary>True where areas or items of one source differ, so that one of them can be first; rival sources are never ranked.</summary>
    public bool HasRank => (areas || items) && !sources;

    /// <summary>True where sources differ, whose figures are rivals.</summary>
    public bool HasRivals => sources;

    /// <summary>A spec with title, subtitle, source line and address; the kind adds what is drawn.</summary>
    /// <param name="id">Id of the kind.</param>
    /// <param name="heading">What the picture shows, computed from the numbers; the place is put before it.</param>
    /// <param name="when">Period in words.</param>
    /// <param name="altText">Alternative text.</param>
    public ChartSpec Start(string id, string heading, string when, string altText) =>
        new()
        {
            Id = id,
            Heading = Capital(heading),
            Title =
                Input.Title.Length > 0 ? Input.Title
                : IsMany ? Capital(heading)
                : Texts["chart.title", Input.Place, heading],
            Subtitle = string.Join(", ", new[] { Capital(Input.Subject), Input.Unit.Name, Input.Basis, when }.Where(p => p.Length > 0)),
            AltText = altText,
            Unit = Input.Unit.Name,
            From = From,
            To = To,
            SourceLine = Input.SourceLine,
            Address = Input.Address,
            Language = Input.Language,
        };

    /// <summary>Meaning of the marks, and where lines are left open.</summary>
    public IReadOnlyList<string> Notes(bool open = true)
    {
        List<string> notes = [];
        foreach (var group in Series.GroupBy(s => SpecParts.Holes(s.Series, From, To, Texts)).Where(g => open && g.Key.Length > 0).Take(3))
        {
            notes.Add(
                Texts[
                    Input.Scale == ChartScale.Change ? "chart.note.holes-change"
                    : group.All(IsOnBasis) ? "chart.note.holes-basis"
                    : "chart.note.holes",
                    Texts.List([.. group.Select(Name)]),
                    group.Key
                ]
            );
        }

        notes.AddRange(
            Series
                .Select(s =>
                    MissingFigures.Said(
                        Name(s),
                        s.Series.Points.Where(p => p.Period.Year >= From && p.Period.Year <= To && MissingFigures.HasReason(p)),
                        Texts
                    )
                )
                .Where(n => n.Length > 0)
                .Take(4)
        );

        var points = Series.SelectMany(Points).Select(p => p.Point).ToList();
        Add(open && points.Any(p => p.Status == ObservationStatus.Forecast), Texts["chart.note.forecast"]);
        Add(
            open && points.Any(p => p.Status is ObservationStatus.Estimated or ObservationStatus.Imputed or ObservationStatus.Provisional),
            Texts["chart.note.estimated"]
        );
        Add(points.Any(p => p.Period.Kind == PeriodKind.MarketingYear), Texts["chart.note.marketing-year"]);
        return notes;

        void Add(bool holds, string note)
        {
            if (holds)
            {
                notes.Add(note);
            }
        }
    }

    /// <summary>True for what was computed from several crops: without all of them there is no figure.</summary>
    private static bool IsOnBasis(LabelledSeries series) =>
        series.Series.Key.Basis.Length > 0 && series.Series.Key.Dimension("indicator").Length > 0;

    private bool Differ(Func<LabelledSeries, string> by) => Series.Select(by).Distinct().Skip(1).Any();
}
