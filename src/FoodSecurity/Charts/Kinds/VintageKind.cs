using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Kinds;

/// <summary>One series as successive releases gave it. Each given series is one vintage; what it counts says which.</summary>
public sealed class VintageKind : IChartKind
{
    public string Id => "vintages";

    public ChartKindCard Card => new(Id) { ShowsVintages = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        if (parts.Series.Count < 2)
        {
            return new ChartRefusal(t["kind.refuse.vintages"]);
        }

        if (parts.Series.Count > KindLines.Most)
        {
            return new ChartRefusal(t["kind.refuse.lines", parts.Series.Count, KindLines.Most]);
        }

        if (parts.Series.Select(s => (s.Series.Key.Area, s.Series.Key.Item, s.Series.Key.Element, s.Key)).Distinct().Skip(1).Any())
        {
            return new ChartRefusal(t["kind.refuse.vintages-one"]);
        }

        var lines = KindLines
            .Of(parts)
            .Select((l, i) => l with { Label = parts.Series[i].Counts, Color = i, Key = FormattableString.Invariant($"v{i}") })
            .ToList();
        var moves = parts
            .Series.SelectMany(s =>
                parts.Points(s).GroupBy(p => p.Point.Period.Year).Select(g => (g.Key, g.First().Value, Series: s, g.First().Point))
            )
            .GroupBy(p => p.Key)
            .Where(g => g.Count() > 1)
            .Select(g =>
                (
                    Year: g.Key,
                    First: g.First(),
                    Last: g.Last(),
                    Far: g.Max(p => p.Value) - g.Min(p => p.Value),
                    Low: g.Min(p => p.Value),
                    High: g.Max(p => p.Value)
                )
            )
            .ToList();
        var heading = t["kind.heading.vintages-same", parts.Input.Subject];
        if (moves.Count > 0 && moves.MaxBy(m => m.Far) is { Far: > 0 } widest)
        {
            heading = t[
                "kind.heading.vintages",
                parts.Input.Subject,
                widest.First.Point.Period.Label,
                parts.Say(widest.Low),
                parts.Say(widest.High)
            ];
        }

        var spec = KindLines.Spec(Id, parts, heading, lines) with
        {
            Spread =
                moves.Count > 1
                    ? new ChartSpread(
                        t["kind.vintages.range"],
                        [
                            .. moves
                                .OrderBy(m => m.Year)
                                .Select(m => new ChartSpreadPoint(m.Year, input.Unit.Of(m.Low), input.Unit.Of(m.High))),
                        ]
                    )
                    : null,
            Notes = [t["kind.note.vintages"], .. parts.Notes()],
        };
        return new ChartDrawn(spec, parts.Series);
    }
}
