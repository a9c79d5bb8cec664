using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts;

/// <summary>Crop output by source as published: every source counts its own crops on its own basis, and the labels say which.</summary>
public static class OutputChart
{
    public const string Id = "output";

    private const int DefaultFrom = 1985;

    /// <param name="input">Area, annotations, releases.</param>
    /// <param name="sources">Total output of each source, as published.</param>
    /// <param name="shareBasis">True where all sources are on one basis: the spread is drawn.</param>
    public static CountryChart? Build(CountryChartInput input, IReadOnlyList<LabelledSeries> sources, bool shareBasis = false)
    {
        sources = [.. sources.Where(s => s.Series.Points.Any(p => p.Value is > 0))];
        if (sources.Count == 0 || (shareBasis && sources.Count < 2))
        {
            return null;
        }

        var t = input.Texts;
        var from = Math.Max(input.From ?? DefaultFrom, sources.Min(s => s.Series.First!.Period.Year));
        var to = Math.Min(input.To ?? int.MaxValue, sources.Max(s => s.Series.Last!.Period.Year));
        if (to <= from)
        {
            from = Math.Min(from, to - 1);
        }

        var largest = sources
            .SelectMany(s =>
                s.Series.Points.Where(p => p.Period.Year >= from && p.Period.Year <= to).Select(p => (p.Value ?? 0) * s.Factor)
            )
            .DefaultIfEmpty(0)
            .Max();
        var unit = ChartUnit.Mass(largest);
        var lines = sources.Select(s => SpecParts.Line(s, unit, from, to, largest, t)).ToList();
        var heading = shareBasis ? Spread(sources, t) : OutputTrend.Heading(sources, from, to, t);
        var spec = new ChartSpec
        {
            Id = shareBasis ? "common-basis" : Id,
            Title = t["chart.title", input.Area.Name, heading],
            Subtitle = shareBasis
                ? t["chart.common.subtitle", Capital(unit.Name), from, to]
                : t["chart.output.subtitle", Capital(unit.Name), from, to],
            AltText = AltText.Of(input.Area.Name, heading, sources, unit, largest, from, to, t),
            Unit = unit.Name,
            From = from,
            To = to,
            Lines = lines,
            Spread = shareBasis ? SpreadBand(sources, unit, from, to, t) : null,
            Notes = Notes(sources, from, shareBasis, t),
            SourceLine = "",
        };
        spec = SpecParts.Annotate(
            spec,
            shareBasis ? input.About("production") : input.About("production", "shortage", "imports"),
            (a, year) => SpecParts.PinOnLine(lines, sources, a, year)
        );
        return new CountryChart(spec.Id, heading, input.Finish(spec, sources), sources);
    }

    private static ChartSpread SpreadBand(IReadOnlyList<LabelledSeries> sources, ChartUnit unit, int from, int to, Texts t) =>
        new(
            t["chart.spread"],
            [
                .. Indicators
                    .SourceSpread.Of([.. sources.Select(s => (s.Series, s.Factor))])
                    .Where(y => y.Year >= from && y.Year <= to)
                    .Select(y => new ChartSpreadPoint(y.Year, unit.Of(y.Low), unit.Of(y.High))),
            ]
        );

    /// <summary>How far the sources lie apart in the last year that most of them have.</summary>
    private static string Spread(IReadOnlyList<LabelledSeries> sources, Texts t)
    {
        var years = Indicators.SourceSpread.Of([.. sources.Select(s => (s.Series, s.Factor))]);
        var best = years.Where(y => y.Sources == years.Max(x => x.Sources)).LastOrDefault();
        return best?.Relative is { } relative
            ? t.Count("chart.common.heading", best.Sources, Numbers.Percent(relative * 100m, relative < 0.1m ? 1 : 0), best.Year)
            : t["chart.common.heading-none"];
    }

    private static List<string> Notes(IReadOnlyList<LabelledSeries> sources, int from, bool shareBasis, Texts t)
    {
        var notes = new List<string>();
        foreach (var s in sources)
        {
            var holes = SpecParts.Holes(s.Series, from, t);
            if (holes.Length > 0)
            {
                notes.Add(t[shareBasis ? "chart.note.holes-basis" : "chart.note.holes", s.Source, holes]);
            }
        }

        if (sources.Any(s => s.Series.Points.Any(p => p.Status == Observations.ObservationStatus.Forecast)))
        {
            notes.Add(t["chart.note.forecast"]);
        }

        if (
            sources.Any(s =>
                s.Series.Points.Any(p => p.Status is Observations.ObservationStatus.Estimated or Observations.ObservationStatus.Imputed)
            )
        )
        {
            notes.Add(t["chart.note.estimated"]);
        }

        if (sources.Any(s => s.Series.Points.Any(p => p.Period.Kind == Observations.PeriodKind.MarketingYear)))
        {
            notes.Add(t["chart.note.marketing-year"]);
        }

        return notes;
    }

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
