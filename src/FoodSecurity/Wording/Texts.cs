using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace FoodSecurity.Wording;

/// <summary>
/// Every sentence the program makes, by key, from resource files per language (<c>Wording/Texts.en.json</c>, and <c>Texts.en.topic.json</c> for a topic). Placeholders are numbered, {0}, {1};
/// a key with ".one" beside ".other" is chosen by number.
/// </summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<string, Texts> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _sentences;

    private Texts(Dictionary<string, string> sentences) => _sentences = sentences;

    public static Texts English => For("en");

    public IEnumerable<string> Keys => _sentences.Keys;

    /// <summary>Codes of the languages that have texts of their own.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. typeof(Texts).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("FoodSecurity.Wording.Texts.", StringComparison.Ordinal)).Select(n => n.Split('.')[3]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The texts of a language; a language without a file of its own falls back to English.</summary>
    public static Texts For(string language) => Loaded.GetOrAdd(language, Read);

    /// <summary>The sentence with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">No sentence has this key: a mistake of ours that a test should have caught.</exception>
    public string this[string key, params object[] values] =>
        _sentences.TryGetValue(key, out var sentence)
            ? values.Length == 0 ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, values)
            : throw new KeyNotFoundException($"No text \"{key}\" in Wording/Texts.en*.json.");

    /// <summary>The sentence for a number: key.one for 1, else key.other; the number itself is {0}.</summary>
    public string Count(string key, int number, params object[] values) =>
        this[key + (number == 1 ? ".one" : ".other"), [number, .. values]];

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public string List(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => string.Join(this["list.comma"], parts.Take(parts.Count - 1)) + this["list.and"] + parts[^1],
    };

    private static Texts Read(string language)
    {
        var assembly = typeof(Texts).Assembly;
        var files = Files(language).Any() ? Files(language) : Files("en");
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, sentence) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                sentences.Add(key, sentence);
            }
        }

        return new Texts(sentences);

        IEnumerable<string> Files(string code) =>
            assembly.GetManifestResourceNames().Where(n => n.StartsWith($"FoodSecurity.Wording.Texts.{code}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }
}
