using System.Text;
using SkiaSharp;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>The typefaces of one PDF file, each with no more glyphs than its words need.</summary>
internal sealed class SubsetFaces : IDisposable
{
    private readonly Dictionary<SKTypeface, SKTypeface> subsets = [];

    /// <param name="texts">Every line of the file, with whether it is bold.</param>
    public SubsetFaces(IEnumerable<(string Text, bool Bold)> texts)
    {
        foreach (var runs in texts.Distinct().SelectMany(text => ChartFonts.Runs(text.Text, text.Bold)).GroupBy(run => run.Face))
        {
            SortedDictionary<int, ushort> runes = [];
            HashSet<ushort> glyphs = [];
            foreach (TextRun run in runs)
            {
                foreach (Rune rune in run.Drawn.EnumerateRunes())
                {
                    ushort glyph = run.Face.GetGlyph(rune.Value);
                    glyphs.Add(glyph);
                    if (glyph != 0)
                    {
                        runes[rune.Value] = glyph;
                    }
                }
                if (!ChartFonts.IsPlain(run.Drawn))
                {
                    using SKFont font = new(run.Face, 12);
                    glyphs.UnionWith(ChartFonts.Glyphs(run, font, default).Glyphs);
                    AddJoinedForms(run.Face, glyphs, runes);
                }
            }
            if (FontSubset.Of(runs.Key, runes, glyphs) is { } subset)
            {
                subsets.Add(runs.Key, subset);
            }
        }
    }

    /// <summary>Joined Arabic letters have characters of their own (Unicode blocks Arabic Presentation Forms), by which a reader finds the words again.</summary>
    private static void AddJoinedForms(SKTypeface face, HashSet<ushort> glyphs, SortedDictionary<int, ushort> runes)
    {
        for (int rune = 0xFB50; rune < 0xFEFF; rune++)
        {
            if (face.GetGlyph(rune) is var glyph and not 0 && glyphs.Contains(glyph))
            {
                runes[rune] = glyph;
            }
        }
    }

    public SKTypeface this[SKTypeface face] => subsets.GetValueOrDefault(face, face);

    public void Dispose()
    {
        foreach (SKTypeface subset in subsets.Values)
        {
            subset.Dispose();
        }
    }
}
