using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts;

/// <summary>Prevalence of undernourishment, three-year means; editions and republishers stay apart and are never chained.</summary>
public static class UndernourishmentChart
{
    public const string Id = "undernourishment";

    public static CountryChart? Build(CountryChartInput input, IReadOnlyList<LabelledSeries> editions)
    {
        editions = [.. editions.Where(s => !s.Series.IsEmpty)];
        if (editions.Count == 0)
        {
            return null;
        }

        var t = input.Texts;
        int from = Math.Max(input.From ?? int.MinValue, editions.Min(s => s.Series.First!.Period.Year)),
            to = Math.Min(input.To ?? int.MaxValue, editions.Max(s => s.Series.Last!.Period.Year));
        from = Math.Min(from, to - 1);
        var lines = editions
            .Select(s => SpecParts.Line(s, ChartUnit.Percent, from, to, 99m, t) with { Key = s.Key + "-" + s.Counts })
            .ToList();
        var main = editions[0];
        var last = main.Series.Last!;
        var silent = main.Series.Points.LastOrDefault(p => p.Value is null && p.Period.Start > last.Period.Start);
        var figure = SpecParts.Bound(last) + Numbers.Percent(last.Value!.Value);
        var heading = silent is null
            ? t["chart.undernourishment.heading", figure, last.Period.Label]
            : t["chart.undernourishment.heading-silent", figure, last.Period.Label];
        var notes = new List<string> { t["chart.undernourishment.mean"] };
        if (silent is not null)
        {
            notes.Add(t["chart.undernourishment.silent", last.Period.Label, main.Label]);
        }

        if (editions.Any(e => e.Key == "wb-wdi"))
        {
            notes.Add(t["chart.undernourishment.wdi"]);
        }

        if (editions.Any(e => e.Key == "wb-wdi" && e.Series.Points.Any(p => p.ValueText == "2.5" && p.Bound == ValueBound.Exact)))
        {
            notes.Add(t["chart.undernourishment.wdi-below"]);
        }

        if (editions.Select(e => e.Key).Distinct().Count() < editions.Count)
        {
            notes.Add(t["chart.undernourishment.editions"]);
        }

        if (editions.Any(e => e.Series.Points.Any(p => p.Bound == ValueBound.LessThan)))
        {
            notes.Add(t["chart.undernourishment.below"]);
        }

        var spec = new ChartSpec
        {
            Id = Id,
            Title = t["chart.title", input.Area.Name, heading],
            Subtitle = t[
                "chart.undernourishment.subtitle",
                editions.Min(s => s.Series.First!.Period.Label) ?? "",
                editions.Max(s => s.Series.Last!.Period.Label) ?? ""
            ],
            AltText = AltText.Of(input.Area.Name, heading, editions, ChartUnit.Percent, 99m, from, to, t),
            Unit = "%",
            From = from - 1,
            To = to + 1,
            Lines = lines,
            Notes = notes,
            SourceLine = "",
        };
        spec = SpecParts.Annotate(spec, input.About("shortage", "undernourishment"), (a, year) =>
            SpecParts.PinOnLine(lines, editions, a, year)
        );
        return new CountryChart(Id, heading, input.Finish(spec, editions), editions);
    }
}
