using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Ipc;

/// <summary>
/// Tells apart two analyses of one month, place and validity period. Nothing in the files names them but the population they analysed (Ethiopia,
/// May 2021: 56,346,877 people of the whole analysis and 8,980,967 of Tigray and its neighbours alone): the analysis that stands first is the
/// plain one, another with another population carries that population. One that analysed the same people is a repeat and not told apart.
/// </summary>
internal sealed class IpcAnalyses
{
    private readonly Dictionary<
        (string Edition, string Area, string Level1, string Part, string Validity, Period Window),
        (string First, string Now)
    > _known = [];

    /// <summary>The population analysed, as printed, of an analysis that is not the first of its place; else empty.</summary>
    /// <param name="edition">Month of the analysis.</param>
    /// <param name="place">Where.</param>
    /// <param name="validity">Current or which projection.</param>
    /// <param name="window">From when to when its figures hold.</param>
    /// <param name="analysed">The population analysed where the row prints it, which begins an analysis; else null.</param>
    public string Mark(string edition, IpcPlace place, string validity, Period window, string? analysed)
    {
        var key = (edition, place.Area, place.Level1, place.Part, validity, window);
        if (!_known.TryGetValue(key, out var known))
        {
            if (analysed is { } first)
            {
                _known[key] = (first, first);
            }

            return "";
        }

        if (analysed is { } now && now != known.Now)
        {
            known = _known[key] = (known.First, now);
        }

        return known.Now == known.First ? "" : known.Now;
    }
}
