using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>
/// Names of areas as a newspaper writes them: names and aliases of <c>areas.csv</c>, capitals that stand for governments, adjectives and peoples of <c>demonyms.csv</c>,
/// and the press usage of <c>LANGUAGE/places.csv</c>, whose rows come first.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly LexiconRow Nothing = new("places", "", new Dictionary<string, string>());

    public Gazetteer(string folder, string language, Vocabulary vocabulary, WordList words)
    {
        foreach (var r in SeedTable.Read(Path.Combine(folder, language), "places.csv", "phrase", "area", "kind", "needs", "part"))
        {
            foreach (var code in r.List("area").Where(a => !vocabulary.Areas.ContainsKey(a)))
            {
                throw new DataFormatException(new DataProblem("places.csv", r.Line, "area", code, "a code of areas.csv"));
            }

            Add(
                "places",
                r["phrase"],
                "places.csv",
                r.Line,
                words,
                ("area", r["area"]),
                ("kind", r["kind"]),
                ("needs", r["needs"]),
                ("part", r["part"])
            );
        }

        foreach (var r in SeedTable.Read(folder, "capitals.csv", "area", "language", "name").Where(r => r["language"] == language))
        {
            Add("capitals", r["name"], "capitals.csv", r.Line, words, ("area", Known(vocabulary, r, "capitals.csv")), ("kind", "capital"));
        }

        foreach (var r in SeedTable.Read(folder, "demonyms.csv", "area", "language", "words").Where(r => r["language"] == language))
        {
            foreach (var word in r.List("words"))
            {
                Add("demonyms", word, "demonyms.csv", r.Line, words, ("area", Known(vocabulary, r, "demonyms.csv")), ("kind", "adjective"));
            }
        }

        foreach (var area in vocabulary.Areas.Values.Where(a => a.Code != "WORLD").OrderBy(a => a.Level == AreaLevel.Country ? 0 : 1))
        {
            var own = language switch
            {
                "fr" => area.NameFrench,
                "es" => area.NameSpanish,
                "ar" => area.NameArabic,
                "ko" => area.NameKorean,
                _ => area.Name,
            };
            foreach (var name in area.Aliases.Prepend(area.Name).Prepend(own).Where(IsPrintedInText))
            {
                Add(
                    "areas",
                    name,
                    "areas.csv",
                    0,
                    words,
                    ("area", area.Code),
                    ("kind", area.Level == AreaLevel.Aggregate ? "group" : "name")
                );
            }
        }
    }

    public PhraseTrie Names { get; } = new();

    /// <summary>A row for an area that follows from the context alone.</summary>
    public static LexiconRow FromContext => Nothing;

    /// <summary>Forms of databases ("Korea, Dem. Rep.", "Congo (Kinshasa)") are not words of a sentence.</summary>
    private static bool IsPrintedInText(string name) =>
        name.Length > 1 && !name.Contains(',') && !name.Contains('(') && !name.Contains('>');

    private static string Known(Vocabulary vocabulary, SeedRow row, string table) =>
        vocabulary.Areas.ContainsKey(row["area"])
            ? row["area"]
            : throw new DataFormatException(new DataProblem(table, row.Line, "area", row["area"], "a code of areas.csv"));

    private void Add(string table, string phrase, string file, long line, WordList words, params (string Name, string Value)[] cells)
    {
        var row = new LexiconRow(table, phrase, cells.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal));
        Names.Add(PhrasePattern.Read(phrase, words, file, line), row);
    }
}
