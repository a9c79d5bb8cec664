using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>
/// Areas in the colour of their figure at one moment. Options: region = code of an aggregate, or WORLD; noaccess = codes of areas that could not be surveyed.
/// </summary>
public sealed class MapKind : IChartKind
{
    /// <summary>From this many areas on the whole world is shown.</summary>
    private const int World = 45;

    public string Id => "map";

    public ChartKindCard Card =>
        new(Id)
        {
            IsMoment = true,
            NeedsBoundaries = true,
            ShowsCountries = true,
            Options = ["noaccess", "region"],
        };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (input.Boundaries is not { } boundaries)
        {
            return new ChartRefusal(input.Texts["kind.refuse.map-boundaries"]);
        }

        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        var drawn = parts.Series.Where(s => boundaries.Rings.ContainsKey(s.Series.Key.Area)).ToList();
        if (
            (
                KindRules.AgainstYears(parts)
                ?? (
                    drawn.Count == 0 ? t["kind.refuse.map-none"]
                    : drawn.GroupBy(s => s.Series.Key.Area).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
                        ? t["kind.refuse.map-twice", parts.AreaName(twice.Key)]
                    : null
                )
            ) is
            { } reason
        )
        {
            return new ChartRefusal(reason);
        }

        var year = parts.Moment;
        var by = drawn.ToDictionary(s => s.Series.Key.Area);
        var focus = Focus(parts, boundaries, drawn);
        var values = drawn.Where(s => KindParts.At(s, year) is not null).ToList();
        if (values.Count == 0)
        {
            return KindParts.Nothing(input);
        }

        var classes = ValueClasses.Of(
            values.Select(s => input.Unit.Of(KindParts.At(s, year)!.Value)),
            input.Scale == ChartScale.Change || values.Any(s => KindParts.At(s, year) < 0),
            HeatKind.IsHunger(parts)
        );
        HashSet<string> closed =
        [
            .. input.Option("noaccess").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
        var shown = (focus.Count > 0 ? focus : boundaries.Rings.Keys).Where(c => !c.StartsWith("x-", StringComparison.Ordinal));
        var areas = shown.ToDictionary(c => c, c => Area(parts, c, by.GetValueOrDefault(c), year, classes, closed), StringComparer.Ordinal);
        var kinds = areas.Values.Select(a => a.Fill.Kind).ToHashSet();
        List<ChartKeyEntry> key = [.. classes.Key(input.Unit == ChartUnit.Percent ? " %" : "", t)];
        key.AddRange(Hatched().Where(h => kinds.Contains(h.Kind)).Select(h => new ChartKeyEntry(t[h.Key], new ChartFill(h.Kind))));
        var order = values.OrderByDescending(s => KindParts.At(s, year)).ToList();
        var heading = t[
            "kind.heading.rank",
            parts.Input.Subject,
            parts.AreaName(order[0].Series.Key.Area),
            parts.SayAt(order[0], year),
            parts.PeriodName(year)
        ];
        var alt =
            heading
            + ". "
            + string.Join("; ", order.Take(12).Select(s => $"{parts.AreaName(s.Series.Key.Area)} {parts.SayAt(s, year)}"))
            + ". "
            + t.Count("kind.alt.map-without", areas.Count - values.Count(s => areas.ContainsKey(s.Series.Key.Area)));
        List<string> notes = [];
        if (input.Scale == ChartScale.Total && input.Unit.Divisor > 1)
        {
            notes.Add(t["kind.note.map-totals"]);
        }

        var small =
            drawn.Count < parts.Series.Count ? parts.Series.Except(drawn).Select(s => parts.AreaName(s.Series.Key.Area)).ToList() : [];
        if (small.Count is > 0 and <= 12)
        {
            notes.Add(t["kind.note.map-small", t.List(small)]);
        }

        notes.Add(t["kind.note.map-disclaimer"]);
        var body = new MapBody
        {
            Boundaries = boundaries,
            Areas = areas,
            Key = key,
            Focus = focus,
            Disclaimer = t["kind.note.map-disclaimer"],
        };
        return new ChartDrawn(parts.Start(Id, heading, parts.PeriodName(year), alt) with { Body = body, Notes = notes }, parts.Series);
    }

    private static IEnumerable<(FillKind Kind, string Key)> Hatched() =>
        [
            (FillKind.NoData, "kind.key.no-data"),
            (FillKind.NoAccess, "kind.key.no-access"),
            (FillKind.NotApplicable, "kind.key.not-applicable"),
        ];

    private static MapArea Area(
        KindParts parts,
        string code,
        LabelledSeries? series,
        int year,
        ValueClasses classes,
        HashSet<string> closed
    )
    {
        var t = parts.Texts;
        var name = parts.AreaName(code);
        if (series is not null && KindParts.At(series, year) is { } value)
        {
            var bound = SpecParts.Bound(series.Series.Points.First(p => p.Period.Year == year && p.Value is not null));
            return new MapArea(
                classes.Fill(parts.Input.Unit.Of(value)),
                $"{name}\n{bound}{parts.Figure(value)}",
                t["chart.read-out", name, parts.PeriodName(year), parts.SayAt(series, year)]
            );
        }

        var status = series?.Series.At(year)?.Status;
        return closed.Contains(code) || status == ObservationStatus.Suppressed
                ? new MapArea(ChartFill.NoAccess, name, $"{name}: {t["kind.key.no-access"]}")
            : status == ObservationStatus.NotApplicable
                ? new MapArea(ChartFill.NotApplicable, name, $"{name}: {t["kind.key.not-applicable"]}")
            : new MapArea(ChartFill.NoData, name, $"{name}: {t["kind.key.no-data"]}");
    }

    /// <summary>The areas to be seen: those of the region asked for, else those that are asked about; none for the world.</summary>
    private static IReadOnlyList<string> Focus(KindParts parts, Maps.Boundaries boundaries, IReadOnlyList<LabelledSeries> drawn)
    {
        var region = parts.Input.Option("region");
        if (region == "WORLD" || (region.Length == 0 && drawn.Count >= World))
        {
            return [];
        }

        return region.Length == 0
            ? [.. drawn.Select(s => s.Series.Key.Area)]
            : [.. boundaries.Rings.Keys.Where(code => Within(code)).Order(StringComparer.Ordinal)];

        bool Within(string code)
        {
            for (var steps = 0; steps < 12 && parts.Input.Areas.TryGetValue(code, out var area); steps++, code = area.Parent)
            {
                if (code == region)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
