using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>Harvested area, yield and imports of one place: the last figure in view beside the mean of the ten before it; of imports, what closed borders did to them.</summary>
internal sealed class MeanWords : MeasureWords
{
    private const int Years = 10;

    /// <summary>Less than three per cent off is near.</summary>
    private const decimal Near = 0.03m;

    public override bool SpeaksOf(IReadOnlyList<LabelledSeries> series) =>
        AreOf(series, "import-quantity", "area-harvested", "yield") && series.All(s => !s.Series.IsMonthly);

    public override string? Heading(KindParts parts)
    {
        var main = parts.Series[0];
        var name = main.Series.Key.Element switch
        {
            "import-quantity" => "imports",
            "area-harvested" => "area",
            _ => "yield",
        };
        if (name == "imports" && main.Series.Key.Item != "cereals")
        {
            return null;
        }

        if (name == "imports" && Closed(parts, main) is { Length: > 0 } closed)
        {
            return BySource(closed, main, parts);
        }

        var points = parts.Points(main).Where(p => p.Point.Status != ObservationStatus.Forecast).ToList();
        if (points.Count <= Years || points.SkipLast(1).TakeLast(Years).Average(p => p.Value) is not (> 0 and var mean))
        {
            return null;
        }

        var (last, value) = points[^1];
        var ratio = value / mean - 1;
        var key =
            Math.Abs(ratio) < Near ? "near"
            : ratio > 0 ? "above"
            : "below";
        return BySource(
            parts.Texts[
                $"trend.{name}.{key}",
                parts.Say(value),
                last.Period.Label,
                Numbers.Percent(Math.Abs(ratio) * 100, 0),
                parts.ItemName(main.Series.Key.Item).ToLowerInvariant()
            ],
            main,
            parts
        );
    }

    /// <summary>Figures printed again and again say that nobody counted.</summary>
    public override IEnumerable<string> Notes(KindParts parts) =>
        parts
            .Series.Select(s => (Name: parts.Name(s), Since: RepeatedSince([.. parts.Points(s).Select(p => p.Point)])))
            .Where(s => s.Since is not null)
            .Select(s => parts.Texts["chart.note.repeated", s.Name, s.Since!]);

    /// <summary>The first year of a run of four or more equal figures that reaches the end of what is in view; null where there is none.</summary>
    internal static string? RepeatedSince(IReadOnlyList<SeriesPoint> points)
    {
        if (points.Count < 4 || points[^1].Value == 0)
        {
            return null;
        }

        var first = points.Count - 1;
        while (first > 0 && points[first - 1].Value == points[^1].Value)
        {
            first--;
        }

        return points.Count - first >= 4 ? points[first].Period.Label : null;
    }

    /// <summary>Imports of the year the borders were closed, beside those of two years before; empty where they did not fall by half or are not in view.</summary>
    private static string Closed(KindParts parts, LabelledSeries main) =>
        parts.Input.Events.FirstOrDefault(e => e.Kind == "borders closed") is { } closed
        && PartialDate.Start(closed.Start)?.Year is { } year
        && year - 2 >= parts.From
        && year <= parts.To
        && main.ValueAt(year) is { } inside
        && main.ValueAt(year - 2) is > 0 and { } before
        && inside < before / 2
            ? parts.Texts[
                "trend.imports-closed",
                parts.Say(before),
                main.Series.At(year - 2)!.Period.Label,
                parts.Say(inside),
                main.Series.At(year)!.Period.Label
            ]
            : "";
}
