using System.Globalization;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>A series as evidence: in base units, with what it counts, its error, and the trace of every figure.</summary>
internal sealed class SeriesEvidence(Archive archive, ErrorChoice choice)
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

    public Evidence Make(TimeSeries series, EvidenceRole role, IReadOnlyList<TimeSeries> beside)
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
            IsFlow = key.Element is "import-quantity" or "export-quantity" or "ending-stocks" or "food-aid",
            IsState = key.Element.EndsWith("in-phase", StringComparison.Ordinal),
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

    private string Source(SeriesKey key)
    {
        var own = _words.Datasets[key.Dataset].Short;
        return LineageText.Origins(_words, key.Dataset, key.Element, archive.Texts) is [var origin, ..] && origin != own
            ? archive.Texts["claims.by-way-of", origin, own]
            : own;
    }

    public string Counts(SeriesKey key)
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

    public string ItemName(string item) => _words.Items.TryGetValue(item, out var known) ? Lower(known.Name) : item;

    /// <summary>Small letters, but for the names of houses: "other crops (RDA)".</summary>
    private static string Lower(string name) =>
        string.Join(' ', name.Split(' ').Select(w => w.Count(char.IsUpper) > 1 ? w : w.ToLowerInvariant()));

    private Dictionary<string, string> Facets(SeriesKey key)
    {
        var facets = new Dictionary<string, string>();
        if (RiceForms.TryGetValue(key.Basis, out var form))
        {
            facets["rice-form"] = form;
        }

        if (Totals.Contains(key.Item) && key.Element is "import-quantity" or "export-quantity")
        {
            facets["crop-set"] = "cereals";
        }

        if (Totals.Contains(key.Item) && key.Element == "production")
        {
            var card = _words.Datasets[key.Dataset];
            facets["crop-set"] = card.CropSet.Length > 0 ? card.CropSet : "cereals";
            facets["year-basis"] = card.Calendar.Length > 0 ? card.Calendar : "calendar year";
            facets["soybean-factor"] = card.SoybeansAt.Length > 0 ? card.SoybeansAt : "none";
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

    public decimal Factor(TimeSeries series) => (decimal)(_words.Units.GetValueOrDefault(series.Key.Unit)?.Factor ?? 1);
}
