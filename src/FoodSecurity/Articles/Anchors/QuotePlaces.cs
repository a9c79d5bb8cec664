using System.Globalization;
using System.Text;

namespace FoodSecurity.Articles.Anchors;

/// <summary>
/// Where a passage that somebody typed or pasted stands in a text: as it is, else without regard to how blanks, quotation marks, apostrophes and dashes are written,
/// which change on the way through a clipboard. What is quoted in the end are always the text's own characters.
/// </summary>
public static class QuotePlaces
{
    /// <summary>Every place, the first one first; none where the words do not stand there.</summary>
    public static IReadOnlyList<TextAnchor> Find(CodePoints text, string quote)
    {
        var wanted = CleanText.Of(quote).Trim();
        var plain = new CodePoints(wanted);
        var places = text.Find(plain);
        if (places.Count > 0)
        {
            return [.. places.Select(p => TextAnchor.At(text, p, p + plain.Length))];
        }

        var (loose, origins) = Loosened(text.Span);
        var (sought, _) = Loosened(plain.Span);
        return [.. new CodePoints(loose).Find(new CodePoints(sought)).Select(p => TextAnchor.At(text, origins[p], origins[p + Length(sought) - 1] + 1))];
    }

    /// <summary>The text with one blank for any run of them and plain marks, and for each code point of it the position it came from.</summary>
    private static (string Text, List<int> Origins) Loosened(ReadOnlySpan<int> points)
    {
        var text = new StringBuilder(points.Length);
        var origins = new List<int>(points.Length);
        var afterBlank = false;
        for (var i = 0; i < points.Length; i++)
        {
            var rune = new Rune(points[i]);
            var isBlank = Rune.IsWhiteSpace(rune);
            if (isBlank && afterBlank)
            {
                continue;
            }

            afterBlank = isBlank;
            text.Append(isBlank ? " " : Plain(rune));
            origins.Add(i);
        }

        return (text.ToString(), origins);
    }

    private static string Plain(Rune rune) => rune.Value switch
    {
        '“' or '”' or '„' or '«' or '»' or '″' => "\"",
        '‘' or '’' or '‚' or '′' => "'",
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation ? "-" : rune.ToString(),
    };

    private static int Length(string text) => text.EnumerateRunes().Count();
}
