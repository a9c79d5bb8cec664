namespace FoodSecurity.Articles.Anchors;

/// <summary>A passage by its words and their surroundings (TextQuoteSelector) and by its place (TextPositionSelector), which must agree.</summary>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">Up to 32 code points before.</param>
/// <param name="Suffix">Up to 32 code points after.</param>
/// <param name="Start">In Unicode code points from 0.</param>
/// <param name="End">Exclusive.</param>
public sealed record TextAnchor(string Exact, string Prefix, string Suffix, int Start, int End)
{
    /// <summary>Code points of surroundings kept on each side.</summary>
    public const int Context = 32;

    /// <summary>The passage at a place of a text.</summary>
    public static TextAnchor At(CodePoints text, int start, int end) =>
        new(text.Slice(start, end), text.Slice(start - Context, start), text.Slice(end, end + Context), start, end);
}

/// <summary>Where a passage was found again.</summary>
/// <param name="State">How.</param>
/// <param name="Anchor">The passage as it stands in the text now; null where it is orphaned.</param>
/// <param name="Likeness">1 for the same words; less where they differ; 0 where it is orphaned.</param>
public sealed record Placed(AnchorState State, TextAnchor? Anchor, double Likeness)
{
    /// <summary>Not found, or not to be told from another passage.</summary>
    public static readonly Placed Nowhere = new(AnchorState.Orphaned, null, 0);
}
