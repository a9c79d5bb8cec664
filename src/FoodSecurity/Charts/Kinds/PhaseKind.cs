using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds;

/// <summary>
/// Shares of people by IPC phase, the worst first, so that the phase under the 20 % line is the phase of the area. One row per area, or per period of one area.
/// </summary>
/// <remarks>
/// The 20 % rule (IPC Technical Manual 3.1): the area's phase is the highest p with a share of at least 20 % in p or worse. Famine is never derived.
/// Totals ("3+", "all") are published beside the phases and are left out, never stacked.
/// </remarks>
public sealed class PhaseKind : IChartKind
{
    /// <summary>Published shares are rounded: 19.5 counts as 20.</summary>
    private const decimal Threshold = 20m - 0.5m;

    /// <summary>Above this ratio of the most to the fewest people analysed, shares of different periods are of different people.</summary>
    private const decimal SamePeople = 1.1m;

    public const string Word = "phases";

    public string Id => Word;

    public ChartKindCard Card =>
        new(Id)
        {
            IsMoment = true,
            IsOfOnePlace = true,
            Elements = ["share-in-phase"],
            Takes = SeriesTaken.National,
            Beside = ["people-in-phase"],
        };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        var t = parts.Texts;
        var phases = parts.Series.Where(s => Phase(s) is >= 1 and <= 5).ToList();
        if (phases.Count == 0 || input.Unit != ChartUnit.Percent)
        {
            return new ChartRefusal(t["kind.refuse.phases"]);
        }

        var columns = WithPeople(Columns(parts, phases), input);
        var rows = columns.Where(c => c.Shares.Count >= 4 && c.Shares.Sum(s => s.Value) is > 97m and < 103m).ToList();
        if (rows.Count == 0)
        {
            return new ChartRefusal(t["kind.refuse.phases-sum"]);
        }

        var crisis = rows.Count(r => Derived(r.Shares) >= 3);
        var heading =
            rows.Count == 1
                ? t["kind.heading.phase-one", Numbers.Percent(rows[0].Shares.Where(s => s.Key >= 3).Sum(s => s.Value), 0), rows[0].When]
                : t[
                    phases.Select(Place).Distinct().Skip(1).Any() ? "kind.heading.phases" : "kind.heading.phases-periods",
                    crisis,
                    rows.Count
                ];
        var body = new RowsBody
        {
            Rows = [.. rows.Select(r => Row(parts, r))],
            Highest = 100,
            AxisNumber = v => v.ToString("0", System.Globalization.CultureInfo.InvariantCulture) + (v == 100 ? " %" : ""),
            Key = [.. new[] { 5, 4, 3, 2, 1 }.Select(p => new ChartKeyEntry(Name(p, t), ChartFill.Phase(p)))],
            Rules = [new RowRule(20, t["kind.phase.rule"])],
            SideTitle = t["kind.phase.side"],
        };
        var alt =
            heading
            + ". "
            + string.Join(
                "; ",
                rows.Select(r =>
                    $"{r.Label}: "
                    + string.Join(", ", r.Shares.OrderByDescending(s => s.Key).Select(s => $"{s.Key} {Numbers.Fixed(s.Value, 0)} %"))
                )
            )
            + ".";
        List<string> notes = [t["kind.note.phases"]];
        if (rows.Max(r => r.People) is { } most && rows.Min(r => r.People) is { } fewest && most > fewest * SamePeople)
        {
            notes.Add(t["kind.note.phase-people", Numbers.Fixed(fewest / 1_000_000m, 1), Numbers.Fixed(most / 1_000_000m, 1)]);
        }

        if (phases.Count < parts.Series.Count)
        {
            notes.Add(t["kind.note.phase-totals"]);
        }

