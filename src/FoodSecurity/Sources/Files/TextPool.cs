namespace FoodSecurity.Sources.Files;

/// <summary>One string for each text that comes again and again (years, flags, figures). Forgets everything when full, so memory stays level.</summary>
internal sealed class TextPool
{
    private const int Most = 60_000;
    private const int Longest = 120;

    // Flags.
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public TextPool() => _bySpan = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        if (text.Length == 1 && text[0] < Letters.Length)
        {
            return Letters[text[0]];
        }

        if (_bySpan.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = text.ToString();
        if (made.Length <= Longest)
        {
            if (_texts.Count >= Most)
            {
                _texts.Clear();
            }

            _texts.Add(made, made);
        }

        return made;
    }
}
