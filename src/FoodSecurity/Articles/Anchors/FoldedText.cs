using System.Globalization;
using System.Text;

namespace FoodSecurity.Articles.Anchors;

/// <summary>
/// A text as it is compared, whichever way it is written: one blank for any run of blanks, plain quotation marks, apostrophes, dashes and ellipses, letters composed (Unicode
/// normalization form C), without what nobody sees (soft hyphens, zero-width blanks, variation selectors). Letters, figures and their order are never touched. Each code point
/// knows the place it came from.
/// </summary>
public sealed class FoldedText
{
    private readonly List<int> _starts;
    private readonly List<int> _ends;

    private FoldedText(CodePoints points, List<int> starts, List<int> ends)
    {
        Points = points;
        _starts = starts;
        _ends = ends;
    }

    public CodePoints Points { get; }

    public static FoldedText Of(CodePoints points)
    {
        var text = points.Slice(0, points.Length);
        var folded = new List<int>(points.Length);
        var (starts, ends) = (new List<int>(points.Length), new List<int>(points.Length));
        var at = 0;
        for (var i = 0; i < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(i));
            var element = text.Substring(i, length);
            i += length;
            var began = at;
            at += element.EnumerateRunes().Count();
            var composed =
                length == 1 || element.IsNormalized(NormalizationForm.FormC) ? element : element.Normalize(NormalizationForm.FormC);
            var place = began;
            foreach (var rune in composed.EnumerateRunes())
            {
                // Of a letter that was composed nothing but the whole has a place.
                var (from, to) = ReferenceEquals(composed, element) ? (place, ++place) : (began, at);
                if (IsUnseen(rune))
                {
                    continue;
                }

                if (Rune.IsWhiteSpace(rune) && folded.Count > 0 && folded[^1] == ' ')
                {
                    ends[^1] = to;
                    continue;
                }

                foreach (var plain in Plain(rune).EnumerateRunes())
                {
                    folded.Add(plain.Value);
                    starts.Add(from);
                    ends.Add(to);
                }
            }
        }

        return new FoldedText(new CodePoints(folded), starts, ends);
    }

    /// <summary>The place in the text itself that a passage of the folded one came from.</summary>
    public (int Start, int End) Origin(int start, int end) => (_starts[start], _ends[end - 1]);

    private static bool IsUnseen(Rune rune) => rune.Value is 0x00AD or 0x200B or 0x2060 or 0xFEFF or 0xFE0E or 0xFE0F;

    private static string Plain(Rune rune) =>
        rune.Value switch
        {
            '“' or '”' or '„' or '«' or '»' or '″' => "\"",
            '‘' or '’' or '‚' or '′' => "'",
            '…' => "...",
            _ when Rune.IsWhiteSpace(rune) => " ",
            _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation ? "-" : rune.ToString(),
        };
}
