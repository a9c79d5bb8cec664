using System.Globalization;
using FoodSecurity.Articles;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Claims;

/// <summary>From an excerpt and the series of every source to one finding per source.</summary>
public static class Findings
{
    /// <summary>One finding per source that the excerpt concerns; empty where nothing that is loaded speaks of it.</summary>
    public static IReadOnlyList<Finding> Of(Excerpt excerpt, AreaEvidence evidence, Texts texts) => excerpt.Target.Subject switch
    {
        "production" => Production(excerpt, evidence, texts),
        "shortage" => Shortage(excerpt, evidence, texts),
        "imports" => Imports(excerpt, evidence, texts),
        "uncovered-deficit" => Deficit(excerpt, evidence, texts),
        _ => [],
    };

    private static List<Finding> Production(Excerpt excerpt, AreaEvidence evidence, Texts texts)
    {
        var year = PartialDate.Start(excerpt.Target.To)?.Year ?? 0;
        var claimed = excerpt.Relation switch { "rise" => 1, "fall" => -1, _ => 0 };
        return [.. evidence.Output.Select(source =>
        {
            var point = source.Series.At(year);
            if (point?.Value is not { } value)
            {
                return Silent(source, year, texts);
            }

            var sentence = new List<Phrase> { new(source.Source + ": "), Number(source, point) };
            var before = source.Series.At(year - 1);
            if (YearOnYear.At(source.Series, year) is not { } change)
            {
                sentence.Add(new(texts["finding.in-year", point.Period.Label]));
                return new Finding(source.Source, source.Key, claimed == 0 ? FindingOutcome.Shown : FindingOutcome.Silent, sentence);
            }

            sentence.Add(new(texts["finding.change", point.Period.Label, Numbers.Change(change)]));
            sentence.Add(new(before!.Period.Label, TraceAddress.Of(source.Series, before)));
            sentence.AddRange(Crops(evidence, source, year, texts));
            var outcome = claimed == 0 ? FindingOutcome.Shown : EstimateError.Remote.Direction(before.Value!.Value, value, claimed);
            return new Finding(source.Source, source.Key, outcome, sentence);
        })];
    }

    /// <summary>Which crops of the total moved and which are the figure of the year before, printed again.</summary>
    private static List<Phrase> Crops(AreaEvidence evidence, LabelledSeries source, int year, Texts texts)
    {
        var moved = new List<Phrase>();
        var repeated = new List<string>();
        foreach (var crop in evidence.Crops.Where(c => c.Key == source.Key))
        {
            if (YearOnYear.At(crop.Series, year) is not { } change || crop.Series.At(year)?.Value is not > 0)
            {
                continue;
            }

            if (change == 0)
            {
                repeated.Add(crop.Counts);
            }
            else
            {
                moved.Add(new(moved.Count == 0 ? texts["finding.crops-first"] : texts["list.comma"]));
                moved.Add(new(crop.Counts + " "));
                moved.Add(new(Numbers.Change(change), TraceAddress.Of(crop.Series, crop.Series.At(year)!)));
            }
        }

        if (repeated.Count > 0)
        {
            moved.Add(new(texts.Count("finding.repeated", repeated.Count, texts.List(repeated))));
        }

        return moved;
    }

