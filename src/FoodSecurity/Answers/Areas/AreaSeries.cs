using System.Data.Common;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Areas;

/// <summary>All series of an area that its page, charts and findings speak of, labelled by source. Sources are never merged.</summary>
public sealed class AreaSeries
{
    private static readonly HashSet<string> TableCrops =
    [
        "rice",
        "maize",
        "wheat",
        "barley",
        "wheat-and-barley",
        "sorghum",
        "millet",
        "potatoes",
        "sweet-potatoes",
        "potatoes-and-sweet-potatoes",
        "cassava",
        "soybeans",
    ];

    /// <summary>What the page, its charts and findings are made of: output and how it is come by, use, need and hunger.</summary>
    internal static readonly string[] Elements =
    [
        "production",
        "area-harvested",
        "yield",
        "import-quantity",
        "undernourishment",
        "commercial-imports",
        "concessional-imports",
        "food-aid",
        "import-requirement",
        "utilization",
        "uncovered-deficit",
    ];

    private readonly Archive _archive;
    private readonly IReadOnlyList<TimeSeries> _all;
    private readonly IReadOnlyDictionary<long, Release> _releases;

    private AreaSeries(Archive archive, Area area, IReadOnlyList<TimeSeries> all, IReadOnlyDictionary<long, Release> releases)
    {
        _releases = releases;
        _archive = archive;
        Area = area;
        _all = all;
        Output = [.. Known(FaoCereals(), RdaFoodCrops(), UsdaTotal("production", "grains, rice milled"), FaoWfpProduction())];
        CommonBasis = [.. Known(FaoCereals(), RdaPaddy(), UsdaPaddy())];
        Crops = [.. CropSeries("production")];
        Harvested = ByCrop("area-harvested");
        Yields = ByCrop("yield");
        Imports =
        [
            .. Known(UsdaTotal("import-quantity", "all grains") is { } total ? total with { Color = 5 } : null),
            .. TopCrops("import-quantity", 2),
        ];
        Balances = [.. _all.Where(s => s.Key.Dataset == "fao-wfp")];
        Deficit = Balances
            .Where(s => s.Key.Element == "uncovered-deficit" && s.Key.Dimension("statement").Length == 0)
            .Select(s => Label(s, "", 0))
            .FirstOrDefault();
        Deficits = CerealDeficit.Reconcile(Balances);
        Undernourishment = [.. Editions()];
    }

    public Area Area { get; }

    /// <summary>Total output as each source publishes it.</summary>
    public IReadOnlyList<LabelledSeries> Output { get; }

    /// <summary>Cereals with rice as paddy, where a source's crops allow it.</summary>
    public IReadOnlyList<LabelledSeries> CommonBasis { get; }

    /// <summary>Production by crop and source.</summary>
    public IReadOnlyList<LabelledSeries> Crops { get; }

    public IReadOnlyList<LabelledSeries> Harvested { get; }

    public IReadOnlyList<LabelledSeries> Yields { get; }

    public IReadOnlyList<LabelledSeries> Imports { get; }

    public IReadOnlyList<TimeSeries> Balances { get; }

    public LabelledSeries? Deficit { get; }

    public IReadOnlyList<DeficitYear> Deficits { get; }

    public IReadOnlyList<LabelledSeries> Undernourishment { get; }

    public bool IsEmpty => _all.Count == 0;

    /// <summary>Every published series the page is made of; where there is none of them, all that is loaded for the area.</summary>
    public IReadOnlyList<TimeSeries> Published => _all;

