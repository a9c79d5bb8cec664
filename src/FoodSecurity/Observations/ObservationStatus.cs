namespace FoodSecurity.Observations;

/// <summary>What kind of figure a cell holds. The provider's own flag is kept beside it, verbatim.</summary>
public enum ObservationStatus
{
    Unspecified = 0,
    Official = 1,
    Estimated = 2,
    Imputed = 3,
    Forecast = 4,
    Provisional = 5,
    Missing = 6,
    Suppressed = 7,
    NotApplicable = 8,
}

/// <summary>Whether a printed figure is the value itself or a limit of it: "&lt;2.5" is 2.5 with <see cref="LessThan"/>.</summary>
public enum ValueBound
{
    Exact = 0,
    LessThan = 1,
    GreaterThan = 2,
}

/// <summary>Names of statuses as written in tidy files, and their SDMX CL_OBS_STATUS letters for exports.</summary>
public static class ObservationStatusCodes
{
    private static readonly Dictionary<string, ObservationStatus> ByName = new(StringComparer.Ordinal)
    {
        [""] = ObservationStatus.Unspecified,
        ["unspecified"] = ObservationStatus.Unspecified,
        ["official"] = ObservationStatus.Official,
        ["estimated"] = ObservationStatus.Estimated,
        ["imputed"] = ObservationStatus.Imputed,
        ["forecast"] = ObservationStatus.Forecast,
        ["provisional"] = ObservationStatus.Provisional,
        ["missing"] = ObservationStatus.Missing,
        ["suppressed"] = ObservationStatus.Suppressed,
        ["not-applicable"] = ObservationStatus.NotApplicable,
    };

    public static IEnumerable<string> Names => ByName.Keys.Where(n => n.Length > 0);

    public static bool TryParse(string text, out ObservationStatus status) => ByName.TryGetValue(text, out status);

    public static string Name(this ObservationStatus status) =>
        status switch
        {
            ObservationStatus.Official => "official",
            ObservationStatus.Estimated => "estimated",
            ObservationStatus.Imputed => "imputed",
            ObservationStatus.Forecast => "forecast",
            ObservationStatus.Provisional => "provisional",
            ObservationStatus.Missing => "missing",
            ObservationStatus.Suppressed => "suppressed",
            ObservationStatus.NotApplicable => "not-applicable",
            _ => "unspecified",
        };

    /// <summary>SDMX code list CL_OBS_STATUS: A normal, E estimated, I imputed, F forecast, P provisional, M missing, Q suppressed, L not applicable.</summary>
    public static string Sdmx(this ObservationStatus status) =>
        status switch
        {
            ObservationStatus.Official => "A",
            ObservationStatus.Estimated => "E",
            ObservationStatus.Imputed => "I",
            ObservationStatus.Forecast => "F",
            ObservationStatus.Provisional => "P",
            ObservationStatus.Missing => "M",
            ObservationStatus.Suppressed => "Q",
            ObservationStatus.NotApplicable => "L",
            _ => "U",
        };
}
