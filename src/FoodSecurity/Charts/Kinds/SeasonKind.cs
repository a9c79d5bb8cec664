using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Months of this year and of last year over the mean and range of the years before. Option: years (5), at least three.</summary>
public sealed class SeasonKind : IChartKind
{
    private const int Fewest = 3;

    /// <summary>Less than half a per cent off rounds to nothing.</summary>
    private const decimal Near = 0.005m;

    public const string Word = "season";

    public string Id => Word;

    public ChartKindCard Card =>
        new(Id)
        {
            IsMonthly = true,
            IsOfOnePlace = true,
            Elements = ["price"],
            Takes = SeriesTaken.Longest,
            MostSeries = 1,
            Options = ["years", "zero"],
        };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        if (parts.Series.Count != 1)
        {
            return new ChartRefusal(t["kind.refuse.season-one", parts.Series.Count]);
        }

        var months = parts.Points(parts.Series[0]).Where(p => p.Point.Period.Kind is PeriodKind.Month or PeriodKind.Day).ToList();
        if (months.Count == 0)
        {
            return new ChartRefusal(t["kind.refuse.season-months"]);
        }

        var year = months[^1].Point.Period.Start.Year;
        var span = int.TryParse(input.Option("years"), out var asked) ? Math.Clamp(asked, Fewest, 30) : 5;
        var earlier = Enumerable
            .Range(1, 12)
            .Select(m =>
                (
                    Month: m,
                    Values: months
                        .Where(p =>
                            p.Point.Period.Start.Month == m
                            && p.Point.Period.Start.Year < year - 1
                            && p.Point.Period.Start.Year >= year - 1 - span
                        )
                        .Select(p => p.Value)
                        .ToList()
                )
            )
            .Where(m => m.Values.Count >= Fewest)
            .ToList();
        if (earlier.Count == 0)
        {
            return new ChartRefusal(t["kind.refuse.season-years", Fewest]);
        }

        var first = Math.Max(year - 1 - span, months[0].Point.Period.Start.Year);
        var before = $"{first}–{year - 2}";
        var means = earlier.ToDictionary(m => m.Month, m => m.Values.Average());
        ChartLine[] lines =
        [
            Line(year, 0, "this"),
            Line(year - 1, 5, "last"),
            new()
            {
                Key = "mean",
                Label = t["kind.season.mean", before],
                Color = 1,
                Points =
                [
                    .. Enumerable
                        .Range(1, 12)
                        .Select(m => new ChartMark { X = m, Y = means.TryGetValue(m, out var v) ? input.Unit.Of(v) : null }),
                ],
            },
        ];
        var last = months[^1];
        var month = parts.MonthOf(last.Point.Period.Start);
        var heading =
            means.TryGetValue(last.Point.Period.Start.Month, out var mean) && mean > 0
                ? t[
                    Math.Abs(last.Value / mean - 1) < Near ? "kind.heading.season-near"
                    : last.Value > mean ? "kind.heading.season-above"
                    : "kind.heading.season-below",
                    parts.Input.Subject,
                    month,
                    Numbers.Percent(Math.Abs(last.Value / mean - 1) * 100, 0),
                    before
                ]
                : t["kind.heading.lines", parts.Input.Subject, month];
        var alt =
            heading
            + ". "
            + string.Join(
                "; ",
                months.Where(p => p.Point.Period.Start.Year == year).Select(p => $"{p.Point.Period.Label} {parts.Say(p.Value)}")
            )
            + ".";
        var spec = parts.Start(Id, heading, t["kind.season.when", year, year - 1, before], alt) with
        {
            From = 1,
            To = 12,
            Lines = [.. lines.Where(l => l.Points.Any(m => m.Y is not null))],
            Ticks = [.. Enumerable.Range(1, 12).Select(m => new ChartTick(m, parts.Month(m)))],
            Spread = new ChartSpread(
                t["kind.season.range", before],
                [.. earlier.Select(m => new ChartSpreadPoint(m.Month, input.Unit.Of(m.Values.Min()), input.Unit.Of(m.Values.Max())))]
            ),
            FromZero = input.Option("zero") != "no",
        };
        return new ChartDrawn(spec, parts.Series);

        ChartLine Line(int of, int color, string key) =>
            new()
            {
                Key = key,
                Label = KindParts.Year(of),
                Color = color,
                EndNote = months.LastOrDefault(p => p.Point.Period.Start.Year == of) is { Point: { } p, Value: var v }
                    ? $"{parts.Say(v)}, {parts.Month(p.Period.Start.Month)}"
                    : "",
                Points =
                [
                    .. Enumerable
                        .Range(1, 12)
                        .Select(m => new ChartMark
                        {
                            X = m,
                            Y = months
                                .Where(p => p.Point.Period.Start.Year == of && p.Point.Period.Start.Month == m)
                                .Select(p => (double?)input.Unit.Of(p.Value))
                                .FirstOrDefault(),
                        }),
                ],
            };
    }
}
