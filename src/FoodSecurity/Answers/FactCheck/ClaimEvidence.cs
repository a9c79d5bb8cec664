using System.Globalization;
using FoodSecurity.Answers.ChartMaker;
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
    /// <summary>Basis whose rice is counted in a form we have a factor for.</summary>
    private static readonly Dictionary<string, string> RiceForms = new()
    {
        ["paddy"] = "paddy",
        ["rice-as-paddy"] = "paddy",
        ["cereal-equivalent-paddy"] = "paddy",
        ["grain-equivalent-rda"] = "milled-0.72",
        ["milled-0.72"] = "milled-0.72",
        ["milled-0.66"] = "milled-0.66",
        ["cereal-equivalent-milled"] = "milled-0.66",
        ["milled-0.667"] = "milled-0.667",
    };

    private static readonly HashSet<string> Harvests = ["production", "area-harvested", "area-planted", "yield", "losses"];
    private static readonly HashSet<string> Rates = ["price", "price-index"];
    private static readonly HashSet<string> Totals = ["cereals", "food-crops"];

    private readonly CheckTables _tables = CheckTables.Of(archive);
    private readonly Vocabulary _words = archive.Words;

    public IReadOnlyList<Evidence> Of(Claim claim)
    {
        if (IndicatorMeasures.Of(archive, claim) is not { } measure)
        {
            return [];
        }

        var found = measure.Kind switch
        {
            MeasureKind.Total => Total(measure, claim),
            MeasureKind.Deficit => Deficits(claim),
            MeasureKind.Famine =>
            [
                .. Deaths(),
                .. Total(measure with { Kind = MeasureKind.Total }, claim)
                    .Where(e => e.Role == EvidenceRole.Subject)
                    .Select(e => e with { Role = EvidenceRole.Context }),
            ],
            MeasureKind.Deaths => Deaths(),
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
        var grains = own.Where(s => s.Key.Dataset == "usda-psd" && s.Key.Basis != "paddy").ToList();
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
            evidence.Add(Make(main, EvidenceRole.Subject, own));
            evidence.AddRange(
                own.Where(s =>
                        s.Key.Dataset == dataset.Key
                        && !Totals.Contains(s.Key.Item)
                        && s.Key.Dimensions.Length == 0
                        && !(s.Key.Item == "rice" && s.Key is { Dataset: "usda-psd", Basis: "paddy" })
                        && _words.Items.GetValueOrDefault(s.Key.Item)?.Kind is "crop" or "aggregate"
                        && s.Points.Any(p => p.Value is > 0)
                    )
                    .Select(s => Make(s, EvidenceRole.Part, own))
            );
        }

        return evidence;
    }

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
            series = series.Where(s =>
                s.Key.Dimension("phase") == "3+" && s.Key.Dimension("level1").Length == 0 && s.Key.Dimension("area").Length == 0
            );
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
                        return new MarketPrices(_words, archive.Texts, (s, role) => Make(s, role, [])).Of(claim, [.. g], item);
                    }

                    var national = g.Where(s => s.Key.Dimension("market").Length == 0)
                        .OrderBy(s => s.Key.Dimensions.Length)
                        .ThenBy(s => s.Key.Basis == "paddy" ? 1 : 0)
                        .ToList();
                    return national.Count > 0
                        ? national
                            .Take(3)
                            .Select(
                                (s, i) =>
                                    i > 0 && IsOtherForm(national[0].Key, s.Key)
                                        ? Make(s, EvidenceRole.Part, figures.Series) with
                                        {
                                            Name = Counts(s.Key),
                                        }
                                        : Make(s, EvidenceRole.Subject, figures.Series)
                            )
                        : g.Take(3).Select(s => Make(s, EvidenceRole.Part, figures.Series));
                }),
        ];
    }

    /// <summary>The same crop of the same source in another form, as rice as paddy beside rice milled: it says the same again.</summary>
    private static bool IsOtherForm(SeriesKey first, SeriesKey other) =>
        first.Item == other.Item && first.Dimensions == other.Dimensions && first.Basis != other.Basis;

    /// <summary>Markets price kinds of a food: white maize, coarse rice.</summary>
    private bool IsPriced(SeriesKey key, string item) =>
        key.Element == "price" && key.Dimension("market").Length > 0 && _words.Items.GetValueOrDefault(key.Item)?.Parent == item;

    /// <summary>Published deficits; each with the error of a difference of production and use, where these are published too.</summary>
    private List<Evidence> Deficits(Claim claim)
    {
        var balances = figures
            .Series.Where(s =>
                s.Key.Item == "cereals" && s.Key.Dimension("statement").Length == 0 && s.Key.Basis != "cereal-equivalent-paddy"
            )
            .ToList();
        return
        [
            .. balances
                .Where(s => s.Key.Element == "uncovered-deficit" && !s.IsEmpty)
                .Select(deficit =>
                {
                    decimal? Of(string element, Period period) =>
                        balances
                            .Where(b => b.Key.Dataset == deficit.Key.Dataset && b.Key.Element == element)
                            .SelectMany(b =>
                                b.Points.Where(p => p.Period == period && p.Value is not null).Select(p => p.Value * Factor(b))
                            )
                            .FirstOrDefault();
                    var evidence = Make(deficit, EvidenceRole.Subject, []);
                    var production = choice.Applied(_tables.Error(deficit.Key.Dataset, "production").Error).Relative;
                    var use = choice.Applied(_tables.Error(deficit.Key.Dataset, "utilization").Error).Relative;
                    decimal? Band(Period period)
                    {
                        decimal? made = Of("production", period),
                            used = Of("utilization", period),
                            need = Of("import-requirement", period);
                        return (made ?? used - need) is { } p && (used ?? made + need) is { } u
                            ? EstimateError.OfDeficit(p, production, u, use)
                            : null;
                    }

                    // Where production and use were not published, the error of the other years stands in: it hardly differs from year to year.
                    var bands = evidence.Figures.Select(f => Band(f.Period)).Where(b => b is not null).Order().ToList();
                    var usual = bands.Count > 0 ? bands[bands.Count / 2] : null;
                    return evidence with
                    {
                        Figures =
                        [
                            .. evidence.Figures.Select(f =>
                                f with
                                {
                                    Deviation = Band(f.Period) ?? usual,
                                    FoodUse = Of("food-use", f.Period),
                                }
                            ),
                        ],
                    };
                }),
        ];
    }

    /// <summary>Estimates of those who died, one author each; what is not dated cannot be said to have been known on a day.</summary>
    private List<Evidence> Deaths() =>
        [
            .. figures
                .Events.Where(e => e.Kind == "famine excess deaths")
                .Select(e =>
                {
                    DateOnly? known = PartialDate.End(e.PublishedOn),
                        start = PartialDate.Start(e.Start),
                        end = PartialDate.End(e.End);
                    double? low = e.Lower ?? e.Value,
                        high = e.Upper ?? e.Value;
                    var isKnown = figures.AsOf is not { } day || known <= day;
                    return new Evidence
                    {
                        Dataset = "events",
                        Source = e.Source,
                        Group = "event " + e.Source,
                        Area = e.Area,
                        Counts = archive.Texts["claims.excess-deaths"],
                        Unit = "people",
                        Address = e.SourceAddress,
                        Error = choice.Applied(_tables.Error("events", "").Error),
                        Figures =
                            isKnown && start is { } from && end is { } to && low is { } least && high is { } most
                                ?
                                [
                                    new Figure(
                                        Period.Window(from, to) with
                                        {
                                            Label = $"{from.Year}–{to.Year}",
                                        },
                                        (decimal)least,
                                        (decimal)most
                                    ),
                                ]
                                : [],
                        ClosedBecause =
                            figures.AsOf is { } then && known is null ? archive.Texts["claims.undated", Wording.Dates.Long(then)]
                            : low is null || high is null ? archive.Texts["claims.one-end"]
                            : "",
                    };
                }),
        ];

    private Evidence Make(TimeSeries series, EvidenceRole role, IReadOnlyList<TimeSeries> beside)
    {
        var key = series.Key;
        var assumed = _tables.Error(key.Dataset, key.Element);
        var factor = Factor(series);
        var rice = Totals.Contains(key.Item)
            ? beside.FirstOrDefault(s =>
                s.Key.Dataset == key.Dataset
                && s.Key.Element == key.Element
                && s.Key.Item == "rice"
                && s.Key.Basis != "paddy"
                && s.Key.Dimensions.Length == 0
            )
            : null;
        return new Evidence
        {
            Dataset = key.Dataset,
            Source = Source(key),
            Provider = _words.Datasets[key.Dataset].Provider,
            Group = key.Dataset,
            Area = key.Area,
            Item = key.Item,
            Name = ItemName(key.Item),
            Counts = Counts(key),
            Unit = Unit(series),
            Facets = Facets(key),
            Error = choice.Applied(assumed.Error),
            Role = role,
            RevisesWhole = assumed.RevisesWhole,
            IsHarvest = Harvests.Contains(key.Element),
            IsRate = Rates.Contains(key.Element),
            HarvestYear = _tables.HarvestYear(key.Dataset, key.Area, key.Item),
            Figures =
            [
                .. series
                    .Points.Where(p => p.Value is not null)
                    .Select(p => new Figure(p.Period, p.Value!.Value * factor)
                    {
                        Trace = TraceAddress.Of(series, p),
                        IsForecast = p.Status == ObservationStatus.Forecast,
                        Grain = factor,
                        Edition = p.Edition.Length > 0 ? p.Edition : p.Origin?.ReleaseId.ToString(CultureInfo.InvariantCulture) ?? "",
                        Rice = rice?.Points.FirstOrDefault(r => r.Period == p.Period)?.Value * factor,
                    }),
            ],
        };
    }

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
                    && held == Math.Round((decimal)printed.Value!.Value / Factor(area!), 0, MidpointRounding.AwayFromZero)
                )
                {
                    doubts.Add(
                        archive.Texts[
                            "doubt.borrowed",
                            _words.Elements[row.Element].Name.ToLowerInvariant(),
                            ItemName(row.Item),
                            Wording.Numbers.Fixed(held * Factor(area!), 0) + " ha",
                            printed.Source,
                            Wording.Numbers.Fixed((decimal)printed.Value!.Value, 0) + " ha"
                        ]
                    );
                }
            }
        }

        return doubts;
    }

    private string Source(SeriesKey key)
    {
        var own = _words.Datasets[key.Dataset].Short;
        return LineageText.Origins(_words, key.Dataset, key.Element, archive.Texts) is [var origin, ..] && origin != own
            ? archive.Texts["claims.by-way-of", origin, own]
            : own;
    }

    private string Counts(SeriesKey key)
    {
        var item = key.Dimension("indicator").Length > 0 ? archive.Texts["claims.all-grains"] : ItemName(key.Item);
        var basis = key.Basis.Length > 0 ? _words.Bases.GetValueOrDefault(key.Basis)?.Short ?? key.Basis : "";
        return string.Join(
            ", ",
            new[]
            {
                item,
                basis,
                key.Dimension("indicator").Length > 0 ? "" : key.Dimensions.Replace(";", ", ", StringComparison.Ordinal),
            }.Where(p => p.Length > 0)
        );
    }

    private string ItemName(string item) => _words.Items.TryGetValue(item, out var known) ? Lower(known.Name) : item;

    /// <summary>Small letters, but for the names of houses: "other crops (RDA)".</summary>
    private static string Lower(string name) =>
        string.Join(' ', name.Split(' ').Select(w => w.Count(char.IsUpper) > 1 ? w : w.ToLowerInvariant()));

    private static Dictionary<string, string> Facets(SeriesKey key)
    {
        var facets = new Dictionary<string, string>();
        if (RiceForms.TryGetValue(key.Basis, out var form))
        {
            facets["rice-form"] = form;
        }

        if (Totals.Contains(key.Item) && key.Element == "production")
        {
            facets["crop-set"] = key.Dataset is "rda" or "fao-wfp" ? "cereals, tubers and pulses" : "cereals";
            facets["year-basis"] =
                key.Dataset is "fao-wfp" ? "November to October"
                : key.Dataset is "usda-psd" ? "marketing year"
                : "calendar year";
            facets["soybean-factor"] = key.Dataset switch
            {
                "rda" => "1",
                "fao-wfp" => "1.157",
                _ => "none",
            };
        }

        return facets;
    }

    private string Unit(TimeSeries series) =>
        series.Key.Unit.EndsWith("-per-package", StringComparison.Ordinal) && series.Key.Dimension("package") is { Length: > 0 } package
            ? $"{series.Key.Dimension("currency")} per {(package == "KG" ? "kg" : package.Replace("KG", "kg", StringComparison.Ordinal))}"
        : _words.Units.GetValueOrDefault(series.Key.Unit)?.Base is { Length: > 0 } unit
            ? unit == "persons" ? "people"
                : unit
        : series.Key.Unit;

    private decimal Factor(TimeSeries series) => (decimal)(_words.Units.GetValueOrDefault(series.Key.Unit)?.Factor ?? 1);
}
