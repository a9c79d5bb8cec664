namespace FoodSecurity.Articles.Intake;

/// <summary>What the first lines of an article tell: its title on a line of its own, and the dateline "SEOUL, Dec. 28 (Yonhap) --".</summary>
internal static class Opening
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
            && Articles.Dateline.At(first, 0, first.Length) is null
            ? first
            : null;
    }

    /// <summary>Place, agency and, where it is stated with its year, the day of a dateline that opens a paragraph near the beginning; nulls where there is none.</summary>
    public static (string? Place, string? Agency, string? Day) Dateline(string text)
    {
        foreach (var paragraph in text[..Math.Min(text.Length, Looked)].Split('\n'))
        {
            if (Articles.Dateline.At(paragraph, 0, paragraph.Length) is { } found)
            {
                return (found.Place, found.Agency, StatedDate.Read(found.Day));
            }
        }

        return (null, null, null);
    }
}
