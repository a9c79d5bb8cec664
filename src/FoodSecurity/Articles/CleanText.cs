using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FoodSecurity.Articles;

/// <summary>The text of an article in the one form that is kept: positions and hashes are of this form.</summary>
public static class CleanText
{
    /// <summary>Line ends are LF, other control characters and code points that are no characters are gone, half a surrogate pair is the replacement character; nothing else is touched.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or 0x2028 or 0x2029)
            {
                clean.Append('\n');
            }
            else if (
                rune.Value is '\n' or '\t'
                || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && rune.Value is not 0xFEFF && (rune.Value & 0xFFFE) != 0xFFFE)
            )
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Length in Unicode code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();
}
