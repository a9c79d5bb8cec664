namespace FoodSecurity.Articles.Anchors;

/// <summary>
/// Where a passage that somebody typed or pasted stands in a text: as it is, else without regard to how blanks, quotation marks, apostrophes and dashes are written,
/// which change on the way through a clipboard (<see cref="FoldedText"/>). What is quoted in the end are always the text's own characters.
/// </summary>
public static class QuotePlaces
{
    /// <summary>Every place, the first one first; none where the words do not stand there.</summary>
    public static IReadOnlyList<TextAnchor> Find(CodePoints text, string quote)
    {
        var plain = new CodePoints(CleanText.Of(quote).Trim());
        var places = text.Find(plain);
        if (places.Count > 0)
        {
            return [.. places.Select(p => TextAnchor.At(text, p, p + plain.Length))];
        }

        var sought = plain.Folded.Points;
        return
        [
            .. text
                .Folded.Points.Find(sought)
                .Select(p => text.Folded.Origin(p, p + sought.Length))
                .Select(p => TextAnchor.At(text, p.Start, p.End)),
        ];
    }
}
