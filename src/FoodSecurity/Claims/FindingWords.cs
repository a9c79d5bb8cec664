using System.Globalization;
using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Claims;

/// <summary>Findings in words: every number with its trace, every closed gate with its reason.</summary>
internal sealed class FindingWords(Texts t, DateOnly? asOf = null)
{
    public string OpenPeriod => t["gate.open-period"];

    public string FamineReason => t["measure.famine"];

    public string OtherArea(Evidence evidence) => t["gate.area", evidence.Area];

    public string NoFigures(Evidence evidence) => t["gate.no-figures", evidence.Source];

    public string NoFigure(Evidence evidence, (DateOnly From, DateOnly To) period, string kind)
    {
        var asked = Named(period, kind);
        var near = evidence.Figures.FirstOrDefault(f => f.Period.Start <= period.To && f.Period.End >= period.From);
        return evidence.Last is not { } last ? t["gate.no-figures", evidence.Source]
            : near is not null ? t["gate.overlap", asked, near.Period.Label]
            : asOf is { } day ? t["gate.not-known", asked, Dates.Long(day)]
            : last.Period.End < period.From ? t["gate.none-after", asked, last.Period.Label]
            : t["gate.no-figure", asked];
    }

    public string NoFigureBefore(Evidence evidence, (DateOnly From, DateOnly To) period) => t["gate.no-figure-before", Named(period, "")];

    public string OtherEditions(Figure a, Figure b) => t["gate.editions", a.Period.Label, b.Period.Label];

    public string OtherRice(string a, string b) => t["gate.rice", Form(a), Form(b)];

    public string NoConversion(string a, string b) => t["gate.no-conversion", Form(a), Form(b)];

    public string OtherFacet(string facet, string a, string b) => t["gate.facet", Facet(facet), a, b];

    public string OtherUnit(ClaimQuantity quantity, Evidence evidence) => t["gate.unit", quantity.Unit, evidence.Unit];

    public string OtherUnits(Evidence a, Evidence b) => t["gate.unit", a.Unit, b.Unit];

    public string TooFewBefore(int found, int wanted) => t["gate.too-few", found, wanted];

    public string MayDiffer(string facet) => t["doubt.facet", Facet(facet)];

    public string Repeated(Evidence evidence, Figure before, Figure now) =>
        t["doubt.repeated", evidence.Counts.Length > 0 ? evidence.Counts : evidence.Source, now.Period.Label, before.Period.Label];

    public IReadOnlyList<Phrase> Value(Evidence evidence, Figure figure) =>
        [Number(evidence, figure), new(t["finding.in-year", figure.Period.Label]), .. figure.Note.Length > 0 ? [new Phrase(" (" + figure.Note + ")")] : Array.Empty<Phrase>()];

    public IReadOnlyList<Phrase> Change(Evidence evidence, Figure before, Figure now)
    {
        var sentence = new List<Phrase> { Number(evidence, now), new(t["finding.in-year", now.Period.Label]), new(t["claim.after"]), Number(evidence, before), new(t["finding.in-year", before.Period.Label]) };
        if (before.Value > 0)
        {
            sentence.Add(new(t["claim.change", Numbers.Change(now.Value / before.Value - 1)]));
        }

        return sentence;
    }

    public IReadOnlyList<Phrase> Often(Evidence evidence, IReadOnlyList<Figure> known, int count, int sign)
    {
        var sentence = new List<Phrase> { new(t[sign > 0 ? "claim.deficits" : "claim.surpluses", count, known.Count, known[0].Period.Label, known[^1].Period.Label]) };
        for (var i = 0; i < known.Count; i++)
        {
            sentence.Add(new(i == 0 ? "" : t["list.comma"]));
            sentence.Add(Number(evidence, known[i]));
            sentence.Add(new(t["finding.in-year", known[i].Period.Label]));
        }

        return sentence;
    }

    public string OftenReason(int times, int ofLast, int beyond, int known) => t["measure.often", times, ofLast, beyond, known];

    public IReadOnlyList<Phrase> Anomaly(Evidence evidence, Figure now, decimal mean, IReadOnlyList<Figure> before) =>
        [.. Value(evidence, now), new(t["claim.average", Say(mean, evidence.Unit), before.Count, before[0].Period.Label, before[^1].Period.Label])];

    public IReadOnlyList<Phrase> Rank(Evidence evidence, Figure now, Figure rival, bool high, int holes)
    {
        var sentence = new List<Phrase>(Value(evidence, now)) { new(t[high ? "claim.highest" : "claim.lowest"]), Number(evidence, rival), new(t["finding.in-year", rival.Period.Label]) };
        if (holes > 0)
        {
            sentence.Add(new(t.Count("claim.holes", holes)));
        }

        return sentence;
    }

