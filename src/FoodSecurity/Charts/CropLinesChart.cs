using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts;

/// <summary>Lines by crop of one or more sources: harvested area, yield, imports.</summary>
public static class CropLinesChart
{
    private const int DefaultFrom = 1985;

    /// <param name="input">Area, annotations, releases.</param>
    /// <param name="id">Name in addresses: area, yield or imports.</param>
    /// <param name="lines">One series per crop and source.</param>
    /// <param name="unitFor">The unit from the largest value in view.</param>
    /// <param name="subjects">Subjects of the excerpts it takes.</param>
    public static CountryChart? Build(
        CountryChartInput input,
        string id,
        IReadOnlyList<LabelledSeries> lines,
        Func<decimal, ChartUnit> unitFor,
        params string[] subjects
    )
    {
        lines = [.. lines.Where(s => s.Series.Points.Any(p => p.Value is > 0))];
        if (lines.Count == 0)
        {
            return null;
        }

        var t = input.Texts;
        int from = Math.Max(input.From ?? DefaultFrom, lines.Min(s => s.Series.First!.Period.Year)),
            to = Math.Min(input.To ?? int.MaxValue, lines.Max(s => s.Series.Last!.Period.Year));
        from = Math.Min(from, to - 1);
        decimal Largest(LabelledSeries s) =>
            s
                .Series.Points.Where(p => p.Period.Year >= from && p.Period.Year <= to)
                .Select(p => (p.Value ?? 0) * s.Factor)
                .DefaultIfEmpty(0)
                .Max();
        var largest = lines.Max(Largest);
        var unit = unitFor(largest);
        var drawn = lines
            .Select(s =>
                SpecParts.Line(s, unit, from, to, largest, t) with
                {
                    Key = s.Key + "-" + s.Series.Key.Item + "-" + s.Series.Key.Basis,
                }
            )
            .ToList();
        var heading = Heading(id, input, lines[0], unit, largest, t);
        var spec = new ChartSpec
        {
            Id = id,
            Title = t["chart.title", input.Area.Name, heading],
            Subtitle = t[$"chart.{id}.subtitle", OutputChart.Capital(unit.Name), from, to],
            AltText = AltText.Of(input.Area.Name, heading, lines, unit, largest, from, to, t),
            Unit = unit.Name,
            From = from,
            To = to,
            Lines = drawn,
            SourceLine = "",
            Notes = [.. Notes(lines, from, t)],
        };
        spec = SpecParts.Annotate(spec, input.About(subjects), (a, year) => SpecParts.PinOnLine(drawn, lines, a, year));
        return new CountryChart(id, heading, input.Finish(spec, lines), lines);
    }

    /// <summary>The heading from the first line: its last value beside the mean of the ten years before; for imports, what an event's band did to them.</summary>
    private static string Heading(string id, CountryChartInput input, LabelledSeries main, ChartUnit unit, decimal largest, Texts t)
    {
        var points = main.Series.Points.Where(p => p.Value is not null && p.Status != Observations.ObservationStatus.Forecast).ToList();
        if (
            id == "imports"
            && input.Events.FirstOrDefault(e => e.Kind == "borders closed") is { } closed
            && Observations.PartialDate.Start(closed.Start)?.Year is { } year
            && main.ValueAt(year) is { } inside
            && main.ValueAt(year - 2) is > 0 and { } before
            && inside < before / 2
        )
        {
            return t[
                "trend.imports-closed",
                unit.Say(before, largest),
                main.Series.At(year - 2)!.Period.Label,
                unit.Say(inside, largest),
                main.Series.At(year)!.Period.Label
            ];
        }

        if (points.Count < 11)
        {
            return t[$"chart.{id}.heading"];
        }

        var last = points[^1];
        var mean = points.SkipLast(1).TakeLast(10).Average(p => p.Value!.Value);
        if (mean <= 0)
        {
            return t[$"chart.{id}.heading"];
        }

        var ratio = last.Value!.Value / mean - 1;
        var key =
            Math.Abs(ratio) < 0.03m ? "near"
            : ratio > 0 ? "above"
            : "below";
        return t[
            $"trend.{id}.{key}",
            unit.Say(last.Value.Value * main.Factor, largest),
            last.Period.Label,
            Numbers.Percent(Math.Abs(ratio) * 100, 0),
            main.Counts
        ];
    }

    private static IEnumerable<string> Notes(IReadOnlyList<LabelledSeries> lines, int from, Texts t)
    {
        foreach (var group in lines.GroupBy(l => SpecParts.Holes(l.Series, from, t)).Where(g => g.Key.Length > 0))
        {
            yield return t["chart.note.holes", t.List([.. group.Select(l => l.Label)]), group.Key];
        }

        var repeated = lines.Select(l => (Line: l, Since: RepeatedSince(l))).Where(l => l.Since is not null).ToList();
        foreach (var (line, since) in repeated)
        {
            yield return t["chart.note.repeated", line.Label, since!];
        }
    }

    /// <summary>The first year of a run of four or more equal figures that reaches the end of the series; null where there is none.</summary>
    internal static string? RepeatedSince(LabelledSeries line)
    {
        var points = line.Series.Points.Where(p => p.Value is not null).ToList();
        if (points.Count < 4 || points[^1].Value == 0)
        {
            return null;
        }

        var first = points.Count - 1;
        while (first > 0 && points[first - 1].Value == points[^1].Value)
        {
            first--;
        }

        return points.Count - first >= 4 ? points[first].Period.Label : null;
    }
}
