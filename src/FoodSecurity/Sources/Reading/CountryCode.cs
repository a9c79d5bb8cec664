using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Reading;

/// <summary>ISO 3166 alpha-3 codes in files of publishers who use them in their plain sense: CHN is mainland China here, as in our own list.</summary>
internal static class CountryCode
{
    public static string? Area(Vocabulary words, string iso3) =>
        words.Area("iso3", iso3)
        ?? (words.Areas.TryGetValue(iso3, out var area) && area.Code == iso3 && area.Level == AreaLevel.Country ? iso3 : null);
}
