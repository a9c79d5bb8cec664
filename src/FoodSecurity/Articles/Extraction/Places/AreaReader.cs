using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Places;

/// <summary>Finds the areas of a sentence, and the places below them.</summary>
internal static class AreaReader
{
    private const int LongestName = 3;

    public static void Read(Sentence sentence, Lexicon lexicon, IReadOnlyDictionary<string, int> known)
    {
        var tokens = sentence.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!sentence.IsFree(at, at + 1) || lexicon.Areas.Names.Match(tokens, at, sentence.FreeEnd(at), lexicon) is not { } match)
            {
                if (Division(sentence, at) is { } division)
                {
                    sentence.Areas.Add(division);
                }

                continue;
            }

            var row = match.Row;
            var needs = row["needs"];
            if (IsPerson(tokens, row, at, match.End) || (row["area"].Length > 0 && IsSpeakersName(sentence, at, match.End)))
            {
                sentence.NamesPerson = true;
                continue;
            }

            if (needs.Length > 0 && !needs.Split('|').Any(known.ContainsKey))
            {
                continue;
            }

            if (!row.Is("kind", "none"))
            {
                sentence.Areas.Add(new AreaMark(at, match.End, row["area"], row["kind"], Part(sentence, row, at, match.End), row));
                sentence.Take(at, match.End);
            }

            at = match.End - 1;
        }
    }

    /// <summary>"Michael Jordan", "Chad Miller": names of countries that are also those of people, beside another name no table knows.</summary>
    public static bool IsPerson(List<Token> tokens, LexiconRow row, int first, int end) =>
        row.Is("kind", "ambiguous") && (IsName(tokens, end) || (first > 0 && IsName(tokens, first - 1)));

    /// <summary>A word behind an unknown name and before a word of saying: "Anita Rice said".</summary>
    public static bool IsSpeakersName(Sentence sentence, int first, int end) =>
        first > 0
        && end == first + 1
        && sentence.Tokens[first].Letters == Letters.Capital
        && IsName(sentence.Tokens, first - 1)
        && sentence.Marks.Exists(m => m.Layer == Layer.Speech && m.First == end && m.Row.Is("form", "subject"));

    /// <summary>The words for a part of an area: the place itself, or "northern" before it.</summary>
    private static string Part(Sentence sentence, LexiconRow row, int first, int end)
    {
        if (row["part"].Length > 0)
        {
            return row["part"];
        }

        if (row.Is("kind", "part"))
        {
            return sentence.Words(first, end);
        }

        return sentence.Marks.Find(m => m.Layer == Layer.Scope && m.Row.Is("kind", "before") && m.End == first) is { } before
            ? sentence.Words(before.First, end)
            : "";
    }

    /// <summary>"Kassala State", "Gedo region": a place below the country that no table knows; the country is that of the context.</summary>
    private static AreaMark? Division(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        if (!IsName(tokens, at) || at == 0 || !sentence.IsFree(at, at + 1))
        {
            return null;
        }

        var end = at + 1;
        while (end < tokens.Count && end - at < LongestName && IsName(tokens, end))
        {
            end++;
        }

        return sentence.Is(end, WordUse.Division)
            ? new AreaMark(at, end + 1, "", "division", sentence.Words(at, end + 1), Gazetteer.FromContext)
            : null;
    }

    private static bool IsName(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at] is { Kind: TokenKind.Word, Letters: Letters.Capital, Word: -1 } && !tokens[at].Joined;
}
