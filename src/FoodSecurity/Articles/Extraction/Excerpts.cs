using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction;

/// <summary>What of a sentence is quoted.</summary>
internal static class Excerpts
{
    /// <summary>Nothing longer than a stored excerpt may be: the rest is cut at the last word that fits.</summary>
    public static (int Start, int End) Cap(Sentence sentence, int start, int end)
    {
        if (end - start <= ArticleFile.LongestExcerpt)
        {
            return (start, end);
        }

        var last = start;
        foreach (var token in sentence.Tokens)
        {
            if (token.Start >= start && token.End - start <= ArticleFile.LongestExcerpt)
            {
                last = token.End;
            }
        }

        return (start, last > start ? last : start + ArticleFile.LongestExcerpt);
    }
}
