using System.Globalization;

namespace FoodSecurity.Wording;

/// <summary>What a language is called, by its tag.</summary>
public static class LanguageName
{
    /// <summary>"Korean" for ko, "Portuguese (Brazil)" for pt-BR; the tag itself where it names none that is known.</summary>
    public static string English(string tag)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(tag).EnglishName;
            return
                name.Length == 0
                || name.StartsWith("Unknown", StringComparison.Ordinal)
                || name.StartsWith("Invariant", StringComparison.Ordinal)
                ? tag
                : name;
        }
        catch (CultureNotFoundException)
        {
            // A tag may be well formed and be nobody's.
            return tag;
        }
    }
}
