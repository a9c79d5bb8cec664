using FoodSecurity.Articles.Extraction.Lexicons;

namespace FoodSecurity.Articles.Extraction.Sentences;

/// <summary>An area named in a sentence. Area is empty for a place that has no code of its own: then no other area may take its place.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
/// <param name="Area">Area code or "".</param>
/// <param name="Kind">name, adjective, capital, group, press.</param>
/// <param name="Part">Part of the country the words name, or "".</param>
/// <param name="Row">The row that says so.</param>
internal sealed record AreaMark(int First, int End, string Area, string Kind, string Part, LexiconRow Row)
{
    /// <summary>Part of what a speaker is called, or a partner in trade: not what the sentence is about.</summary>
    public bool IsAside { get; init; }
}
