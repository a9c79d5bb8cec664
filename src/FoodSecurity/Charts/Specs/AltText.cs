using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Specs;

/// <summary>Alternative texts computed from the numbers: for each source its first, lowest, highest and last value in view.</summary>
public static class AltText
{
    public static string Of(
        string area,
        string heading,
        IReadOnlyList<LabelledSeries> sources,
        ChartUnit unit,
        decimal largest,
        int from,
        int to,
        Texts t
    )
    {
        var parts = new List<string> { t["alt.head", area, heading, from, to] };
        foreach (var s in sources)
        {
            var view = s.Series.Points.Where(p => p.Value is not null && p.Period.Year >= from && p.Period.Year <= to).ToList();
            if (view.Count == 0)
            {
                continue;
            }

            string Say(SeriesPoint p) => SpecParts.Bound(p) + unit.Say(p.Value!.Value * s.Factor, largest);
            SeriesPoint low = view.MinBy(p => p.Value)!,
                high = view.MaxBy(p => p.Value)!,
                first = view[0],
                last = view[^1];
            parts.Add(
                view.Count == 1
                    ? t["alt.one", s.Label, Say(first), first.Period.Label]
                    : t[
                        "alt.line",
                        s.Label,
                        Say(first),
                        first.Period.Label,
                        Say(low),
                        low.Period.Label,
                        Say(high),
                        high.Period.Label,
                        Say(last),
                        last.Period.Label
                    ]
            );
        }

        return string.Join(' ', parts);
    }
}
