using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>Prevalence of undernourishment, three-year means; editions and republishers stay apart and are never chained.</summary>
internal sealed class HungerWords : MeasureWords
{
    public override bool SpeaksOf(IReadOnlyList<LabelledSeries> series) =>
        AreOf(series, "undernourishment") && series.All(s => s.Series.Points.Any(p => p.Period.Kind == PeriodKind.MultiYearMean));

    public override string Heading(KindParts parts)
    {
        var (main, last) = Main(parts);
        var figure = SpecParts.Bound(last) + Numbers.Percent(last.Value!.Value);
        var others = parts.Series.Where(s => s != main).Select(s => parts.Points(s).Last().Point);
        var said = parts.Texts[
            IsSilentAfter(main, last, parts) ? "chart.undernourishment.heading-silent" : "chart.undernourishment.heading",
            figure,
            last.Period.Label
        ];
        return others.All(o => o.Period == last.Period && o.Value == last.Value) ? said : BySource(said, main, parts);
    }

    public override IEnumerable<string> Notes(KindParts parts)
    {
        var t = parts.Texts;
        var (main, last) = Main(parts);
        yield return t["chart.undernourishment.mean"];
        if (IsSilentAfter(main, last, parts))
        {
            yield return t["chart.undernourishment.silent", last.Period.Label, main.Label];
        }

        var republished = parts.Series.Where(s => s.Republishes.Length > 0).ToList();
        if (republished.Count > 0)
        {
            yield return t["chart.undernourishment.wdi"];
        }

        if (republished.SelectMany(parts.Points).Any(p => p.Point is { ValueText: "2.5", Bound: ValueBound.Exact }))
        {
            yield return t["chart.undernourishment.wdi-below"];
        }

        if (parts.Series.Select(s => s.Key).Distinct().Count() < parts.Series.Count)
        {
            yield return t["chart.undernourishment.editions"];
        }

        if (parts.Series.SelectMany(parts.Points).Any(p => p.Point.Bound == ValueBound.LessThan))
        {
            yield return t["chart.undernourishment.below"];
        }
    }

    /// <summary>The source that reaches furthest in view, the original before its republisher.</summary>
    private static (LabelledSeries Series, SeriesPoint Last) Main(KindParts parts)
    {
        var main = parts
            .Series.OrderByDescending(s => parts.Points(s).Last().Point.Period.Start)
            .ThenBy(s => s.Republishes.Length > 0)
            .First();
        return (main, parts.Points(main).Last().Point);
    }

    /// <summary>True where the source lists later years without a figure, and the picture does not end before them.</summary>
    private static bool IsSilentAfter(LabelledSeries main, SeriesPoint last, KindParts parts) =>
        last == main.Series.Last
        && main.Series.Points.Any(p =>
            p.Value is null && p.Period.Start > last.Period.Start && (parts.Input.To is not { } to || p.Period.Year <= to)
        );
}
