using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Two elements against each other: a dot for each area or item at one moment, or the path of one thing through the years. Options: x, y.</summary>
public sealed class ScatterKind : IChartKind
{
    public string Id => "scatter";

    public ChartKindCard Card =>
        new(Id)
        {
            Elements = ["area-harvested", "yield"],
            IsOfOneSource = true,
            PairsMeasures = true,
            HasAnyUnit = true,
            Options = ["x", "y", "zero"],
        };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        if (KindRules.AgainstMonths(parts) is { } reason)
        {
            return new ChartRefusal(reason);
        }

        var elements = parts.Series.Select(s => s.Series.Key.Element).Distinct().ToList();
        string x = input.Option("x", elements[0]),
            y = input.Option("y", elements.FirstOrDefault(e => e != x) ?? "");
        if (elements.Count < 2 || !elements.Contains(x) || !elements.Contains(y))
        {
            return new ChartRefusal(t["kind.refuse.scatter"]);
        }

        var pairs = parts
            .Series.Where(s => s.Series.Key.Element == x)
            .Select(s =>
                (
                    X: s,
                    Y: parts.Series.FirstOrDefault(o =>
                        o.Series.Key.Element == y
                        && o.Series.Key.Area == s.Series.Key.Area
                        && (o.Series.Key.Item == s.Series.Key.Item || Single(parts, y))
                    )
                )
            )
            .Where(p => p.Y is not null)
            .Select(p => (p.X, Y: p.Y!))
            .ToList();
        var path = pairs.Count == 1;
        var dots = path ? Path(parts, pairs[0].X, pairs[0].Y, x, y) : Dots(parts, pairs, x, y);
        if (dots.Count < 2)
        {
            return KindParts.Nothing(input);
        }

        var when = path ? parts.Span : parts.PeriodName(parts.Moment);
        var heading = t["kind.heading.scatter", KindParts.Capital(parts.ElementName(y)), parts.ElementName(x).ToLowerInvariant(), when];
        var body = new ScatterBody
        {
            Dots = dots,
            IsPath = path,
            XTitle = Title(parts, x),
            YTitle = Title(parts, y),
            FromZero = input.Option("zero") != "no",
        };
        var spec = parts.Start(Id, heading, when, heading + ". " + string.Join("; ", dots.Select(d => d.Text)) + ".") with
        {
            Body = body,
            Notes = parts.Notes(open: false),
        };
        return new ChartDrawn(
            spec with
            {
                Subtitle = string.Join(", ", new[] { KindParts.Capital(input.Subject), input.Basis, when }.Where(w => w.Length > 0)),
            },
            [.. pairs.SelectMany(p => new[] { p.X, p.Y })]
        );
    }

    private static bool Single(KindParts parts, string element) =>
        parts.Series.Where(s => s.Series.Key.Element == element).Select(s => s.Series.Key.Item).Distinct().Count() == 1;

    private static ChartUnit Unit(KindParts parts, string element) =>
        parts.Input.UnitByElement.TryGetValue(element, out var unit) ? unit : parts.Input.Unit;

    private static string Title(KindParts parts, string element) => $"{parts.ElementName(element)}, {Unit(parts, element).Name}";

    private static List<ScatterDot> Path(KindParts parts, LabelledSeries first, LabelledSeries second, string x, string y)
    {
        var years = parts
            .Points(first)
            .Select(p => p.Point.Period.Year)
            .Where(year => KindParts.At(second, year) is not null)
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. years.Select(
                (year, i) =>
                    Dot(
                        parts,
                        first,
                        second,
                        x,
                        y,
                        year,
                        i == 0 || i == years.Count - 1 || year % 5 == 0 ? KindParts.Year(year) : "",
                        first.Color,
                        i == years.Count - 1 ? 2 : 1
                    )
            ),
        ];
    }

    private static List<ScatterDot> Dots(KindParts parts, IReadOnlyList<(LabelledSeries X, LabelledSeries Y)> pairs, string x, string y)
    {
        var year = parts.Moment;
        var areas = pairs.Select(p => p.X.Series.Key.Area).Distinct().Skip(1).Any();
        return
        [
            .. pairs
                .Where(p => KindParts.At(p.X, year) is not null && KindParts.At(p.Y, year) is not null)
                .Select(p =>
                    Dot(
                        parts,
                        p.X,
                        p.Y,
                        x,
                        y,
                        year,
                        areas ? parts.AreaName(p.X.Series.Key.Area) : parts.ItemName(p.X.Series.Key.Item),
                        1,
                        (double)Math.Abs(KindParts.At(p.X, year)!.Value)
                    )
                ),
        ];
    }

    private static ScatterDot Dot(
        KindParts parts,
        LabelledSeries first,
        LabelledSeries second,
        string x,
        string y,
        int year,
        string label,
        int color,
        double weight
    )
    {
        decimal vx = KindParts.At(first, year)!.Value,
            vy = KindParts.At(second, year)!.Value;
        var name = label.Length > 0 ? label : KindParts.Year(year);
        return new ScatterDot(Unit(parts, x).Of(vx), Unit(parts, y).Of(vy), label, ChartFill.Slot(color))
        {
            Weight = weight,
            Text = $"{name}: {Unit(parts, x).Say(vx, vx)}, {Unit(parts, y).Say(vy, vy)}",
        };
    }
}
