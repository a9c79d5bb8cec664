using FoodSecurity.Charts.Specs;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts;

/// <summary>The uncovered cereal deficit as published, one bar for each marketing year; years without a balance keep their place.</summary>
public static class DeficitChart
{
    public const string Id = "deficit";

    public static CountryChart? Build(CountryChartInput input, LabelledSeries? deficit, IReadOnlyList<DeficitYear> years)
    {
        if (deficit is null || years.Count == 0)
        {
            return null;
        }

        var t = input.Texts;
        int from = Math.Max(input.From ?? int.MinValue, years[0].Published.Period.Year),
            to = Math.Min(input.To ?? int.MaxValue, years[^1].Published.Period.Year);
        var shown = years.Where(y => y.Published.Period.Year >= from && y.Published.Period.Year <= to).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var largest = shown.Max(y => y.Published.Value!.Value * deficit.Factor);
        var unit = ChartUnit.Mass(largest);
        var bars = Enumerable
            .Range(from, to - from + 1)
            .Select(year =>
            {
                var found = shown.FirstOrDefault(y => y.Published.Period.Year == year);
                var label = Period.MarketingYear(year, 11).Label;
                return new ChartBar
                {
                    X = year,
                    Label = label[2..],
                    Color = deficit.Color,
                    Y = found is null ? null : unit.Of(found.Published.Value!.Value * deficit.Factor),
                    Status = found?.Published.IsDerived == true ? MarkStatus.Estimated : MarkStatus.Official,
                    ValueLabel = found is null ? "" : Numbers.Fixed(found.Published.Value!.Value * deficit.Factor / unit.Divisor, 2),
                    Text = found is null
                        ? t["chart.deficit.none", label]
                        : t["chart.read-out", deficit.Source, label, unit.Say(found.Published.Value!.Value * deficit.Factor, largest)],
                };
            })
            .ToList();
        var short_ = shown.Count(y => y.Published.Value > 0);
        var heading = t["chart.deficit.heading", short_, shown.Count, shown[0].Published.Period.Label, shown[^1].Published.Period.Label];
        var spec = new ChartSpec
        {
            Id = Id,
            Kind = ChartKind.Bar,
            Title = t["chart.title", input.Area.Name, heading],
            Subtitle = t[
                "chart.deficit.subtitle",
                OutputChart.Capital(unit.Name),
                shown[0].Published.Period.Label,
                shown[^1].Published.Period.Label
            ],
            AltText = t[
                "alt.bars",
                input.Area.Name,
                heading,
                t.List([
                    .. shown.Select(y =>
                        t["alt.bar", unit.Say(y.Published.Value!.Value * deficit.Factor, largest), y.Published.Period.Label]
                    ),
                ])
            ],
            Unit = unit.Name,
            From = from,
            To = to,
            Bars = bars,
            SourceLine = "",
            Notes = Notes(shown, deficit, from, to, t),
        };
        spec = SpecParts.Annotate(spec, input.About("uncovered-deficit", "shortage", "imports"), (a, year) =>
            new ChartPin { Number = a.Number, X = year }
        );
        return new CountryChart(Id, heading, input.Finish(spec, [deficit]), [deficit]);
    }

    private static List<string> Notes(List<DeficitYear> shown, LabelledSeries deficit, int from, int to, Texts t)
    {
        var published = shown.Select(y => y.Published.Period.Year).ToHashSet();
        var notes = new List<string>();
        var without = Enumerable
            .Range(from, to - from + 1)
            .Where(y => !published.Contains(y))
            .Select(y => Period.MarketingYear(y, 11).Label[2..])
            .ToList();
        if (without.Count > 0)
        {
            notes.Add(t["chart.deficit.gaps", t.List(without)]);
        }

        notes.Add(t["chart.deficit.end", shown[^1].Published.Period.Label]);
        foreach (var y in shown.Where(y => y.Difference is { } d && Math.Abs(d) >= 3m))
        {
            notes.Add(
                t[
                    y.Requirement!.IsDerived ? "chart.deficit.parts-derived" : "chart.deficit.parts",
                    y.Published.Period.Label,
                    Thousand(y.Published.Value!.Value * deficit.Factor),
                    Thousand(y.FromParts!.Value * deficit.Factor)
                ]
            );
        }

        if (shown.Any(y => y.Published.IsDerived))
        {
            notes.Add(
                t["chart.deficit.derived", t.List([.. shown.Where(y => y.Published.IsDerived).Select(y => y.Published.Period.Label)])]
            );
        }

        return notes;
    }

    private static string Thousand(decimal tonnes) => Numbers.Fixed(tonnes / 1000m, tonnes % 1000m == 0 ? 0 : 1);
}
