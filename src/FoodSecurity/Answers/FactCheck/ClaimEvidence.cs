using FoodSecurity.Answers.Datasets;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>From a claim to the evidence of every source: which series measure it, on which basis, with which error and which doubts.</summary>
internal sealed class ClaimEvidence(Archive archive, Lineage lineage, AreaFigures figures, ErrorChoice choice)
{
    private static readonly HashSet<string> Totals = ["cereals", "food-crops"];

    /// <summary>Measures of fields: each crop has its own, and none is a total of all.</summary>
    private static readonly HashSet<string> Harvests = ["area-harvested", "area-planted", "yield", "losses"];

    private readonly CheckTables _tables = CheckTables.Of(archive);
    private readonly Vocabulary _words = archive.Words;
    private readonly SeriesEvidence _series = new(archive, choice);
    private readonly ShortageEvidence _shortages = new(archive, figures, choice, new SeriesEvidence(archive, choice));

    public IReadOnlyList<Evidence> Of(Claim claim)
    {
        claim = RatioEvidence.AsLevel(claim);
        if (IndicatorMeasures.Of(archive, claim) is not { } measure)
        {
            return [];
        }

        var found = measure.Kind switch
        {
            MeasureKind.Total => Total(measure, claim),
            MeasureKind.Deficit => _shortages.Deficits(),
            MeasureKind.Famine =>
            [
                .. _shortages.Deaths(),
                .. Total(measure with { Kind = MeasureKind.Total }, claim)
                    .Where(e => e.Role == EvidenceRole.Subject)
                    .Select(e => e with { Role = EvidenceRole.Context }),
            ],
            MeasureKind.Deaths => _shortages.Deaths(),
            MeasureKind.Ratio => Ratios(claim),
            _ => Plain(measure, claim),
        };
        if (measure.Element == "import-quantity")
        {
            found = [.. found, .. found.Where(e => e.Role == EvidenceRole.Subject).Select(e => e with { Role = EvidenceRole.Context })];
        }

        return Grouped(found, measure.Element, claim);
    }

    /// <summary>Each source's total, and its crops as parts; a claim against another source takes that one's total as what it is compared with.</summary>
    private List<Evidence> Total(IndicatorMeasure measure, Claim claim)
    {
        var own = figures
            .Series.Where(s =>
                s.Key.Element == measure.Element && s.Key.Dimension("statement").Length == 0 && s.Key.Dimension("estimator").Length == 0
            )
            .ToList();
        var grains = own.Where(s => _words.Datasets[s.Key.Dataset].Cereals == CerealsFrom.Grains && s.Key.Basis != "paddy").ToList();
        var totals = own.Where(s =>
                Totals.Contains(s.Key.Item) && s.Key.Dimensions.Length == 0 && (measure.Item.Length == 0 || s.Key.Item == measure.Item)
            )
            .ToList();
        if (grains.Count > 0 && GrainsTotal.Sum(grains) is { } sum)
        {
            totals.Add(sum);
        }

        var evidence = new List<Evidence>();
        foreach (var dataset in totals.GroupBy(s => s.Key.Dataset))
        {
            var main = dataset
                .OrderBy(s => s.Key.Item == "food-crops" ? 0 : 1)
                .ThenBy(s => s.Key.Basis == "cereal-equivalent-paddy" ? 1 : 0)
                .First();
            evidence.Add(_series.Make(main, EvidenceRole.Subject, own));
            evidence.AddRange(
                own.Where(s =>
                        s.Key.Dataset == dataset.Key
                        && !Totals.Contains(s.Key.Item)
                        && s.Key.Dimensions.Length == 0
                        && !(s.Key.Item == "rice" && s.Key.Basis == "paddy" && _words.Datasets[s.Key.Dataset].Cereals == CerealsFrom.Grains)
                        && _words.Items.GetValueOrDefault(s.Key.Item)?.Kind is "crop" or "aggregate"
                        && s.Points.Any(p => p.Value is > 0)
                    )
                    .Select(s => Crop(_series.Make(s, EvidenceRole.Part, own)))
            );
        }

        return evidence;
    }