    private static List<Finding> Shortage(Excerpt excerpt, AreaEvidence evidence, Texts texts)
    {
        int from = PartialDate.Start(excerpt.Target.From)?.Year ?? 0, to = PartialDate.End(excerpt.Target.To)?.Year ?? 9999;
        var findings = new List<Finding>();
        foreach (var source in evidence.Output)
        {
            var inside = source.Series.Points.Where(p => p.Value is > 0 && p.Period.Year >= from && p.Period.Year <= to).ToList();
            if (inside.Count < 5)
            {
                continue;
            }

            var low = inside.MinBy(p => p.Value)!;
            var high = inside.Where(p => p.Period.Year <= low.Period.Year).MaxBy(p => p.Value)!;
            if (high == low)
            {
                continue;
            }

            findings.Add(new Finding(source.Source, source.Key, FindingOutcome.Shown,
            [
                new(source.Source + ": "), Number(source, high), new(texts["finding.fell-from", high.Period.Label]), Number(source, low),
                new(texts["finding.fell-to", low.Period.Label, Numbers.Change(low.Value!.Value / high.Value!.Value - 1)]),
            ]));
        }

        var deaths = evidence.Events.Where(e => e.Kind == "famine excess deaths").ToList();
        if (deaths.Count > 0)
        {
            var low = (decimal)deaths.Min(e => e.Lower ?? e.Value ?? double.MaxValue);
            var high = (decimal)deaths.Max(e => e.Upper ?? e.Value ?? 0);
            findings.Add(new Finding(texts["source.estimates"], "events", FindingOutcome.Shown,
                [new(texts["finding.deaths", Numbers.Fixed(low / 1_000_000m, 2), Numbers.Fixed(high / 1_000_000m, 1), deaths.Count])]));
        }

        return findings;
    }

    private static List<Finding> Imports(Excerpt excerpt, AreaEvidence evidence, Texts texts)
    {
        int from = PartialDate.Start(excerpt.Target.From)?.Year ?? 0, to = PartialDate.End(excerpt.Target.To)?.Year ?? 9999;
        var findings = new List<Finding>();
        foreach (var source in evidence.Imports)
        {
            var points = source.Series.Points.Where(p => p.Value is not null).ToList();
            var before = points.LastOrDefault(p => p.Period.Year == from - 2) ?? points.LastOrDefault(p => p.Period.Year < from);
            var inside = points.Where(p => p.Period.Year >= from && p.Period.Year <= to).ToList();
            var after = points.LastOrDefault(p => p.Period.Year > to && p.Status != ObservationStatus.Forecast);
            if (before is null || inside.Count == 0)
            {
                continue;
            }

            var low = inside.MinBy(p => p.Value)!;
            var sentence = new List<Phrase>
            {
                new(source.Source + ", " + source.Counts + ": "), Number(source, before), new(texts["finding.before", before.Period.Label]), Number(source, low),
                new(texts["finding.lowest-inside", low.Period.Label]),
            };
            if (after is not null)
            {
                sentence.Add(new(texts["list.comma"]));
                sentence.Add(Number(source, after));
                sentence.Add(new(texts["finding.in-year", after.Period.Label]));
            }

            findings.Add(new Finding(source.Source, source.Key, FindingOutcome.Shown, sentence));
        }

        return findings;
    }

    private static List<Finding> Deficit(Excerpt excerpt, AreaEvidence evidence, Texts texts)
    {
        var last = PartialDate.End(excerpt.Target.To)?.Year ?? 9999;
        var known = evidence.Deficits.Where(d => d.Published.Period.Year <= last).ToList();
        if (evidence.Deficit is not { } source || known.Count == 0)
        {
            return [];
        }

        var short_ = known.Where(d => d.Published.Value > 0).ToList();
        var end = known[^1].Published;
        var sentence = new List<Phrase>
        {
            new(texts["finding.deficits", source.Source, short_.Count, known.Count, known[0].Published.Period.Label, end.Period.Label]),
            Number(source, end), new(texts["finding.deficit-last", end.Period.Label]),
        };
        var outcome = short_.Count * 10 >= known.Count * 8 ? FindingOutcome.Supports : FindingOutcome.Close;
        return [new Finding(source.Source, source.Key, outcome, sentence)];
    }

    private static Finding Silent(LabelledSeries source, int year, Texts texts)
    {
        var last = source.Series.Last;
        var text = last is null || last.Period.Year > year
            ? texts["finding.silent", source.Source, year.ToString(CultureInfo.InvariantCulture)]
            : texts["finding.silent-after", source.Source, last.Period.Label];
        return new Finding(source.Source, source.Key, FindingOutcome.Silent, [new(text)]);
    }

    private static Phrase Number(LabelledSeries source, SeriesPoint point) =>
        new(Numbers.Mass(point.Value!.Value * source.Factor), TraceAddress.Of(source.Series, point));
}
