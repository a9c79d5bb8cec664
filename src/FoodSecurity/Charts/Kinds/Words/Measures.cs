using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>All measures that have words of their own; a new one is its class and its line here.</summary>
internal static class Measures
{
    private static readonly IReadOnlyList<MeasureWords> All = [new OutputWords(), new MeanWords(), new HungerWords(), new DeficitWords()];

    /// <summary>The words for what is drawn; null where several places or measures are, or nothing special is to be said.</summary>
    public static MeasureWords? WordsFor(KindParts parts) => parts.Input.Scale == ChartScale.Total ? WordsFor(parts.Series) : null;

    /// <summary>The notes for under the picture; or none.</summary>
    public static IEnumerable<string> Notes(KindParts parts) => WordsFor(parts)?.Notes(parts) ?? [];

    /// <summary>Elements to be read beside some lines, of their source.</summary>
    public static IReadOnlyList<string> BesideOf(IReadOnlyList<LabelledSeries> lines) => WordsFor(lines)?.Beside ?? [];

    private static MeasureWords? WordsFor(IReadOnlyList<LabelledSeries> series) =>
        series.Select(s => (s.Series.Key.Area, s.Series.Key.Element)).Distinct().Count() == 1
            ? All.FirstOrDefault(w => w.SpeaksOf(series))
            : null;
}
