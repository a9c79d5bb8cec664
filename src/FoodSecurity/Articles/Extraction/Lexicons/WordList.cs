namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>Numbers for all words the tables know, so that text is compared as numbers and unknown words cost nothing.</summary>
internal sealed class WordList
{
    private const int LongestWord = 48;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _find;

    /// <summary>How the language is written; set before phrases are read.</summary>
    public Spelling Spelling { get; set; } = Spelling.Plain;

    public WordList() => _find = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[Math.Min(word.Length, LongestWord)];
        small = small[..Fold(word, small)];
        if (!_find.TryGetValue(small, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(small.ToString(), number);
        }

        return number;
    }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return -1;
        }

        Span<char> small = stackalloc char[word.Length];
        small = small[..Fold(word, small)];
        return _find.TryGetValue(small, out var number) ? number : -1;
    }

    /// <summary>Small letters, straight apostrophes and quotes, no dots inside abbreviations: "U.S." and "US" are one word.</summary>
    private static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c == '.' && word.Length > 1 || length == into.Length)
            {
                continue;
            }

            into[length++] = c switch
            {
                '’' or '‘' => '\'',
                '“' or '”' => '"',
                '–' or '−' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }

        return length;
    }
}
