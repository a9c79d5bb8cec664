using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>
/// The type of the charts: Noto Sans, else DejaVu Sans. Scripts they lack are taken from whatever other family has them; where none has, the words of a
/// picture are replaced by the name of their script in brackets, and the picture says so.
/// </summary>
public static class ChartFonts
{
    /// <summary>The list every SVG carries; a browser takes the first it has.</summary>
    public const string Families = "Noto Sans,DejaVu Sans,system-ui,sans-serif";

    /// <summary>Letters lower than this many device pixels would look unevenly spaced on whole pixels.</summary>
    private const double SmallBelow = 16;

    private static readonly Lazy<InstalledFaces> Installed = new(() => new InstalledFaces());
    private static readonly ConcurrentDictionary<SKTypeface, SKShaper> Shapers = new();

    [ThreadStatic]
    private static InstalledFaces? forced;

    /// <summary>The family in use, or null where none of the preferred ones is installed and the program should warn.</summary>
    public static string? Usable => Faces.Usable;

    /// <summary>Scripts, by name, in which pictures cannot be set because no installed typeface has them.</summary>
    public static IReadOnlyList<string> Lacking => ScriptNames.Lacking(Faces);

    internal static InstalledFaces Faces => forced ?? Installed.Value;

    /// <summary>Does something on this thread as if only these families were installed.</summary>
    internal static T With<T>(InstalledFaces faces, Func<T> does)
    {
        (InstalledFaces? before, forced) = (forced, faces);
        try
        {
            return does();
        }
        finally
        {
            forced = before;
        }
    }

    /// <summary>Width of a line of text in pixels.</summary>
    internal static double Width(string text, double size, bool bold = false)
    {
        InstalledFaces faces = Faces;
        if (faces.Widths.TryGetValue((text, size, bold), out double width))
        {
            return width;
        }
        foreach (TextRun run in Runs(text, bold))
        {
            using SKFont font = Font(run.Face, size);
            width += WidthOf(run, font);
        }
        if (faces.Widths.Count > 20_000)
        {
            faces.Widths.Clear();
        }
        faces.Widths[(text, size, bold)] = width;
        return width;
    }

    /// <summary>Draws a line of text; shapes the scripts that need it (Arabic joins its letters, Hindi reorders them).</summary>
    /// <remarks>
    /// <c>pixels</c> is the number of device pixels per unit, 0 where the canvas keeps vectors. On pixels letters are set on whole ones, small letters on half ones:
    /// a letter is then the same pattern each time, which is crisp and makes a lighter file. <c>faces</c> are what stands for the typefaces in a file that embeds them.
    /// </remarks>
    internal static void Draw(
        SKCanvas canvas,
        string text,
        double x,
        double y,
        double size,
        bool bold,
        SKPaint paint,
        double pixels = 0,
        SubsetFaces? faces = null
    )
    {
        SKPoint at = new((float)x, (float)y);
        foreach (TextRun run in Runs(text, bold))
        {
            using SKFont font = Font(run.Face, size);
            (ushort[] glyphs, SKPoint[] places) = Glyphs(run, font, at);
            at.X += (float)WidthOf(run, font);
            if (pixels > 0)
            {
                double steps = pixels * (size * pixels < SmallBelow ? 2 : 1);
                places = [.. places.Select(place => new SKPoint((float)(Math.Round(place.X * steps) / steps), place.Y))];
            }
            using SKFont? embedded = faces is null ? null : Font(faces[run.Face], size);
            using SKTextBlobBuilder builder = new();
            builder.AddPositionedRun(glyphs, embedded ?? font, places);
            using SKTextBlob? blob = builder.Build();
            if (blob is not null)
            {
                canvas.DrawText(blob, 0, 0, paint);
            }
        }
    }

    /// <summary>The glyphs of a run from left to right, and where each stands.</summary>
    internal static (ushort[] Glyphs, SKPoint[] Places) Glyphs(TextRun run, SKFont font, SKPoint at)
    {
        if (IsPlain(run.Drawn))
        {
            ushort[] plain = font.GetGlyphs(run.Drawn);
            return (plain, font.GetGlyphPositions(plain, at));
        }
        SKShaper.Result shaped = Shaped(run, font);
        return (
            [.. shaped.Codepoints.Select(glyph => (ushort)glyph)],
            [.. shaped.Points.Select(point => new SKPoint(point.X + at.X, point.Y + at.Y))]
        );
    }

