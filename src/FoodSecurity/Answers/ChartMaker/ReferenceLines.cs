using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Reference lines: the mean of the five years before the last, with the years used; what the country is said to need; thresholds in the base unit.</summary>
internal static class ReferenceLines
{
    public const string FiveYears = "mean5";

    /// <summary>The last published utilisation of cereals.</summary>
    public const string Need = "need";
    public const string NeedElement = "utilization";
    private const int MostMeans = 3;
    private const int Window = 5;

    /// <summary>Of five years at least four must be there, else there is no mean.</summary>
    private const int Least = 4;

    /// <exception cref="RefusedException">No reference can be computed for what is shown.</exception>
    public static ChartSpec Add(
        ChartSpec spec,
        ChartQuestion question,
        IReadOnlyList<LabelledSeries> lines,
        IReadOnlyList<LabelledSeries> needs,
        ChartUnit unit,
        Texts t
    )
    {
        if (question.References.Count == 0)
        {
            return spec;
        }

        var without = (t["make.instead.no-reference"], question with { References = [] });
        if (spec.Kind != ChartKind.Line || spec.Body is not null || spec.Lines.Count == 0 || question.Align.Count > 0)
        {
            throw RefusedException.Because(
                t["make.refused.reference-kind"],
                without,
                (t["make.instead.line"], question with { Kind = ChartQuestion.DefaultKind, Align = [] })
            );
        }

        var references = new List<ChartLine>();
        var notes = new List<string>();
        foreach (var reference in question.References)
        {
            if (decimal.TryParse(reference, NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold))
            {
                references.Add(
                    Line(spec, "ref-" + references.Count, t["make.ref.threshold", unit.Say(threshold, threshold)], "", unit.Of(threshold))
                );
                continue;
            }

            if (reference == Need)
            {
                var (line, note) = NeedLine(spec, question, lines, needs, unit, references.Count, t);
                references.Add(line);
                notes.Add(note);
                continue;
            }

            if (lines.Count > MostMeans)
            {
                throw RefusedException.Because(t["make.refused.reference-many", MostMeans], without);
            }

            foreach (var line in lines)
            {
                var (mean, years) = Mean(line, (int)spec.To);
                if (mean is { } value)
                {
                    references.Add(
                        Line(
                            spec,
                            "ref-" + references.Count,
                            lines.Count > 1 ? t["make.ref.mean-of", years, line.Source] : t["make.ref.mean", years],
                            unit.Say(value, value),
                            unit.Of(value)
                        )
                    );
                }
                else
                {
                    notes.Add(t["make.ref.none", line.Label]);
                }
            }
        }

        return references.Count > 0
            ? spec with
            {
                Lines = [.. spec.Lines, .. references],
                Notes = [.. spec.Notes, .. notes],
            }
            : throw RefusedException.Because(notes[0], without);
    }

    /// <summary>What is needed in the last year that a source says so, with its basis; only beside cereals of one place in tonnes.</summary>
    private static (ChartLine Line, string Note) NeedLine(
        ChartSpec spec,
        ChartQuestion question,
        IReadOnlyList<LabelledSeries> lines,
        IReadOnlyList<LabelledSeries> needs,
        ChartUnit unit,
        int number,
        Texts t
    )
    {
        var without = (t["make.instead.no-reference"], question with { References = [.. question.References.Where(r => r != Need)] });
        if (
            question.Scale is not (AskedScale.Total or AskedScale.Log)
            || question.Areas.Count != 1
            || lines.Any(l => l.Series.Key.Item is not ("cereals" or "food-crops"))
            || unit.Short is not ("Mt" or "kt" or "t")
        )
        {
            throw RefusedException.Because(t["make.refused.need"], without);
        }

        var said = needs
            .Select(n => (Source: n, Point: n.Series.Points.LastOrDefault(p => p.Value is not null && p.Period.Year <= spec.To)))
            .Where(n => n.Point is not null)
            .OrderByDescending(n => n.Point!.Period.Year)
            .ThenBy(n => n.Source.Counts, StringComparer.Ordinal)
            .FirstOrDefault();
        if (said.Point is not { } point)
        {
            throw RefusedException.Because(t["make.refused.no-need"], without);
        }

        var value = point.Value!.Value * said.Source.Factor;
        return (
            Line(spec, "ref-" + number, t["make.ref.need", point.Period.Label, said.Source.Source], unit.Say(value, value), unit.Of(value)),
            t["make.ref.need-note", said.Source.Source, said.Source.Counts, point.Period.Label]
        );
    }

    /// <summary>The mean of the five years before the last figure in view, which it leaves out; in the base unit.</summary>
    internal static (decimal? Mean, string Years) Mean(LabelledSeries line, int to)
    {
        if (line.Series.Points.LastOrDefault(p => p.Value is not null && p.Period.Year <= to) is not { } last)
        {
            return (null, "");
        }

        var before = line
            .Series.Points.Where(p => p.Value is not null && p.Period.Year < last.Period.Year && p.Period.Year >= last.Period.Year - Window)
            .ToList();
        return before.Count < Least
            ? (null, "")
            : (
                before.Average(p => p.Value!.Value) * line.Factor,
                string.Join(
                    before.Count == Window ? "–" : ", ",
                    before.Count == Window ? [before[0].Period.Label, before[^1].Period.Label] : before.Select(p => p.Period.Label)
                )
            );
    }

    private static ChartLine Line(ChartSpec spec, string key, string label, string note, double y) =>
        new()
        {
            Key = key,
            Label = label,
            EndNote = note,
            IsReference = true,
            Points =
            [
                new ChartMark
                {
                    X = spec.From,
                    Y = y,
                    Text = label,
                    Status = MarkStatus.Official,
                },
                new ChartMark
                {
                    X = spec.To,
                    Y = y,
                    Text = label,
                },
            ],
        };
}
