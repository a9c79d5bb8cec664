using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Lines over time, one per series, with their excerpts.</summary>
public sealed class LineKind : IChartKind
{
    public string Id => "line";

    public ChartKindCard Card => new(Id);

    public ChartKindResult Build(ChartKindInput input)
    {
        if (KindParts.Of(input) is not { } parts)
        {
            return KindParts.Nothing(input);
        }

        if (parts.Series.Count > KindLines.Most)
        {
            return new ChartRefusal(input.Texts["kind.refuse.lines", parts.Series.Count, KindLines.Most]);
        }

        var lines = KindLines.Of(parts);
        var spec = KindLines.Spec(Id, parts, KindHeading.Trend(parts), lines);
        return new ChartDrawn(spec, parts.Series);
    }
}
