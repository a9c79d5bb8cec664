using System.Globalization;
using System.Text;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A name as a word of an address: "Eldoret town (Uasin Gishu)" is "eldoret-town-uasin-gishu".</summary>
public static class AddressWord
{
    private const int Longest = 80;

    /// <summary>Letters without accents and digits in lower case, all else one hyphen; empty where no letter is Latin.</summary>
    public static string Of(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (
            var c in text.Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’'))
        )
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0 && word[^1] != '-')
            {
                word.Append('-');
            }
        }

        return word.ToString(0, Math.Min(word.Length, Longest)).Trim('-');
    }

    /// <summary>True for what <see cref="Of"/> may give.</summary>
    public static bool Is(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
