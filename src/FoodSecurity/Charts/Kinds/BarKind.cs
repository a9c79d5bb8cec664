using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Kinds.Words;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>One series as upright bars over time; several as level bars at one moment, the largest first.</summary>
public sealed class BarKind : IChartKind
{
    private const int MostRows = 60;

    public string Id => "bar";

    public ChartKindCard Card => new(Id);

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        if (KindRules.AgainstYears(parts) is { } reason)
        {
            return new ChartRefusal(reason);
        }

        return parts.Series.Count == 1 ? OverTime(parts, parts.Series[0]) : Ranked(parts);
    }

    private ChartDrawn OverTime(KindParts parts, LabelledSeries series)
    {
        var t = parts.Texts;
        var points = parts.Points(series).ToDictionary(p => p.Point.Period.Year);
        var first = points.Values.First().Point;
        var bars = Enumerable
            .Range(parts.From, parts.To - parts.From + 1)
            .Select(year =>
                points.TryGetValue(year, out var p)
                    ? new ChartBar
                    {
                        X = year,
                        Label = KindParts.Short(p.Point.Period.Label),
                        Y = parts.Input.Unit.Of(p.Value),
                        Color = series.Color,
                        ValueLabel = SpecParts.Bound(p.Point) + parts.Figure(p.Value),
                        Status =
                            p.Point.Status == Observations.ObservationStatus.Forecast ? MarkStatus.Forecast
                            : KindParts.IsHollow(p.Point) || p.Point.IsDerived ? MarkStatus.Estimated
                            : p.Point.IsBreak ? MarkStatus.Break
                            : MarkStatus.Official,
                        Text = t["chart.read-out", series.Source, p.Point.Period.Label, parts.Say(p.Value)],
                    }
                    : new ChartBar
                    {
                        X = year,
                        Label = KindParts.ShortPeriod(year, first.Period),
                        Color = series.Color,
                        Text = t["kind.none"],
                    }
            )
            .ToList();
        var heading = KindHeading.Trend(parts);
        var alt = AltText.Of(parts.Input.Place, heading, [series], parts.Input.Unit, parts.Largest, parts.From, parts.To, t);
        var spec = parts.Start(Id, heading, parts.Span, alt) with
        {
            Kind = ChartKind.Bar,
            Bars = bars,
            Notes = [.. parts.Notes(open: false), .. Missing(parts, bars), .. Measures.Notes(parts)],
        };
        spec = SpecParts.Annotate(spec, parts.Input.Annotations, (a, year) => new ChartPin { Number = a.Number, X = year });
        return new ChartDrawn(spec, parts.Series);
    }

    private static IEnumerable<string> Missing(KindParts parts, IReadOnlyList<ChartBar> bars) =>
        bars.Any(b => b.Y is null) ? [parts.Texts["kind.note.dash"]] : [];

    private ChartKindResult Ranked(KindParts parts)
    {
        var t = parts.Texts;
        if (parts.Series.Count > MostRows)
        {
            return new ChartRefusal(t["kind.refuse.rows", parts.Series.Count, MostRows]);
        }

        var year = parts.Moment;
        var order = parts.Series.OrderBy(s => KindParts.At(s, year) is null).ThenByDescending(s => KindParts.At(s, year)).ToList();
        if (KindParts.At(order[0], year) is null)
        {
            return KindParts.Nothing(parts.Input);
        }

        // Without a question of more than one thing per row, one colour says enough.
        var colour = parts.Series[0].Color;
        var rows = order
            .Select(s =>
                KindParts.At(s, year) is { } value
                    ? new ChartRow(parts.Name(s))
                    {
                        Segments =
                        [
                            new RowSegment(0, parts.Input.Unit.Of(value), ChartFill.Slot(colour))
                            {
                                Beyond = Bound(s, year) + parts.Figure(value),
                                IsHollow = KindParts.IsHollow(s.Series.At(year)),
                                Text = parts.SayAt(s, year),
                            },
                        ],
                    }
                    : new ChartRow(parts.Name(s)) { Missing = t["kind.none"] }
            )
            .ToList();
        var heading =
            parts.HasRank && KindHeading.Highest(parts, year) is { } first
                ? t["kind.heading.rank", parts.Input.Subject, parts.Name(first), parts.SayAt(first, year), parts.PeriodName(year)]
                : t["kind.heading.lines", parts.Input.Subject, parts.PeriodName(year)];
        var alt = heading + ". " + string.Join("; ", order.Select(s => $"{parts.Name(s)} {parts.SayAt(s, year)}")) + ".";
        List<string> notes = order.Any(s => KindParts.IsHollow(s.Series.At(year))) ? [t["kind.note.hollow-bars"]] : [];
        var spec = parts.Start(Id, heading, parts.PeriodName(year), alt) with
        {
            Body = new RowsBody { Rows = rows },
            Notes = notes,
        };
        return new ChartDrawn(spec, order);
    }

    private static string Bound(LabelledSeries series, int year) => series.Series.At(year) is { } point ? SpecParts.Bound(point) : "";
}
