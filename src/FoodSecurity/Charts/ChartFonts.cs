using System.Collections.Concurrent;
using System.Globalization;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace FoodSecurity.Charts;

/// <summary>
/// The type of the charts: Noto Sans, else DejaVu Sans. Scripts they lack are taken from other installed Noto families.
/// </summary>
/// <remarks>
/// The Skia library that needs no system libraries cannot be asked for "a font with this character", so the
/// families that may have it are tried by name.
/// </remarks>
public static class ChartFonts
{
    /// <summary>The list every SVG carries; a browser takes the first it has.</summary>
    public const string Families = "Noto Sans,DejaVu Sans,system-ui,sans-serif";

    /// <summary>Letters lower than this many device pixels would look unevenly spaced on whole pixels.</summary>
    private const double SmallBelow = 16;

    private static readonly string[] Preferred = ["Noto Sans", "DejaVu Sans"];

    private static readonly string[] Fallbacks =
    [
        "DejaVu Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans CJK SC", "Noto Sans CJK KR", "Noto Sans SC", "Noto Sans KR",
        "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Ethiopic", "Noto Sans Thai", "Noto Sans Myanmar",
        "Noto Sans Khmer", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Math",
    ];

    private static readonly Lazy<string?> Found = new(() => Preferred.FirstOrDefault(name => Family(name, false) is not null));
    private static readonly ConcurrentDictionary<(string Name, bool Bold), SKTypeface?> Faces = new();
    private static readonly ConcurrentDictionary<(int Rune, bool Bold), SKTypeface> RuneFaces = new();
    private static readonly ConcurrentDictionary<(string Text, double Size, bool Bold), double> Widths = new();

    /// <summary>The family in use, or null where none of the preferred ones is installed and the program should warn.</summary>
    public static string? Usable => Found.Value;

    /// <summary>Width of a line of text in pixels.</summary>
    internal static double Width(string text, double size, bool bold = false)
    {
        if (Widths.TryGetValue((text, size, bold), out double width))
        {
            return width;
        }
        foreach ((string part, SKTypeface face) in Runs(text, bold))
        {
            using SKFont font = Font(face, size);
            if (IsPlain(part))
            {
                width += font.MeasureText(part);
                continue;
            }
            // Letters that join are narrower than they are alone.
            using SKShaper shaper = new(face);
            width += shaper.Shape(part, font).Width;
        }
        if (Widths.Count > 20_000)
        {
            Widths.Clear();
        }
        Widths[(text, size, bold)] = width;
        return width;
    }

    /// <summary>Draws a line of text; shapes the scripts that need it (Arabic joins its letters, Hindi reorders them).</summary>
    /// <remarks>
    /// <c>pixels</c> is the number of device pixels per unit, 0 where the canvas keeps vectors. On pixels letters are set on whole ones, small letters on half ones:
    /// a letter is then the same pattern each time, which is crisp and makes a lighter file. <c>faces</c> are what stands for the typefaces in a file that embeds them.
    /// </remarks>
    internal static void Draw(SKCanvas canvas, string text, double x, double y, double size, bool bold, SKPaint paint, double pixels = 0, SubsetFaces? faces = null)
    {
        SKPoint at = new((float)x, (float)y);
        foreach ((string part, SKTypeface face) in Runs(text, bold))
        {
            using SKFont font = Font(face, size);
            ushort[] glyphs;
            SKPoint[] places;
            if (IsPlain(part))
            {
                glyphs = font.GetGlyphs(part);
                places = font.GetGlyphPositions(glyphs, at);
                at.X += font.MeasureText(part);
            }
            else
            {
                using SKShaper shaper = new(face);
                SKShaper.Result shaped = shaper.Shape(part, at.X, at.Y, font);
                glyphs = [.. shaped.Codepoints.Select(glyph => (ushort)glyph)];
                places = shaped.Points;
                at.X += shaped.Width;
            }
            if (pixels > 0)
            {
                double steps = pixels * (size * pixels < SmallBelow ? 2 : 1);
                places = [.. places.Select(place => new SKPoint((float)(Math.Round(place.X * steps) / steps), place.Y))];
            }
            using SKFont? embedded = faces is null ? null : Font(faces[face], size);
            using SKTextBlobBuilder builder = new();
            builder.AddPositionedRun(glyphs, embedded ?? font, places);
            using SKTextBlob? blob = builder.Build();
            if (blob is not null)
            {
                canvas.DrawText(blob, 0, 0, paint);
            }
        }
    }

    private static SKFont Font(SKTypeface face, double size) =>
        new(face, (float)size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    /// <summary>True where a glyph a character, one after the other, is right.</summary>
    internal static bool IsPlain(string text) => text.All(c => c < 0x0590 || (c >= 0x1E00 && c < 0x2C00));

    /// <summary>The text cut where the typeface or the direction changes, as it stands from left to right: in text that runs from right to left the last run comes first.</summary>
    internal static IEnumerable<(string Part, SKTypeface Face)> Runs(string text, bool bold) =>
        IsFromRight(text) ? Cut(text, bold).Reverse().Select(run => (RightToLeft.Part(run.Part), run.Face)) : Cut(text, bold);

    /// <summary>True where the first letter is of a script that runs from right to left, as a browser tells it.</summary>
    internal static bool IsFromRight(string text) => RightToLeft.Is(text.FirstOrDefault(char.IsLetter));

    private static IEnumerable<(string Part, SKTypeface Face)> Cut(string text, bool bold)
    {
        int start = 0, at = 0;
        SKTypeface? current = null;
        bool? fromRight = null;
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            bool? direction = System.Text.Rune.IsLetterOrDigit(rune) ? RightToLeft.Is(rune) : null;
            SKTypeface face = current is not null && Joins(rune) && current.ContainsGlyph(rune.Value) ? current : Face(rune.Value, bold);
            if (current is not null && (face != current || (direction is not null && fromRight is not null && direction != fromRight)))
            {
                yield return (text[start..at], current);
                start = at;
                fromRight = null;
            }
            fromRight = direction ?? fromRight;
            current = face;
            at += rune.Utf16SequenceLength;
        }
        if (current is not null)
        {
            yield return (text[start..], current);
        }
    }

    /// <summary>Blanks, points and accents stay with the letters before them.</summary>
    private static bool Joins(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static SKTypeface Face(int rune, bool bold) => RuneFaces.GetOrAdd((rune, bold), key =>
    {
        SKTypeface main = (Usable is null ? null : Family(Usable, key.Bold)) ?? SKTypeface.Default;
        if (main.ContainsGlyph(key.Rune))
        {
            return main;
        }
        return Fallbacks.Select(name => Family(name, key.Bold)).FirstOrDefault(face => face?.ContainsGlyph(key.Rune) == true)
            ?? SKFontManager.Default.MatchCharacter(key.Rune) ?? main;
    });

    private static SKTypeface? Family(string name, bool bold) => Faces.GetOrAdd((name, bold), key =>
        SKFontManager.Default.MatchFamily(key.Name, key.Bold ? SKFontStyle.Bold : SKFontStyle.Normal));
}
