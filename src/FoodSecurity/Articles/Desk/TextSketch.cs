using System.Globalization;
using System.Text;

namespace FoodSecurity.Articles.Desk;

/// <summary>
/// A short mark of a text by which nearly equal texts are found: the smallest hashes of its runs of five words (a "bottom-k sketch": A. Broder, On the
/// resemblance and containment of documents, 1997). The share of equal runs of two texts (their Jaccard index) is estimated from the marks alone;
/// with 128 hashes its standard error is at most 0.045. Case, punctuation, marks on letters and space do not count.
/// </summary>
public static class TextSketch
{
    /// <summary>From this share of common runs two texts are told as nearly the same: about one sentence in three differs.</summary>
    public const double NearlySame = 0.5;

    private const int Run = 5,
        Kept = 128,
        Digits = 8;

    /// <summary>The mark as hexadecimal digits, eight for each hash, in rising order; "" for a text without a word.</summary>
    public static string Of(string text)
    {
        var words = Words(text);
        var hashes = new SortedSet<uint>();
        for (var i = 0; i == 0 || i <= words.Count - Run; i++)
        {
            if (words.Count == 0)
            {
                break;
            }

            var hash = 2166136261u;
            foreach (var word in words.Skip(i).Take(Run))
            {
                foreach (var c in word)
                {
                    hash = (hash ^ c) * 16777619u;
                }

                hash = (hash ^ ' ') * 16777619u;
            }

            hashes.Add(Mixed(hash));
            if (hashes.Count > Kept)
            {
                hashes.Remove(hashes.Max);
            }
        }

        return string.Concat(hashes.Select(h => h.ToString("x8", CultureInfo.InvariantCulture)));
    }

    /// <summary>Estimated share of common runs of two texts by their marks, 0 to 1.</summary>
    public static double Share(string one, string other)
    {
        int i = 0,
            j = 0,
            seen = 0,
            both = 0;
        while (i < one.Length && j < other.Length && seen < Kept)
        {
            // Hexadecimal digits of one length stand in the order of their numbers.
            var order = string.CompareOrdinal(one, i, other, j, Digits);
            i += order <= 0 ? Digits : 0;
            j += order >= 0 ? Digits : 0;
            both += order == 0 ? 1 : 0;
            seen++;
        }

        seen += Math.Min(Kept - seen, (one.Length - i + other.Length - j) / Digits);
        return seen == 0 ? 0 : (double)both / seen;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (
                word.Length > 0
                && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate)
                && c is not ('\'' or '’')
            )
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    // FNV's high bits move little with the last letters: mixed as MurmurHash3 ends.
    private static uint Mixed(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85ebca6bu;
        h = (h ^ (h >> 13)) * 0xc2b2ae35u;
        return h ^ (h >> 16);
    }
}
