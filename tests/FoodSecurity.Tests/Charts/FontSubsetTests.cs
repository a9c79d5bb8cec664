using FoodSecurity.Charts.Layout.Type;
using SkiaSharp;

namespace FoodSecurity.Tests.Charts;

/// <summary>What a PDF embeds: the glyphs of its words, drawn as in the whole typeface, and no others.</summary>
public class FontSubsetTests
{
    private const string Words = "Cereals, 2023: -3.5 % – é ș Ångström “quoted”";

    private static SKTypeface Whole { get; } = SKFontManager.Default.MatchFamily("Noto Sans").ShouldNotBeNull();

    private static SKTypeface Subset()
    {
        SortedDictionary<int, ushort> runes = [];
        foreach (var rune in Words.EnumerateRunes())
        {
            runes[rune.Value] = Whole.GetGlyph(rune.Value);
        }

        return FontSubset.Of(Whole, runes, runes.Values).ShouldNotBeNull();
    }

    [Fact]
    public void Every_glyph_keeps_its_number_outline_and_width()
    {
        using var subset = Subset();
        using SKFont small = new(subset, 40),
            whole = new(Whole, 40);
        foreach (var rune in Words.EnumerateRunes())
        {
            var glyph = Whole.GetGlyph(rune.Value);
            glyph.ShouldNotBe((ushort)0, rune.ToString());
            subset.GetGlyph(rune.Value).ShouldBe(glyph, rune.ToString());
            using SKPath? ours = small.GetGlyphPath(glyph),
                theirs = whole.GetGlyphPath(glyph);
            ours?.ToSvgPathData().ShouldBe(theirs?.ToSvgPathData(), rune.ToString());
            (ours is null).ShouldBe(theirs is null, rune.ToString());
        }

        small.MeasureText(Words).ShouldBe(whole.MeasureText(Words));
    }

    [Fact]
    public void What_is_not_used_is_not_there()
    {
        using var subset = Subset();
        subset.GetGlyph('Z').ShouldBe((ushort)0);
        using SKFont font = new(subset, 40);
        using var path = font.GetGlyphPath(Whole.GetGlyph('Z'));
        (path is null || path.IsEmpty).ShouldBeTrue();
        subset.GetTableSize(0x676C7966).ShouldBeLessThan(Whole.GetTableSize(0x676C7966) / 20);
    }

    [Fact]
    public void Texts_of_every_script_get_a_typeface_and_the_same_text_the_same_one()
    {
        using SubsetFaces faces = new([("Rice 쌀", false), ("أرز", false), ("Rice", true)]);
        var regular = ChartFonts.Runs("Rice", false).Single().Face;
        faces[regular].ShouldNotBe(regular);
        faces[regular].GetGlyph('R').ShouldBe(regular.GetGlyph('R'));
        ChartFonts.Runs("other words", true).ShouldAllBe(run => faces[run.Face].GetGlyph('w') == 0);
    }
}
