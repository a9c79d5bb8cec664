using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Two moments of many series as two joined dots each.</summary>
public sealed class DumbbellKind : IChartKind
{
    public string Id => "dumbbell";

    public ChartKindCard Card => new(Id) { ComparesMoments = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (TwoMoments.Of(input, out var refusal) is not { } two)
        {
            return refusal!;
        }

        var (parts, first, last) = (two.Parts, two.First, two.Last);
        var unit = input.Unit;
        var rows = two
            .Both.OrderByDescending(s => KindParts.At(s, last))
            .Select(s => new ChartRow(parts.Name(s))
            {
                Dots =
                [
                    new RowDot(unit.Of(KindParts.At(s, first)!.Value), ChartFill.Slot(4))
                    {
                        Label = parts.Figure(KindParts.At(s, first)!.Value),
                        Text = parts.SayAt(s, first),
                    },
                    new RowDot(unit.Of(KindParts.At(s, last)!.Value), ChartFill.Slot(1))
                    {
                        Label = parts.Figure(KindParts.At(s, last)!.Value),
                        Text = parts.SayAt(s, last),
                    },
                ],
            })
            .ToList();
        var body = new RowsBody
        {
            Rows = rows,
            Key = [new(parts.PeriodName(first), ChartFill.Slot(4)), new(parts.PeriodName(last), ChartFill.Slot(1))],
        };
        return new ChartDrawn(two.Spec(Id) with { Body = body }, two.Both);
    }
}

/// <summary>Two moments of a few series as sloping lines.</summary>
public sealed class SlopeKind : IChartKind
{
    public string Id => "slope";

    public ChartKindCard Card => new(Id) { ComparesMoments = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (TwoMoments.Of(input, out var refusal) is not { } two)
        {
            return refusal!;
        }

        var parts = two.Parts;
        if (two.Both.Count > 12)
        {
            return new ChartRefusal(input.Texts["kind.refuse.slope", two.Both.Count]);
        }

        var lines = two
            .Both.Select(
                (s, i) =>
                    new ChartLine
                    {
                        Key = FormattableString.Invariant($"{s.Key}-{i}"),
                        Label = parts.Name(s),
                        Color = parts.Color(s),
                        EndNote = $"{parts.Figure(KindParts.At(s, two.First)!.Value)} → {parts.SayAt(s, two.Last)}",
                        Points = [Mark(s, two.First, 0), Mark(s, two.Last, 1)],
                    }
            )
            .ToList();
        var spec = two.Spec(Id) with
        {
            From = 0,
            To = 1,
            Lines = lines,
            NamesAtEnds = true,
            Ticks = [new(0, parts.PeriodName(two.First)), new(1, parts.PeriodName(two.Last))],
        };
        return new ChartDrawn(spec, two.Both);

        ChartMark Mark(LabelledSeries s, int year, double x) =>
            new()
            {
                X = x,
                Y = input.Unit.Of(KindParts.At(s, year)!.Value),
                Text = parts.SayAt(s, year),
            };
    }
}

/// <summary>Series that have a figure at both ends of the span.</summary>
internal sealed record TwoMoments(
    KindParts Parts,
    int First,
    int Last,
    IReadOnlyList<LabelledSeries> Both,
    IReadOnlyList<LabelledSeries> Without
)
{
    public static TwoMoments? Of(ChartKindInput input, out ChartKindResult? refusal)
    {
        refusal = null;
        if (KindParts.Of(input) is not { } parts)
        {
            refusal = KindParts.Nothing(input);
            return null;
        }

        if (KindRules.AgainstYears(parts) is { } reason)
        {
            refusal = new ChartRefusal(reason);
            return null;
        }

        // Without a year asked for: the first and last that most series have.
        var years = parts
            .Series.SelectMany(s => parts.Points(s).Select(p => p.Point.Period.Year).Distinct())
            .GroupBy(y => y)
            .Where(g => g.Count() * 2 >= parts.Series.Count)
            .Select(g => g.Key)
            .ToList();
        int first = input.From ?? years.DefaultIfEmpty(parts.From).Min(),
            last = input.To ?? years.DefaultIfEmpty(parts.To).Max();
        var both = parts.Series.Where(s => KindParts.At(s, first) is not null && KindParts.At(s, last) is not null).ToList();
        if (first >= last || both.Count == 0)
        {
            refusal = new ChartRefusal(input.Texts["kind.refuse.moments", first, last]);
            return null;
        }

        return new TwoMoments(parts, first, last, both, [.. parts.Series.Except(both)]);
    }

    public ChartSpec Spec(string id)
    {
        var t = Parts.Texts;
        var rose = Both.Count(s => KindParts.At(s, Last) > KindParts.At(s, First));
        var heading =
            Both.Count == 1
                ? t[
                    "kind.heading.moments-one",
                    Parts.Input.Subject,
                    Parts.SayAt(Both[0], First),
                    Parts.PeriodName(First),
                    Parts.SayAt(Both[0], Last),
                    Parts.PeriodName(Last)
                ]
                : t["kind.heading.moments", Parts.Input.Subject, rose, Both.Count, Parts.PeriodName(First), Parts.PeriodName(Last)];
        var alt =
            heading
            + ". "
            + string.Join(
                ' ',
                Both.Select(s =>
                    t[
                        "kind.alt.at",
                        Parts.Name(s),
                        Parts.SayAt(s, First),
                        Parts.PeriodName(First),
                        Parts.SayAt(s, Last),
                        Parts.PeriodName(Last)
                    ]
                )
            );
        List<string> notes = Without.Count > 0 ? [t["kind.note.moments", t.List([.. Without.Select(Parts.Name).Take(12)])]] : [];
        return Parts.Start(id, heading, $"{Parts.PeriodName(First)} {t["kind.and"]} {Parts.PeriodName(Last)}", alt) with { Notes = notes };
    }
}