    /// <summary>Ratios of one crop, or of all cereals, source by source.</summary>
    private List<Evidence> Ratios(Claim claim)
    {
        var byElement = RatioEvidence.Elements.ToDictionary(
            e => e,
            e =>
                (
                    claim.Item is { Length: > 0 } item and not "cereals"
                        ? Plain(new IndicatorMeasure(MeasureKind.Plain, e, item), claim)
                        : Total(new IndicatorMeasure(MeasureKind.Total, e, "cereals"), claim)
                )
                    .Where(s => s.Role == EvidenceRole.Subject)
                    .GroupBy(s => s.Dataset)
                    .ToDictionary(g => g.Key, g => g.First())
        );
        return
        [
            .. byElement["production"]
                .Values.Select(p =>
                    RatioEvidence.Of(
                        claim.Indicator,
                        p,
                        byElement["import-quantity"].GetValueOrDefault(p.Dataset),
                        byElement["export-quantity"].GetValueOrDefault(p.Dataset)
                    )
                )
                .Where(e => e is not null)
                .Select(e => e!),
        ];
    }

    private static Evidence Crop(Evidence part) => part with { Facets = new Dictionary<string, string>(part.Facets) { ["part"] = "crop" } };

    private List<Evidence> Plain(IndicatorMeasure measure, Claim claim)
    {
        var item = claim.Item is { Length: > 0 } named ? named : measure.Item;
        var series = figures.Series.Where(s =>
            s.Key.Element == measure.Element
            && (item.Length == 0 || s.Key.Item == item || IsPriced(s.Key, item))
            && !s.IsEmpty
            && s.Key.Dimension("statement").Length == 0
        );
        if (measure.Element.EndsWith("in-phase", StringComparison.Ordinal))
        {
            return InPhase(claim, [.. series]);
        }

        if (item.Length == 0 && Harvests.Contains(measure.Element))
        {
            // A sentence that does not say of which crop is held against none: one crop does not speak for all.
            return
            [
                .. series
                    .GroupBy(s => s.Key.Dataset)
                    .Select(g =>
                        _series.Make(g.First(), EvidenceRole.Subject, []) with
                        {
                            Name = "",
                            Counts = "",
                            Figures = [],
                            ClosedBecause = archive.Texts["claims.which-crop"],
                            ClosedBy = Gate.Count,
                        }
                    ),
            ];
        }

        // Of several bases the milled one comes first, as the press counts rice; of several places, none speaks for the country.
        return
        [
            .. series
                .GroupBy(s => s.Key.Dataset)
                .SelectMany(g =>
                {
                    if (measure.Element == "price" && g.Any(s => s.Key.Dimension("market").Length > 0))
                    {
                        return new MarketPrices(_words, archive.Texts, (s, role) => _series.Make(s, role, [])).Of(claim, [.. g], item);
                    }

                    var form = claim.Facets.GetValueOrDefault("rice-form") == "paddy" ? "paddy" : "milled";
                    var national = g.Where(s => s.Key.Dimension("market").Length == 0)
                        .OrderBy(s => s.Key.Dimensions.Length)
                        .ThenBy(s => (s.Key.Basis == "paddy") == (form == "paddy") ? 0 : 1)
                        .ToList();
                    return national.Count > 0
                        ? national
                            .Take(3)
                            .Select(
                                (s, i) =>
                                    i > 0 && IsOtherForm(national[0].Key, s.Key)
                                        ? _series.Make(s, EvidenceRole.Part, figures.Series) with
                                        {
                                            Name = _series.Counts(s.Key),
                                            IsOtherForm = true,
                                        }
                                        : _series.Make(s, EvidenceRole.Subject, figures.Series)
                            )
                        : g.Take(3).Select(s => _series.Make(s, EvidenceRole.Part, figures.Series));
                }),
        ];
    }

    /// <summary>People in a phase: of the country, or of the areas of an analysis that the sentence names. An area that was not analysed has no figure.</summary>
    private List<Evidence> InPhase(Claim claim, IReadOnlyList<TimeSeries> series)
    {
        var phase = claim.Facets.GetValueOrDefault("phase") ?? "3+";
        var places = claim.Scope.Where(s => s.Kind == ClaimScopeKind.Place).Select(s => s.Text).ToList();
        return
        [
            .. series
                .Where(s => s.Key.Dimension("phase") == phase)
                .Where(s =>
                    places.Count == 0
                        ? s.Key.Dimension("level1").Length == 0 && s.Key.Dimension("area").Length == 0
                        : places.Any(p => IsPlace(p, s.Key))
                )
                .Take(3)
                // Several analyses of one time: of these the one that fits votes, the others are shown beside it.
                .Select(
                    (s, i) =>
                        _series.Make(s, i == 0 ? EvidenceRole.Subject : EvidenceRole.Part, figures.Series) with
                        {
                            Scope = [.. places.Where(p => IsPlace(p, s.Key))],
                            IsOtherForm = i > 0,
                        }
                ),
        ];
    }

