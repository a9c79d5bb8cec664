using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds.Words;

/// <summary>What is said over and under a picture of one measure of one place, whatever the kind: its headline, computed from the years in view, and its notes.</summary>
internal abstract class MeasureWords
{
    /// <summary>Elements whose series are read beside what is drawn, of the same source.</summary>
    public virtual IReadOnlyList<string> Beside => [];

    /// <summary>True where the series, all of one place and one measure, are what it has words for.</summary>
    public abstract bool SpeaksOf(IReadOnlyList<LabelledSeries> series);

    /// <summary>The headline; null where the general one says more.</summary>
    public abstract string? Heading(KindParts parts);

    public virtual IEnumerable<string> Notes(KindParts parts) => [];

    /// <summary>A statement on one source among several names the source.</summary>
    protected static string BySource(string said, LabelledSeries source, KindParts parts) =>
        parts.HasRivals ? parts.Texts["trend.by-source", said, source.Source] : said;

    protected static bool AreOf(IReadOnlyList<LabelledSeries> series, params string[] elements) =>
        series.All(s => elements.Contains(s.Series.Key.Element));
}
