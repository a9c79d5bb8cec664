using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Specs;

/// <summary>What every country chart is put together from: lines with their marks, bands, pins, notes on gaps.</summary>
public static class SpecParts
{
    /// <summary>A series as a line of a picture, cut to the years in view; statuses become marks, missing years open the line.</summary>
    public static ChartLine Line(LabelledSeries source, ChartUnit unit, int from, int to, decimal largest, Texts texts)
    {
        var marks = new List<ChartMark>();
        int? before = null;
        foreach (var point in source.Series.Points.Where(p => p.Period.Year >= from && p.Period.Year <= to))
        {
            var year = point.Period.Year;
            if (before is { } last && year > last + 1)
            {
                marks.Add(new ChartMark { X = last + 1 });
            }

            before = year;
            var mean = point.Period.Kind == PeriodKind.MultiYearMean;
            marks.Add(
                new ChartMark
                {
                    X = year,
                    Y = point.Value is { } value ? unit.Of(value * source.Factor) : null,
                    Status = Status(point),
                    SpanFrom = mean ? point.Period.Start.Year - 0.5 : null,
                    SpanTo = mean ? point.Period.End.Year + 0.5 : null,
                    Text = point.Value is { } shown
                        ? texts[
                            "chart.read-out",
                            source.Source,
                            point.Period.Label,
                            Bound(point) + unit.Say(shown * source.Factor, largest)
                        ]
                        : "",
                }
            );
        }

        return new ChartLine
        {
            Key = source.Key + "-" + source.Series.Key.Item,
            Label = source.Label,
            Color = source.Color,
            Points = marks,
            EndNote = EndNote(source, unit, to, largest, texts),
        };
    }

    /// <summary>"4.48 Mt, 2021; none after": the last figure and whether the source falls silent before the picture ends.</summary>
    public static string EndNote(LabelledSeries source, ChartUnit unit, int to, decimal largest, Texts texts)
    {
        var last = source.Series.Points.LastOrDefault(p => p.Value is not null && p.Period.Year <= to);
        if (last is null)
        {
            return "";
        }

        var text = $"{Bound(last)}{unit.Say(last.Value!.Value * source.Factor, largest)}, {last.Period.Label}";
        return last == source.Series.Last && last.Period.End.Year < to - 1 ? texts["chart.none-after", text] : text;
    }

    public static string Bound(SeriesPoint point) =>
        point.Bound switch
        {
            ValueBound.LessThan => "<",
            ValueBound.GreaterThan => ">",
            _ => "",
        };

    /// <summary>Years between a source's first and last figure without one: "1997–2002, 2006 and 2009–2012"; empty where there are none.</summary>
    public static string Holes(TimeSeries series, int from, int to, Texts texts)
    {
        var years = series
            .Points.Where(p => p.Value is not null && p.Period.Year >= from && p.Period.Year <= to)
            .Select(p => p.Period.Year)
            .Distinct()
            .Order()
            .ToList();
        var holes = new List<string>();
        for (var i = 1; i < years.Count; i++)
        {
            int first = years[i - 1] + 1,
                last = years[i] - 1;
            if (last >= first)
            {
                holes.Add(first == last ? Year(first) : $"{Year(first)}–{Year(last)}");
            }
        }

        return texts.List(holes);
    }

    /// <summary>Bands and pins of the annotations that a chart takes, and its numbered key.</summary>
    public static ChartSpec Annotate(ChartSpec spec, IReadOnlyList<ChartAnnotation> annotations, Func<ChartAnnotation, int, ChartPin> pin)
    {
        var periods = new List<ChartPeriod>();
        var pins = new List<ChartPin>();
        var key = new List<ChartExcerpt>();
        foreach (var a in annotations)
        {
            // What names no time has no place on an axis of time.
            if (a.Start is null && a.End is null)
            {
                continue;
            }

            if (a.IsPoint)
            {
                var year = a.Start!.Value.Year;
                if (year < spec.From || year > spec.To)
                {
                    continue;
                }

                pins.Add(pin(a, year));
            }
            else
            {
                double? from = a.Start is { } s ? TimeScale.At(s) : null,
                    to = a.End is { } e ? TimeScale.AtEnd(e) : null;
                if ((from ?? double.MinValue) >= spec.To + 0.5 || (to ?? double.MaxValue) <= spec.From - 0.5)
                {
                    continue;
                }

                periods.Add(
                    new ChartPeriod
                    {
                        From = from,
                        To = to,
                        Number = a.Number,
                        Label = a.Excerpt.Target.EventKind ?? "",
                        Tone = periods.Count % 2,
                    }
                );
            }

            key.Add(
                new ChartExcerpt(a.Number, Quotes.Around(a.Excerpt.Exact), a.Attribution)
                {
                    Address = "#excerpt-" + a.Number.ToString(CultureInfo.InvariantCulture),
                    Language = a.Language,
                    Wordings = a.Wordings,
                }
            );
        }

        return spec with
        {
            Periods = periods,
            Pins = pins,
            Excerpts = key,
        };
    }

    /// <summary>Puts a pin on the line that has a figure for its year: first the source whose finding supports the claim, else the first that has one.</summary>
    public static ChartPin PinOnLine(
        IReadOnlyList<ChartLine> lines,
        IReadOnlyList<LabelledSeries> sources,
        ChartAnnotation annotation,
        int year
    )
    {
        var order = sources
            .Select((s, i) => (Source: s, Line: lines[i]))
            .OrderBy(p =>
                annotation.Check.Findings.FirstOrDefault(f => f.Role == Claims.EvidenceRole.Subject && f.Dataset == p.Source.Key)?.Outcome
                ?? Claims.FindingOutcome.Silent
            );
        foreach (var (_, line) in order)
        {
            if (line.Points.FirstOrDefault(m => m.X == year)?.Y is { } y)
            {
                return new ChartPin
                {
                    Number = annotation.Number,
                    X = year,
                    LineKey = line.Key,
                    Y = y,
                };
            }
        }

        return new ChartPin { Number = annotation.Number, X = year };
    }

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static MarkStatus Status(SeriesPoint point) =>
        point.IsBreak
            ? MarkStatus.Break
            : point.Status switch
            {
                ObservationStatus.Estimated or ObservationStatus.Imputed or ObservationStatus.Provisional => MarkStatus.Estimated,
                ObservationStatus.Forecast => MarkStatus.Forecast,
                _ => MarkStatus.Official,
            };
}
