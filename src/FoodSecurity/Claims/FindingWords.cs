using System.Globalization;
using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Claims;

/// <summary>Findings in words: every number with its trace, every closed gate with its reason.</summary>
internal sealed class FindingWords(Texts t, DateOnly? asOf = null)
{
    /// <summary>So many ingredients of a mean are named one by one; of more, the first and the last.</summary>
    private const int MostNamed = 5;

    public string OpenPeriod => t["gate.open-period"];

    public string BroadlyInLine => t["measure.broadly"];

    public string OwnBase(Figure figure) => t["gate.own-base", figure.Period.Label];

    public string IsPart(string part) => t["gate.part", part];

    public string LargerThanWhole(string part) => t["measure.larger-than-whole", part];

    public string CountsElse(string source, string claim) => t["gate.counts-else", source, claim];

    public string AcrossCounts(string source, string claim) => t["measure.across-counts", source, claim];

    public string Place(int place, int of, int claimed) => t["measure.place", place, of, claimed];

    public string WhichYears => t["gate.which-years"];

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

    public string UnstatedStart => t["doubt.unstated-start"];

    public string HarvestYear(Figure figure, int year) =>
        t["doubt.harvest-year", figure.Period.Label, year.ToString(CultureInfo.InvariantCulture)];

    public IReadOnlyList<Phrase> Value(Evidence evidence, Figure figure) =>
        [.. Dated(evidence, figure), .. figure.Note.Length > 0 ? [new Phrase(" (" + figure.Note + ")")] : Array.Empty<Phrase>()];

    public IReadOnlyList<Phrase> Change(Evidence evidence, Figure before, Figure now)
    {
        var sentence = new List<Phrase> { new(t["claim.after"]) };
        sentence.InsertRange(0, Dated(evidence, now));
        sentence.AddRange(Dated(evidence, before));
        if (before.Value > 0)
        {
            sentence.Add(new(t["claim.change", Numbers.Change(now.Value / before.Value - 1)]));
        }

        return sentence;
    }

    /// <summary>A figure with its period; a mean says so and names what it is the mean of.</summary>
    private IReadOnlyList<Phrase> Dated(Evidence evidence, Figure figure) =>
        figure.Parts.Count == 0
            ?
            [
                new(figure.IsMedian ? t["claim.median-of"] : ""),
                Number(evidence, figure),
                new(t["finding.in-year", figure.Period.Kind == PeriodKind.Month ? Dates.Long(figure.Period.Label) : figure.Period.Label]),
            ]
            :
            [
                new(t["claim.mean"]),
                Number(evidence, figure),
                new(t["claim.mean-of", figure.Period.Label]),
                .. figure.Parts.Count <= MostNamed
                    ? figure.Parts.SelectMany((p, i) => new[] { new Phrase(i == 0 ? "" : t["list.comma"]), Number(evidence, p) })
                    :
                    [
                        new(t["claim.mean-first", figure.Parts.Count]),
                        Number(evidence, figure.Parts[0]),
                        new(t["claim.mean-to"]),
                        Number(evidence, figure.Parts[^1]),
                    ],
                new(t["claim.mean-end"]),
            ];