    /// <summary>Reads an area's series, as they are or as they were known on a day.</summary>
    public static AreaSeries Read(Archive archive, DbConnection connection, Area area, DateOnly? asOf = null)
    {
        // Thousands of prices by market are no part of this page; they have charts of their own.
        var question = new SeriesQuestion { Area = area.Code, Elements = Elements };
        var all = SeriesQuery.Find(connection, question with { AsOf = asOf }, archive.Corrections);
        if (all.Count == 0)
        {
            all = SeriesQuery.Find(connection, question with { AsOf = asOf, Elements = [] }, archive.Corrections);
        }

        if (asOf is not null)
        {
            var today = SeriesQuery.Find(connection, question with { Datasets = ["usda-psd"] }, archive.Corrections);
            all = AreaFigures.KeptPlaces(all, today);
        }

        return new AreaSeries(archive, area, all, ReleaseQuery.All(connection));
    }

    /// <summary>The computed series of an indicator, for its trace: by indicator, dataset, item and element.</summary>
    public TimeSeries? Computed(string indicator, string dataset, string element) =>
        Output
            .Concat(CommonBasis)
            .Concat(Imports)
            .Select(s => s.Series)
            .FirstOrDefault(s => s.Key.Dimension("indicator") == indicator && s.Key.Dataset == dataset && s.Key.Element == element);

    private static IEnumerable<LabelledSeries> Known(params LabelledSeries?[] series) =>
        series.Where(s => s is not null && !s.Series.IsEmpty)!;

    private LabelledSeries? FaoCereals() =>
        Find("wb-wdi", "cereals", "production") is { } s ? Label(s, "cereals, rice as paddy", 0) with { Source = "FAO" } : null;

    private LabelledSeries? RdaFoodCrops() =>
        Find("rda", "food-crops", "production") is { } s ? Label(s, "food crops, rice milled", 2) : null;

    private LabelledSeries? FaoWfpProduction() =>
        _all.FirstOrDefault(s =>
            s.Key is { Dataset: "fao-wfp", Element: "production", Basis: "cereal-equivalent-milled" }
            && s.Key.Dimension("statement").Length == 0
        )
            is { } s
            ? Label(s, "cereal equivalent", 3)
            : null;

    private LabelledSeries? UsdaTotal(string element, string counts) =>
        GrainsTotal.Sum([.. _all.Where(s => s.Key.Dataset == "usda-psd" && s.Key.Element == element && s.Key.Basis != "paddy")]) is { } s
            ? Label(s, counts, 1)
            : null;

    private LabelledSeries? UsdaPaddy() =>
        CerealsRiceAsPaddy.FromUsda([.. _all.Where(s => s.Key is { Dataset: "usda-psd", Element: "production" })]) is { } s
            ? Label(s, "rough rice and other grains", 1)
            : null;

    private LabelledSeries? RdaPaddy() =>
        _archive.Words.FindFactor("rda", Area.Code, "rice", "paddy", "milled-0.72") is { } milling
        && CerealsRiceAsPaddy.FromRda(
            [.. _all.Where(s => s.Key is { Dataset: "rda", Element: "production" } && s.Key.Dimensions.Length == 0)],
            milling
        )
            is { } s
            ? Label(s, "rice ÷ 0.72, maize, wheat and barley", 2)
            : null;

    /// <summary>The largest crops of USDA by their last figure, with FAO's lines for the same crops where it has more than a few years.</summary>
    private List<LabelledSeries> ByCrop(string element)
    {
        var usda = TopCrops(element, 3).ToList();
        var items = usda.Select(s => s.Series.Key.Item).ToHashSet();
        var fao = _all.Where(s =>
                s.Key.Dataset == "fao-qcl"
                && s.Key.Element == element
                && s.Points.Count(p => p.Value is not null) >= 5
                && (items.Contains(s.Key.Item) || items.Count == 0)
            )
            .Select(s => Label(s, CropName(s.Key.Item), 3));
        return [.. usda, .. fao];
    }

