using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Kinds.Words;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Bars of several series side by side, year by year.</summary>
public sealed class GroupedBarKind : IChartKind
{
    /// <summary>More bars than this are better drawn as lines.</summary>
    private const int MostBars = 72;

    public string Id => "grouped-bar";

    public ChartKindCard Card => new(Id);

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var bars = parts.Series.Count * (parts.To - parts.From + 1);
        if (
            (
                KindRules.AgainstYears(parts)
                ?? (
                    parts.Series.Count > 6 ? input.Texts["kind.refuse.lines", parts.Series.Count, 6]
                    : bars > MostBars ? input.Texts["kind.refuse.bars", bars, MostBars]
                    : null
                )
            ) is
            { } reason
        )
        {
            return new ChartRefusal(reason);
        }

        var heading = KindHeading.Trend(parts);
        return new ChartDrawn(Columns.Spec(Id, parts, parts.Series, heading, stacked: false), parts.Series);
    }
}

/// <summary>Bars of parts on top of each other, year by year.</summary>
public sealed class StackedBarKind : IChartKind
{
    public string Id => "stacked-bar";

    public ChartKindCard Card => new(Id) { Adds = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        if (
            (
                KindRules.AgainstYears(parts)
                ?? KindRules.AgainstStack(parts)
                ?? (parts.Series.Count > 8 ? input.Texts["kind.refuse.lines", parts.Series.Count, 8] : null)
            ) is
            { } reason
        )
        {
            return new ChartRefusal(reason);
        }

        var ordered = StackKind.Order(parts);
        var whole = Enumerable
            .Range(parts.From, parts.To - parts.From + 1)
            .Where(y => ordered.All(s => KindParts.At(s, y) is not null))
            .ToList();
        if (whole.Count == 0)
        {
            return new ChartRefusal(input.Texts["kind.refuse.stack-years"]);
        }

        var heading = StackKind.Heading(parts, ordered, whole[^1]);
        return new ChartDrawn(Columns.Spec(Id, parts, ordered, heading, stacked: true), ordered);
    }
}

/// <summary>What both share.</summary>
internal static class Columns
{
    public static ChartSpec Spec(string id, KindParts parts, IReadOnlyList<LabelledSeries> series, string heading, bool stacked)
    {
        var t = parts.Texts;
        var years = Enumerable.Range(parts.From, parts.To - parts.From + 1).ToList();
        // A stack with a missing part would look like a small whole: such years are left open.
        bool Open(int year) => stacked && series.Any(s => KindParts.At(s, year) is null);
        var body = new ColumnsBody
        {
            Categories = [.. years.Select(KindParts.Year)],
            IsStacked = stacked,
            ValueNumber = parts.Axis,
            // Colours in the order of the bars: those that touch are those that the palette keeps apart to every sight.
            Series =
            [
                .. series.Select(
                    (s, i) =>
                        new ColumnSeries(
                            parts.Name(s),
                            ChartFill.Slot(series.Count == 1 ? parts.Color(s) : i),
                            [.. years.Select(y => Open(y) || KindParts.At(s, y) is not { } v ? (double?)null : parts.Input.Unit.Of(v))]
                        )
                        {
                            Hollow = stacked ? [] : [.. years.Select(y => KindParts.IsHollow(s.Series.At(y)))],
                        }
                ),
            ],
        };
        List<string> notes = [.. parts.Notes(open: false)];
        if (!stacked && series.Any(s => parts.Points(s).Any(p => KindParts.IsHollow(p.Point))))
        {
            notes.Add(t["kind.note.hollow-bars"]);
        }

        if (years.Any(y => series.Any(s => KindParts.At(s, y) is null)))
        {
            notes.Add(t[stacked ? "kind.note.dash-stack" : "kind.note.dash"]);
        }

        var names = series.Select(s => s with { Source = parts.Name(s), Counts = "" }).ToList();
        var alt = AltText.Of(parts.Input.Place, heading, names, parts.Input.Unit, parts.Largest, parts.From, parts.To, t);
        return parts.Start(id, heading, parts.Span, alt) with { Body = body, Notes = notes };
    }
}