    public IReadOnlyList<Phrase> Often(Evidence evidence, IReadOnlyList<Figure> known, int count, int sign)
    {
        var sentence = new List<Phrase>
        {
            new(t[sign > 0 ? "claim.deficits" : "claim.surpluses", count, known.Count, known[0].Period.Label, known[^1].Period.Label]),
        };
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
        [
            .. Value(evidence, now),
            new(t["claim.average", Say(mean, evidence.Unit), before.Count, before[0].Period.Label, before[^1].Period.Label]),
        ];

    public IReadOnlyList<Phrase> Rank(Evidence evidence, Figure now, Figure rival, bool high, int holes)
    {
        var sentence = new List<Phrase>(Value(evidence, now))
        {
            new(t[high ? "claim.highest" : "claim.lowest"]),
            Number(evidence, rival),
            new(t["finding.in-year", rival.Period.Label]),
        };
        if (holes > 0)
        {
            sentence.Add(new(t.Count("claim.holes", holes)));
        }

        return sentence;
    }

    public IReadOnlyList<Phrase> Pair(Evidence a, Figure first, Evidence b, Figure second, decimal difference) =>
        [
            new(a.Source + " "),
            Number(a, first),
            new(t["finding.in-year", first.Period.Label] + t["claim.beside"] + b.Source + " "),
            Number(b, second),
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
        return after is null
            ? sentence
            : [.. sentence, new(t["list.comma"]), Number(evidence, after), new(t["finding.in-year", after.Period.Label])];
    }

    /// <summary>The measures behind an outcome: "the logarithm changed by 0.066, 0.050 needed".</summary>
    public string Measures(IReadOnlyList<Aspect> aspects, string unit) => string.Join("; ", aspects.Select(a => Measure(a, unit)));

    private string Measure(Aspect a, string unit)
    {
        var words = a.Kind switch
        {
            AspectKind.Direction => Direction(a),
            AspectKind.Change when a.Tolerance == 0 => t[
                "measure.change-exact",
                Size(a.Measured, a.Unit),
                Size(a.Needed, a.Unit),
                Size(a.Deviation, a.Unit)
            ],
            AspectKind.Level when a.Tolerance == 0 => t[
                "measure.level-exact",
                Say(a.Measured, unit),
                Say(a.Needed, unit),
                Say(a.Deviation, unit)
            ],
            AspectKind.Change => t[
                "measure.change",
                Size(a.Measured, a.Unit),
                Size(a.Needed, a.Unit),
                Size(a.Tolerance, a.Unit),
                Size(a.Deviation, a.Unit)
            ],
            AspectKind.Months => t["measure.months", Numbers.Fixed(a.Measured, 2), Numbers.Fixed(a.Needed, 1)],
            AspectKind.Existence => t["measure.existence", Say(a.Measured, unit), Say(a.Deviation, unit)],
            AspectKind.Level => t[
                "measure.level",
                Say(a.Measured, unit),
                Say(a.Needed, unit),
                Say(a.Tolerance, unit),
                Say(a.Deviation, unit)
            ],
            _ => t["measure.difference", Say(a.Measured, unit), Say(a.Deviation, unit)],
        };
        return a.Slip is { } slip ? words + t["measure.slip", t[$"slip.{slip.Code}"]] : words;
    }

    /// <summary>The change against the least that two estimates can tell, both in per cent, since that is how readers know changes.</summary>
    private string Direction(Aspect a)
    {
        if (a.IsUnknown)
        {
            return t["measure.no-change"];
        }

        string Percent(decimal logarithm) =>
            Numbers.Percent(100 * Math.Abs((decimal)Math.Exp((double)(a.Measured < 0 ? -logarithm : logarithm)) - 1));
        var least = Percent(a.Needed);
        return a.Needed == 0 ? t["measure.exact"]
            : Math.Abs(a.Measured) >= a.Needed ? t["measure.beyond", least]
            : a.Outcome == FindingOutcome.Supports ? t["measure.none", Percent(a.Needed / 2)]
            : t["measure.within", least];
    }

    private string Size(decimal value, string unit) =>
        unit switch
        {
            "percent" => Numbers.Percent(value, value is > -0.1m and < 0.1m && value != 0 ? 2 : 1),
            "times" => t["unit.times", Numbers.Fixed(value, 2)],
            _ => Say(value, unit),
        };

    public string Conversion(ConversionStep step, string unit) =>
        t[
            "claim.conversion",
            step.Label,
            Say(step.Before, unit),
            Form(step.FromForm),
            Say(step.After, unit),
            Form(step.ToForm),
            step.Factor.ToString("0.####", CultureInfo.InvariantCulture),
            step.Citation
        ];

    public Phrase Number(Evidence evidence, Figure figure) =>
        new(figure.IsRange ? Range(figure, evidence.Unit) : Say(figure.Value, evidence.Unit), figure.Trace);

    /// <summary>"240,000 to 420,000 people": the unit once, where both ends have the same.</summary>
    private string Range(Figure figure, string unit)
    {
        string low = Say(figure.Low, unit),
            high = Say(figure.High, unit);
        var (cut, other) = (low.IndexOf(' ', StringComparison.Ordinal), high.IndexOf(' ', StringComparison.Ordinal));
        return t["claim.range", cut > 0 && other > 0 && low[cut..] == high[other..] ? low[..cut] : low, high];
    }

    public string Say(decimal value, string unit) =>
        unit switch
        {
            "t" => Numbers.Mass(value),
            "percent" => Numbers.Percent(value),
            "people" => Math.Abs(value) >= 1_000_000
                ? t["unit.million-people", Numbers.Fixed(value / 1_000_000m, 2)]
                : t["unit.people", Numbers.Fixed(value, 0)],
            "ha" => t["unit.hectares", Numbers.Fixed(value, 0)],
            "t-per-ha" => t["unit.tonnes-per-hectare", Numbers.Fixed(value, 2)],
            _ => Numbers.Fixed(value, Numbers.DecimalsFor(value)) + " " + unit,
        };

    private string Form(string form) =>
        form == "paddy" ? t["form.paddy"]
        : form.StartsWith("milled-", StringComparison.Ordinal) ? t["form.milled", form["milled-".Length..]]
        : form;

    private string Facet(string facet) => t[$"facet.{facet}"];

    internal static string Named((DateOnly From, DateOnly To) period, string kind)
    {
        var invariant = CultureInfo.InvariantCulture;
        return kind == "marketing-year" ? Period.MarketingYear(period.From.Year, null).Label
            : period.From is { Month: 1, Day: 1 } && period.To is { Month: 12, Day: 31 }
                ? period.From.Year == period.To.Year ? period.From.Year.ToString(invariant)
                    : string.Create(invariant, $"{period.From.Year}–{period.To.Year}")
            : period.From.Day == 1 && period.To == period.From.AddMonths(1).AddDays(-1)
                ? Dates.Long(period.From.ToString("yyyy-MM", invariant))
            : $"{Dates.Long(period.From)} to {Dates.Long(period.To)}";
    }
}
