using System.Data.Common;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Scales the series of a question: per head, then smoothed, then index, change or share; each step keeps what went in and is said.</summary>
internal sealed class ScaleSteps(Archive archive, DbConnection connection, ChartQuestion question, Texts t)
{
    private readonly Vocabulary _words = archive.Words;

    public FoundSeries Apply(FoundSeries found)
    {
        if (
            (!question.Smooth.IsNone || question.Scale is AskedScale.Share or AskedScale.PerCapita)
            && found.Lines.FirstOrDefault(l => l.Series.IsMonthly) is { } monthly
        )
        {
            throw RefusedException.Because(
                t["make.refused.months", Name(monthly)],
                (t["make.instead.total"], question with { Scale = AskedScale.Total, BaseYear = null, Smooth = Smoothing.None })
            );
        }

        found = question.Scale == AskedScale.PerCapita ? PerCapita(found) : found;
        found = question.Smooth.IsNone ? found : Smooth(found);
        return question.Scale switch
        {
            AskedScale.Index => Index(found),
            AskedScale.Change => Change(found),
            AskedScale.Share => Share(found),
            AskedScale.Log => found.Say(t["make.scale.log"]),
            _ => found,
        };
    }

    private FoundSeries PerCapita(FoundSeries found)
    {
        var quantities = found.Lines.Select(l => _words.Units.GetValueOrDefault(l.Series.Key.Unit)?.Quantity).Distinct().ToList();
        if (quantities is not ["mass"] and not ["area"])
        {
            throw RefusedException.Because(
                t["make.refused.per-head", Name(found.Lines[0])],
                (t["make.instead.total"], question with { Scale = AskedScale.Total })
            );
        }

        var (perBase, unit) = quantities[0] == "mass" ? (1000m, "kg-per-person-year") : (10_000m, "m2-per-person");
        var people = question.Areas.ToDictionary(
            a => a,
            a =>
                SeriesQuery.Find(
                    connection,
                    new SeriesQuestion
                    {
                        Area = a,
                        Elements = ["population"],
                        AsOf = question.AsOf,
                    },
                    archive.Corrections
                )
        );
        var years = found
            .Lines.SelectMany(l =>
                l.Series.Points.Where(p => p.Value is not null && InView(p)).Select(p => (l.Series.Key.Area, p.Period.Year))
            )
            .Distinct()
            .ToList();
        int Covered(string dataset) =>
            years.Count(y => people[y.Area].FirstOrDefault(p => p.Key.Dataset == dataset)?.At(y.Year)?.Value is not null);
        var best = people
            .Values.SelectMany(p => p)
            .Select(p => p.Key.Dataset)
            .Distinct()
            .OrderByDescending(Covered)
            .ThenBy(d => d, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best is null || Covered(best) == 0)
        {
            throw RefusedException.Because(
                t["make.refused.no-population"],
                (t["make.instead.total"], question with { Scale = AskedScale.Total })
            );
        }

        var lines = found
            .Lines.Select(l => (Line: l, People: people[l.Series.Key.Area].FirstOrDefault(p => p.Key.Dataset == best)))
            .Where(l => l.People is not null)
            .Select(l =>
                l.Line with
                {
                    Series = Step(
                        PerHead.Indicator,
                        new IndicatorInput
                        {
                            Series = [new SummandSeries(l.Line.Series, l.Line.Factor, "")],
                            PerBase = perBase,
                            Unit = unit,
                            People = l.People,
                            Persons = (decimal)_words.Units[l.People!.Key.Unit].Factor,
                        }
                    ),
                    Factor = 1m,
                }
            )
            .Where(l => !l.Series.IsEmpty)
            .ToList();
        var beside = people
            .Values.SelectMany(p => p)
            .Where(p => p.Key.Dataset == best)
            .Select(p => new LabelledSeries
            {
                Series = p,
                Source = _words.Datasets[best].Short,
                Counts = "",
            });
        var missing = years.Count - Covered(best);
        return (found with { Lines = lines, Beside = [.. found.Beside, .. beside] }).Say(
            t["make.scale.percapita", _words.Datasets[best].Short],
            missing > 0 ? [t.Count("make.note.no-population", missing, _words.Datasets[best].Short)] : []
        );
    }

