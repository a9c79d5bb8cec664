using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>
/// What a FAOSTAT flag means. The letters were given anew when FAO took over the flags of SDMX: an old A is an aggregate, a new A
/// is official. Where a row describes its flag the description decides, else the layout of the file.
/// </summary>
internal sealed class FaostatFlag(Vocabulary words, bool newLayout)
{
    private static readonly string[] NewTexts =
    [
        "Official figure",
        "Estimated value",
        "Imputed value",
        "Figure from international",
        "Missing value",
        "Forecast",
        "Provisional value",
        "Time series break",
        "Break in time series",
    ];

    private static readonly string[] OldTexts =
    [
        "Official data",
        "FAO ",
        "Aggregate",
        "Data not available",
        "Calculated data",
        "Standardized data",
        "Statistical Discrepancy",
        "Not reported",
        "International reliable",
    ];

    private readonly RowMemory<(FlagMeaning? Meaning, string System, bool IsBreak)> _known = new();

    /// <summary>Null where the flag is unknown (the context is told).</summary>
    public FlagMeaning? Of(CsvSource csv, ReadContext context, int flag, int description, out bool isBreak)
    {
        var text = flag < 0 ? [] : csv.Span(flag);
        _known.Start().With(text).With(description < 0 ? [] : csv.Span(description));
        if (!_known.TryGet(out var known))
        {
            var code = text.ToString();
            var system = SystemOf(description < 0 ? "" : csv.Text(description)) ?? (newLayout ? "faostat-new" : "faostat-old");
            known = _known.Keep((words.Flag(system, code), system, system == "faostat-new" && code == "B"));
        }

        isBreak = known.IsBreak;
        if (known.Meaning is null)
        {
            context.Unknown("flag", known.System, text.ToString(), description < 0 ? "" : csv.Text(description), csv.Line);
        }

        return known.Meaning;
    }

    private static string? SystemOf(string description) =>
        description.Length == 0 ? null
        : NewTexts.Any(t => description.StartsWith(t, StringComparison.OrdinalIgnoreCase)) ? "faostat-new"
        : OldTexts.Any(t => description.StartsWith(t, StringComparison.OrdinalIgnoreCase)) ? "faostat-old"
        : null;
}
