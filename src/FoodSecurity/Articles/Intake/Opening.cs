using System.Text.RegularExpressions;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Articles.Intake;

/// <summary>What the first lines of an article tell: its title on a line of its own, and the dateline "SEOUL, Dec. 28 (Yonhap) --".</summary>
internal static partial class Opening
{
    private const int LongestTitle = 200,
        Looked = 600;

    /// <summary>The first line where it stands alone, is short and does not end as a sentence of the text does; else null.</summary>
    public static string? Title(string text)
    {
        var lines = text.TrimStart().Split('\n', 3);
        var first = lines[0].Trim();
        return
            lines.Length > 2
            && lines[1].Trim().Length == 0
            && first.Length is > 0 and <= LongestTitle
            && first[^1] is not ('.' or ':' or ',')
            && !Line().IsMatch(first)
            ? first
            : null;
    }

    /// <summary>Place, agency and, where it is stated with its year, the day of a dateline that opens a paragraph near the beginning; nulls where there is none.</summary>
    public static (string? Place, string? Agency, string? Day) Dateline(string text)
    {
        foreach (var paragraph in text[..Math.Min(text.Length, Looked)].Split('\n'))
        {
            if (Line().Match(paragraph) is { Success: true } found)
            {
                var place = found.Groups["place"].Value.Trim(' ', ',');
                return (
                    place,
                    found.Groups["agency"].Success ? found.Groups["agency"].Value.Trim() : null,
                    StatedDate.Read(found.Groups["day"].Value)
                );
            }
        }

        return (null, null, null);
    }

    // A place in capitals, or one followed by an agency in brackets; a date may stand between; a dash ends it.
    [GeneratedRegex(
        @"^\s*(?:(?<place>\p{Lu}[\p{Lu}.'’-]{2,}(?:[ ,/]+\p{L}[\p{L}.'’-]*){0,4}?)|(?<place>\p{Lu}[\p{L}.'’-]+(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,4}?)(?=[^—–\n]{0,30}\())(?:,?\s+(?<day>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,8}\s+\d{1,2}(?:,?\s*\d{4})?|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,8}(?:,?\s*\d{4})?))?(?:,?\s*\((?<agency>[^)\n]{2,40})\))?\s*(?:—|–|--|-\s)"
    )]
    private static partial Regex Line();
}
