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

        if (KindRules.AgainstAny(parts) is { } reason)
        {
            return new ChartRefusal(reason);
        }

        return parts.Series.Count > KindLines.Most
            ? new ChartRefusal(input.Texts["kind.refuse.lines", parts.Series.Count, KindLines.Most])
            : new ChartDrawn(KindLines.Spec(Id, parts, KindHeading.Trend(parts), KindLines.Of(parts)), parts.Series);
    }
}
