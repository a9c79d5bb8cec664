using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Two or more times of one place laid over one another: the axis counts years since each event.</summary>
internal static class EventTime
{
    private const int Before = 5;
    private const int After = 10;
    private const int Most = 8;

    /// <exception cref="RefusedException">No figures around the events, or too many lines.</exception>
    public static (ChartSpec Spec, IReadOnlyList<LabelledSeries> Series) Of(
        ChartQuestion question,
        IReadOnlyList<LabelledSeries> lines,
        ChartSpec plain,
        ChartUnit unit,
        string place,
        string subject,
        Texts t
    )
    {
        if (lines.Count * question.Align.Count > Most)
        {
            throw RefusedException.Because(
                t["make.refused.align-lines", Most],
                (t["make.instead.one-source"], question with { Sources = [lines[0].Key], Items = [lines[0].Series.Key.Item] })
            );
        }

        var drawn = new List<ChartLine>();
        var largest = lines.SelectMany(l => l.Series.Points.Select(p => Math.Abs((p.Value ?? 0) * l.Factor))).DefaultIfEmpty(0).Max();
        foreach (var line in lines)
        {
            foreach (var year in question.Align)
            {
                var whole = SpecParts.Line(line, unit, year - Before, year + After, largest, t);
                if (whole.Points.Any(p => p.Y is not null))
                {
                    drawn.Add(
                        whole with
                        {
                            Key = string.Create(CultureInfo.InvariantCulture, $"{whole.Key}-{year}"),
                            Color = drawn.Count,
                            EndNote = "",
                            Label = lines.Count > 1 ? t["make.align.line-of", line.Source, year] : t["make.align.line", year],
                            Points =
                            [
                                .. whole.Points.Select(p =>
                                    p with
                                    {
                                        X = p.X - year,
                                        SpanFrom = p.SpanFrom - year,
                                        SpanTo = p.SpanTo - year,
                                    }
                                ),
                            ],
                        }
                    );
                }
            }
        }

        if (drawn.Count < 2)
        {
            throw RefusedException.Because(t["make.refused.align-empty"], (t["make.instead.no-align"], question with { Align = [] }));
        }

        var years = t.List([.. question.Align.Select(y => y.ToString(CultureInfo.InvariantCulture))]);
        var spec = plain with
        {
            Title = t["chart.title", place, t["make.align.title", subject, years]],
            Subtitle = t["make.align.subtitle", MakingWords.Upper(subject), unit.Name, years],
            Lines = drawn,
            From = -Before,
            To = After,
            Spread = null,
            Periods = [],
            Pins = [],
            Excerpts = [],
            AltText = t["make.align.alt", place, subject, years, string.Join("; ", drawn.Select(l => Said(l, unit)))],
            Notes = [.. plain.Notes, t["make.align.note", years]],
            Ticks =
            [
                .. Enumerable
                    .Range(-Before, Before + After + 1)
                    .Where(x => x % Before == 0)
                    .Select(x => new ChartTick(
                        x,
                        x > 0 ? $"+{x}"
                            : x == 0 ? t["make.align.zero"]
                            : $"−{-x}"
                    )),
            ],
        };
        return (spec, lines);
    }

    /// <summary>"from 1994: 2.3 to 1.7": first and last value of a line.</summary>
    private static string Said(ChartLine line, ChartUnit unit)
    {
        var values = line.Points.Where(p => p.Y is not null).Select(p => (decimal)p.Y!.Value * unit.Divisor).ToList();
        return $"{line.Label}: {unit.Say(values[0], values.Max())} – {unit.Say(values[^1], values.Max())}";
    }
}