    /// <summary>"Turkana county" is the area Turkana.</summary>
    private static bool IsPlace(string said, SeriesKey key) =>
        new[] { key.Dimension("area"), key.Dimension("level1") }.Any(name =>
            name.Length > 0 && said.Split(' ', ',').Any(word => word.Equals(name, StringComparison.OrdinalIgnoreCase))
            || (name.Contains(' ', StringComparison.Ordinal) && said.Contains(name, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>The same crop of the same source in another form, as rice as paddy beside rice milled: it says the same again.</summary>
    private static bool IsOtherForm(SeriesKey first, SeriesKey other) =>
        first.Item == other.Item && first.Dimensions == other.Dimensions && first.Basis != other.Basis;

    /// <summary>Markets price kinds of a food: white maize, coarse rice.</summary>
    private bool IsPriced(SeriesKey key, string item) =>
        key.Element == "price" && key.Dimension("market").Length > 0 && _words.Items.GetValueOrDefault(key.Item)?.Parent == item;

    /// <summary>One vote per group of sources that pass one another's figures on; the origin stands before those who pass it on.</summary>
    private List<Evidence> Grouped(List<Evidence> found, string element, Claim claim)
    {
        var groups = lineage.IndependentGroups(found.Where(e => e.Dataset != "events").Select(e => e.Dataset), element);
        var of = groups.SelectMany(g => g.Select(d => (Dataset: d, Group: g[0]))).ToDictionary(g => g.Dataset, g => g.Group);
        return
        [
            .. found
                .Select(e =>
                    e with
                    {
                        Group = of.GetValueOrDefault(e.Dataset, e.Group),
                        Doubts = Borrowed(e, claim),
                        Role =
                            claim.Against is { Length: > 0 } against
                            && (e.Provider == against || e.Dataset == against)
                            && e.Role == EvidenceRole.Subject
                                ? EvidenceRole.Against
                                : e.Role,
                    }
                )
                .OrderBy(e => lineage.LinksOf(e.Dataset, element).Count),
        ];
    }

    /// <summary>Where the area of a crop equals another source's, rounded as printed, that is said of every figure that rests on it.</summary>
    private List<string> Borrowed(Evidence evidence, Claim claim)
    {
        var doubts = new List<string>();
        foreach (var row in _tables.Borrowed.Where(b => b.Dataset == evidence.Dataset && b.Area == evidence.Area && evidence.IsHarvest))
        {
            if (evidence.Role == EvidenceRole.Part && evidence.Item != row.Item)
            {
                continue;
            }

            var area = figures.Series.FirstOrDefault(s =>
                s.Key.Dataset == row.Dataset && s.Key.Item == row.Item && s.Key.Element == row.Element
            );
            foreach (
                var printed in figures.Events.Where(e =>
                    e.Kind == row.EventKind
                    && PartialDate.Start(e.Start)?.Year == PartialDate.Start(claim.Period?.From)?.Year
                    && e.Value is > 0
                )
            )
            {
                var point = area?.At(PartialDate.Start(printed.Start)!.Value.Year);
                if (
                    point?.Value is { } held
                    && (figures.AsOf is null || PartialDate.End(printed.PublishedOn) <= figures.AsOf)
                    && held == Math.Round((decimal)printed.Value!.Value / _series.Factor(area!), 0, MidpointRounding.AwayFromZero)
                )
                {
                    doubts.Add(
                        archive.Texts[
                            "doubt.borrowed",
                            _words.Elements[row.Element].Name.ToLowerInvariant(),
                            _series.ItemName(row.Item),
                            Wording.Numbers.Fixed(held * _series.Factor(area!), 0) + " ha",
                            printed.Source,
                            Wording.Numbers.Fixed((decimal)printed.Value!.Value, 0) + " ha"
                        ]
                    );
                }
            }
        }

        return doubts;
    }
}