        var when = rows.Select(r => r.When).Distinct().ToList();
        var spec = parts.Start(Id, heading, when.Count == 1 ? when[0] : parts.Span, alt) with { Body = body, Notes = notes };
        return new ChartDrawn(spec, phases);
    }

    /// <summary>A row: shares by phase, and of how many people they are, where that is known.</summary>
    private sealed record PhaseColumn(
        string Label,
        string When,
        IReadOnlyDictionary<int, decimal> Shares,
        Period Period,
        decimal? People = null
    );

    /// <summary>Where rows are periods of one place and the people analysed differ from one to the next, each row says of how many it speaks.</summary>
    private static IReadOnlyList<PhaseColumn> WithPeople(IReadOnlyList<PhaseColumn> columns, ChartKindInput input)
    {
        var people = input
            .Beside.SelectMany(l => l.Series.Points)
            .Where(p => p.Value is > 0)
            .GroupBy(p => p.Period)
            .ToDictionary(g => g.Key, g => g.Last().Value!.Value);
        var known = columns.Select(c => c with { People = people.TryGetValue(c.Period, out var of) ? of : null }).ToList();
        return known.Max(c => c.People) is { } most && known.Min(c => c.People) is { } fewest && most > fewest * SamePeople
            ?
            [
                .. known.Select(c =>
                    c.People is { } of
                        ? c with
                        {
                            Label = input.Texts["kind.phase.of-people", c.Label, Numbers.Fixed(of / 1_000_000m, 1)],
                        }
                        : c
                ),
            ]
            : columns;
    }

    /// <summary>The highest phase with 20 % in it or worse; null below phase 1 (no figures).</summary>
    internal static int Derived(IReadOnlyDictionary<int, decimal> shares) =>
        Enumerable.Range(1, 5).LastOrDefault(p => shares.Where(s => s.Key >= p).Sum(s => s.Value) >= Threshold);

    private static IReadOnlyList<PhaseColumn> Columns(KindParts parts, IReadOnlyList<LabelledSeries> phases)
    {
        var places = phases.Select(Place).Distinct().ToList();
        var points = phases
            .SelectMany(s => parts.Points(s).Select(p => (Place: Place(s), Phase: Phase(s), p.Point.Period, p.Value)))
            .ToList();
        return places.Count > 1
            ?
            [
                .. points
                    .GroupBy(p => p.Place)
                    .Select(g =>
                    {
                        var last = g.MaxBy(p => p.Period.Start).Period;
                        return new PhaseColumn(
                            Name(parts, g.Key, places),
                            PeriodWords.Of(last),
                            Shares(g.Where(p => p.Period == last).Select(p => (p.Phase, p.Value))),
                            last
                        );
                    })
                    .OrderByDescending(c => Derived(c.Shares))
                    .ThenByDescending(c => c.Shares.Where(s => s.Key >= 3).Sum(s => s.Value)),
            ]
            :
            [
                .. points
                    .GroupBy(p => p.Period)
                    .OrderBy(g => g.Key.Start)
                    .Select(g => new PhaseColumn(
                        PeriodWords.Of(g.Key),
                        PeriodWords.Of(g.Key),
                        Shares(g.Select(p => (p.Phase, p.Value))),
                        g.Key
                    )),
            ];
    }

    /// <summary>A country, or an area of an analysis within it: these have no codes and are told apart by their names.</summary>
    private static (string Area, string Level1, string Part) Place(LabelledSeries series) =>
        (series.Series.Key.Area, series.Series.Key.Dimension("level1"), series.Series.Key.Dimension("area"));

    /// <summary>As short as tells it from the others: the area of the analysis, with its group or its country where these differ.</summary>
    private static string Name(
        KindParts parts,
        (string Area, string Level1, string Part) place,
        IReadOnlyList<(string Area, string Level1, string Part)> all
    )
    {
        var own = place.Part.Length > 0 ? place.Part : place.Level1;
        if (own.Length == 0)
        {
            return parts.AreaName(place.Area);
        }

        var names = new List<string> { own };
        if (place.Part.Length > 0 && place.Level1.Length > 0 && all.Any(o => o.Part == place.Part && o.Level1 != place.Level1))
        {
            names.Add(place.Level1);
        }

        if (all.Any(o => o.Area != place.Area))
        {
            names.Add(parts.AreaName(place.Area));
        }

        return string.Join(", ", names);
    }

    private static Dictionary<int, decimal> Shares(IEnumerable<(int Phase, decimal Value)> shares) =>
        shares.GroupBy(s => s.Phase).ToDictionary(g => g.Key, g => g.First().Value);

    private static ChartRow Row(KindParts parts, PhaseColumn column)
    {
        List<RowSegment> segments = [];
        decimal at = 0;
        foreach (var (phase, share) in column.Shares.OrderByDescending(s => s.Key).Where(s => s.Value > 0))
        {
            segments.Add(
                new RowSegment((double)at, (double)(at + share), ChartFill.Phase(phase))
                {
                    Inside = Numbers.Fixed(share, 0),
                    Text = $"{column.Label}, {Name(phase, parts.Texts)}: {Numbers.Percent(share, 0)}",
                }
            );
            at += share;
        }

        var derived = Derived(column.Shares);
        return new ChartRow(column.Label)
        {
            Segments = segments,
            Side = derived == 5 ? parts.Texts["kind.phase.four-or-worse"] : KindParts.Year(derived),
        };
    }

    private static string Name(int phase, Texts t) =>
        phase switch
        {
            1 => t["kind.phase.minimal"],
            2 => t["kind.phase.stressed"],
            3 => t["kind.phase.crisis"],
            4 => t["kind.phase.emergency"],
            _ => t["kind.phase.catastrophe"],
        };

    private static int Phase(LabelledSeries series) => int.TryParse(series.Series.Key.Dimension("phase"), out var phase) ? phase : 0;
}
