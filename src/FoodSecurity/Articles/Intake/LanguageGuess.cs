using System.Text;

namespace FoodSecurity.Articles.Intake;

/// <summary>The language of a text that does not state it: by its letters where they belong to one language, else by its commonest small words.</summary>
internal static class LanguageGuess
{
    private static readonly (string Language, HashSet<string> Words)[] Small =
    [
        ("en", ["the", "of", "and", "to", "in", "that", "said", "was", "for", "with", "has", "its"]),
        ("fr", ["le", "la", "les", "des", "et", "une", "dans", "est", "pour", "que", "du", "au"]),
        ("es", ["el", "la", "los", "las", "que", "una", "en", "por", "con", "del", "se", "según"]),
        ("de", ["der", "die", "das", "und", "ist", "nicht", "den", "von", "mit", "ein", "eine", "im"]),
    ];

    /// <summary>BCP 47; "en" where the text does not tell.</summary>
    public static string Of(string text)
    {
        var sample = text[..Math.Min(text.Length, 4_000)];
        int hangul = 0,
            arabic = 0,
            letters = 0;
        foreach (var rune in sample.EnumerateRunes().Where(Rune.IsLetter))
        {
            letters++;
            hangul += rune.Value is >= 0xAC00 and <= 0xD7A3 ? 1 : 0;
            arabic += rune.Value is >= 0x0600 and <= 0x06FF ? 1 : 0;
        }

        if (hangul * 3 > letters)
        {
            return "ko";
        }

        if (arabic * 3 > letters)
        {
            return "ar";
        }

        var words = sample
            .ToLowerInvariant()
            .Split([' ', '\n', '\t', ',', '.', ';', ':', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return Small.MaxBy(s => words.Count(s.Words.Contains)).Language;
    }
}
