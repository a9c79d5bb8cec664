using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Indicators;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>The uncovered cereal deficit as published, each year set against its own published parts; years without a balance keep their place.</summary>
internal sealed class DeficitWords : MeasureWords
{
    /// <summary>From this difference on, in the published unit (thousand tonnes), the parts are said beside the published figure.</summary>
    private const decimal Worth = 3m;

    public override IReadOnlyList<string> Beside { get; } =
    ["import-requirement", "commercial-imports", "concessional-imports", "food-aid"];

    public override bool SpeaksOf(IReadOnlyList<LabelledSeries> series) => AreOf(series, "uncovered-deficit") && series.Count == 1;

    public override string Heading(KindParts parts)
    {
        var shown = parts.Points(parts.Series[0]).ToList();
        return parts.Texts[
            "chart.deficit.heading",
            shown.Count(p => p.Value > 0),
            shown.Count,
            shown[0].Point.Period.Label,
            shown[^1].Point.Period.Label
        ];
    }

    public override IEnumerable<string> Notes(KindParts parts)
    {
        var t = parts.Texts;
        var deficit = parts.Series[0];
        var shown = parts.Points(deficit).Select(p => p.Point).ToList();
        var years = shown.Select(p => p.Period.Year).ToHashSet();
        var without = Enumerable
            .Range(parts.From, parts.To - parts.From + 1)
            .Where(y => !years.Contains(y))
            .Select(y => KindParts.ShortPeriod(y, shown[0].Period))
            .ToList();
        if (without.Count > 0)
        {
            yield return t["chart.deficit.gaps", t.List(without)];
        }

        if (shown[^1] == deficit.Series.Last)
        {
            yield return t["chart.deficit.end", shown[^1].Period.Label];
        }

        foreach (
            var y in CerealDeficit
                .Reconcile([deficit.Series, .. parts.Input.Beside.Select(b => b.Series)])
                .Where(y => years.Contains(y.Published.Period.Year) && y.Difference is { } d && Math.Abs(d) >= Worth)
        )
        {
            yield return t[
                y.Requirement!.IsDerived ? "chart.deficit.parts-derived" : "chart.deficit.parts",
                y.Published.Period.Label,
                Thousand(y.Published.Value!.Value * deficit.Factor),
                Thousand(y.FromParts!.Value * deficit.Factor)
            ];
        }

        if (shown.Where(p => p.IsDerived).Select(p => p.Period.Label).ToList() is { Count: > 0 } derived)
        {
            yield return t["chart.deficit.derived", t.List(derived)];
        }
    }

    private static string Thousand(decimal tonnes) => Numbers.Fixed(tonnes / 1000m, tonnes % 1000m == 0 ? 0 : 1);
}
