using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>
/// Known errors of published figures, declared in <c>seeds/corrections.csv</c> with reason, reporter and the value expected. They apply on the way
/// to a series, are said on the point, and fail loudly the day the provider repairs the value.
/// <code>
/// dataset,area,item,element,basis,dimensions,edition,period,published,corrected,reason,reporter
/// usda-psd,PRK,rice,production,milled,,,2013/14,19000,1900,Ten times the years around it,A. Reader
/// </code>
/// Basis, dimensions and edition are those of the one series and figure meant: a correction of milled rice leaves paddy alone. An empty
/// <c>corrected</c> sets the figure aside.
/// </summary>
public sealed class Corrections
{
    private static readonly string[] Columns =
    [
        "dataset",
        "area",
        "item",
        "element",
        "basis",
        "dimensions",
        "edition",
        "period",
        "published",
        "corrected",
        "reason",
        "reporter",
    ];

    private readonly Dictionary<CorrectedFigure, Correction> _rows = [];

    public IReadOnlyCollection<Correction> All => _rows.Values;

    /// <summary>Reads the table; a missing file means that no correction is declared.</summary>
    /// <exception cref="DataFormatException">A figure is corrected twice, a correction is no number, or one lacks its reason or reporter.</exception>
    public static Corrections Load(string seedsFolder)
    {
        var corrections = new Corrections();
        if (!File.Exists(Path.Combine(seedsFolder, "corrections.csv")))
        {
            return corrections;
        }

        foreach (var r in SeedTable.Read(seedsFolder, "corrections.csv", Columns))
        {
            foreach (
                var column in (ReadOnlySpan<string>)["dataset", "area", "item", "element", "period", "published", "reason", "reporter"]
            )
            {
                if (r[column].Length == 0)
                {
                    throw Wrong(r.Line, column, "", "a correction says what it corrects, what is printed there, why, and who reported it");
                }
            }

            if (
                !decimal.TryParse(r["corrected"], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && r["corrected"].Length > 0
            )
            {
                throw Wrong(r.Line, "corrected", r["corrected"], "a number, or nothing to set the figure aside");
            }

            var figure = new CorrectedFigure(
                r["dataset"],
                r["area"],
                r["item"],
                r["element"],
                r["basis"],
                r["dimensions"],
                r["edition"],
                r["period"]
            );
            if (
                !corrections._rows.TryAdd(
                    figure,
                    new Correction(figure, r["published"], r["corrected"].Length == 0 ? null : value, r["reason"], r["reporter"])
                )
            )
            {
                throw Wrong(r.Line, "period", r["period"], "each figure corrected once: " + figure.Name);
            }
        }

        return corrections;
    }

    /// <summary>These corrections where one of them is of the series; null for nearly all series.</summary>
    public Corrections? Of(SeriesKey key)
    {
        foreach (var figure in _rows.Keys)
        {
            if (figure.Area == key.Area && figure.Dataset == key.Dataset && figure.Item == key.Item && figure.Element == key.Element)
            {
                return this;
            }
        }

        return null;
    }

    /// <summary>The point as corrected, or unchanged.</summary>
    /// <param name="key">The point's series.</param>
    /// <param name="point">The point as published.</param>
    /// <param name="isCurrent">False for a day in the past: another value printed then is no repair, and stays as it is.</param>
    /// <exception cref="DataFormatException">The provider now prints another value than the correction expects.</exception>
    public SeriesPoint Apply(SeriesKey key, SeriesPoint point, bool isCurrent = true)
    {
        if (_rows.Count == 0 || !_rows.TryGetValue(CorrectedFigure.Of(key, point), out var correction))
        {
            return point;
        }

        if (point.ValueText == correction.Published)
        {
            return point with
            {
                Value = correction.Corrected,
                Correction = $"{correction.Reason} ({correction.Reporter}); printed: {correction.Published}",
            };
        }

        return isCurrent ? throw new DataFormatException(Repaired(correction, point)) : point;
    }

    /// <summary>What to say where a provider changed a value that is corrected here.</summary>
    public static DataProblem Repaired(Correction correction, SeriesPoint point) =>
        new(
            "seeds/corrections.csv",
            0,
            "published",
            point.ValueText,
            $"{correction.Published} for {correction.Figure.Name}: the provider changed it, review the correction"
        );

    private static DataFormatException Wrong(long line, string column, string found, string expected) =>
        new(new DataProblem("corrections.csv", line, column, found, expected));
}

/// <summary>The one figure a correction is of; period by its label.</summary>
public sealed record CorrectedFigure(
    string Dataset,
    string Area,
    string Item,
    string Element,
    string Basis,
    string Dimensions,
    string Edition,
    string Period
)
{
    public static CorrectedFigure Of(SeriesKey key, SeriesPoint point) =>
        new(key.Dataset, key.Area, key.Item, key.Element, key.Basis, key.Dimensions, point.Edition, point.Period.Label);

    public string Name =>
        string.Join(' ', new[] { Dataset, Area, Item, Element, Basis, Dimensions, Edition, Period }.Where(part => part.Length > 0));
}

/// <summary>One declared correction; <see cref="Corrected"/> null means that the figure is set aside.</summary>
public sealed record Correction(CorrectedFigure Figure, string Published, decimal? Corrected, string Reason, string Reporter);
