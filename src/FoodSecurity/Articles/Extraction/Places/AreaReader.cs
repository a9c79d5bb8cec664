using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Places;

/// <summary>Finds the areas of a sentence.</summary>
internal static class AreaReader
{
    public static void Read(Sentence sentence, Lexicon lexicon, IReadOnlyDictionary<string, int> known)
    {
        var tokens = sentence.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!sentence.IsFree(at, at + 1) || lexicon.Areas.Names.Match(tokens, at, sentence.FreeEnd(at), lexicon) is not { } match)
            {
                continue;
            }

            var row = match.Row;
            var area = row["area"];
            var needs = row["needs"];
            if (needs.Length > 0 && !needs.Split('|').Any(known.ContainsKey) || IsPerson(sentence, lexicon, row, at, match.End))
            {
                continue;
            }

            if (row.Is("kind", "none"))
            {
                at = match.End - 1;
                continue;
            }

            sentence.Areas.Add(new AreaMark(at, match.End, area, row["kind"], row["part"], row));
            sentence.Take(at, match.End);
            at = match.End - 1;
        }
    }

    /// <summary>"Michael Jordan", "Chad Miller", "Jordan Peele": names that are also those of people, beside another name no table knows.</summary>
    private static bool IsPerson(Sentence sentence, Lexicon lexicon, LexiconRow row, int first, int end)
    {
        if (!row.Is("kind", "ambiguous"))
        {
            return false;
        }

        var tokens = sentence.Tokens;
        return IsName(tokens, end, lexicon) || (first > 0 && IsName(tokens, first - 1, lexicon));
    }

    private static bool IsName(List<Token> tokens, int at, Lexicon lexicon) =>
        at < tokens.Count
        && tokens[at] is { Kind: TokenKind.Word, Letters: Letters.Capital, Word: -1 }
        && !tokens[at].Joined
        && lexicon.Language.Length > 0;
}
