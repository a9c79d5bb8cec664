using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>A small chart for each area, item or source, all on one scale. Options: facet = area, item, source or element; scales = own.</summary>
public sealed class MultiplesKind : IChartKind
{
    private const int MostPanels = 40;

    public string Id => "multiples";

    public ChartKindCard Card => new(Id) { Options = ["facet", "scales"] };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        var by = Facet(parts);
        var groups = parts.Series.GroupBy(by.Of).ToList();
        if (
            (
                KindRules.AgainstAny(parts)
                ?? (
                    groups.Count > MostPanels ? t["kind.refuse.panels", groups.Count, MostPanels]
                    : groups.Any(g => g.Count() > 5) ? t["kind.refuse.lines", groups.Max(g => g.Count()), 5]
                    : null
                )
            ) is
            { } reason
        )
        {
            return new ChartRefusal(reason);
        }

        var single = groups.All(g => g.Count() == 1);
        var names = parts.Series.Select(s => by.Others(s)).Distinct().ToList();
        var panels = groups
            .Select(g => new FacetPanel(by.Name(g.First()), [.. g.Select(s => Line(s))]) { Note = single ? Note(g.Single()) : "" })
            .ToList();
        var half = parts.Series.Any(s => s.Series.IsMonthly) ? 0.5 : 0;
        var body = new FacetsBody
        {
            Panels = panels,
            From = parts.From - half,
            To = Math.Max(parts.To + half, parts.From + 1),
            SharesScale = input.Option("scales") != "own",
            FromZero = input.Scale is not ChartScale.Index,
            Key = single ? [] : [.. names.Select((n, i) => new ChartKeyEntry(n, ChartFill.Slot(Slot(n))))],
        };
        var rose = groups.Count(g => Rose(parts, g.First()));
        var heading = single
            ? t["kind.heading.multiples", parts.Input.Subject, rose, groups.Count]
            : t["kind.heading.lines", parts.Input.Subject, parts.Span];
        var labelled = parts.Series.Select(s => s with { Source = parts.Name(s), Counts = "" }).ToList();
        var alt = AltText.Of(input.Place, heading, labelled, input.Unit, parts.Largest, parts.From, parts.To, t);
        List<string> notes = [body.SharesScale ? t["kind.note.one-scale"] : t["kind.note.own-scales"], .. parts.Notes(open: false)];
        return new ChartDrawn(parts.Start(Id, heading, parts.Span, alt) with { Body = body, Notes = notes }, parts.Series);

        ChartLine Line(LabelledSeries s)
        {
            var line = SpecParts.Line(s, input.Unit, parts.From, parts.To, parts.Largest, t);
            return line with { Points = KindLines.Marks(parts, s, line), Color = single ? parts.Series[0].Color : Slot(by.Others(s)) };
        }

        int Slot(string name) => names.Count == 1 ? parts.Series[0].Color : names.IndexOf(name);
        string Note(LabelledSeries s) =>
            parts.Points(s).LastOrDefault() is { Point: { } p, Value: var v }
                ? $"{SpecParts.Bound(p)}{parts.Say(v)}, {p.Period.Label}"
                : "";
    }

    private static bool Rose(KindParts parts, LabelledSeries series)
    {
        var points = parts.Points(series).ToList();
        var window = Math.Clamp(points.Count / 3, 1, 5);
        return points.Count > 1 && points.TakeLast(window).Average(p => p.Value) > points.Take(window).Average(p => p.Value);
    }

    /// <summary>What a panel stands for: the option, else the first of area, item and element that differs, else the source.</summary>
    private static (Func<LabelledSeries, string> Of, Func<LabelledSeries, string> Name, Func<LabelledSeries, string> Others) Facet(
        KindParts parts
    )
    {
        bool Differ(Func<LabelledSeries, string> of) => parts.Series.Select(of).Distinct().Skip(1).Any();
        var asked = parts.Input.Option("facet");
        var facet =
            asked is "area" or "item" or "source" or "element" ? asked
            : Differ(s => s.Series.Key.Area) ? "area"
            : Differ(s => s.Series.Key.Item) ? "item"
            : Differ(s => s.Series.Key.Element) ? "element"
            : "source";
        Func<LabelledSeries, string> of = facet switch
        {
            "area" => s => s.Series.Key.Area,
            "item" => s => s.Series.Key.Item,
            "element" => s => s.Series.Key.Element,
            _ => s => s.Key + "|" + s.Label,
        };
        Func<LabelledSeries, string> name = facet switch
        {
            "area" => s => parts.AreaName(s.Series.Key.Area),
            "item" => s => parts.ItemName(s.Series.Key.Item),
            "element" => s => parts.ElementName(s.Series.Key.Element),
            _ => s => parts.SourceName(s) + s.Label[s.Source.Length..],
        };
        return (of, name, s =>
            string.Join(
                ", ",
                new[]
                {
                    facet != "area" && Differ(x => x.Series.Key.Area) ? parts.AreaName(s.Series.Key.Area) : "",
                    facet != "item" && Differ(x => x.Series.Key.Item) ? parts.ItemName(s.Series.Key.Item) : "",
                    facet != "source" ? parts.SourceName(s) : "",
                }.Where(x => x.Length > 0)
            )
        );
    }
}
