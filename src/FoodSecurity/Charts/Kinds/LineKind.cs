using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Kinds.Words;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Lines over time, one per series, with their excerpts.</summary>
public sealed class LineKind : IChartKind
{
    public string Id => "line";

    public ChartKindCard Card => new(Id) { LeavesOutZeros = true };

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

        if (parts.Series.Count > KindLines.Most)
        {
            return new ChartRefusal(input.Texts["kind.refuse.lines", parts.Series.Count, KindLines.Most]);
        }

        // A mean of years is drawn over all its years, the outer ones too.
        var margin = parts.HasMeans ? 1 : 0;
        var spec = KindLines.Spec(Id, parts, KindHeading.Trend(parts), KindLines.Of(parts));
        return new ChartDrawn(
            spec with
            {
                From = spec.From - margin,
                To = spec.To + margin,
                Notes = [.. spec.Notes, .. Measures.Notes(parts)],
            },
            parts.Series
        );
    }
}
