using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Series by time as coloured cells. Option: rows = own colours each row by its distance from its own mean, for rows of very different size.</summary>
public sealed class HeatKind : IChartKind
{
    private const int MostRows = 60;

    /// <summary>Of more months than this only the years are named.</summary>
    private const int ManyMonths = 72;

    public const string Word = "heat";

    public string Id => Word;

    public ChartKindCard Card =>
        new(Id)
        {
            Takes = SeriesTaken.Longest,
            MostSeries = 24,
            Options = ["rows"],
        };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        if (
            (KindRules.AgainstAny(parts) ?? (parts.Series.Count > MostRows ? t["kind.refuse.rows", parts.Series.Count, MostRows] : null)) is
            { } reason
        )
        {
            return new ChartRefusal(reason);
        }

        var monthly = parts.Series.All(s => s.Series.Points.All(p => p.Period.Kind == PeriodKind.Month));
        var moments = Moments(parts, monthly);
        var means = parts.Series.ToDictionary(s => s, s => parts.Points(s).Average(p => p.Value));
        if (input.Option("rows") is "own" && means.FirstOrDefault(m => m.Value <= 0).Key is { } level)
        {
            return new ChartRefusal(t["kind.refuse.heat-own", parts.Name(level)]);
        }

        var own =
            input.Option("rows") is "own"
            || (input.Option("rows") != "one" && input.Scale is not ChartScale.Change && IsWide([.. means.Values]));
        var cells = parts.Series.ToDictionary(
            s => s,
            s => parts.Points(s).GroupBy(p => Key(p.Point, monthly)).ToDictionary(g => g.Key, g => g.First())
        );
        double Shown(LabelledSeries s, decimal value) => own ? (double)((value / means[s] - 1) * 100) : input.Unit.Of(value);
        var classes = ValueClasses.Of(
            cells.SelectMany(c => c.Value.Values.Select(p => Shown(c.Key, p.Value))),
            own || input.Scale == ChartScale.Change || parts.InView.Any(v => v < 0),
            IsHunger(parts)
        );
        var rows = parts
            .Series.Select(s => new CellRow(
                parts.Name(s),
                [
                    .. moments.Select(m =>
                        cells[s].TryGetValue(m.Key, out var p)
                            ? new Cell(classes.Fill(Shown(s, p.Value)))
                            {
                                Inside = own ? "" : parts.Figure(p.Value),
                                Text = t[
                                    "chart.read-out",
                                    parts.Name(s),
                                    p.Point.Period.Label,
                                    SpecParts.Bound(p.Point) + parts.Say(p.Value)
                                ],
                            }
                            : new Cell(ChartFill.NoData) { Text = t["kind.no-figure", parts.Name(s), m.Label] }
                    ),
                ]
            ))
            .ToList();
        var missing = rows.SelectMany(r => r.Cells).Any(c => c.Fill == ChartFill.NoData);
        var (top, point) = cells.SelectMany(c => c.Value.Values.Select(p => (c.Key, p))).MaxBy(p => p.p.Value);
        var when = monthly ? parts.MonthOf(point.Point.Period.Start) : point.Point.Period.Label;
        var heading =
            parts.Series.Count == 1 && parts.InView.Distinct().Skip(1).Any()
                ? t["kind.heading.heat-one", parts.Input.Subject, when, parts.Say(point.Value)]
            : own && parts.Series.Count > 1 ? t["kind.heading.heat-own", parts.Input.Subject, parts.Span]
            : parts.HasRivals || parts.Series.Count == 1 ? t["kind.heading.lines", parts.Input.Subject, parts.Span]
            : t["kind.heading.heat", parts.Input.Subject, parts.Name(top), parts.Say(point.Value), when];
        var body = new CellsBody
        {
            Columns =
            [
                .. monthly && moments.Count > ManyMonths
                    ? moments.Select(m => m.Key % 12 == 0 ? KindParts.Year(m.Key / 12) : "")
                    : moments.Select(m => m.Label),
            ],
            Rows = rows,
            HasWords = monthly && moments.Count <= ManyMonths,
            Key =
            [
                .. classes.Key(
                    own ? " %"
                        : input.Unit == ChartUnit.Percent ? " %"
                        : "",
                    t
                ),
                .. missing ? [new ChartKeyEntry(t["kind.key.no-data"], ChartFill.NoData)] : Array.Empty<ChartKeyEntry>(),
            ],
        };
        var names = parts.Series.Select(s => s with { Source = parts.Name(s), Counts = "" }).ToList();
        var spec = parts.Start(
            Id,
            heading,
            parts.Span,
            AltText.Of(input.Place, heading, names, input.Unit, parts.Largest, parts.From, parts.To, t)
        ) with
        {
            Body = body,
            Notes = [.. own ? [t["kind.note.heat-own"]] : Array.Empty<string>(), .. parts.Notes(open: false)],
        };
        return new ChartDrawn(spec, parts.Series);
    }

    internal static bool IsHunger(KindParts parts) =>
        parts.Series.All(s => s.Series.Key.Element == "undernourishment") && parts.Input.Unit == ChartUnit.Percent;

    /// <summary>Rows whose means lie more than thirtyfold apart cannot share one scale.</summary>
    private static bool IsWide(IReadOnlyList<decimal> means) => means.All(m => m > 0) && means.Max() / means.Min() > 30;

    private static int Key(SeriesPoint point, bool monthly) =>
        monthly ? point.Period.Start.Year * 12 + point.Period.Start.Month - 1 : point.Period.Year;

    private static List<(int Key, string Label)> Moments(KindParts parts, bool monthly)
    {
        var keys = parts.Series.SelectMany(s => parts.Points(s)).Select(p => Key(p.Point, monthly)).ToList();
        return
        [
            .. Enumerable
                .Range(keys.Min(), keys.Max() - keys.Min() + 1)
                .Select(k => (k, monthly ? $"{parts.Month(k % 12 + 1)} {k / 12}" : KindParts.Year(k))),
        ];
    }
}
