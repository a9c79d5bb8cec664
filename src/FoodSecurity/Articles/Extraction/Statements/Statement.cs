using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>What a clause says and of what: an indicator with the word that says how it stands or moves. Move is null where the indicator itself says it ("famine") or only a figure stands beside it.</summary>
internal sealed record Statement(Mark? Indicator, Mark? Move, IReadOnlyList<(string Item, Mark? Mark)> Items, bool IsInherited)
{
    public int At => Indicator?.First ?? Move?.First ?? 0;

    /// <summary>How many words stand between two finds; 0 where they touch.</summary>
    public static int Gap(Mark a, Mark b) =>
        a.First >= b.End ? a.First - b.End
        : b.First >= a.End ? b.First - a.End
        : 0;
}