    private FoundSeries Smooth(FoundSeries found)
    {
        if (found.Lines.Any(l => l.Series.Points.Any(p => p.Period.Kind == PeriodKind.MultiYearMean)))
        {
            throw RefusedException.Because(
                t["make.refused.mean-of-means"],
                (t["make.instead.unsmoothed"], question with { Smooth = Smoothing.None })
            );
        }

        var lines = found
            .Lines.Select(l =>
                l with
                {
                    Series = Step(
                        MovingMean.Indicator,
                        IndicatorInput.Of(l.Series) with
                        {
                            Years = question.Smooth.Years,
                            IsTrailing = question.Smooth.IsTrailing,
                        }
                    ),
                }
            )
            .Where(l => !l.Series.IsEmpty)
            .ToList();
        if (lines.Count == 0)
        {
            throw RefusedException.Because(
                t["make.refused.smooth-holes", question.Smooth.Years],
                (t["make.instead.unsmoothed"], question with { Smooth = Smoothing.None })
            );
        }

        var lost = found
            .Lines.Where(l =>
                lines.All(k =>
                    k.Series.Key.Dataset != l.Series.Key.Dataset
                    || k.Series.Key.Item != l.Series.Key.Item
                    || k.Series.Key.Area != l.Series.Key.Area
                )
            )
            .ToList();
        return (found with { Lines = lines }).Say(
            t[question.Smooth.IsTrailing ? "make.smooth.trailing" : "make.smooth.centred", question.Smooth.Years],
            lost.Select(l => t["make.note.smooth-lost", Name(l), question.Smooth.Years])
        );
    }

    private FoundSeries Index(FoundSeries found)
    {
        var shared = SharedYears(found.Lines);
        if (question.BaseYear is { } asked && !shared.Contains(asked))
        {
            var lacking = t.List([.. found.Lines.Where(l => !IndexOn.CanStandOn(l.Series, asked)).Select(Name).Distinct()]);
            throw RefusedException.Because(
                t["make.refused.base-missing", asked, lacking],
                shared.Count > 0
                    ?
                    [
                        (
                            t["make.instead.base", shared.MinBy(y => Math.Abs(y - asked))],
                            question with
                            {
                                BaseYear = shared.MinBy(y => Math.Abs(y - asked)),
                            }
                        ),
                    ]
                    : [(t["make.instead.total"], question with { Scale = AskedScale.Total, BaseYear = null })]
            );
        }

        if (shared.Count == 0)
        {
            throw RefusedException.Because(
                t["make.refused.no-base"],
                (t["make.instead.total"], question with { Scale = AskedScale.Total, BaseYear = null })
            );
        }

        var year = question.BaseYear ?? shared[0];
        return (
            found with
            {
                Lines =
                [
                    .. found.Lines.Select(l =>
                        l with
                        {
                            Series = Step(IndexOn.Indicator, IndicatorInput.Of(l.Series) with { BaseYear = year }),
                            Factor = 1m,
                        }
                    ),
                ],
            }
        ).Say(t["make.scale.index", year]);
    }

    /// <summary>Years in view in which every line has a value above zero.</summary>
    private List<int> SharedYears(IReadOnlyList<LabelledSeries> lines) =>
        [
            .. lines[0]
                .Series.Points.Where(p => p.Value > 0 && InView(p))
                .Select(p => p.Period.Year)
                .Distinct()
                .Order()
                .Where(y => lines.All(l => IndexOn.CanStandOn(l.Series, y))),
        ];

    private FoundSeries Change(FoundSeries found)
    {
        var lines = found
            .Lines.Select(l => l with { Series = Step(YearOnYear.Indicator, IndicatorInput.Of(l.Series)), Factor = 1m })
            .Where(l => !l.Series.IsEmpty)
            .ToList();
        return lines.Count > 0
            ? (found with { Lines = lines }).Say(t["make.scale.change"])
            : throw RefusedException.Because(
                t["make.refused.no-change"],
                (t["make.instead.total"], question with { Scale = AskedScale.Total })
            );
    }

    private FoundSeries Share(FoundSeries found)
    {
        Additive.Require(found.Lines, _words, question, t);
        var shares = ShareOf
            .Indicator.Compute(new IndicatorInput { Series = [.. found.Lines.Select(l => new SummandSeries(l.Series, l.Factor, ""))] })
            .Series;
        var lines = found.Lines.Select((l, i) => l with { Series = shares[i], Factor = 1m }).ToList();
        return lines.Any(l => !l.Series.IsEmpty)
            ? (found with { Lines = lines }).Say(t["make.scale.share"])
            : throw RefusedException.Because(
                t["make.refused.no-share"],
                (t["make.instead.total"], question with { Scale = AskedScale.Total })
            );
    }

    private static TimeSeries Step(Indicator indicator, IndicatorInput input) => indicator.Compute(input).Series[0];

    private bool InView(SeriesPoint p) =>
        (question.From is not { } from || p.Period.Year >= from) && (question.To is not { } to || p.Period.Year <= to);

    private string Name(LabelledSeries line) => $"{_words.Areas[line.Series.Key.Area].Name}, {line.Label}";
}