    /// <summary>USDA's crops of the area, the largest of the last ten years first: by imports for imports, else by production.</summary>
    private IEnumerable<LabelledSeries> TopCrops(string element, int most)
    {
        var lastYear = _all.Where(s => s.Key.Dataset == "usda-psd").Select(s => s.Last?.Period.Year ?? 0).DefaultIfEmpty(0).Max();
        var ranked = element == "import-quantity" ? element : "production";
        var largest = _all.Where(s => s.Key.Dataset == "usda-psd" && s.Key.Element == ranked && s.Key.Basis != "paddy")
            .Where(s => s.Points.Any(p => p.Value is > 0 && p.Period.Year >= lastYear - 10))
            .OrderByDescending(s => s.Points.Where(p => p.Value is not null && p.Period.Year >= lastYear - 10).Sum(p => p.Value!.Value))
            .Select(s => s.Key.Item)
            .Distinct()
            .Take(most);
        return largest
            .Select(item =>
                _all.FirstOrDefault(s => s.Key.Dataset == "usda-psd" && s.Key.Element == element && s.Key.Item == item && !s.IsEmpty)
            )
            .Where(s => s is not null)
            .Select(s => Label(s!, CropName(s!.Key.Item), CropColor(s.Key.Item)));
    }

    private IEnumerable<LabelledSeries> CropSeries(string element) =>
        _all.Where(s =>
                s.Key.Element == element
                && s.Key.Dimensions.Length == 0
                && !s.IsEmpty
                && TableCrops.Contains(s.Key.Item)
                && (
                    s.Key.Dataset == "rda"
                    || (s.Key.Dataset == "fao-qcl" && s.Key.Basis != "milled")
                    || (s.Key.Dataset == "usda-psd" && s.Key.Basis != "paddy")
                )
            )
            .Select(s => Label(s, CropName(s.Key.Item), CropColor(s.Key.Item)));

    /// <summary>Undernourishment by edition and republisher, the one that reaches furthest first; they are never chained.</summary>
    private IEnumerable<LabelledSeries> Editions() =>
        _all.Where(s =>
                s.Key is { Element: "undernourishment", Dataset: "fao-fs" or "wb-wdi" }
                && s.Points.Any(p => p.Period.Kind == PeriodKind.MultiYearMean)
                && !s.IsEmpty
            )
            .OrderByDescending(s => s.Last!.Period.Start)
            .ThenBy(s => s.Key.Dataset, StringComparer.Ordinal)
            .Select(s => s.Key.Dataset == "fao-fs" ? Label(s, Edition(s), 0) : Label(s, _archive.Texts["label.republishing"], 3));

    /// <summary>"edition of 2019", by the release that gave the last figure.</summary>
    private string Edition(TimeSeries series) =>
        series.Last?.Origin is { } origin
        && _releases.GetValueOrDefault(origin.ReleaseId) is { } release
        && (release.ReleasedOn ?? release.RetrievedOn) is { Length: >= 4 } day
            ? _archive.Texts["label.edition", day[..4]]
            : _archive.Texts["label.edition-unknown"];

    private TimeSeries? Find(string dataset, string item, string element) =>
        _all.FirstOrDefault(s =>
            s.Key.Dataset == dataset && s.Key.Item == item && s.Key.Element == element && s.Key.Dimensions.Length == 0
        );

    private LabelledSeries Label(TimeSeries series, string counts, int color) =>
        new()
        {
            Series = series,
            Source = _archive.Words.Datasets[series.Key.Dataset].Short,
            Counts = counts,
            Color = color,
            Factor = _archive.Words.Units.GetValueOrDefault(series.Key.Unit) is { Quantity: "mass" or "area" or "mass-per-area" } unit
                ? (decimal)unit.Factor
                : 1m,
        };

    private string CropName(string item) => _archive.Words.Items.TryGetValue(item, out var known) ? known.Name.ToLowerInvariant() : item;

    private static int CropColor(string item) =>
        item switch
        {
            "rice" => 1,
            "maize" => 4,
            "wheat" => 0,
            "barley" => 2,
            "sorghum" => 5,
            "millet" => 3,
            _ => 6,
        };
}
