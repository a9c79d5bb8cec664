using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>The table <c>words.csv</c> of a language: which small words have which uses.</summary>
internal sealed class WordUses
{
    private readonly WordUse[] _uses;

    /// <exception cref="DataFormatException">The table names a use there is not, or a word of several parts.</exception>
    public WordUses(string folder, WordList words)
    {
        var uses = new Dictionary<int, WordUse>();
        var spelling = Spelling.Plain;
        foreach (var r in SeedTable.Read(folder, "words.csv", "use", "words"))
        {
            if (Spelled(spelling, r) is { } changed)
            {
                spelling = changed;
                continue;
            }

            if (
                !Enum.TryParse<WordUse>(r["use"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var use)
                || use == WordUse.None
            )
            {
                throw Wrong(
                    r,
                    "use",
                    r["use"],
                    "one of " + string.Join(", ", Enum.GetNames<WordUse>().Skip(1)) + ", in small letters with hyphens"
                );
            }

            foreach (var word in r.List("words"))
            {
                var number = word.Contains(' ') ? throw Wrong(r, "words", word, "words without spaces, parted by |") : words.Add(word);
                uses[number] = uses.GetValueOrDefault(number) | use;
            }
        }

        words.Spelling = spelling;
        _uses = new WordUse[uses.Count == 0 ? 0 : uses.Keys.Max() + 1];
        foreach (var (number, use) in uses)
        {
            _uses[number] = use;
        }
    }

    public WordUse Of(in Token token) => (uint)token.Word < (uint)_uses.Length ? _uses[token.Word] : WordUse.None;

    private static Spelling? Spelled(Spelling known, SeedRow row) =>
        row["use"] switch
        {
            "decimal-mark" => known with { DecimalMark = Mark(row) },
            "group-mark" => known with { GroupMark = Mark(row) },
            "ending" => known with { Endings = row.List("words") },
            "elision" => known with { Elisions = row.List("words") },
            _ => null,
        };

    private static char Mark(SeedRow row) => row["words"] is [var mark] ? mark : throw Wrong(row, "words", row["words"], "one mark");

    private static DataFormatException Wrong(SeedRow row, string column, string value, string expected) =>
        new(new DataProblem("words.csv", row.Line, column, value, expected));
}
