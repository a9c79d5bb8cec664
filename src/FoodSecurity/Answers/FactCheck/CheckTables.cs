using System.Globalization;
using System.Runtime.CompilerServices;
using FoodSecurity.Claims;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>What we assume when claims are checked, from the reviewed tables of <c>seeds/claims</c>: errors of estimates, borrowed data, reasons that sources give.</summary>
public sealed class CheckTables
{
    private static readonly ConditionalWeakTable<Archive, CheckTables> Read = [];

    private readonly Dictionary<(string Dataset, string Element), AssumedError> _errors = [];

    private readonly Dictionary<(string Dataset, string Area, string Item), (int YearsLater, int From)> _harvests;

    private CheckTables(string seedsFolder)
    {
        var folder = Path.Combine(seedsFolder, "claims");
        foreach (var r in SeedTable.Read(folder, "errors.csv", "dataset", "element", "kind", "u", "rho", "editions", "note"))
        {
            _errors.Add(
                (r["dataset"], r["element"]),
                new AssumedError(
                    r["dataset"],
                    r["element"],
                    r["kind"],
                    new EstimateError(Of(r, "u"), Of(r, "rho")),
                    r["editions"] == "whole",
                    r["note"]
                )
            );
        }

        Indicators = SeedTable
            .Read(folder, "indicators.csv", "code", "element", "item")
            .ToDictionary(r => r["code"], r => (r["element"], r["item"]));
        _harvests = SeedTable
            .Read(folder, "harvest-years.csv", "dataset", "area", "item", "years_later", "from", "note")
            .ToDictionary(
                r => (r["dataset"], r["area"], r["item"]),
                r => (int.Parse(r["years_later"], CultureInfo.InvariantCulture), int.Parse(r["from"], CultureInfo.InvariantCulture))
            );
        Borrowed =
        [
            .. SeedTable
                .Read(folder, "borrowed.csv", "area", "dataset", "item", "element", "event_kind", "note")
                .Select(r => new BorrowedData(r["area"], r["dataset"], r["item"], r["element"], r["event_kind"], r["note"])),
        ];
        Reasons =
        [
            .. SeedTable
                .Read(folder, "reasons.csv", "provider", "area", "indicator", "year", "words", "statement", "address")
                .Select(r => new KnownReason(
                    r["provider"],
                    r["area"],
                    r["indicator"],
                    int.Parse(r["year"], CultureInfo.InvariantCulture),
                    r.List("words"),
                    r["statement"],
                    r["address"]
                )),
        ];
    }

    /// <summary>Element and item of each indicator a claim may speak of; both empty where no dataset measures it.</summary>
    public IReadOnlyDictionary<string, (string Element, string Item)> Indicators { get; }

    public IReadOnlyList<BorrowedData> Borrowed { get; }

    public IReadOnlyList<KnownReason> Reasons { get; }

    /// <summary>All assumptions, for the pages that show them.</summary>
    public IReadOnlyCollection<AssumedError> Errors => _errors.Values;

    /// <summary>How many years after the first year of its marketing year a harvest counts, and from which harvest on that is known; 0 where nothing else is.</summary>
    public (int YearsLater, int From) HarvestYear(string dataset, string area, string item) =>
        _harvests.TryGetValue((dataset, area, item), out var own) ? own : _harvests.GetValueOrDefault((dataset, area, ""));

    public static CheckTables Of(Archive archive) => Read.GetValue(archive, a => new CheckTables(a.SeedsFolder));

    /// <summary>The assumption for a dataset and element: its own, else the dataset's, else that for any.</summary>
    public AssumedError Error(string dataset, string element) =>
        _errors.GetValueOrDefault((dataset, element)) ?? _errors.GetValueOrDefault((dataset, "")) ?? _errors[("any", "")];

    private static double Of(SeedRow row, string column) =>
        row.Number(column) is { } n and >= 0 and <= 1
            ? n
            : throw new DataFormatException(new DataProblem("claims/errors.csv", row.Line, column, row[column], "a number from 0 to 1"));
}

/// <summary>The error assumed for the figures of a dataset, with what kind of figures they are.</summary>
public sealed record AssumedError(string Dataset, string Element, string Kind, EstimateError Error, bool RevisesWhole, string Note);

/// <summary>Data of one source that are seen to equal another's: where the figures of both are held and agree, the independence of the first is in doubt.</summary>
public sealed record BorrowedData(string Area, string Dataset, string Item, string Element, string EventKind, string Note);

/// <summary>A reader's own assumptions in the place of ours.</summary>
/// <param name="U">Relative standard error of every estimate; what is so by definition keeps none. Null: as assumed for each source.</param>
/// <param name="Rho">Correlation of two years of one source; null: as assumed.</param>
public sealed record ErrorChoice(double? U = null, double? Rho = null)
{
    public static readonly ErrorChoice Ours = new();

    public bool IsOurs => U is null && Rho is null;

    public EstimateError Applied(EstimateError error) =>
        error.Relative == 0 ? error : new EstimateError(U ?? error.Relative, Rho ?? error.Correlation);
}