    private static double WidthOf(TextRun run, SKFont font)
    {
        double width = IsPlain(run.Drawn) ? font.MeasureText(run.Drawn) : Shaped(run, font).Width;
        // A reader's browser may have the letters: there has to be room for them.
        return run.StandIn is null || !Faces.Reserves
            ? width
            : Math.Max(width, run.Text.EnumerateRunes().Sum(rune => font.Size * (rune.Value >= 0x1100 ? 1 : 0.62)));
    }

    private static SKShaper.Result Shaped(TextRun run, SKFont font)
    {
        SKShaper shaper = Shapers.GetOrAdd(run.Face, face => new SKShaper(face));
        using HarfBuzzSharp.Buffer buffer = new();
        buffer.AddUtf16(run.Drawn);
        buffer.GuessSegmentProperties();
        buffer.Direction = run.FromRight ? HarfBuzzSharp.Direction.RightToLeft : HarfBuzzSharp.Direction.LeftToRight;
        lock (shaper)
        {
            return shaper.Shape(buffer, font);
        }
    }

    private static SKFont Font(SKTypeface face, double size) =>
        new(face, (float)size)
        {
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
        };

    /// <summary>True where a glyph a character, one after the other, is right.</summary>
    internal static bool IsPlain(string text) =>
        text.All(c =>
            c
                is < '\u0300'
                    or (>= '\u0370' and < '\u0590')
                    or (>= '\u1E00' and < '\u2C00')
                    or (>= '\u3000' and <= '\u9fff')
                    or (>= '\uac00' and <= '\ud7a3')
                    or (>= '\uff00' and <= '\uffef')
        );

    /// <summary>The text cut where direction or typeface changes, from left to right.</summary>
    internal static IEnumerable<TextRun> Runs(string text, bool bold) =>
        TextDirection.IsMixed(text)
            ? TextDirection
                .Parts(text)
                .SelectMany(part => part.FromRight ? Cut(part.Part, bold, true).Reverse() : Cut(part.Part, bold, false))
            : Cut(text, bold, false);

    /// <summary>Scripts, by name, of which a line holds letters that no installed typeface has.</summary>
    internal static IEnumerable<string> Missing(string text, bool bold) =>
        IsLatin(text)
            ? []
            : Runs(text, bold)
                .Where(run => run.StandIn is not null)
                .SelectMany(run => run.Text.EnumerateRunes().Where(rune => !Joins(rune)).Select(ScriptNames.Of))
                .Distinct();

    private static bool IsLatin(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u024f') < 0;

    private static IEnumerable<TextRun> Cut(string text, bool bold, bool fromRight)
    {
        InstalledFaces faces = Faces;
        int start = 0,
            at = 0;
        (SKTypeface Face, bool Has)? current = null;
        foreach (Rune rune in text.EnumerateRunes())
        {
            var face =
                current is { } known && Joins(rune) && (!known.Has || known.Face.ContainsGlyph(rune.Value))
                    ? known
                    : faces.Of(rune.Value, bold);
            if (current is { } before && face != before)
            {
                yield return Run(text[start..at], before, fromRight);
                start = at;
            }
            current = face;
            at += rune.Utf16SequenceLength;
        }
        if (current is { } last)
        {
            yield return Run(text[start..], last, fromRight);
        }
    }

    private static TextRun Run(string text, (SKTypeface Face, bool Has) face, bool fromRight) =>
        face.Has
            ? new(text, face.Face, fromRight, null)
            : new(
                text,
                face.Face,
                false,
                (text.StartsWith(' ') ? " [" : "[")
                    + string.Join(", ", text.EnumerateRunes().Where(rune => !Joins(rune)).Select(ScriptNames.Of).Distinct().Take(2))
                    + (text.EndsWith(' ') ? "] " : "]")
            );

    /// <summary>Blanks, points and accents stay with the letters before them.</summary>
    private static bool Joins(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.Format;
}

/// <summary>Part of a line that one typeface sets in one direction.</summary>
/// <param name="Text">As it is read.</param>
/// <param name="Face">What sets it.</param>
/// <param name="FromRight">True for letters that run from right to left.</param>
/// <param name="StandIn">What is drawn instead where no installed typeface has the letters: the name of their script in brackets.</param>
internal sealed record TextRun(string Text, SKTypeface Face, bool FromRight, string? StandIn)
{
    /// <summary>What is set: without marks of direction; signs alone among letters from the right in the order of the page, brackets turned round (the shaper does it for letters).</summary>
    public string Drawn { get; } =
        StandIn ?? (FromRight && ChartFonts.IsPlain(TextDirection.Bare(Text)) ? TextDirection.Mirrored(Text) : TextDirection.Bare(Text));
}
