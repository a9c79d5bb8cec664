using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>
/// Known errors of published figures, declared in <c>seeds/corrections.csv</c> with reason, reporter and the value expected. They apply on the way
/// to a series, are said on the point, and fail loudly the day the provider repairs the value.
/// </summary>
public sealed class Corrections
{
    private readonly Dictionary<(string Dataset, string Area, string Item, string Element, string Period), Correction> _rows = [];

    public IReadOnlyCollection<Correction> All => _rows.Values;

    /// <summary>Reads the table; a missing file means that no correction is declared.</summary>
    public static Corrections Load(string seedsFolder)
    {
        var corrections = new Corrections();
        if (!File.Exists(Path.Combine(seedsFolder, "corrections.csv")))
        {
            return corrections;
        }

        foreach (var r in SeedTable.Read(seedsFolder, "corrections.csv", "dataset", "area", "item", "element", "period", "published", "corrected", "reason", "reporter"))
        {
            var corrected = r["corrected"].Length == 0 ? (decimal?)null : decimal.Parse(r["corrected"], NumberStyles.Float, CultureInfo.InvariantCulture);
            corrections._rows.Add((r["dataset"], r["area"], r["item"], r["element"], r["period"]),
                new Correction(r["dataset"], r["area"], r["item"], r["element"], r["period"], r["published"], corrected, r["reason"], r["reporter"]));
        }

        return corrections;
    }

    /// <summary>These corrections where one of them is of the series; null for nearly all series.</summary>
    public Corrections? Of(SeriesKey key)
    {
        foreach (var (dataset, area, item, element, _) in _rows.Keys)
        {
            if (area == key.Area && dataset == key.Dataset && item == key.Item && element == key.Element)
            {
                return this;
            }
        }

        return null;
    }

    /// <summary>The point as corrected, or unchanged.</summary>
    /// <exception cref="DataFormatException">The provider now prints another value than the correction expects.</exception>
    public SeriesPoint Apply(SeriesKey key, SeriesPoint point)
    {
        if (_rows.Count == 0 || !_rows.TryGetValue((key.Dataset, key.Area, key.Item, key.Element, point.Period.Label), out var correction))
        {
            return point;
        }

        if (point.ValueText != correction.Published)
        {
            throw new DataFormatException(new DataProblem("seeds/corrections.csv", 0, "published", point.ValueText,
                $"{correction.Published} for {key.Dataset} {key.Area} {key.Item} {key.Element} {point.Period.Label}: the provider changed it, review the correction"));
        }

        return point with { Value = correction.Corrected, Correction = $"{correction.Reason} ({correction.Reporter}); printed: {correction.Published}" };
    }
}

/// <summary>One declared correction; <see cref="Corrected"/> null means that the figure is set aside.</summary>
public sealed record Correction(string Dataset, string Area, string Item, string Element, string Period, string Published, decimal? Corrected, string Reason, string Reporter);
