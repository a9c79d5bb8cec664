using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Ipc;

/// <summary>Where an analysis speaks of: a country, or a part of it by the names the analysis gives.</summary>
internal readonly record struct IpcPlace(string Area, string Level1, string Part, string Native);

/// <summary>
/// The series of phase figures. Areas of an analysis have no codes, and their borders change from one to the next: they stay names, as
/// dimensions of the country's series. Phase "all" is the population analysed and "3+" the sum of 3 to 5: both carry total=yes, so that
/// nobody adds them to the phases.
/// </summary>
internal sealed class IpcSeries(string dataset)
{
    public const string AnalysisExpected = "the month of the analysis: Apr 2023";

    public static readonly string[] Phases = ["all", "3+", "1", "2", "3", "4", "5"];
    public static readonly string[] Validities = ["current", "first projection", "second projection"];

    private readonly Dictionary<(IpcPlace Place, string Validity, string Phase, bool Share, string Analysed), SeriesKey> _known = [];
    private readonly Dictionary<string, SeriesKey> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<(string Area, string Edition, Period Period)> _populations = [];

    public SeriesKey Of(IpcPlace place, string validity, string phase, bool share, string analysed = "")
    {
        var key = (place, validity, phase, share, analysed);
        return _known.TryGetValue(key, out var known)
            ? known
            : _known[key] = new SeriesKey
            {
                Dataset = dataset,
                Area = place.Area,
                Item = "people",
                Element = share ? "share-in-phase" : "people-in-phase",
                Unit = share ? "ratio" : "persons",
                Dimensions = SeriesKey.JoinDimensions(
                    ("level1", place.Level1),
                    ("area", place.Part),
                    ("analysed", analysed),
                    ("validity", validity),
                    ("phase", phase),
                    ("total", phase is "all" or "3+" ? "yes" : "")
                ),
                Frequency = Frequency.Irregular,
                Native = place.Native,
            };
    }

    /// <summary>The phase an area as a whole was put in.</summary>
    public SeriesKey AreaPhase(IpcPlace place, string validity, string analysed = "") =>
        new()
        {
            Dataset = dataset,
            Area = place.Area,
            Item = "people",
            Element = "area-phase",
            Unit = "phase",
            Frequency = Frequency.Irregular,
            Native = place.Native,
            Dimensions = SeriesKey.JoinDimensions(
                ("level1", place.Level1),
                ("area", place.Part),
                ("analysed", analysed),
                ("validity", validity)
            ),
        };

    /// <summary>The country's population is printed in every row; true the first time for an analysis and period.</summary>
    public bool FirstPopulation(string area, string edition, Period period) => _populations.Add((area, edition, period));

    /// <summary>Population of the whole country: not the one analysed.</summary>
    public SeriesKey Country(string area) =>
        _countries.TryGetValue(area, out var known)
            ? known
            : _countries[area] = new SeriesKey
            {
                Dataset = dataset,
                Area = area,
                Item = "people",
                Element = "country-population",
                Unit = "persons",
                Frequency = Frequency.Irregular,
                Native = area,
            };

    public static ObservationStatus StatusOf(string validity) =>
        validity == "current" ? ObservationStatus.Estimated : ObservationStatus.Forecast;

    /// <summary>
    /// A validity period. Older files print the first day of the last month where they mean its last: analyses hold for whole months.
    /// </summary>
    public static Period Window(DateOnly from, DateOnly to) => Period.Window(from, to.Day == 1 ? to.AddMonths(1).AddDays(-1) : to);

    /// <summary>A month as printed (Apr 2023), as spreadsheets turn it (Apr-23, 2023-04-01), as yyyy-MM; null where it is none.</summary>
    public static string? Analysis(ReadOnlySpan<char> text)
    {
        foreach (
            var form in (ReadOnlySpan<string>)
                ["MMM yyyy", "MMMM yyyy", "MMM-yy", "MMM-yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"]
        )
        {
            if (
                DateOnly.TryParseExact(text.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                && month.Year is >= 1990 and < 2090
            )
            {
                return month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            }

            if (
                form.EndsWith("HH:mm:ss", StringComparison.Ordinal)
                && DateTime.TryParseExact(text.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            )
            {
                return moment.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>"Jun 2021 - Sep 2021" as its first and last day.</summary>
    public static Period? Months(string text)
    {
        var ends = text.Replace('–', '-').Split(" - ");
        return ends.Length == 2 && Analysis(ends[0]) is { } from && Analysis(ends[1]) is { } to && string.CompareOrdinal(from, to) <= 0
            ? Window(PartialDate.Start(from)!.Value, PartialDate.Start(to)!.Value)
            : null;
    }
}
