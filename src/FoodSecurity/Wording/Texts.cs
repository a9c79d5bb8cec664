using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace FoodSecurity.Wording;

/// <summary>
/// Every sentence the program makes, by key, from resource files per language (<c>Wording/Texts.en.json</c>, and <c>Texts.en.topic.json</c> for a topic). Placeholders are numbered, {0}, {1};
/// keys that end alike but for ".one", ".other" … are chosen by number (<see cref="Plurals"/>). What a translation lacks, or leaves empty, is said in English.
/// </summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<string, Texts> Loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _sentences;

    private Texts(string language, IEnumerable<KeyValuePair<string, string>> sentences) =>
        (Language, _sentences) = (language, sentences.Where(s => s.Value.Length > 0).ToFrozenDictionary(StringComparer.Ordinal));

    public static Texts English => For("en");

    /// <summary>Code of the language these texts are in.</summary>
    public string Language { get; }

    /// <summary>The keys this language has a text of its own for.</summary>
    public IEnumerable<string> Keys => _sentences.Keys;

    /// <summary>Codes of the languages that have texts of their own.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. typeof(Texts)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("FoodSecurity.Wording.Texts.", StringComparison.Ordinal))
            .Select(n => n.Split('.')[3])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The texts of a language; a language without a file of its own is English.</summary>
    public static Texts For(string language) => Loaded.GetOrAdd(language, l => Languages.Contains(l) ? Read(l)
            : l == "en" ? throw new InvalidOperationException("No Wording/Texts.en.json.")
            : English);

    /// <summary>A translation that comes from elsewhere than the resource files.</summary>
    public static Texts Of(string language, IEnumerable<KeyValuePair<string, string>> sentences) => new(language, sentences);

    /// <summary>The sentence with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">No sentence has this key: a mistake of ours that a test should have caught.</exception>
    public string this[string key, params object[] values] =>
        values.Length == 0 ? Raw(key) : string.Format(CultureInfo.InvariantCulture, Raw(key), values);

    /// <summary>The sentence with its places still open.</summary>
    /// <exception cref="KeyNotFoundException">No sentence has this key.</exception>
    public string Raw(string key) =>
        _sentences.TryGetValue(key, out var sentence) ? sentence
        : Language != "en" ? English.Raw(key)
        : throw new KeyNotFoundException($"No text \"{key}\" in Wording/Texts.en*.json.");

    /// <summary>The sentence for a number, of the form the language has for it; the number itself is {0}.</summary>
    public string Count(string key, long number, params object[] values) => this[KeyFor(key, number), [number, .. values]];

    /// <summary>The key of the form for a number: "key.one" for 1 in English, else "key.other"; other languages have other forms.</summary>
    public string KeyFor(string key, long number)
    {
        var form = $"{key}.{Plurals.Form(Language, number)}";
        return _sentences.ContainsKey(form) ? form
            : _sentences.ContainsKey(key + ".other") ? key + ".other"
            : Language != "en" ? English.KeyFor(key, number)
            : form;
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public string List(IReadOnlyList<string> parts) =>
        parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => string.Join(this["list.comma"], parts.Take(parts.Count - 1)) + this["list.and"] + parts[^1],
        };

    private static Texts Read(string language)
    {
        var assembly = typeof(Texts).Assembly;
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var file in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith($"FoodSecurity.Wording.Texts.{language}.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, sentence) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                sentences.Add(key, sentence);
            }
        }

        return new Texts(language, sentences);
    }
}
