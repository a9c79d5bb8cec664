using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Indicators;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds;

/// <summary>The sources' lines inside the band between the lowest and the highest of them.</summary>
public sealed class SpreadKind : IChartKind
{
    public string Id => "spread";

    public ChartKindCard Card => new(Id) { LeavesOutZeros = true, IsOfOnePlace = true };

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        if ((KindRules.AgainstYears(parts) ?? KindRules.AgainstSpread(parts)) is { } reason)
        {
            return new ChartRefusal(reason);
        }

        var t = parts.Texts;
        var years = SourceSpread
            .Of([.. parts.Series.Select(s => (s.Series, s.Factor))])
            .Where(y => y.Year >= parts.From && y.Year <= parts.To)
            .ToList();
        var best = years.Where(y => y.Sources == years.Max(x => x.Sources)).LastOrDefault();
        var heading = best?.Relative is { } relative
            ? t.Count("chart.common.heading", best.Sources, Numbers.Percent(relative * 100m, relative < 0.1m ? 1 : 0), best.Year)
            : t["chart.common.heading-none"];
        var spec = KindLines.Spec(Id, parts, heading, KindLines.Of(parts)) with
        {
            Spread = new ChartSpread(
                t["chart.spread"],
                [.. years.Select(y => new ChartSpreadPoint(y.Year, input.Unit.Of(y.Low), input.Unit.Of(y.High)))]
            ),
        };
        return new ChartDrawn(spec, parts.Series);
    }
}
