namespace FoodSecurity.Wording;

/// <summary>Which form of a word a whole number takes in a language: the cardinal rules of the Unicode CLDR (unicode.org/cldr, plurals.xml), for the languages below; others count like English.</summary>
public static class Plurals
{
    /// <summary>"zero", "one", "two", "few", "many" or "other".</summary>
    public static string Form(string language, long number)
    {
        var n = Math.Abs(number);
        long ten = n % 10,
            hundred = n % 100;
        return language.Split('-')[0] switch
        {
            "ja" or "ko" or "zh" or "vi" or "th" or "id" or "ms" => "other",
            "fr" or "pt" => n < 2 ? "one" : "other",
            "ru" or "uk" or "be" => ten == 1 && hundred != 11 ? "one"
            : ten is >= 2 and <= 4 && hundred is < 12 or > 14 ? "few"
            : "many",
            "pl" => n == 1 ? "one"
            : ten is >= 2 and <= 4 && hundred is < 12 or > 14 ? "few"
            : "many",
            "cs" or "sk" => n == 1 ? "one"
            : n is >= 2 and <= 4 ? "few"
            : "other",
            "ar" => n switch
            {
                0 => "zero",
                1 => "one",
                2 => "two",
                _ => hundred is >= 3 and <= 10 ? "few"
                : hundred >= 11 ? "many"
                : "other",
            },
            _ => n == 1 ? "one" : "other",
        };
    }

    /// <summary>Every form whole numbers take in a language.</summary>
    public static IReadOnlyList<string> Forms(string language) => [.. Enumerable.Range(0, 200).Select(n => Form(language, n)).Distinct()];
}
