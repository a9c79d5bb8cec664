using System.Text.RegularExpressions;

namespace FoodSecurity.Wording;

/// <summary>What a translation lacks and what does not fit, against the English texts.</summary>
public static partial class TranslationGaps
{
    /// <summary>Keys without a text of the language, in order; a text that is chosen by number is needed in each of the language's forms.</summary>
    public static IReadOnlyList<string> Missing(Texts translation)
    {
        var own = translation.Keys.ToHashSet(StringComparer.Ordinal);
        return [.. Needed(translation.Language).Where(k => !own.Contains(k)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Texts whose key nobody asks for, and texts with another set of places ({0}) or marks (&lt;here&gt;) than the English one, each with what is wrong.</summary>
    public static IReadOnlyList<string> Misfits(Texts translation)
    {
        var needed = Needed(translation.Language).ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var key in translation.Keys.Order(StringComparer.Ordinal))
        {
            if (!needed.Contains(key))
            {
                wrong.Add($"{key}: no English text has this key");
            }
            else if (Difference(Places(translation.Raw(key)), key) is { } said)
            {
                wrong.Add($"{key}: {said}");
            }
        }

        return wrong;
    }

    private static string? Difference(HashSet<string> places, string key)
    {
        // A form for one number need not say it: "one warning" has no {0}.
        var isCounted = !Texts.English.Keys.Contains(key) || IsCounted(key);
        var english = isCounted
            ? [.. Texts.English.Keys.Where(k => IsCounted(k) && Stem(k) == Stem(key)).SelectMany(k => Places(Texts.English.Raw(k)))]
            : Places(Texts.English.Raw(key));
        return isCounted ? (places.IsSubsetOf(english) ? null : Say())
            : places.SetEquals(english) ? null
            : Say();

        string Say() => $"has {Words(places)}, English has {Words(english)}";
        static string Words(HashSet<string> said) => said.Count == 0 ? "no place" : string.Join(' ', said.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Needed(string language) =>
        Texts.English.Keys.SelectMany(k => IsCounted(k) ? Plurals.Forms(language).Select(f => Stem(k) + "." + f) : [k]).Distinct();

    private static bool IsCounted(string key) =>
        (key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".other", StringComparison.Ordinal))
        && Texts.English.Keys.Contains(Stem(key) + ".other");

    private static string Stem(string key) => key[..key.LastIndexOf('.')];

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+\}|</?[a-z][a-z-]*>")]
    private static partial Regex Place();
}