    public IReadOnlyList<Phrase> Pair(Evidence a, Figure first, Evidence b, Figure second, decimal difference) =>
    [
        new(a.Source + " "), Number(a, first), new(t["finding.in-year", first.Period.Label] + t["claim.beside"] + b.Source + " "), Number(b, second),
        new(t["finding.in-year", second.Period.Label] + t["claim.difference", Say(difference, a.Unit)]),
    ];

    /// <summary>Before, lowest inside and after: what happened to imports around a closure.</summary>
    public IReadOnlyList<Phrase> Around(Evidence evidence, Figure? before, Figure low, Figure? after)
    {
        var sentence = new List<Phrase>();
        if (before is not null)
        {
            sentence.AddRange([Number(evidence, before), new(t["finding.in-year", before.Period.Label]), new(t["claim.then"])]);
        }

        sentence.AddRange([Number(evidence, low), new(t["finding.in-year", low.Period.Label])]);
        return after is null ? sentence : [.. sentence, new(t["list.comma"]), Number(evidence, after), new(t["finding.in-year", after.Period.Label])];
    }

    /// <summary>The measures behind an outcome: "the logarithm changed by 0.066, 0.050 needed".</summary>
    public string Measures(IReadOnlyList<Aspect> aspects, string unit) => string.Join("; ", aspects.Select(a => Measure(a, unit)));

    private string Measure(Aspect a, string unit)
    {
        var words = a.Kind switch
        {
            AspectKind.Direction => t["measure.direction", Numbers.Fixed(a.Measured, 3), Numbers.Fixed(a.Needed, 3)],
            AspectKind.Change => t["measure.change", Numbers.Fixed(a.Measured, 2), Numbers.Fixed(a.Needed, 2), Numbers.Fixed(a.Tolerance, 2), Numbers.Fixed(a.Deviation, 2)],
            AspectKind.Months => t["measure.months", Numbers.Fixed(a.Measured, 2), Numbers.Fixed(a.Needed, 1)],
            AspectKind.Existence => t["measure.existence", Say(a.Measured, unit), Say(a.Deviation, unit)],
            AspectKind.Level => t["measure.level", Say(a.Measured, unit), Say(a.Needed, unit), Say(a.Tolerance, unit), Say(a.Deviation, unit)],
            _ => t["measure.difference", Say(a.Measured, unit), Say(a.Deviation, unit)],
        };
        return a.Slip is { } slip ? words + t["measure.slip", t[$"slip.{slip.Code}"]] : words;
    }

    public string Conversion(ConversionStep step, string unit) =>
        t["claim.conversion", step.Label, Say(step.Before, unit), Form(step.FromForm), Say(step.After, unit), Form(step.ToForm), step.Factor.ToString("0.####", CultureInfo.InvariantCulture), step.Citation];

    public Phrase Number(Evidence evidence, Figure figure) =>
        new(figure.IsRange ? t["claim.range", Say(figure.Low, evidence.Unit), Say(figure.High, evidence.Unit)] : Say(figure.Value, evidence.Unit), figure.Trace);

    public string Say(decimal value, string unit) => unit switch
    {
        "t" => Numbers.Mass(value),
        "percent" => Numbers.Percent(value),
        "people" => Math.Abs(value) >= 1_000_000 ? t["unit.million-people", Numbers.Fixed(value / 1_000_000m, 2)] : t["unit.people", Numbers.Fixed(value, 0)],
        "ha" => t["unit.hectares", Numbers.Fixed(value, 0)],
        "t-per-ha" => t["unit.tonnes-per-hectare", Numbers.Fixed(value, 2)],
        _ => Numbers.Fixed(value, Numbers.DecimalsFor(value)) + " " + unit,
    };

    private string Form(string form) => form == "paddy" ? t["form.paddy"] : form.StartsWith("milled-", StringComparison.Ordinal) ? t["form.milled", form["milled-".Length..]] : form;

    private string Facet(string facet) => t[$"facet.{facet}"];

    private static string Named((DateOnly From, DateOnly To) period, string kind)
    {
        var invariant = CultureInfo.InvariantCulture;
        return kind == "marketing-year" ? Period.MarketingYear(period.From.Year, null).Label
            : period.From is { Month: 1, Day: 1 } && period.To is { Month: 12, Day: 31 }
                ? period.From.Year == period.To.Year ? period.From.Year.ToString(invariant) : string.Create(invariant, $"{period.From.Year}–{period.To.Year}")
                : string.Create(invariant, $"{period.From:yyyy-MM-dd}/{period.To:yyyy-MM-dd}");
    }
}
