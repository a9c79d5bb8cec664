using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>What may be added up, and what may not: totals with their parts, rival counts of one harvest, paddy with milled, unlike units, negative values.</summary>
internal static class Additive
{
    /// <exception cref="RefusedException">The lines do not add up to anything.</exception>
    public static void Require(IReadOnlyList<LabelledSeries> lines, Vocabulary words, ChartQuestion question, Texts t)
    {
        var total = (t["make.instead.total"], question with { Scale = AskedScale.Total, Kind = ChartQuestion.DefaultKind });
        var keys = lines.Select(l => l.Series.Key).ToList();
        if (keys.Select(k => words.Units[k.Unit].Base).Distinct().Skip(1).Any() || keys.Select(k => k.Element).Distinct().Skip(1).Any())
        {
            throw RefusedException.Because(
                t["make.refused.sum-units"],
                (t["make.instead.one-element"], question with { Elements = [.. question.Elements.Take(1)] }),
                total
            );
        }

        if (words.Elements[keys[0].Element].Quantity is not ("mass" or "area" or "people" or "animals" or "money" or "number" or "energy"))
        {
            throw RefusedException.Because(t["make.refused.sum-ratio", words.Elements[keys[0].Element].Name.Lower()], total);
        }

        if (
            keys.Select(k => k.Dimension("phase")).Where(p => p.Length > 0).Distinct().ToList() is { Count: > 1 } phases
            && phases.Any(p => p.Contains("all", StringComparison.OrdinalIgnoreCase) || p.Contains('+', StringComparison.Ordinal))
        )
        {
            throw RefusedException.Because(t["make.refused.sum-phases"], total);
        }

        var rivals = keys.GroupBy(k => (k.Area, k.Item)).FirstOrDefault(g => g.Count() > 1);
        if (rivals is not null)
        {
            var sources = rivals.Select(k => k.Dataset).Distinct().ToList();
            throw RefusedException.Because(
                t[
                    "make.refused.sum-sources",
                    t.List([
                        .. lines
                            .Where(l => l.Series.Key.Area == rivals.Key.Area && l.Series.Key.Item == rivals.Key.Item)
                            .Select(l => l.Source)
                            .Distinct(),
                    ])
                ],
                [
                    .. sources.Take(3).Select(s => (t["make.instead.source", words.Datasets[s].Short], question with { Sources = [s] })),
                    total,
                ]
            );
        }

        Nested(
            keys.Select(k => k.Area).Distinct().ToList(),
            a => words.Areas[a].Parent,
            a => words.Areas[a].Level == AreaLevel.Aggregate,
            a => words.Areas[a].Name,
            "areas"
        );
        Nested(
            keys.Select(k => k.Item).Distinct().ToList(),
            i => words.Items[i].Parent,
            i => words.Items[i].Kind == "aggregate",
            i => words.Items[i].Name.Lower(),
            "items"
        );
        var bases = lines
            .Where(l => l.Series.Key.Basis.Length > 0)
            .Select(l => (l.Series.Key.Item, l.Series.Key.Basis))
            .GroupBy(b => b.Item)
            .FirstOrDefault(g => g.Select(b => b.Basis).Distinct().Count() > 1);
        if (bases is not null)
        {
            throw RefusedException.Because(
                t[
                    "make.refused.sum-bases",
                    words.Items[bases.Key].Name.Lower(),
                    t.List([.. bases.Select(b => words.Bases[b.Basis].Short).Distinct()])
                ],
                (t["make.instead.paddy"], question with { Basis = "paddy" }),
                total
            );
        }

        if (lines.FirstOrDefault(l => l.Series.Points.Any(p => p.Value < 0)) is { } negative)
        {
            throw RefusedException.Because(t["make.refused.sum-negative", negative.Label], total);
        }

        void Nested(List<string> codes, Func<string, string> parent, Func<string, bool> isAggregate, Func<string, string> name, string what)
        {
            // A group whose members the seeds do not list (least developed countries) may hold any of the others.
            if (codes.Count > 1 && codes.FirstOrDefault(isAggregate) is { } whole)
            {
                var without = codes.Where(c => !isAggregate(c)).ToList();
                var instead = what == "areas" ? question with { Areas = without } : question with { Items = without };
                throw RefusedException.Because(
                    t["make.refused.sum-aggregate", name(whole), t.List([.. codes.Where(c => c != whole).Take(3).Select(name)])],
                    without.Count > 0 ? [(t["make.instead.members"], instead), total] : [total]
                );
            }
        }
    }
}
