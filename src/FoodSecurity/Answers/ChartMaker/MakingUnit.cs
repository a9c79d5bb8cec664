using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The unit a picture is drawn in, from the unit of its series and its largest value.</summary>
internal static class MakingUnit
{
    /// <exception cref="RefusedException">The lines have two units, and one axis shows one.</exception>
    public static ChartUnit Of(IReadOnlyList<LabelledSeries> lines, Vocabulary words, ChartQuestion question, int? from, Texts t)
    {
        var bases = lines.Select(l => Base(l, words)).Distinct().ToList();
        if (bases.Count > 1 && !question.Card.HasAnyUnit)
        {
            var names = bases.Select(b => words.Units.GetValueOrDefault(b)?.Name ?? b).ToList();
            throw RefusedException.Because(
                t["make.refused.units", t.List(names)],
                (t["make.instead.one-element"], question with { Elements = [.. question.Elements.Take(1)] }),
                (t["make.instead.index"], question with { Scale = AskedScale.Index })
            );
        }

        if (lines.Select(Package).Distinct().ToList() is { Count: > 1 } packages && !question.Card.HasAnyUnit)
        {
            var one = lines
                .GroupBy(l => l.Series.Key.Dimension("package"))
                .OrderByDescending(g => g.Count())
                .Select(g =>
                    (t["make.instead.package", Package(g.First())], question with { Which = [.. question.Which, AddressWord.Of(g.Key)] })
                );
            throw RefusedException.Because(
                t["make.refused.units", t.List([.. packages.Take(4)])],
                [.. one.Take(2), (t["make.instead.index"], question with { Scale = AskedScale.Index })]
            );
        }

        var largest = lines
            .SelectMany(l =>
                l.Series.Points.Where(p => (from is not { } f || p.Period.Year >= f) && (question.To is not { } to || p.Period.Year <= to))
                    .Select(p => Math.Abs((p.Value ?? 0) * l.Factor))
            )
            .DefaultIfEmpty(0)
            .Max();
        if (Package(lines[0]) is { Length: > 0 } price)
        {
            return new ChartUnit(1m, price, lines[0].Series.Key.Dimension("currency"));
        }

        return bases[0] switch
        {
            "t" => ChartUnit.Mass(largest),
            "ha" => ChartUnit.Hectares(largest),
            "t-per-ha" => ChartUnit.TonnesPerHectare,
            "percent" => ChartUnit.Percent,
            "persons" => People(largest, t),
            "index" when question.Scale == AskedScale.Index => new ChartUnit(1m, t["make.unit.index"], ""),
            "kg-per-person-year" when question.Scale == AskedScale.PerCapita => new ChartUnit(1m, t["make.unit.kg-per-head"], "kg"),
            "m2-per-person" => new ChartUnit(1m, t["make.unit.m2-per-head"], "m²"),
            var other when words.Units.TryGetValue(other, out var unit) => new ChartUnit(1m, unit.Name, unit.Symbol),
            var other => new ChartUnit(1m, other, other),
        };
    }

    public static string Base(LabelledSeries line, Vocabulary words) =>
        words.Units.GetValueOrDefault(line.Series.Key.Unit)?.Base ?? line.Series.Key.Unit;

    /// <summary>"KES per kg": money and package of a price, where the unit alone says neither.</summary>
    private static string Package(LabelledSeries line)
    {
        var key = line.Series.Key;
        string money = key.Dimension("currency"),
            package = key.Dimension("package");
        return !key.Unit.EndsWith("-per-package", StringComparison.Ordinal) || money.Length == 0 || package.Length == 0
            ? ""
            : $"{money} per {(package is "KG" ? "kg" : package)}";
    }

    private static ChartUnit People(decimal largest, Texts t) =>
        largest switch
        {
            >= 400_000m => new(1_000_000m, t["make.unit.million-people"], t["make.unit.million"]),
            >= 10_000m => new(1000m, t["make.unit.thousand-people"], t["make.unit.thousand"]),
            _ => new(1m, t["make.unit.people"], t["make.unit.people"]),
        };
}
