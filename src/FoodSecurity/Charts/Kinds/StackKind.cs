using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Parts of one whole over time.</summary>
public sealed class StackKind : IChartKind
{
    public string Id => "stack";

    public ChartKindCard Card => new(Id) { Adds = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        if ((KindRules.AgainstYears(parts) ?? KindRules.AgainstStack(parts)) is { } reason)
        {
            return new ChartRefusal(reason);
        }

        var t = parts.Texts;
        var ordered = Order(parts);
        var years = Enumerable.Range(parts.From, parts.To - parts.From + 1).ToList();
        var whole = years.Where(y => ordered.All(s => KindParts.At(s, y) is not null)).ToList();
        if (whole.Count == 0)
        {
            return new ChartRefusal(t["kind.refuse.stack-years"]);
        }

        var last = whole[^1];
        years = [.. years.Where(y => y >= whole[0] && y <= last)];
        var when = whole[0] == last ? KindParts.Year(last) : $"{whole[0]}–{last}";
        var body = new StackBody
        {
            X = [.. years.Select(y => (double)y)],
            // Colours in the order of the parts: those that touch are those that the palette keeps apart to every sight.
            Layers =
            [
                .. ordered.Select(
                    (s, i) =>
                        new StackLayer(
                            parts.Name(s),
                            $"{parts.SayAt(s, last)}, {Share(s)}",
                            ChartFill.Slot(i),
                            [.. years.Select(y => KindParts.At(s, y) is { } v ? input.Unit.Of(v) : (double?)null)]
                        )
                ),
            ],
            AxisNumber = null,
        };
        var heading = Heading(parts, ordered, last);
        var alt = string.Join(
            ' ',
            ordered.Select(s =>
                t[
                    "kind.alt.at",
                    parts.Name(s),
                    parts.SayAt(s, whole[0]),
                    parts.PeriodName(whole[0]),
                    parts.SayAt(s, last),
                    parts.PeriodName(last)
                ]
            )
        );
        List<string> notes = [.. parts.Notes(open: false)];
        if (whole.Count < years.Count)
        {
            notes.Add(t["kind.note.stack-open"]);
        }

        var spec = parts.Start(Id, heading, when, heading + ". " + alt) with { Body = body, Notes = notes };
        return new ChartDrawn(spec, ordered);

        string Share(LabelledSeries s)
        {
            var sum = ordered.Sum(x => KindParts.At(x, last)!.Value);
            return sum > 0 ? Numbers.Percent(KindParts.At(s, last)!.Value / sum * 100m, 0) : "";
        }
    }

    /// <summary>Largest at the bottom, by the mean of the years in view.</summary>
    internal static IReadOnlyList<LabelledSeries> Order(KindParts parts) =>
        [.. parts.Series.OrderByDescending(s => parts.Points(s).Average(p => p.Value))];

    internal static string Heading(KindParts parts, IReadOnlyList<LabelledSeries> ordered, int year)
    {
        var values = ordered.Where(s => KindParts.At(s, year) is not null).ToList();
        var sum = values.Sum(s => KindParts.At(s, year)!.Value);
        var largest = values.MaxBy(s => KindParts.At(s, year)!.Value);
        return sum > 0 && largest is not null
            ? parts.Texts[
                "kind.heading.part",
                parts.Name(largest),
                Numbers.Percent(KindParts.At(largest, year)!.Value / sum * 100m, 0),
                parts.Input.Subject,
                parts.PeriodName(year)
            ]
            : parts.Texts["kind.heading.lines", parts.Input.Subject, parts.Span];
    }
}
